import type { Declaration } from '../model/declaration.ts';
import type { OccasionBatch, Selection, TallyResult } from '../model/engine.ts';
import type { Plan } from '../model/plan.ts';
import type { GapReport } from '../model/report.ts';
import type { DayRange, Instant } from '../model/time.ts';

/** What a change of the declaration comes to. */
export type Recounted = Pick<Examination, 'declaration' | 'plan' | 'result' | 'window'>;

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
  /** Counts the same occasions again, after a change to what is declared: other segments to divide them by. */
  readonly recount: (change: (declaration: Declaration) => Declaration) => Promise<Recounted>;
  /** The occasions of a channel again, by the same plan; `window` is to be that of the examination. */
  readonly occasions: (selection: Selection) => AsyncIterable<OccasionBatch>;
}
