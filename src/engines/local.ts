import { existsSync } from 'node:fs';
import { Failure } from '../diagnostics/failure.ts';
import type { Crew, Script } from '../ingest/crew/index.ts';
import { openCrew, openSource, type SourceReading } from '../ingest/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Engine, EngineContext } from '../model/engine.ts';
import type { Plan, SourcePlan } from '../model/plan.ts';
import type { Horizon, SourceTally } from '../model/tally.ts';
import { counted, eachBatch } from './local/counted.ts';
import type { FilePart } from './local/file-part.ts';
import { HorizonFinder } from './local/horizon.ts';
import { occasionsAgain } from './local/occasions/open-again.ts';
import { totalProgress } from './local/progress.ts';
import { soleColumns } from './local/sole-columns.ts';
import type { ThreadWork } from './local/thread-work.ts';

/**
 * Reads the exports in this process, a batch at a time. Memory grows with the rows only where the language needs it:
 * the values of a quantile or a mean, cases, different ids, and what is still open.
 */
export const local: Engine = {
  async horizon(plan, context) {
    return withSources(plan, context, { reduce: soleColumns, hashed: false, work: null }, async (opened, crew) => {
      // All of it is found here, and threads decode for it.
      for (const index of opened.keys()) crew?.claims(index);
      const found = new Map<number, Horizon>();
      for (const { source, reading } of opened) found.set(source.index, await horizonOf(source, reading));
      return plan.sources.flatMap(({ index }) => found.get(index) ?? []);
    });
  },

  async tally(plan, window, context) {
    const { workingDirectory, hashes, redact } = context;
    const work = { plan, window, context: { workingDirectory, hashes, redact } };
    return withSources(plan, context, { reduce: (source) => source, hashed: true, work }, async (opened, crew, nap) => {
      const tallies = new Map<SourcePlan, SourceTally>();
      const parts = new Map<SourcePlan, FilePart>();
      for (const [index, { source, reading }] of opened.entries()) {
        if (crew?.claims(index) === false) continue;
        parts.set(source, await counted(plan, source, reading, window));
      }
      for (const [index, { source, reading }] of opened.entries()) {
        if (parts.has(source)) continue;
        const tally = (await crew?.tally(index, nap)) ?? null;
        if (tally === null) parts.set(source, await counted(plan, source, reading, window));
        else tallies.set(source, tally);
      }
      for (const { source, reading } of opened) {
        const part = parts.get(source);
        // Hashes are taken once all is read, for then no thread waits for another.
        if (part !== undefined)
          tallies.set(source, { source: source.index, files: await reading.facts(), ...part.tally() });
      }
      const sources = plan.sources.flatMap((source) => tallies.get(source) ?? []);
      return { sources, findings: inOrder(plan, opened).flatMap(({ reading }) => reading.notes) };
    });
  },

  async *occasions(plan, selection, context) {
    const whole = plan.sources.find(({ channels }) => channels.some(({ name }) => name === selection.channel));
    const channel = whole?.channels.find(({ name }) => name === selection.channel);
    if (whole === undefined || channel === undefined) return;
    yield* occasionsAgain(plan, whole, channel, selection, context);
  },
};

/** What of a source is read, and whether anybody asks for the sha256 of its files. */
interface Way {
  readonly reduce: (source: SourcePlan) => SourcePlan;
  readonly hashed: boolean;
  /** What threads count by themselves; null: they decode alone. */
  readonly work: Omit<ThreadWork, 'sources'> | null;
}

interface Opened {
  readonly source: SourcePlan;
  readonly reading: SourceReading;
}

/** The work over opened sources, the largest first, with threads where they are worth it. */
type Work<T> = (opened: readonly Opened[], crew: Crew | null, nap: () => void) => Promise<T>;

/** Opens every source before any is read, so that all that is wrong with files and headers is said at once. */
async function withSources<T>(
  plan: Plan,
  context: EngineContext,
  { reduce, hashed, work: threadWork }: Way,
  work: Work<T>,
): Promise<T> {
  const opened: Opened[] = [];
  const faults: Diagnostic[] = [];
  let crew: Crew | null = null;
  const progress = totalProgress(context.onProgress, () => crew?.counted ?? null);
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
    const largestFirst = opened.toSorted((a, b) => bytesOf(b) - bytesOf(a));
    const { threads = 1, signal } = context;
    const script = threadScript(threadWork, largestFirst);
    crew = await openCrew(
      largestFirst.map(({ reading }) => reading),
      { threads, signal, hashed, script },
    );
    return await work(largestFirst, crew, progress.tell);
  } finally {
    crew?.close();
    for (const { reading } of opened) await reading.close();
  }
}

const THREAD = new URL('./thread.js', import.meta.url);

/** null where there is nothing that a thread could run: the sources as they are written, without a build. */
function threadScript(work: Way['work'], largestFirst: readonly Opened[]): Script | null {
  if (!existsSync(THREAD)) return null;
  const wholes = work === null ? [] : largestFirst.map(({ source, reading }, index) => ({ source, reading, index }));
  const sources = wholes
    .filter(({ reading }) => reading.canBeReadElsewhere)
    .map(({ source, reading, index }) => ({ source, reading: index, stamp: reading.stamp }))
    .toReversed();
  return { url: THREAD, work: { ...work, sources } };
}

function bytesOf({ reading }: Opened): number {
  return reading.files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function inOrder(plan: Plan, opened: readonly Opened[]): readonly Opened[] {
  return plan.sources.flatMap((source) => opened.filter((one) => one.source === source));
}

async function horizonOf(source: SourcePlan, reading: SourceReading): Promise<Horizon> {
  const whole = new HorizonFinder(source);
  const fresh = (): HorizonFinder => new HorizonFinder(source);
  for (const [file] of reading.files.entries()) {
    whole.absorb(await eachBatch(reading, file, fresh, (finder, batch) => finder.add(batch)));
  }
  return whole.horizon;
}
