import type { Kernels } from '../kernels.ts';
import { decodeNumbers, digitAt, twoDigitsAt } from './decode.ts';
import type { Views } from './views.ts';

/** Digits that a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15;
/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

export function numbers(
  views: Views,
  ...[cells, mark, scale, shift, least, most, values, states, misses]: Parameters<Kernels['numbers']>
): number {
  return decodeNumbers(views, cells, values, states, misses, (bytes, start, end) => {
    const sign = bytes[start];
    let mantissa = 0;
    let digits = 0;
    let decimals = 0;
    let isAfterMark = false;
    const isSigned = mark !== 0 && (sign === 0x2d || sign === 0x2b);
    for (let at = isSigned ? start + 1 : start; at < end; at++) {
      const digit = digitAt(bytes, at, end);
      if (!Number.isNaN(digit)) {
        mantissa = mantissa * 10 + digit;
        digits++;
        if (isAfterMark) decimals++;
      } else if (bytes[at] === mark && mark !== 0 && !isAfterMark) {
        isAfterMark = true;
      } else {
        return undefined;
      }
    }
    if (digits === 0 || digits > EXACT_DIGITS || mantissa * scale > Number.MAX_SAFE_INTEGER) return undefined;
    const size = (mantissa * scale) / (POWERS[decimals + shift] ?? Number.NaN);
    const value = sign === 0x2d && size !== 0 ? -size : size;
    return value >= least && value <= most ? value : undefined;
  });
}

const MOST_HOUR_DIGITS = 9;

export function clocks(views: Views, ...[cells, values, states, misses]: Parameters<Kernels['clocks']>): number {
  return decodeNumbers(views, cells, values, states, misses, (bytes, start, end) => {
    const hoursEnd = end - 6;
    if (hoursEnd <= start || hoursEnd - start > MOST_HOUR_DIGITS) return undefined;
    if (bytes[hoursEnd] !== 0x3a || bytes[hoursEnd + 3] !== 0x3a) return undefined;
    let hours = 0;
    for (let at = start; at < hoursEnd; at++) hours = hours * 10 + digitAt(bytes, at, end);
    const minutes = twoDigitsAt(bytes, hoursEnd + 1, end);
    const seconds = twoDigitsAt(bytes, hoursEnd + 4, end);
    // NaN, for what is no digit, is not below anything.
    return hours >= 0 && minutes < 60 && seconds < 60 ? hours * 3600 + minutes * 60 + seconds : undefined;
  });
}
