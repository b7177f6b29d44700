import type { Unit } from '../model/target.ts';
import { secondsInWords, shareInWords } from '../vocabulary/words.ts';

/** A figure in a sentence: `91.2%`, `3 h 10 min`, `4.5`. */
export function figureInWords(value: number, unit: Unit): string {
  if (unit === 'seconds') return secondsInWords(value);
  if (unit === 'share') return value < 0 ? `-${shareInWords(-value)}` : shareInWords(value);
  // Four digits, and all of those before the point.
  return String(Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4)));
}

/** The change of a share: `+2.1 points`, `-0.4 points`. */
export function pointsInWords(difference: number): string {
  const points = Number((difference * 100).toFixed(Math.abs(difference) < 0.001 ? 2 : 1));
  return `${points > 0 ? '+' : ''}${points === 0 ? 0 : points} ${Math.abs(points) === 1 ? 'point' : 'points'}`;
}

/** `1 occasion`, `12 occasions` */
export function times(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
