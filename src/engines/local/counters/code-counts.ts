import { isOpen, isUnreadable, Outcome } from '../../../vocabulary/conditions/index.ts';
import { float64, Growing, int32 } from '../growing.ts';
import { FILTERED } from './cell-counter.ts';

/** What is counted of a group, each in its place. */
export const Place = { KEPT: 0, MISSED: 1, EXCLUDED: 2, UNREADABLE: 3, FILTERED: 4, OPEN: 5 } as const;

/** Places of a group: a power of two, of which the last are free. */
export const PLACES = 8;

/**
 * The place of each code, so that a loop over rows goes the same way whatever they come to: codes are as good as
 * random, and a branch on one is guessed wrong time and again.
 */
export const PLACE_OF = Uint8Array.from({ length: 32 }, (_, code) => {
  if (code === FILTERED) return Place.FILTERED;
  if (isOpen(code)) return Place.OPEN;
  if (isUnreadable(code)) return Place.UNREADABLE;
  return code === Outcome.KEPT ? Place.KEPT : code === Outcome.MISSED ? Place.MISSED : Place.EXCLUDED;
});

/** By place: how far a list of what is kept grows. */
export const ONE_IF_KEPT = Uint8Array.from({ length: PLACES }, (_, place) => (place === Place.KEPT ? 1 : 0));

/** Rows after which counts of 32 bits could overflow. */
const MOST_ROWS = 0x7fff_ffff;

/** Occasions by group and by what they come to. */
export class CodeCounts {
  readonly #counts = new Growing(float64);
  /** What loops have added since: whole numbers of 32 bits, which are added to faster. */
  readonly #recent = new Growing(int32);
  #rows = 0;

  /** `PLACES` counts a group, for a loop over some rows to add one each to. */
  room(groups: number, rows: number): Int32Array {
    if (this.#rows + rows > MOST_ROWS) this.#settle();
    this.#rows += rows;
    return this.#recent.room(groups * PLACES);
  }

  #settle(): void {
    if (this.#rows === 0) return;
    const { array, length } = this.#recent;
    for (let index = 0; index < length; index += 1) this.#counts.add(index, array[index] ?? 0);
    array.fill(0);
    this.#rows = 0;
  }

  add(group: number, place: number, count = 1): void {
    this.#counts.add(group * PLACES + place, count);
  }

  absorb(later: CodeCounts, groups: Int32Array): void {
    later.#settle();
    for (let from = 0; from < groups.length; from += 1) {
      for (let place = 0; place < PLACES; place += 1) {
        this.add(groups[from] ?? 0, place, later.#counts.get(from * PLACES + place));
      }
    }
  }

  of(place: number, groups: number): Float64Array {
    this.#settle();
    const counts = this.#counts.room(groups * PLACES);
    const found = new Float64Array(groups);
    for (let group = 0; group < groups; group += 1) found[group] = counts[group * PLACES + place] ?? 0;
    return found;
  }

  /** Those that came to no outcome and no value. */
  aside(groups: number): { excluded: Float64Array; unreadable: Float64Array; filtered: Float64Array } {
    return {
      excluded: this.of(Place.EXCLUDED, groups),
      unreadable: this.of(Place.UNREADABLE, groups),
      filtered: this.of(Place.FILTERED, groups),
    };
  }
}
