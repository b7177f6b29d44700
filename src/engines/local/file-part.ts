import type { Batch } from '../../model/batch.ts';
import type { Plan, SourcePlan } from '../../model/plan.ts';
import type { Horizon, SourceTally } from '../../model/tally.ts';
import type { DayRange, Instant } from '../../model/time.ts';
import { ChannelCounter } from './channel-counter.ts';
import { HorizonFinder } from './horizon.ts';
import { UntakenRows } from './untaken.ts';

/** Batches after which what is past its deadline is settled, so that it needs no place in memory. */
const SETTLE_EVERY = 64;

interface Options {
  readonly window: DayRange | null;
  readonly files: number;
  /** Newest event of the files before. */
  readonly before: Instant | null;
}

/** All that is counted of one file, or of several that lie one after the other. */
export class FilePart {
  readonly #isSettled: boolean;
  readonly #counters: readonly ChannelCounter[];
  readonly #finder: HorizonFinder;
  readonly #untaken: UntakenRows;
  readonly #before: Instant | null;
  readonly #files: number;
  #batches = 0;

  constructor(plan: Plan, source: SourcePlan, { window, files, before }: Options) {
    this.#isSettled = plan.asOf === null;
    this.#counters = source.channels.map((channel) => new ChannelCounter(channel, source, window, plan.asOf));
    this.#finder = new HorizonFinder(source);
    this.#untaken = new UntakenRows(source, files);
    this.#before = before;
    this.#files = files;
  }

  get horizon(): Horizon {
    return this.#finder.horizon;
  }

  add(batch: Batch): void {
    this.#finder.add(batch);
    this.#untaken.add(batch);
    for (const counter of this.#counters) counter.add(batch);
    this.#batches += 1;
    if (this.#batches % SETTLE_EVERY === 0) this.#settle();
  }

  absorb(later: FilePart): void {
    this.#finder.absorb(later.#finder);
    this.#untaken.absorb(later.#untaken);
    for (const [index, counter] of this.#counters.entries()) {
      const other = later.#counters[index];
      if (other !== undefined) counter.absorb(other);
    }
    this.#settle();
  }

  /** To be called once, at the end. */
  tally(): Pick<SourceTally, 'horizon' | 'channels' | 'untaken'> {
    this.#settle();
    return {
      horizon: this.horizon,
      channels: this.#counters.map((counter) => counter.finish(this.#files)),
      untaken: this.#untaken.counts,
    };
  }

  /** as_of cannot lie before the newest event met so far: what is past its deadline by then needs no place in memory. */
  #settle(): void {
    if (!this.#isSettled) return;
    const { event } = this.horizon;
    const newest = event === null ? this.#before : Math.max(event, this.#before ?? event);
    if (newest !== null) for (const counter of this.#counters) counter.settle(newest);
  }
}
