import type { Instant } from '../../model/time.ts';

/**
 * What a condition comes to on one occasion, one byte a row. OPEN is a flag: until the row's due instant has passed
 * the occasion is pending, from then on it is what the lower bits say.
 */
export const Outcome = {
  KEPT: 0,
  MISSED: 1,
  EXCLUDED: 2,
  /** A cell that does not parse. */
  UNREADABLE: 3,
  /** An event before its start, an elapsed time below zero: the data contradicts itself. */
  EARLY: 4,
  /** A date where the promise speaks of hours. */
  TIMELESS: 5,
  /** A value off its scale. */
  SCALE: 6,
  /** A count above its total, or no whole number. */
  TOTAL: 7,
  OPEN: 8,
  OPEN_KEPT: 8,
  OPEN_MISSED: 9,
  OPEN_EXCLUDED: 10,
} as const;

/** Never due: the outcome does not depend on how far the data goes. */
export const NEVER_DUE = Number.NEGATIVE_INFINITY;

/** Outcomes of the rows of one batch. The arrays are scratch: read them before the condition is evaluated again. */
export interface Outcomes {
  readonly codes: Uint8Array;
  /** When the outcome can no longer change; `NEVER_DUE` where no deadline is involved. null: so for every row. */
  readonly due: Float64Array | null;
}

export function isUnreadable(code: number): boolean {
  return code >= Outcome.UNREADABLE && code <= Outcome.TOTAL;
}

export function isOpen(code: number): boolean {
  return (code & Outcome.OPEN) !== 0;
}

/** What an outcome is at an instant: an open one is settled once its due instant is not after it, else null: pending. */
export function settled(code: number, due: Instant, asOf: Instant): number | null {
  if (!isOpen(code)) return code;
  return due > asOf ? null : code & 7;
}

const { KEPT, MISSED, EXCLUDED, OPEN } = Outcome;

/** Order in which settled outcomes win: under `all` missed, excluded, kept; under `any` kept, missed, excluded. */
const RANK_ALL = [2, 0, 1];
const RANK_ANY = [0, 1, 2];

interface Timed {
  code: number;
  due: number;
}

/**
 * Joins two outcomes under `all` (`winner` MISSED: missed, then pending, then excluded, then kept wins) or `any`
 * (`winner` KEPT: kept, then pending, then missed, then excluded). An unreadable cell wins over everything: bad data
 * is never guessed at. An open outcome is a step function of the moment the data speaks for; joined ones are steps
 * again, so that the join can be settled later just as well as now.
 */
export function join(a: Timed, b: Timed, winner: typeof MISSED | typeof KEPT, into: Timed): void {
  if (isUnreadable(a.code) || isUnreadable(b.code)) {
    into.code = isUnreadable(a.code) ? a.code : b.code;
    into.due = NEVER_DUE;
    return;
  }
  const rank = winner === MISSED ? RANK_ALL : RANK_ANY;
  const aOpen = isOpen(a.code);
  const bOpen = isOpen(b.code);
  const aAfter = a.code & 7;
  const bAfter = b.code & 7;
  const aDue = a.due;
  const bDue = b.due;
  if (!aOpen && !bOpen) {
    into.code = better(rank, aAfter, bAfter);
    into.due =
      aAfter === winner && bAfter !== winner
        ? aDue
        : bAfter === winner && aAfter !== winner
          ? bDue
          : Math.max(aDue, bDue);
  } else if (aOpen && bOpen) {
    const firstWins = aAfter === winner;
    const secondWins = bAfter === winner;
    into.code = OPEN | better(rank, aAfter, bAfter);
    into.due = firstWins ? (secondWins ? Math.min(aDue, bDue) : aDue) : secondWins ? bDue : Math.max(aDue, bDue);
  } else {
    const fixed = aOpen ? bAfter : aAfter;
    const fixedDue = aOpen ? bDue : aDue;
    const openDue = aOpen ? aDue : bDue;
    into.code = fixed === winner ? winner : OPEN | better(rank, aAfter, bAfter);
    into.due = fixed === winner ? fixedDue : openDue;
  }
}

function better(rank: readonly number[], a: number, b: number): number {
  return (rank[a] ?? 0) <= (rank[b] ?? 0) ? a : b;
}

/** `not` swaps kept and missed, now or later; excluded and unreadable stay. */
export function negated(code: number): number {
  const after = code & 7;
  if (after > EXCLUDED) return code;
  const swapped = after === KEPT ? MISSED : after === MISSED ? KEPT : after;
  return (code & OPEN) | swapped;
}
