import { CellState } from '../../../../../model/batch.ts';
import { DAY_MS, dayOf, isDate } from '../../../../../vocabulary/time/civil.ts';
import { type Kernels, LOCAL, Read } from '../kernels.ts';
import { digitAt } from './decode.ts';
import { decodeMoments, type Reading } from './moments.ts';
import type { Views } from './views.ts';

interface Step {
  readonly read: number;
  readonly fewest: number;
  readonly most: number;
  readonly byte: number;
}

export function patternMoments(
  views: Views,
  ...[cells, steps, stepCount, utc, values, states, misses, result]: Parameters<Kernels['patternMoments']>
): number {
  const list = Array.from({ length: stepCount }, (_, i): Step => {
    const at = (steps >>> 2) + i * 4;
    const [read = 0, fewest = 0, most = 0, byte = 0] = views.integers.subarray(at, at + 4);
    return { read, fewest, most, byte };
  });
  const hasHour = list.some(({ read }) => read === Read.HOUR || read === Read.HOUR_OF_HALF);
  const state = hasHour ? LOCAL : CellState.DATE;
  return decodeMoments(views, cells, utc, values, states, misses, result, (bytes, start, end): Reading | null => {
    const value = readPattern(bytes, start, end, list);
    return value === null ? null : { value, state };
  });
}

function readPattern(bytes: Uint8Array, start: number, end: number, steps: readonly Step[]): number | null {
  const found = { year: 0, month: 0, day: 0, hour: 0, afternoon: 0, minute: 0, second: 0, fraction: 0 };
  let at = start;
  for (const { read, fewest, most, byte } of steps) {
    if (read === Read.LITERAL) {
      if (at >= end || bytes[at++] !== byte) return null;
      continue;
    }
    if (read === Read.BLANK) {
      const first = at;
      while (at < end && (bytes[at] === 0x20 || bytes[at] === 0x09)) at++;
      if (at === first) return null;
      continue;
    }
    if (read === Read.HALF) {
      if (at + 2 > end) return null;
      const half = String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0).toLowerCase();
      if (half !== 'am' && half !== 'pm') return null;
      found.afternoon = half === 'pm' ? 12 : 0;
      at += 2;
      continue;
    }

    let digits = '';
    while (digits.length < most && !Number.isNaN(digitAt(bytes, at, end))) digits += digitAt(bytes, at++, end);
    if (digits.length < fewest) return null;
    const value = Number(digits);
    if (read === Read.YEAR) found.year = value;
    else if (read === Read.YEAR_OF_CENTURY) found.year = value >= 69 ? 1900 + value : 2000 + value;
    else if (read === Read.MONTH) found.month = value;
    else if (read === Read.DAY) found.day = value;
    else if (read === Read.HOUR) found.hour = value;
    else if (read === Read.HOUR_OF_HALF) found.hour = value >= 1 && value <= 12 ? value % 12 : Number.NaN;
    else if (read === Read.MINUTE) found.minute = value;
    else if (read === Read.SECOND) found.second = value;
    else if (read === Read.FRACTION) found.fraction = Number(digits.padEnd(3, '0').slice(0, 3));
    else return null;
  }
  const { year, month, day, hour, afternoon, minute, second, fraction } = found;
  if (at !== end || !isDate(year, month, day)) return null;
  if (!(hour < 24) || minute > 59 || second > 59) return null;
  return dayOf(year, month, day) * DAY_MS + (hour + afternoon) * 3_600_000 + minute * 60_000 + second * 1000 + fraction;
}
