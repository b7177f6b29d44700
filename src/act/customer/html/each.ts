import { countsOf } from '../counts.ts';
import type { CustomerRecord } from '../record.ts';
import { pledgeOf } from '../words.ts';

/**
 * What was promised of each occasion. An average, a score or what nine in ten stay within is promised of all occasions
 * together: none of them alone breaks it, and to a person it would be false that it did.
 */
export function promisedOfEach(record: CustomerRecord): CustomerRecord {
  const occasions = record.occasions.filter((occasion) => pledgeOf(record, occasion)?.measure === 'kept_when');
  return {
    ...record,
    contacts: new Set(occasions.map(({ contact }) => contact)).size,
    counts: countsOf(occasions),
    promises: record.promises
      .filter(({ pledges }) => pledges.length === 0 || pledges.some(({ measure }) => measure === 'kept_when'))
      .map((promise) => ({
        ...promise,
        counts: countsOf(occasions.filter((occasion) => occasion.promise === promise.promise)),
      })),
    occasions,
  };
}
