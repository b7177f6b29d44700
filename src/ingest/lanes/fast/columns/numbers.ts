import type { Column } from '../../../../model/batch.ts';
import type { ColumnPlan } from '../../../../model/column.ts';
import { unitScale } from '../../../../vocabulary/types/index.ts';
import { type Stretch, specialTexts, type Workshop } from './column-decoder.ts';
import { ScalarDecoder } from './scalars.ts';
import { SlowNumbers } from './slow-numbers.ts';

interface Plain {
  readonly scale: number;
  readonly shift: number;
  readonly least: number;
  readonly most: number;
}

const ANY: Plain = {
  scale: 1,
  shift: 0,
  least: Number.NEGATIVE_INFINITY,
  most: Number.POSITIVE_INFINITY,
};

/** A look-up of all cells is worth it for one in so many. */
const SELDOM = 20;

/** Numbers, percents and durations that are plain digits, and durations such as 00:04:31. */
export class NumberDecoder extends ScalarDecoder {
  readonly #plain: Plain | null;
  readonly #isSafe: boolean;
  readonly #rows: number;
  #slow: SlowNumbers | null = null;

  constructor(plan: ColumnPlan, shop: Workshop, rows: number) {
    super(plan, shop);
    this.#rows = rows;
    this.#plain = plainOf(plan);
    // A text that stands for another could be one that a kernel reads.
    this.#isSafe = !specialTexts(plan).some((text) => text === '' || /\d/.test(text));
  }

  protected run(stretch: Stretch): number {
    if (!this.#isSafe) return -1;
    const count = this.#runKernel(stretch);
    if (count * SELDOM <= stretch.rows) return count;
    this.#slow ??= new SlowNumbers(this.shop, this.#rows);
    return this.#slow.find(stretch, count);
  }

  protected override put(stretch: Stretch, column: Column, rows: Int32Array | null): void {
    super.put(stretch, column, rows);
    if (rows !== null && column.kind === 'numeric') this.#slow?.add(stretch, this.places[0] ?? 0, column, rows);
  }

  #runKernel({ values, states }: Stretch): number {
    const { kernels, cells, misses } = this.shop;
    if (this.#plain === null) return kernels.clocks(cells, values, states, misses);
    const { scale, shift, least, most } = this.#plain;
    const mark = this.plan.cell.decimal.charCodeAt(0);
    return kernels.numbers(cells, mark, scale, shift, least, most, values, states, misses);
  }
}

/** What a bare number of the column means; null: nothing, durations are written as hours, minutes and seconds. */
function plainOf({ cell }: ColumnPlan): Plain | null {
  if (cell.type === 'percent') return cell.unit === 'percent' ? { ...ANY, shift: 2 } : { ...ANY, least: 0, most: 1 };
  if (cell.type !== 'duration') return ANY;
  return cell.unit === null || cell.unit === 'percent' ? null : { ...ANY, ...unitScale(cell.unit) };
}
