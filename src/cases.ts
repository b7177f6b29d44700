import { resolve } from 'node:path';
import type { CasesAsked } from './act/cases/asked.ts';
import { type HeaderFault, headerFaults, toldOfOption, undeclared } from './act/cases/lacking.ts';
import { type CaseList, type CaseStream, caseList, caseStream, type Place } from './act/cases/list.ts';
import { type Owed, owedList } from './act/cases/owed.ts';
import { inSegments } from './act/cases/segments.ts';
import { askedColumn } from './act/cases/shown.ts';
import type { Examination } from './act/examination.ts';
import { type FollowedChannel, followed } from './act/followed.ts';
import { type Audited, type AuditRequest, examine } from './audit.ts';
import { Failure } from './diagnostics/failure.ts';
import { bindOnly } from './ingest/index.ts';
import type { Diagnostic } from './model/diagnostic.ts';

/** An audit, and which of its occasions are asked for; what is left out is as on the command line. */
export interface CasesRequest extends AuditRequest, Partial<Omit<CasesAsked, 'redact'>> {
  /** Called when the audit is done, before any row is read again. */
  readonly begun?: (audited: Audited) => Promise<void>;
}

/** What is owed is asked of all that was missed. */
export type OwedRequest = Pick<CasesRequest, keyof AuditRequest | 'begun'>;

/** What there is to say of a list beside it. */
export interface Warned {
  readonly warnings: readonly Diagnostic[];
}

const LIMIT = 1000;

/**
 * The occasions to follow up, worst first; `limit` of them at most are held.
 *
 * @throws Failure of kind `declaration` (the promise file, a segment that no channel has), `data` (the exports, a column
 * that none of them has).
 */
export async function cases(request: CasesRequest & { readonly limit?: number }): Promise<CaseList & Warned> {
  const { limit = LIMIT } = request;
  return place(request, async (examination, places, asked, warnings) => ({
    ...(await caseList(examination, places, asked, limit)),
    warnings,
  }));
}

/**
 * All of them in the order of the exports, in memory that does not grow with them; they are there while `use` runs.
 *
 * @throws Failure as `cases` does.
 */
export async function eachCase<T>(request: CasesRequest, use: (stream: CaseStream & Warned) => Promise<T>): Promise<T> {
  return place(request, async (examination, places, asked, warnings) =>
    use({ ...caseStream(examination, places, asked), warnings }),
  );
}

/**
 * What is owed to whom: the sums of the report, customer by customer.
 *
 * @throws Failure as `audit` does.
 */
export async function owed(request: OwedRequest): Promise<Owed> {
  return examine(
    request,
    async (examination) => {
      await request.begun?.(examination.audited);
      return owedList(examination, followed(examination));
    },
    { identities: false },
  );
}

type Use<T> = (
  examination: Examination,
  places: readonly Place[],
  asked: CasesAsked,
  warnings: readonly Diagnostic[],
) => Promise<T>;

async function place<T>(request: CasesRequest, use: Use<T>): Promise<T> {
  const { outcome = 'missed', segments = [], columns = [], redact = false } = request;
  const asked: CasesAsked = { outcome, segments, columns, redact };
  return examine(
    request,
    async (examination) => {
      await request.begun?.(examination.audited);
      const { channels, warnings } = inSegments(followed(examination), asked, examination.result);
      const lacks = await lacking(channels, columns, examination, request);
      const places = channels.map((channel) => ({ channel, lacks: lacks.get(channel) ?? new Set<string>() }));
      try {
        return await use(examination, places, asked, warnings);
      } catch (error) {
        throw toldOfPipe(error, channels, columns);
      }
    },
    { identities: true },
  );
}

/** What comes through a pipe is not looked at before it is read, so that only then a column turns out to be unknown. */
function toldOfPipe(error: unknown, channels: readonly FollowedChannel[], columns: readonly string[]): unknown {
  for (const channel of channels) {
    const faults = headerFaults(error, channel, undeclared(channel, columns)) ?? [];
    if (faults.length > 0) return new Failure('data', faults.map(toldOfOption));
  }
  return error;
}

/**
 * Which channels lack which of the columns asked for.
 *
 * @throws Failure of kind `data` for what no channel has.
 */
async function lacking(
  channels: readonly FollowedChannel[],
  columns: readonly string[],
  examination: Examination,
  request: AuditRequest,
): Promise<ReadonlyMap<FollowedChannel, ReadonlySet<string>>> {
  const faults: HeaderFault[] = [];
  for (const channel of channels) {
    const names = undeclared(channel, columns);
    if (names.length > 0) faults.push(...(await faultsOf(channel, names, examination, request)));
  }
  const lackedBy = (name: string): readonly HeaderFault[] => faults.filter((fault) => fault.name === name);
  // A header that stands twice is a question, wherever it does.
  const untold = columns.filter(
    (name) =>
      lackedBy(name).some(({ fault }) => fault.code === 'twin-header') ||
      (channels.length > 0 && channels.every((channel) => lackedBy(name).some((fault) => fault.channel === channel))),
  );
  if (untold.length > 0) {
    throw new Failure(
      'data',
      untold.flatMap((name) => lackedBy(name).map(toldOfOption)),
    );
  }
  return new Map(
    channels.map((channel) => [
      channel,
      new Set(faults.flatMap((fault) => (fault.channel === channel ? [fault.name] : []))),
    ]),
  );
}

/** Standard input is not looked at here: what it lacks is found when it is read. */
async function faultsOf(
  channel: FollowedChannel,
  names: readonly string[],
  { plan }: Examination,
  { workingDirectory = resolve('.'), redact = false, signal = null }: AuditRequest,
): Promise<readonly HeaderFault[]> {
  const source = plan.sources.find(({ channels }) => channels.includes(channel.plan));
  if (source === undefined) return [];
  const cell = { type: 'text', format: null, zone: '', decimal: '.', unit: null, blank: [], map: [] } as const;
  const columns = names.map((name) => ({ ...askedColumn(channel, name), holds: 'raw', cell }) as const);
  const shown = { ...source, columns, channels: [], events: [], beginnings: [] };
  const { directory } = plan;
  try {
    await bindOnly(shown, {
      directory,
      workingDirectory,
      stdin: null,
      hashes: false,
      redact,
      onProgress: null,
      signal,
    });
    return [];
  } catch (error) {
    const faults = headerFaults(error, channel, names);
    if (faults === null) throw error;
    return faults;
  }
}
