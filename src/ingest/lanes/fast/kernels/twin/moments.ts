import { CellState } from '../../../../../model/batch.ts';
import { DAY_MS, dayOf, isDate } from '../../../../../vocabulary/time/civil.ts';
import { type Kernels, LOCAL } from '../kernels.ts';
import { decode, digitAt, MISS, twoDigitsAt } from './decode.ts';
import type { Views } from './views.ts';

const FARTHEST = 14 * 60;

/** A moment in milliseconds, and its state as if `utc` were 0. */
export interface Reading {
  readonly value: number;
  readonly state: number;
}

export function moments(
  views: Views,
  ...[cells, utc, values, states, misses, result]: Parameters<Kernels['moments']>
): number {
  return decodeMoments(views, cells, utc, values, states, misses, result, readIso);
}

/** Cells by any reader, which returns null for a miss. */
export function decodeMoments(
  views: Views,
  ...[cells, utc, values, states, misses, result, read]: [
    ...Parameters<Kernels['moments']>,
    (bytes: Uint8Array, start: number, end: number) => Reading | null,
  ]
): number {
  const { numbers } = views;
  let unsettled = 0;
  const missed = decode(
    views,
    cells,
    states,
    misses,
    (bytes, start, end, row) => {
      const reading = read(bytes, start, end);
      if (reading === null) return MISS;
      numbers[(values >>> 3) + row] = reading.value;
      const state = reading.state === LOCAL && utc !== 0 ? CellState.VALUE : reading.state;
      if (state !== CellState.VALUE) unsettled++;
      return state;
    },
    (row) => {
      numbers[(values >>> 3) + row] = Number.NaN;
    },
  );
  views.integers[result >>> 2] = unsettled;
  return missed;
}

function readIso(bytes: Uint8Array, start: number, end: number): Reading | null {
  const year = twoDigitsAt(bytes, start, end) * 100 + twoDigitsAt(bytes, start + 2, end);
  const month = twoDigitsAt(bytes, start + 5, end);
  const day = twoDigitsAt(bytes, start + 8, end);
  if (bytes[start + 4] !== 0x2d || bytes[start + 7] !== 0x2d) return null;
  if (!(year >= 0) || !isDate(year, month, day)) return null;
  const midnight = dayOf(year, month, day) * DAY_MS;
  let at = start + 10;
  if (at === end) return { value: midnight, state: CellState.DATE };

  if (bytes[at] !== 0x54 && bytes[at] !== 0x20) return null;
  const hour = twoDigitsAt(bytes, at + 1, end);
  const minute = twoDigitsAt(bytes, at + 4, end);
  if (bytes[at + 3] !== 0x3a || !(hour < 24) || !(minute < 60)) return null;
  let time = midnight + hour * 3_600_000 + minute * 60_000;
  at += 6;
  if (at < end && bytes[at] === 0x3a) {
    const second = twoDigitsAt(bytes, at + 1, end);
    if (!(second < 60)) return null;
    time += second * 1000;
    at += 3;
    if (at < end && bytes[at] === 0x2e) {
      let unit = 100;
      const first = ++at;
      for (; !Number.isNaN(digitAt(bytes, at, end)); at++) {
        time += digitAt(bytes, at, end) * unit;
        unit = Math.floor(unit / 10);
      }
      if (at === first) return null;
    }
  }
  if (at === end) return { value: time, state: LOCAL };
  const offset = readOffset(bytes, at, end);
  return offset === null ? null : { value: time - offset * 60_000, state: CellState.VALUE };
}

/** Minutes east of UTC. */
function readOffset(bytes: Uint8Array, at: number, end: number): number | null {
  if (bytes[at] === 0x5a) return at + 1 === end ? 0 : null;
  if ((bytes[at] !== 0x2b && bytes[at] !== 0x2d) || bytes[at + 3] !== 0x3a || at + 6 !== end) return null;
  const minutes = twoDigitsAt(bytes, at + 4, end);
  const size = twoDigitsAt(bytes, at + 1, end) * 60 + minutes;
  if (!(minutes < 60) || !(size <= FARTHEST)) return null;
  return bytes[at] === 0x2d ? 0 - size : size;
}
