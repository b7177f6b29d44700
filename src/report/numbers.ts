import type { Unit } from '../model/target.ts';

/** In what figures differ between a page of type, a bare terminal and the languages. */
export interface NumberStyle {
  /** A figure that is not below zero, with so many decimals. */
  readonly write: (size: number, decimals: number) => string;
  readonly minus: string;
  readonly atLeast: string;
  readonly atMost: string;
  /** Puts the sign to a percentage. */
  readonly percent: (digits: string) => string;
  /** What days, hours, minutes, seconds and bytes are called after a number. */
  readonly units: Readonly<Record<'d' | 'h' | 'min' | 's' | 'bytes', string>>;
}

/** Writes with thousands set apart, and a decimal point. */
const grouped =
  (thousands: string): NumberStyle['write'] =>
  (size, decimals) => {
    const [whole = '', fraction] = size.toFixed(decimals).split('.');
    return `${whole.replace(/\B(?=(?:\d{3})+$)/g, thousands)}${fraction === undefined ? '' : `.${fraction}`}`;
  };

/** Thousands set apart by a thin space, a minus that is a minus. */
export const typeset: NumberStyle = {
  write: grouped('\u2009'),
  minus: '\u2212',
  atLeast: '≥',
  atMost: '≤',
  percent: (digits) => `${digits}%`,
  units: { d: 'd', h: 'h', min: 'min', s: 's', bytes: 'bytes' },
};
/** The same without Unicode. */
export const typewriter: NumberStyle = {
  ...typeset,
  write: grouped(','),
  minus: '-',
  atLeast: '>=',
  atMost: '<=',
};
/** For those who copy a figure out of a spreadsheet. */
export const digits: NumberStyle = { ...typewriter, write: grouped('') };

/** What a figure is held against. */
export interface Aim {
  readonly op: '>=' | '<=';
  readonly value: number;
}

/** One figure of a column: its unit, and the target beside it. */
export interface Reading {
  readonly value: number;
  readonly unit: Unit;
  readonly target: Aim;
}

/** The figures of one column, which share their decimals. */
export interface Figures {
  /** `91.2%`, `5 h 12 min`, `45.0`. */
  readonly value: (value: number, unit: Unit, target?: Aim) => string;
  /** `≥ 95%` */
  readonly target: (target: Aim, unit: Unit) => string;
  /** How far from the target in the unit that people speak: `−3.8 pts`, `1 h 12 min over`. */
  readonly gap: (reading: Reading, points: string) => string;
  /** The same without words: the size, and 1 where it is better than the target, -1 where it is short of it, else 0. */
  readonly distance: (reading: Reading, points: string) => { readonly size: string; readonly side: -1 | 0 | 1 };
  /** A signed difference of two values: `−2.1 pts`, `+12 min`. */
  readonly difference: (difference: number, unit: Unit, points: string) => string;
}

/** Above this, nobody reads on; it is only reached where value and target agree in all digits before. */
const MOST_DECIMALS = 12;

/** 0.1 + 0.2 is 0.3 on paper: the last digit of a double is noise of the arithmetic, not a figure. */
const clean = (value: number): number => Number(value.toPrecision(15));

/** Rounds half away from zero as people do, `decimals` after the point. */
export function round(value: number, decimals: number): number {
  const scaled = clean(Math.abs(value) * 10 ** decimals);
  return (Math.sign(value) * Math.round(scaled)) / 10 ** decimals;
}

/** `−1 234.5`: a fixed number of decimals, thousands set apart; zero has no sign. */
export function fixed(value: number, decimals: number, style: NumberStyle): string {
  if (!Number.isFinite(value)) throw new Error(`a figure of the report is ${value}`);
  const size = Math.abs(round(value, decimals));
  const sign = value < 0 && size > 0 ? style.minus : '';
  return `${sign}${style.write(size, decimals)}`;
}

/** `2 950` */
export const count = (value: number, style: NumberStyle): string => fixed(value, 0, style);

/** A share as a percentage. What is not all is never called 100%, nor what is not nothing 0%. */
export function percent(share: number, decimals: number, style: NumberStyle): string {
  const shown = round(share * 100, decimals);
  const step = 10 ** -decimals;
  if (share < 1 && shown >= 100) return `>${style.percent(fixed(100 - step, decimals, style))}`;
  if (share > 0 && shown <= 0) return `<${style.percent(fixed(step, decimals, style))}`;
  return style.percent(fixed(shown, decimals, style));
}

/** 0 to 100 in whole points; 100 is only for those who have it. */
export function scoreText(score: number, style: NumberStyle): string {
  return fixed(score < 100 ? Math.min(99, Math.round(score)) : score, 0, style);
}

/** `1.2 MB`, in powers of a thousand. */
export function bytes(value: number, style: NumberStyle): string {
  const units = [style.units.bytes, 'kB', 'MB', 'GB', 'TB'] as const;
  let scaled = value;
  let index = 0;
  while (scaled >= 999.95 && index < units.length - 1) {
    scaled /= 1000;
    index += 1;
  }
  return `${fixed(scaled, index === 0 ? 0 : 1, style)} ${units[index] ?? ''}`;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** From how many seconds on a duration is told in days. */
export type InDays = number;

/** Up to three days people count hours (48 h, 72 h), beyond that days. */
export const FROM_THREE: InDays = 3 * DAY;
/** Whole days are told as such, be they open days of 8 hours. */
export const WHOLE_DAYS: InDays = DAY;
/** Open hours make no days of 24. */
export const NO_DAYS: InDays = Number.POSITIVE_INFINITY;

/** To what people round a duration of this size: two of its units. */
function resolutionOf(seconds: number, inDays: InDays): number {
  const size = Math.abs(seconds);
  if (size >= inDays) return HOUR;
  if (size >= HOUR) return MINUTE;
  return size >= MINUTE || Number.isInteger(seconds) ? 1 : 0.1;
}

/** The coarsest rounding at which a value and its target still differ. */
function finerThan(value: number, target: number | undefined, inDays: InDays): number {
  const coarse = resolutionOf(value, inDays);
  if (target === undefined || value === target) return coarse;
  const steps = [coarse, MINUTE, 1, 0.1, 0.01, 0.001].filter((step) => step <= coarse);
  return steps.find((step) => clean(Math.round(clean(value / step)) * step) !== target) ?? 0.001;
}

/** `1 h 12 min`, `20 s`, `3 d 4 h`, without a sign; parts that are nothing are left out. */
export function duration(
  seconds: number,
  style: NumberStyle,
  inDays: InDays = FROM_THREE,
  resolution = resolutionOf(seconds, inDays),
): string {
  let rest = clean(Math.round(clean(Math.abs(seconds) / resolution)) * resolution);
  const parts: string[] = [];
  const units = [
    [DAY, 'd'],
    [HOUR, 'h'],
    [MINUTE, 'min'],
  ] as const;
  for (const [size, name] of units) {
    if (size === DAY && rest < inDays) continue;
    const whole = Math.floor(rest / size);
    rest = clean(rest - whole * size);
    if (whole > 0) parts.push(`${count(whole, style)} ${style.units[name]}`);
  }
  const decimals = resolution >= 1 ? 0 : Math.round(-Math.log10(resolution));
  if (parts.length === 0 || round(rest, decimals) > 0) parts.push(`${fixed(rest, decimals, style)} ${style.units.s}`);
  return parts.join(' ');
}

/** Decimals that a number needs to be said in full, up to `most`. */
function natural(value: number, most: number): number {
  for (let decimals = 0; decimals < most; decimals += 1) if (clean(value) === round(value, decimals)) return decimals;
  return most;
}

/** A share needs one decimal; a number as many as it takes to say two or three digits of it. */
function usual(value: number, unit: Unit): number {
  if (unit === 'share') return 1;
  const size = Math.abs(value);
  if (Number.isInteger(value)) return 0;
  return size >= 10 ? 1 : size >= 1 ? 2 : 3;
}

/** The fewest decimals at which no figure of the column reads like a target that it does not equal. */
function decimalsFor(readings: readonly Reading[], unit: Unit): number {
  const scale = unit === 'share' ? 100 : 1;
  const column = readings.filter((reading) => reading.unit === unit);
  let decimals = unit === 'share' ? 1 : 0;
  for (const { value, target } of column) {
    decimals = Math.max(decimals, usual(value, unit), natural(target.value * scale, 4));
    const differ = (): boolean => round(value * scale, decimals) !== round(target.value * scale, decimals);
    while (value !== target.value && decimals < MOST_DECIMALS && !differ()) decimals += 1;
  }
  return decimals;
}

/**
 * Settles how many decimals the figures of a column take, so that they can stand below each other.
 *
 * @param inDays - of its durations
 */
export function figures(readings: readonly Reading[], style: NumberStyle, inDays: InDays = FROM_THREE): Figures {
  const decimals = { share: decimalsFor(readings, 'share'), number: decimalsFor(readings, 'number') };
  const aims = { share: 0, number: 0 };
  for (const { unit, target } of readings) {
    if (unit === 'seconds') continue;
    aims[unit] = Math.max(aims[unit], natural(target.value * (unit === 'share' ? 100 : 1), 4));
  }

  const amount = (size: number, unit: Unit, points: string): string => {
    if (unit === 'seconds') return duration(size, style, inDays);
    const digits = fixed(size * (unit === 'share' ? 100 : 1), decimals[unit], style);
    return points === '' ? digits : `${digits} ${points}`;
  };

  const distance: Figures['distance'] = ({ value, unit, target }, points) => {
    // From the value as it is shown, so that a reader who subtracts finds the same.
    const step = unit === 'seconds' ? finerThan(value, target.value, inDays) : 1;
    const shown =
      unit === 'seconds'
        ? clean(Math.round(clean(value / step)) * step)
        : unit === 'share'
          ? clean(round(value * 100, decimals.share) / 100)
          : round(value, decimals.number);
    const better = clean(target.op === '>=' ? shown - target.value : target.value - shown);
    return { size: amount(Math.abs(better), unit, points), side: better < 0 ? -1 : better > 0 ? 1 : 0 };
  };

  return {
    distance,
    value: (value, unit, target) => {
      if (unit === 'share') return percent(value, decimals.share, style);
      if (unit === 'number') return fixed(value, decimals.number, style);
      return `${value < 0 ? style.minus : ''}${duration(value, style, inDays, finerThan(value, target?.value, inDays))}`;
    },
    target: ({ op, value }, unit) => {
      const sign = op === '>=' ? style.atLeast : style.atMost;
      if (unit === 'share') return `${sign} ${style.percent(fixed(value * 100, aims.share, style))}`;
      if (unit === 'number') return `${sign} ${fixed(value, aims.number, style)}`;
      return `${sign} ${duration(value, style, inDays, Number.isInteger(value) ? 1 : 0.001)}`;
    },
    gap: (reading, points) => {
      const { size, side } = distance(reading, points);
      if (side === 0) return 'on target';
      if (reading.target.op === '<=') return `${size} ${side < 0 ? 'over' : 'under'}`;
      return `${side < 0 ? style.minus : '+'}${size}`;
    },
    difference: (difference, unit, points) => {
      const sign = difference < 0 ? style.minus : difference > 0 ? '+' : '';
      return `${sign}${amount(Math.abs(difference), unit, points)}`;
    },
  };
}
