import { Failure } from '../diagnostics/failure.ts';
import { HandOver, openCrew, openSource, type SourceReading } from '../ingest/index.ts';
import type { Batch } from '../model/batch.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Engine, EngineContext } from '../model/engine.ts';
import type { Plan, SourcePlan } from '../model/plan.ts';
import type { Horizon, SourceTally } from '../model/tally.ts';
import type { DayRange } from '../model/time.ts';
import { ChannelCounter } from './local/channel-counter.ts';
import { FilePart } from './local/file-part.ts';
import { HorizonFinder } from './local/horizon.ts';
import { totalProgress } from './local/progress.ts';
import { soleColumns } from './local/sole-columns.ts';

/**
 * Reads the exports in this process, a batch at a time. Memory grows with the rows only where the language needs it:
 * the values of a quantile or a mean, cases, different ids, and what is still open.
 */
export const local: Engine = {
  async horizon(plan, context) {
    return withSources(plan, context, { reduce: soleColumns, hashed: false }, async (opened) => {
      const found: Horizon[] = [];
      for (const { source, reading } of opened) found.push(await horizonOf(source, reading));
      return found;
    });
  },

  async tally(plan, window, context) {
    return withSources(plan, context, { reduce: (source) => source, hashed: true }, async (opened) => {
      const parts: FilePart[] = [];
      for (const { source, reading } of opened) parts.push(await counted(plan, source, reading, window));
      const sources: SourceTally[] = [];
      for (const [index, { source, reading }] of opened.entries()) {
        const part = parts[index];
        // Hashes are taken once all is read, for then no thread waits for another.
        if (part !== undefined) sources.push({ source: source.index, files: await reading.facts(), ...part.tally() });
      }
      return { sources, findings: opened.flatMap(({ reading }) => reading.notes) };
    });
  },

  async *occasions(plan, selection, context) {
    const source = plan.sources.find(({ channels }) => channels.some(({ name }) => name === selection.channel));
    const channel = source?.channels.find(({ name }) => name === selection.channel);
    if (source === undefined || channel === undefined) return;
    const reading = await openSource(source, { directory: plan.directory, ...context });
    try {
      const counter = new ChannelCounter(channel, source, selection.window, plan.asOf);
      for await (const batch of reading.batches()) yield { batch, rows: counter.entered(batch) };
    } finally {
      await reading.close();
    }
  },
};

/** What of a source is read, and whether anybody asks for the sha256 of its files. */
interface Way {
  readonly reduce: (source: SourcePlan) => SourcePlan;
  readonly hashed: boolean;
}

interface Opened {
  readonly source: SourcePlan;
  readonly reading: SourceReading;
}

/** Opens every source before any is read, so that all that is wrong with files and headers is said at once. */
async function withSources<T>(
  plan: Plan,
  context: EngineContext,
  { reduce, hashed }: Way,
  work: (opened: readonly Opened[]) => Promise<T>,
): Promise<T> {
  const opened: Opened[] = [];
  const faults: Diagnostic[] = [];
  const progress = totalProgress(context.onProgress);
  let crew: Awaited<ReturnType<typeof openCrew>> = null;
  try {
    const sources = plan.sources.map(reduce);
    const options = sources.map(() => ({ directory: plan.directory, ...context, onProgress: progress.next() }));
    const openings = await Promise.allSettled(
      sources.map((source, index) => openSource(source, options[index] ?? { directory: plan.directory, ...context })),
    );
    for (const [index, opening] of openings.entries()) {
      const source = sources[index];
      if (opening.status === 'fulfilled' && source !== undefined) {
        progress.expect(opening.value.files);
        opened.push({ source, reading: opening.value });
      }
    }
    for (const opening of openings) {
      if (opening.status === 'fulfilled') continue;
      if (!(opening.reason instanceof Failure)) throw opening.reason;
      faults.push(...opening.reason.diagnostics);
    }
    if (faults.length > 0) throw new Failure('data', faults);
    const { threads = 1, signal } = context;
    const readings = opened.map(({ reading }) => reading);
    crew = await openCrew(readings, { threads, signal, hashed });
    return await work(opened);
  } finally {
    crew?.close();
    for (const { reading } of opened) await reading.close();
  }
}

/** One file by the fast lane; by the reference lane where that meets anything unusual, and then from the beginning. */
async function eachBatch<P>(
  reading: SourceReading,
  file: number,
  fresh: () => P,
  add: (part: P, batch: Batch) => void,
): Promise<P> {
  try {
    const part = fresh();
    for await (const batch of reading.read(file, 'fast')) add(part, batch);
    return part;
  } catch (error) {
    if (!(error instanceof HandOver)) throw error;
  }
  const part = fresh();
  for await (const batch of reading.read(file, 'reference')) add(part, batch);
  return part;
}

async function horizonOf(source: SourcePlan, reading: SourceReading): Promise<Horizon> {
  const whole = new HorizonFinder(source);
  const fresh = (): HorizonFinder => new HorizonFinder(source);
  for (const [file] of reading.files.entries()) {
    whole.absorb(await eachBatch(reading, file, fresh, (finder, batch) => finder.add(batch)));
  }
  return whole.horizon;
}

/** A part a file, merged in reading order: a file that is given up half-way leaves nothing behind. */
async function counted(
  plan: Plan,
  source: SourcePlan,
  reading: SourceReading,
  window: DayRange | null,
): Promise<FilePart> {
  const files = reading.files.length;
  let whole: FilePart | null = null;
  for (const [file] of reading.files.entries()) {
    const before = whole?.horizon.event ?? null;
    const fresh = (): FilePart => new FilePart(plan, source, { window, files, before });
    const part = await eachBatch(reading, file, fresh, (one, batch) => one.add(batch));
    // The first part is the whole so far: nothing has to be copied where there is but one file.
    if (whole === null) whole = part;
    else whole.absorb(part);
  }
  return whole ?? new FilePart(plan, source, { window, files, before: null });
}
