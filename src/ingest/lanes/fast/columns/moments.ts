import { CellState } from '../../../../model/batch.ts';
import type { ColumnPlan } from '../../../../model/column.ts';
import { DAY_MS } from '../../../../vocabulary/time/civil.ts';
import { type Zone, zoneOf } from '../../../../vocabulary/time/zone.ts';
import { type ColumnNotes, isEpochFormat } from '../../../../vocabulary/types/index.ts';
import { LAST_INSTANT } from '../../../../vocabulary/types/moment-reading.ts';
import { LOCAL } from '../kernels/kernels.ts';
import { type Stretch, specialTexts, type Workshop } from './column-decoder.ts';
import { patternSteps } from './pattern.ts';
import { ScalarDecoder } from './scalars.ts';

/** Timestamps and dates: ISO 8601, declared formats of numbers and AM or PM, and whole numbers since 1970. */
export class MomentDecoder extends ScalarDecoder {
  readonly #zone: Zone;
  readonly #isUtc: boolean;
  readonly #wholeDays: boolean;
  readonly #kernel: 'iso' | 'pattern' | 'epoch' | null;
  readonly #steps: number = 0;
  readonly #stepCount: number = 0;
  #skipped = 0;
  #repeated = 0;

  constructor(plan: ColumnPlan, shop: Workshop) {
    super(plan, shop);
    const { cell } = plan;
    this.#zone = zoneOf(cell.zone);
    this.#isUtc = isUtc(cell.zone);
    this.#wholeDays = cell.type === 'date';
    // A text that stands for another could be one that a kernel reads.
    const isSafe = !specialTexts(plan).some((text) => text === '' || /\d/.test(text));
    const isEpoch = cell.format !== null && isEpochFormat(cell.format);
    const steps = cell.format === null || isEpoch ? null : patternSteps(cell.format);
    const kernel = isEpoch ? 'epoch' : steps === null ? null : 'pattern';
    this.#kernel = !isSafe ? null : cell.format === null ? 'iso' : kernel;
    if (steps !== null) {
      this.#steps = shop.arena.take(steps.length * 4);
      shop.arena.ints(this.#steps, steps.length).set(steps);
      this.#stepCount = steps.length / 4;
    }
  }

  override begin(places: readonly number[]): void {
    super.begin(places);
    this.#skipped = 0;
    this.#repeated = 0;
  }

  override notes(): ColumnNotes {
    const slow = super.notes();
    return {
      ...slow,
      skippedTimes: slow.skippedTimes + this.#skipped,
      repeatedTimes: slow.repeatedTimes + this.#repeated,
    };
  }

  protected run(stretch: Stretch): number {
    if (this.#kernel === null) return -1;
    const count = this.#runKernel(this.#kernel, stretch);
    const zoned = this.#kernel === 'epoch' ? 0 : (this.shop.arena.ints(this.shop.result, 1)[0] ?? 0);
    if (this.#wholeDays || (zoned > 0 && !this.#isUtc)) this.#applyZone(stretch, count);
    return count;
  }

  #runKernel(kernel: 'iso' | 'pattern' | 'epoch', { values, states }: Stretch): number {
    const { kernels, cells, misses, result } = this.shop;
    const utc = this.#isUtc ? 1 : 0;
    switch (kernel) {
      case 'iso':
        return kernels.moments(cells, utc, values, states, misses, result);
      case 'pattern':
        return kernels.patternMoments(cells, this.#steps, this.#stepCount, utc, values, states, misses, result);
      case 'epoch': {
        const unit = this.plan.cell.format === 'epoch-seconds' ? 1000 : 1;
        return kernels.numbers(cells, 0, unit, 0, 0, LAST_INSTANT, values, states, misses);
      }
    }
  }

  #applyZone({ values: at, states: stateAt, rows }: Stretch, misses: number): void {
    const { arena } = this.shop;
    const zone = this.#zone;
    const values = arena.floats(at, rows);
    const states = arena.bytes(stateAt, rows);
    for (const row of arena.ints(this.shop.misses, misses)) states[row] = CellState.BLANK;
    for (let row = 0; row < rows; row++) {
      const value = values[row] ?? 0;
      switch (states[row]) {
        case CellState.DATE:
          values[row] = zone.startOfDay(value / DAY_MS);
          break;
        case LOCAL: {
          const instant = zone.toInstant(value);
          values[row] = instant;
          states[row] = CellState.VALUE;
          if (this.#wholeDays) break;
          const irregular = zone.irregular(value);
          if (irregular === 'skipped') this.#skipped++;
          else if (irregular === 'repeated') this.#repeated++;
        }
      }
      if (this.#wholeDays && states[row] === CellState.VALUE) {
        values[row] = zone.startOfDay(zone.dayOf(values[row] ?? 0));
        states[row] = CellState.DATE;
      }
    }
  }
}

/** The zones whose wall clock is the instant itself. */
function isUtc(zone: string): boolean {
  return /^(?:etc\/)?(?:utc|gmt|uct|zulu)$/i.test(zone);
}
