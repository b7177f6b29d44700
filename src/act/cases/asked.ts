import type { AskedSegment, CaseOutcome } from './case.ts';

/** What is asked of the occasions, beside what an audit is asked. */
export interface CasesAsked {
  readonly outcome: CaseOutcome;
  /** All must hold. */
  readonly segments: readonly AskedSegment[];
  /** Columns to show beside: names of the channel's `columns`, or headers of its export. */
  readonly columns: readonly string[];
  /** No cell of an export in messages. */
  readonly redact: boolean;
}
