import type { CaseOutcome, LengthUnit } from './case.ts';
import type { Key } from './heap.ts';

/** Lengths of different units cannot be held against each other: time comes first. */
const UNITS: readonly LengthUnit[] = ['seconds', 'share', 'number', 'misses'];
const AFTER_ALL = UNITS.length;

/**
 * The place of an occasion in the list. Of what was missed: customers let down more than once come first, then time,
 * shares, numbers and misses, the farthest beyond first, then what has no length. Of what is pending: the least time
 * left first. All else, and what is equal, in reading order.
 *
 * @param length - how far beyond, or how much is left; NaN: no such length
 * @param number - in reading order
 */
export function keyOf(outcome: CaseOutcome, unit: LengthUnit, isAgain: boolean, length: number, number: number): Key {
  const hasLength = !Number.isNaN(length);
  switch (outcome) {
    case 'missed': {
      const rank = hasLength ? UNITS.indexOf(unit) : AFTER_ALL;
      return { group: (isAgain ? 0 : AFTER_ALL + 1) + rank, size: hasLength ? -length : 0, number };
    }
    case 'pending':
      return { group: hasLength ? 0 : 1, size: hasLength ? length : 0, number };
    default:
      return { group: 0, size: 0, number };
  }
}
