import type { Outcome, OutcomeCounts, RecordOccasion } from './record.ts';

/** How many occasions came to each outcome. */
export function countsOf(occasions: readonly Pick<RecordOccasion, 'outcome'>[]): OutcomeCounts {
  const of = (wanted: Outcome): number => occasions.filter(({ outcome }) => outcome === wanted).length;
  return {
    kept: of('kept'),
    missed: of('missed'),
    pending: of('pending'),
    excluded: of('excluded'),
    unreadable: of('unreadable'),
  };
}
