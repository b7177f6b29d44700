import type { Declaration } from '../model/declaration.ts';
import type { OccasionBatch, Selection, TallyResult } from '../model/engine.ts';
import type { Plan } from '../model/plan.ts';
import type { GapReport } from '../model/report.ts';
import type { DayRange, Instant } from '../model/time.ts';

/** An audit whose rows can be read again: what cases, causes and a customer's record are made from. */
export interface Examination {
  readonly audited: { readonly report: GapReport };
  /** What is asked for of the promise file. */
  readonly declaration: Declaration;
  /** All of it. */
  readonly whole: Declaration;
  readonly plan: Plan;
  readonly window: DayRange | null;
  readonly result: TallyResult;
  /** The moment that each source of the plan speaks for. */
  readonly moments: readonly (Instant | null)[];
  /** The occasions of a channel again, by the same plan; `window` is to be that of the examination. */
  readonly occasions: (selection: Selection) => AsyncIterable<OccasionBatch>;
}
