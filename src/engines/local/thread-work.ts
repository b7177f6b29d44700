import type { EngineContext } from '../../model/engine.ts';
import type { Plan, SourcePlan } from '../../model/plan.ts';
import type { DayRange } from '../../model/time.ts';

/** What a thread needs to count whole sources: plain data. */
export interface ThreadWork {
  readonly plan: Plan;
  readonly window: DayRange | null;
  readonly context: Pick<EngineContext, 'workingDirectory' | 'hashes' | 'redact'>;
  /** In the order in which they are to be taken. */
  readonly sources: readonly ThreadSource[];
}

export interface ThreadSource {
  /** Place among the readings of the crew. */
  readonly reading: number;
  readonly source: SourcePlan;
  /** Of the files as the main thread has found them. */
  readonly stamp: string;
}
