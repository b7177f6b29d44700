import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type FollowedChannel, shownColumn } from '../followed.ts';

/** What the header of an export has to say about columns that were asked for on the command line. */
export interface HeaderFault {
  readonly name: string;
  readonly channel: FollowedChannel;
  /** As ingest found it: `unknown-header` or `twin-header`. */
  readonly fault: Diagnostic;
}

const HEADER_FAULTS: ReadonlySet<string> = new Set(['unknown-header', 'twin-header']);

/** Those of the columns asked for that only the export can know. */
export function undeclared({ channel }: FollowedChannel, asked: readonly string[]): readonly string[] {
  return asked.filter((name) => shownColumn(channel, name) === null);
}

/** The faults of a failed opening that are about columns asked for; null: there is another fault among them. */
export function headerFaults(
  error: unknown,
  channel: FollowedChannel,
  asked: readonly string[],
): readonly HeaderFault[] | null {
  if (!(error instanceof Failure)) return null;
  const faults = error.diagnostics.map((fault): HeaderFault | null => {
    const name = asked.find((one) => one === fault.args['header']);
    return name !== undefined && HEADER_FAULTS.has(fault.code) ? { name, channel, fault } : null;
  });
  return faults.every((fault) => fault !== null) ? faults : null;
}

/** The same, told of the command line: there is no line of the promise file to point at. */
export function toldOfOption({ name, channel, fault }: HeaderFault): Diagnostic {
  const { args } = fault;
  const file = typeof args['export'] === 'string' ? args['export'] : '';
  const places = Array.isArray(args['places']) ? args['places'].map(String) : [];
  const headers = Array.isArray(args['headers']) ? args['headers'].map(String) : [];
  const declared = [...channel.channel.columns.keys(), ...channel.channel.spare.keys()];
  const near = args['nearest'];
  return diagnose(
    'no-such-column',
    {
      ...{ column: name, channel: channel.plan.name, export: file, places },
      headers,
      more: typeof args['more'] === 'number' ? args['more'] : 0,
      nearest: nearest(name, declared) ?? (typeof near === 'string' ? near : null),
    },
    null,
  );
}
