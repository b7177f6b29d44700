import type { Verdict } from '../model/report.ts';

/** Best first, as a summary counts them. */
export const verdictOrder: readonly Verdict[] = ['kept', 'close', 'waived', 'missed', 'unproven', 'unmeasured'];

/** The verdict as people say it. */
export const verdictWord: Readonly<Record<Verdict, string>> = {
  kept: 'kept',
  close: 'close',
  waived: 'waived',
  missed: 'missed',
  unproven: 'unproven',
  unmeasured: 'not measured',
};

/** Each verdict has a sign of its own: colour only repeats it. */
export const verdictSign: Readonly<Record<Verdict, string>> = {
  kept: '✓',
  close: '◐',
  waived: '~',
  missed: '✗',
  unproven: '?',
  unmeasured: '○',
};
