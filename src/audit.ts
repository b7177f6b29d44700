import { resolve } from 'node:path';
import type { Examination } from './act/examination.ts';
import { diagnose } from './diagnostics/catalog.ts';
import { Failure } from './diagnostics/failure.ts';
import { engines } from './engines/index.ts';
import { refusals } from './engines/refusals.ts';
import { replayable } from './ingest/index.ts';
import { loadDeclaration } from './load.ts';
import type { Declaration } from './model/declaration.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Engine, EngineContext } from './model/engine.ts';
import type { PageFacts } from './model/page.ts';
import type { Plan } from './model/plan.ts';
import type { GapReport } from './model/report.ts';
import type { Progress } from './model/source.ts';
import type { DayRange, Instant } from './model/time.ts';
import { planOf } from './plan/index.ts';
import { requestedAsOf, requestedWindow } from './plan/request.ts';
import { selectFrom } from './plan/selection.ts';
import { windowDays } from './plan/window.ts';
import type { GateFacts } from './report/gate.ts';
import { gapReport, momentsOf } from './report-of.ts';
import { zoneOf } from './vocabulary/time/zone.ts';

/** What the gate asks of a declaration. */
export type AuditFacts = GateFacts;

/** What is asked for beside the promise file; null and empty lists leave it as the file says. */
export interface AuditOptions {
  /** The promise file as the user named it, relative to `workingDirectory`; `-` is not allowed here. */
  readonly file: string;
  readonly workingDirectory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `2026-03-31`, `2026-03-31T18:00+02:00`. The command line turns `now` into an instant before it comes here. */
  readonly asOf: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** `90d`, `day`, `week`, `month`, `quarter`. */
  readonly last: string | null;
  /** Ids to keep; unknown ones are an error of kind `declaration` with the nearest name. */
  readonly promises: readonly string[];
  readonly channels: readonly string[];
  readonly stdin: AsyncIterable<Uint8Array> | null;
  readonly hashes: boolean;
  readonly redact: boolean;
  /** Counts also what a page shows beside the report. */
  readonly page: boolean;
  /** Threads that may be used, at least 1; the report does not depend on it. */
  readonly threads: number;
  /** Called at most once a chunk. */
  readonly onProgress: ((progress: Progress) => void) | null;
  readonly signal: AbortSignal | null;
}

/** The promise file, and whatever else is asked for. */
export type AuditRequest = Pick<AuditOptions, 'file'> & Partial<AuditOptions>;

const DEFAULTS: Omit<AuditOptions, 'file'> = {
  workingDirectory: resolve('.'),
  env: {},
  asOf: null,
  from: null,
  to: null,
  last: null,
  promises: [],
  channels: [],
  stdin: null,
  hashes: false,
  redact: false,
  page: false,
  threads: 1,
  onProgress: null,
  signal: null,
};

export interface Audited {
  readonly report: GapReport;
  /** Empty where it was not asked for. */
  readonly page: PageFacts;
  /** What the declaration says about a cell and its report does not: for a gate. */
  readonly facts: AuditFacts;
  /** What the report says of the data under `findings`. */
  readonly findings: readonly Diagnostic[];
  /** Of the promise file. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * The whole flow: declaration -> plan -> engine -> score -> report.
 *
 * @throws Failure of kind `declaration` (the promise file, a date or a name on the command line), `data` (the exports).
 */
export async function audit(request: AuditRequest, engine: Engine = engines.local): Promise<Audited> {
  return examine(request, async (examination) => examination.audited, { engine });
}

/** What an examination takes beside what an audit does. */
export interface ExamineOptions {
  readonly engine?: Engine;
  /** Gives also who the customers are, as hashes. */
  readonly identities?: boolean;
  /** A change to what is declared before it is planned: further segments to divide by. */
  readonly prepare?: (declaration: Declaration) => Declaration;
}

/**
 * An audit, and while `use` runs the rows that it counted, to be read again.
 *
 * @throws Failure as `audit` does.
 */
export async function examine<T>(
  request: AuditRequest,
  use: (examination: Examination & { readonly audited: Audited }) => Promise<T>,
  { engine = engines.local, identities = false, prepare = (same) => same }: ExamineOptions = {},
): Promise<T> {
  const options: AuditOptions = { ...DEFAULTS, ...request };
  const declaration = prepare(await loadDeclaration(options));
  const selected = selectFrom(declaration, options.promises, options.channels);
  const asOf = requestedAsOf(options, declaration);
  const { page } = options;
  const plan = planOf(declaration, { selected, asOf, window: requestedWindow(options, declaration), page, identities });
  const piped = replayable(options.stdin, options.signal);
  const context = { ...options, stdin: piped.stdin, pipes: piped.pipes };
  try {
    const window = await settleWindow(plan, engine, context);
    const result = await engine.tally(plan, window, context);
    const refused = refusals(plan, result, options.redact);
    if (refused.length > 0) throw new Failure('data', refused);
    const reported = gapReport({ declaration: selected, plan, result, window, redact: options.redact });
    const warnings = declaration.warnings;
    const audited = { ...reported, page: page ? reported.page : [], facts: factsOf(selected), warnings };
    return await use({
      audited,
      declaration: selected,
      whole: declaration,
      plan,
      window,
      result,
      moments: momentsOf(plan, result),
      recount: async (change) => {
        const changed = change(declaration);
        const chosen = selectFrom(changed, options.promises, options.channels);
        const again = planOf(changed, { selected: chosen, asOf, window: plan.window });
        return { declaration: chosen, plan: again, window, result: await engine.tally(again, window, context) };
      },
      occasions: (selection) => engine.occasions(plan, selection, context),
    });
  } catch (error) {
    throw concealed(error, declaration);
  } finally {
    await piped.close();
  }
}

/** An error without the values of environment variables. */
export function concealed(error: unknown, { conceal }: Declaration): unknown {
  return error instanceof Failure ? new Failure(error.kind, error.diagnostics.map(conceal)) : error;
}

/** `last` counts from the explicit as_of, else from the newest `at`, which takes a first look at the data. */
async function settleWindow(plan: Plan, engine: Engine, context: EngineContext): Promise<DayRange | null> {
  const spec = plan.window;
  if (spec === null || spec.kind === 'days') return windowDays(spec, null) ?? null;
  const reached = plan.asOf ?? (await newestAt(plan, engine, context));
  const days = windowDays(spec, reached === null ? null : zoneOf(plan.timezone).dayOf(reached));
  if (days !== undefined) return days;
  const last = spec.kind === 'last-days' ? `${spec.days}d` : spec.grain;
  throw new Failure('data', [diagnose('no-horizon', { last }, null)]);
}

async function newestAt(plan: Plan, engine: Engine, context: EngineContext): Promise<Instant | null> {
  const known = (await engine.horizon(plan, context)).flatMap(({ at }) => (at === null ? [] : [at]));
  return known.length === 0 ? null : Math.max(...known);
}

function factsOf({ channels, promises }: Declaration): AuditFacts {
  const withSource = new Set(channels.filter(({ source }) => source !== null).map(({ name }) => name));
  const pledges = new Map(promises.map(({ id, channels: made }) => [id, made]));
  return {
    hasSource: (_promise, channel) => withSource.has(channel),
    silenceIsFine: (promise, channel) =>
      pledges.get(promise)?.find((pledge) => pledge.channel === channel)?.silenceIsFine ?? false,
  };
}
