import type { Diagnostic } from '../model/diagnostic.ts';
import type { TallyResult } from '../model/engine.ts';
import type { Plan } from '../model/plan.ts';
import type { FaultGroup } from '../model/tally.ts';
import { faultMessages } from './fault-messages.ts';
import { isTolerated, repeatedCases, tooMany } from './readable.ts';

/** Why the data cannot be scored as declared: errors for every channel that has any; empty where it can. */
export function refusals(plan: Plan, result: TallyResult, redact: boolean): readonly Diagnostic[] {
  const found = plan.sources.flatMap((source, index) => {
    const tally = result.sources[index];
    if (tally === undefined) return [];
    const names = tally.files.map(({ file }) => file);
    const counted = source.channels.flatMap((channel, place) => {
      const own = tally.channels[place];
      return own === undefined ? [] : [{ channel, own }];
    });
    const refused = counted.filter(({ channel, own }) => !isTolerated(own, channel));
    const first = refused[0]?.channel;
    const groups = merged(refused.map(({ own }) => own.faults.groups));
    return [
      ...(first === undefined ? [] : faultMessages(groups, first, source, tally.files, redact)),
      ...refused.flatMap(({ channel, own }) => tooMany(own, channel)),
      ...counted.flatMap(({ channel, own }) => {
        const caseName = channel.case === null ? '' : (source.columns[channel.case]?.name ?? '');
        return repeatedCases(own, channel, caseName, names);
      }),
    ];
  });
  // Channels over the same files find the same faults.
  const told = new Map(found.map((fault) => [JSON.stringify([fault.id, fault.message, fault.at]), fault]));
  return [...told.values()];
}

/**
 * Channels that share a reading meet the same faults, or each its part of them: one message a file, column and kind.
 * Where they name the same lines they speak of the same rows.
 */
function merged(lists: readonly (readonly FaultGroup[])[]): readonly FaultGroup[] {
  const groups = new Map<string, FaultGroup>();
  for (const group of lists.flat()) {
    const kind = group.first.kind === 'record' ? group.first.record.code : group.first.kind;
    const key = `${group.file} ${group.column ?? ''} ${kind}`;
    const known = groups.get(key);
    groups.set(key, known === undefined ? group : joined(known, group));
  }
  return [...groups.values()];
}

function joined(a: FaultGroup, b: FaultGroup): FaultGroup {
  const byLine = new Map([a.first, ...a.more, b.first, ...b.more].map((fault) => [fault.line, fault]));
  const faults = [...byLine.values()].sort((left, right) => left.line - right.line);
  const overlap = 2 + a.more.length + b.more.length - faults.length;
  const count = overlap > 0 ? Math.max(a.count, b.count) : a.count + b.count;
  const [first = a.first, ...more] = faults;
  return { ...a, count, first, more: more.slice(0, 9) };
}
