import type { Observe } from '../../../vocabulary/measures/measure.ts';
import type { CellCounter } from './cell-counter.ts';
import { CountCounter } from './counts.ts';
import { IdCounter } from './ids.ts';
import { MomentCounter } from './moments.ts';
import { ValueCounter } from './values.ts';

/** The counter of a measure that is no condition; one class a kind of tally. */
export function levelCounter(seen: Exclude<Observe, { readonly kind: 'outcomes' }>): CellCounter {
  switch (seen.kind) {
    case 'values':
      return new ValueCounter(seen.run);
    case 'moments':
      return new MomentCounter(seen.run);
    case 'counts':
      return new CountCounter(seen.run);
    case 'ids':
      return new IdCounter(seen.run);
  }
}
