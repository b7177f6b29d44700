import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ends, instant, period, span, windowText } from '../../src/report/dates.ts';
import {
  bytes,
  count,
  duration,
  figures,
  fixed,
  NO_DAYS,
  percent,
  scoreText,
  typeset,
  typewriter,
  WHOLE_DAYS,
} from '../../src/report/numbers.ts';
import { plain, typewritten } from '../../src/report/plain.ts';

test.each([
  [0, 0, '0'],
  [-0, 1, '0.0'],
  [-0.04, 1, '0.0'],
  [2950, 0, '2\u2009950'],
  [-1_234_567.891, 2, '\u22121\u2009234\u2009567.89'],
  [999.95, 1, '1\u2009000.0'],
  [1.005, 2, '1.01'],
  [0.285 * 100, 1, '28.5'],
])('%d with %i decimals is %s', (value, decimals, text) => expect(fixed(value, decimals, typeset)).toBe(text));

test('plain letters have their own signs', () => {
  expect(fixed(-1234.5, 1, typewriter)).toBe('-1,234.5');
  expect(count(1_000_000, typewriter)).toBe('1,000,000');
  expect(() => fixed(Number.NaN, 1, typeset)).toThrow();
});

test.each([
  [1, '100.0%'],
  [0.99999, '>99.9%'],
  [0, '0.0%'],
  [0.00001, '<0.1%'],
  [0.9125, '91.3%'],
])('a share of %d is %s', (share, text) => expect(percent(share, 1, typeset)).toBe(text));

test.each([
  [0, '0 s'],
  [0.25, '0.3 s'],
  [20, '20 s'],
  [271, '4 min 31 s'],
  [3600, '1 h'],
  [18_720, '5 h 12 min'],
  [48 * 3600, '48 h'],
  [72 * 3600, '3 d'],
  [100 * 3600, '4 d 4 h'],
  [59.96, '1 min'],
  [3599.7, '1 h'],
  [400 * 86_400 * 10, '4\u2009000 d'],
])('%d seconds are %s', (seconds, text) => expect(duration(seconds, typeset)).toBe(text));

test.each([
  [115 * 3600, NO_DAYS, '115 h'],
  [115 * 3600 + 1234, NO_DAYS, '115 h 21 min'],
  [2000 * 3600, NO_DAYS, '2\u2009000 h'],
  [86_400, WHOLE_DAYS, '1 d'],
  [5 * 86_400, WHOLE_DAYS, '5 d'],
  [3600, WHOLE_DAYS, '1 h'],
])('%d seconds, in days from %d on, are %s', (seconds, inDays, text) => {
  expect(duration(seconds, typeset, inDays)).toBe(text);
});

test('a target and a gap in open hours', () => {
  const reading = { value: 414_000, unit: 'seconds', target: { op: '<=', value: 288_000 } } as const;
  const { value, target, gap, difference } = figures([reading], typeset, NO_DAYS);
  expect([value(reading.value, 'seconds', reading.target), target(reading.target, 'seconds')]).toEqual([
    '115 h',
    '≤ 80 h',
  ]);
  expect([gap(reading, ''), difference(-400_000, 'seconds', '')]).toEqual(['35 h over', '−111 h 7 min']);
});

test.each([
  [99.6, '99'],
  [100, '100'],
  [86.4, '86'],
  [0, '0'],
])('a score of %d is %s', (score, text) => expect(scoreText(score, typeset)).toBe(text));

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [183_744, '183.7 kB'],
  [999_960, '1.0 MB'],
  [5e12, '5.0 TB'],
])('%d bytes are %s', (value, text) => expect(bytes(value, typeset)).toBe(text));

describe('figures of a column', () => {
  const atLeast = (value: number) => ({ op: '>=' as const, value });
  const atMost = (value: number) => ({ op: '<=' as const, value });

  test('share their decimals, and take one more where a value would read like the target it does not meet', () => {
    const column = figures(
      [
        { value: 0.912, unit: 'share', target: atLeast(0.95) },
        { value: 0.94999, unit: 'share', target: atLeast(0.95) },
      ],
      typeset,
    );
    expect(column.value(0.912, 'share')).toBe('91.200%');
    expect(column.value(0.94999, 'share')).toBe('94.999%');
    expect(column.target(atLeast(0.95), 'share')).toBe('≥ 95%');
  });

  test('times that would read like the target show what sets them apart', () => {
    const reading = { value: 14_420, unit: 'seconds' as const, target: atMost(14_400) };
    const column = figures([reading], typeset);
    expect(column.value(reading.value, 'seconds', reading.target)).toBe('4 h 20 s');
    expect(column.gap(reading, '')).toBe('20 s over');
  });

  test.each([
    [0.912, 'share', atLeast(0.95), '−3.8 pts'],
    [0.9125, 'share', atLeast(0.95), '−3.7 pts'],
    [0.94, 'share', atLeast(0.9), '+4.0 pts'],
    [0.95, 'share', atLeast(0.95), 'on target'],
    [0.07, 'share', atMost(0.05), '2.0 pts over'],
    [0.04, 'share', atMost(0.05), '1.0 pts under'],
    [18_720, 'seconds', atMost(14_400), '1 h 12 min over'],
    [18_760, 'seconds', atMost(14_400), '1 h 13 min over'],
    [47.3, 'number', atLeast(45), '+2.3 pts'],
  ] as const)('%d %s against %o is %s', (value, unit, target, text) => {
    expect(figures([{ value, unit, target }], typeset).gap({ value, unit, target }, 'pts')).toBe(text);
  });

  test('a reader who subtracts what is printed finds the gap that is printed', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 0, max: 100 }),
        (a, b, aim) => {
          const value = Math.min(a, b) / b;
          const reading = { value, unit: 'share' as const, target: atLeast(aim / 100) };
          const column = figures([reading], typewriter);
          const shown = column.value(value, 'share', reading.target);
          const gap = column.gap(reading, 'pts');
          if (/[<>]/.test(shown)) return;
          expect(gap === 'on target' ? 0 : Number.parseFloat(gap)).toBeCloseTo(Number.parseFloat(shown) - aim, 9);
          expect(gap === 'on target').toBe(value === aim / 100);
        },
      ),
    );
  });
});

test.each([
  [span('2026-01-01', '2026-03-31'), '1 Jan to 31 Mar 2026'],
  [span('2025-12-01', '2026-03-31'), '1 Dec 2025 to 31 Mar 2026'],
  [span('2026-03-01', '2026-03-31'), '1 to 31 Mar 2026'],
  [span('2026-03-01', '2026-03-01'), '1 Mar 2026'],
  [windowText({ from: null, to: null }), 'all rows'],
  [windowText({ from: '2026-03-01', to: null }), 'from 1 Mar 2026'],
  [windowText({ from: null, to: '2026-03-01' }), 'to 1 Mar 2026'],
  [instant('2026-03-31T18:04:00+02:00'), '31 Mar 2026, 18:04'],
  [instant('who\u0007 knows'), 'who knows'],
  [period('2024-02-01', '2024-02-29'), 'Feb 2024'],
  [period('2026-01-05', '2026-01-11'), '5 to 11 Jan 2026'],
  [ends('2026-01-01', '2026-03-31').join(' '), 'Jan Mar'],
  [ends('2025-11-01', '2026-02-28').join(' '), 'Nov 25 Feb 26'],
  [ends('2026-01-05', '2026-03-29').join(' '), '5 Jan 29 Mar'],
])('%s', (text, expected) => expect(text).toBe(expected));

test.each([
  ['\u001b[31mred\u001b[0m', 'red'],
  ['\u001b]8;;https://x.example\u0007link\u001b]8;;\u0007', 'link'],
  ['\u001b]0;title\u001b\\text', 'text'],
  ['\u009b2Jtext', 'text'],
  ['a\r\nb\tc\u2028d', 'a b c d'],
  ['\u202Eevil\u202C \u2066x\u2069', 'evil x'],
  ['bell\u0007 nul\u0000 del\u007f', 'bell nul del'],
  ['half \ud800 pair', 'half \ufffd pair'],
  ['👩‍👩‍👧‍👦 می‌خواهم', '👩‍👩‍👧‍👦 می‌خواهم'],
])('%j is harmless as %j', (text, expected) => expect(plain(text)).toBe(expected));

test('signs have plain letters, names keep theirs', () => {
  expect(typewritten('≥ 95%, −3 · Søster')).toBe('>= 95%, -3 - Søster');
});
