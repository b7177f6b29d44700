import { Failure } from '../diagnostics/failure.ts';
import { openSource, type SourceReading } from '../ingest/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Engine, EngineContext } from '../model/engine.ts';
import type { Plan, SourcePlan } from '../model/plan.ts';
import type { Horizon, SourceTally } from '../model/tally.ts';
import type { DayRange } from '../model/time.ts';
import { ChannelCounter } from './local/channel-counter.ts';
import { HorizonFinder } from './local/horizon.ts';
import { totalProgress } from './local/progress.ts';
import { soleColumns } from './local/sole-columns.ts';
import { UntakenRows } from './local/untaken.ts';

/**
 * Reads the exports in this process, a batch at a time. Memory grows with the rows only where the language needs it:
 * the values of a quantile or a mean, cases, different ids, and what is still open.
 */
export const local: Engine = {
  async horizon(plan, context) {
    return eachSource(
      plan,
      context,
      async (source, reading) => {
        const finder = new HorizonFinder(source);
        for await (const batch of reading.batches()) finder.add(batch);
        return finder.horizon;
      },
      soleColumns,
    );
  },

  async tally(plan, window, context) {
    const findings: Diagnostic[] = [];
    const sources = await eachSource(plan, context, async (source, reading) => {
      findings.push(...reading.notes);
      return tallySource(plan, source, reading, window);
    });
    return { sources, findings };
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

/**
 * Opens every source before any is read, so that all that is wrong with files and headers is said at once; then does
 * the work source by source.
 */
async function eachSource<T>(
  plan: Plan,
  context: EngineContext,
  work: (source: SourcePlan, reading: SourceReading) => Promise<T>,
  reduce: (source: SourcePlan) => SourcePlan = (source) => source,
): Promise<readonly T[]> {
  const opened: { readonly source: SourcePlan; readonly reading: SourceReading }[] = [];
  const faults: Diagnostic[] = [];
  const progress = totalProgress(context.onProgress);
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
    const results: T[] = [];
    for (const { source, reading } of opened) results.push(await work(source, reading));
    return results;
  } finally {
    for (const { reading } of opened) await reading.close();
  }
}

/** Batches after which what is past its deadline is settled, so that it needs no place in memory. */
const SETTLE_EVERY = 64;

/** A counter a file, merged in reading order: the seam at which files will be spread over threads. */
async function tallySource(
  plan: Plan,
  source: SourcePlan,
  reading: SourceReading,
  window: DayRange | null,
): Promise<SourceTally> {
  const counters = (): ChannelCounter[] =>
    source.channels.map((channel) => new ChannelCounter(channel, source, window, plan.asOf));
  const finder = new HorizonFinder(source);
  const untaken = new UntakenRows(source, reading.files.length);
  let whole: readonly ChannelCounter[] | null = null;
  let part = counters();
  let file = 0;
  let batches = 0;
  const merge = (): readonly ChannelCounter[] => {
    // The first part is the whole so far: nothing has to be copied where there is but one file.
    if (whole === null) whole = part;
    else {
      for (const [index, counter] of whole.entries()) {
        const later = part[index];
        if (later !== undefined) counter.absorb(later);
      }
    }
    if (plan.asOf === null) settleAt(whole, finder.horizon);
    return whole;
  };
  for await (const batch of reading.batches()) {
    if (batch.file !== file) {
      merge();
      part = counters();
      file = batch.file;
    }
    finder.add(batch);
    untaken.add(batch);
    for (const counter of part) counter.add(batch);
    batches += 1;
    if (plan.asOf === null && batches % SETTLE_EVERY === 0) settleAt(part, finder.horizon);
  }
  const counted = merge();
  return {
    source: source.index,
    horizon: finder.horizon,
    channels: counted.map((counter) => counter.finish(reading.files.length)),
    files: reading.facts(),
    untaken: untaken.counts,
  };
}

/** as_of cannot lie before the newest event met so far: what is past its deadline by then needs no place in memory. */
function settleAt(counters: readonly ChannelCounter[], { event }: Horizon): void {
  if (event !== null) for (const counter of counters) counter.settle(event);
}
