import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationFormat } from '../../../src/vocabulary/types/index.ts';
import { builderOf, numberOf } from './build.ts';

const NO = 'unreadable';

describe('duration', () => {
  it.each<[string, number | string]>([
    ['00:04:31', 271],
    ['4:05:06', 14_706],
    ['125:00:00', 450_000],
    ['00:00:00', 0],
    ['00:00:07.25', 7.25],
    ['00:00:07,25', 7.25],
    ['-00:04:31', -271],
    ['−1h', -3600],
    ['- 90s', -90],
    ['1h 2m 3s', 3723],
    ['1 h 2 min', 3720],
    ['1h2m', 3720],
    ['1 hour, 2 minutes and 3 seconds', 3723],
    ['2 hrs. 5 mins.', 7500],
    ['19m 10s', 1150],
    ['90s', 90],
    ['90 S', 90],
    ['1.5h', 5400],
    ['1.1h', 3960],
    ['1h 1.5m', 3690],
    ['2d', 172_800],
    ['1w', 604_800],
    ['500ms', 0.5],
    ['1,500 ms', 1.5],
    ['PT4H30M', 16_200],
    ['P1DT2H', 93_600],
    ['P2W', 1_209_600],
    ['PT0.5S', 0.5],
    ['PT0,5S', 0.5],
    ['-PT1H', -3600],
    ['pt1h', 3600],
    ['', 'blank'],
    ['4:31', NO],
    ['-4:31', NO],
    ['00:60:00', NO],
    ['00:00:60', NO],
    ['0:4:31', NO],
    ['1:2:3:4', NO],
    ['90', NO],
    ['0', NO],
    ['1,5h', NO],
    ['1.5h 30m', NO],
    ['30m 1h', NO],
    ['1h 1h', NO],
    ['1h,', NO],
    ['1h and', NO],
    ['1h 30', NO],
    ['h', NO],
    ['1 month', NO],
    ['1y', NO],
    ['P1M', NO],
    ['P1Y', NO],
    ['P', NO],
    ['PT', NO],
    ['P1DT', NO],
    ['PT1.5H30M', NO],
    ['--1h', NO],
    ['-', NO],
    ['NaN', NO],
    ['00:04:31 AM', NO],
    ['2026-03-04', NO],
  ])('reads %j as %s', (text, expected) => expect(numberOf({ type: 'duration' }, text)).toBe(expected));

  it.each<[string, string, number | string]>([
    ['h:mm', '4:31', 16_260],
    ['h:mm', '-1:30', -5400],
    ['h:mm', '100:00', 360_000],
    ['h:mm', '4:31.5', NO],
    ['h:mm', '4:60', NO],
    ['h:mm', '4:31:00', 16_260],
    ['HH:mm', '04:31', 16_260],
    ['m:ss', '4:31', 271],
    ['m:ss', '4:31.5', 271.5],
    ['mm:ss', '75:10', 4510],
    ['m:ss', '1h', 3600],
    ['h:mm:ss', '4:31', NO],
  ])('as %s reads %j as %s', (format, text, expected) => {
    expect(numberOf({ type: 'duration', format }, text)).toBe(expected);
  });

  it.each([
    ['milliseconds', '1500', 1.5],
    ['seconds', '1,234.5', 1234.5],
    ['seconds', '-5', -5],
    ['minutes', '1.1', 66],
    ['hours', '0.25', 900],
    ['days', '0.5', 43_200],
    ['days', '0.000069444446', 6.0000001344],
    ['weeks', '2', 1_209_600],
    ['minutes', '90s', 90],
    ['minutes', '00:04:31', 271],
    ['minutes', '5 EUR', NO],
    ['minutes', '5%', NO],
  ] as const)('in %s reads %j as %s', (unit, text, expected) => {
    expect(numberOf({ type: 'duration', unit }, text)).toBe(expected);
  });

  it('takes a decimal comma where it is declared', () => {
    expect(numberOf({ type: 'duration', decimal: ',' }, '1,5 h')).toBe(5400);
    expect(numberOf({ type: 'duration', decimal: ',' }, '1.5 h')).toBe(NO);
    expect(numberOf({ type: 'duration', decimal: ',', unit: 'minutes' }, '2,5')).toBe(150);
  });

  it('reads back whatever is written in any of its forms', () => {
    const two = (value: number): string => String(value).padStart(2, '0');
    const span = fc.record({ h: fc.nat(500), m: fc.nat(59), s: fc.nat(59) });
    fc.assert(
      fc.property(span, ({ h, m, s }) => {
        const seconds = h * 3600 + m * 60 + s;
        for (const text of [
          `${two(h)}:${two(m)}:${two(s)}`,
          `${h}h ${m}m ${s}s`,
          `PT${h}H${m}M${s}S`,
          `${seconds} sec`,
        ]) {
          expect(numberOf({ type: 'duration' }, text)).toBe(seconds);
        }
        expect(numberOf({ type: 'duration', format: 'h:mm' }, `${h}:${two(m)}`)).toBe(seconds - s);
      }),
      { numRuns: 200 },
    );
  });

  it('has three formats', () => {
    expect(['H:mm', 'hh:mm', 'mm:ss', 'HH:mm:ss', 'h:m', 'h:mm a', 'mm:mm'].map(durationFormat)).toEqual([
      'h:mm',
      'h:mm',
      'm:ss',
      'h:mm:ss',
      null,
      null,
      null,
    ]);
    expect(() => builderOf({ type: 'duration', format: 'HH.mm' })).toThrow(RangeError);
  });
});
