import type { CellContext } from '../cell.ts';
import type { Judged } from '../judge.ts';
import type { JudgedPeriod } from '../periods.ts';
import type { Settled } from '../settle/index.ts';
import type { Split } from '../splits.ts';

/** A cell that has been scored, with all that its figures were made from. */
export interface Scored {
  readonly judged: Judged;
  readonly settled: Settled;
  /** Periods that can be held against each other. */
  readonly compared: readonly JudgedPeriod[];
  readonly splits: readonly Split[];
  readonly context: CellContext;
}
