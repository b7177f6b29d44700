import type { Random } from './random.ts';

export const HARD_NUMBERS = [
  '0',
  '-0',
  '-0.0',
  '+5',
  '\u22125',
  '.5',
  '5.',
  '-.5',
  '00012',
  '1e3',
  '1E-5',
  '1e400',
  '4.9e-324',
  '9007199254740993',
  '123456789012345',
  '1234567890123456',
  '0.1234567890123456789',
  '123456789.123456789',
  '999999999999999.9',
  '0.000000000000000000001',
  '1,234',
  '12,345.6',
  '1.234,5',
  "1'234",
  '1 234',
  '1\u00a0234',
  '1\u202f234,5',
  '1,5',
  '0,125',
  '2,500',
  '1,23',
  '1,2345',
  '\u20ac 5',
  '5 EUR',
  '$1,000.00',
  'kr 5',
  '(5)',
  '(1,234.5)',
  '- 5',
  '-$5',
  '12 %',
  '12%',
  '--5',
  '+-5',
  '1-2',
  '5x',
  '0x10',
  'NaN',
  'Infinity',
  '-',
  '.',
  ',',
  '+',
  'e5',
  '\u0661\u0662',
  '1..2',
  '1,,2',
];

/** Up to 22 of them, with a mark somewhere: where doubles end to be exact. */
function digits(random: Random, decimal: '.' | ','): string {
  const all = Array.from({ length: random.between(1, 22) }, () => random.between(0, 9)).join('');
  const at = random.between(0, all.length);
  return random.chance(0.7) ? `${all.slice(0, at)}${decimal}${all.slice(at)}` : all;
}

/** A number as exports write it, with this decimal mark; now and then a hard one, or none at all. */
export function number(random: Random, decimal: '.' | ',', most: number, hard: number): string {
  if (random.chance(hard)) return random.pick(HARD_NUMBERS);
  const sign = random.chance(0.1) ? random.pick(['-', '-', '+']) : '';
  if (random.chance(hard)) return sign + digits(random, decimal);
  // Two thousand five hundred, or two and a half.
  if (random.chance(hard)) return `${sign}${random.between(0, 1200)},${random.between(100, 999)}`;
  const whole = String(random.between(0, most));
  if (random.chance(0.5)) return sign + whole;
  return `${sign}${whole}${decimal}${String(random.between(0, 999_999)).slice(0, random.between(1, 6))}`;
}

/** A length of time. */
export function duration(random: Random, decimal: '.' | ',', hard: number): string {
  const two = () => String(random.between(0, random.chance(hard) ? 70 : 59)).padStart(2, '0');
  if (random.chance(hard)) {
    const many = digits(random, decimal);
    return random.chance(0.5) ? many : `${many.slice(0, 11)}:${two()}:${two()}`;
  }
  return random.pick([
    () => `${two()}:${two()}:${two()}`,
    () => `${two()}:${two()}:${two()}`,
    () => `${random.between(0, 2000)}:${two()}:${two()}`,
    () => `${random.between(0, 99)}:${two()}`,
    () => `${two()}:${two()}:${two()}${random.pick(['.5', ',25', '.', '.123456'])}`,
    () => `-${two()}:${two()}:${two()}`,
    () => `${number(random, decimal, 500, hard)}${random.pick(['s', ' min', 'h', ' days', 'ms', ' years', ''])}`,
    () => `${random.between(1, 9)}h ${random.between(0, 59)}m`,
    () =>
      random.pick(['PT4H30M', 'P1DT2H', 'P2W', 'PT0.5S', 'P', '1h 1h', '1 h, 2 min', '1:60', '::', '\u22121:00:00']),
    () => number(random, decimal, 5000, hard),
  ])();
}

/** A percentage or a share. */
export function percent(random: Random, decimal: '.' | ',', hard: number): string {
  return random.pick([
    () => `${number(random, decimal, 100, hard)}%`,
    () => `${number(random, decimal, 100, hard)} %`,
    () => `0${decimal}${random.between(0, 9999)}`,
    () => number(random, decimal, 100, hard),
    () => random.pick(['0', '1', '-0', '1.0', '%', '85\u00a0%', '100%%', '-5%', '0%', '-0%']),
  ])();
}
