import type { Pledge } from '../model/declaration.ts';
import type { Unit } from '../model/target.ts';
import { secondsInWords, shareInWords } from '../vocabulary/words.ts';
import { clockOf } from './clock.ts';

/** A figure in a sentence: `91.2%`, `3 h 10 min`, `4.5`. */
export function figureInWords(value: number, unit: Unit): string {
  if (unit === 'seconds') return secondsInWords(value);
  if (unit === 'share') return value < 0 ? `-${shareInWords(-value)}` : shareInWords(value);
  // Four digits, and all of those before the point.
  return String(Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4)));
}

/** Figures of a pledge in a sentence. Open time has no days of 24 hours: 115 open hours are `115 h`. */
export function figuresInWords({ measure, target }: Pick<Pledge, 'measure' | 'target'>): (value: number) => string {
  if (clockOf(measure) === null) return (value) => figureInWords(value, target.unit);
  // Between dates whole open days are counted.
  const isDays = (value: number): boolean => target.value % DAY === 0 && value % DAY === 0;
  return (value) => (Math.abs(value) < DAY - 30 || isDays(value) ? secondsInWords(value) : hoursInWords(value));
}

const DAY = 86_400;

function hoursInWords(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const rest = minutes % 60;
  return `${seconds < 0 ? '-' : ''}${(minutes - rest) / 60} h${rest === 0 ? '' : ` ${rest} min`}`;
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
