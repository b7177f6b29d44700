import { describe, expect, it } from 'vitest';
import {
  parseBoolean,
  parseMoment,
  parseNumber,
  parsePercent,
  parseSpan,
} from '../../../src/vocabulary/types/literals.ts';

describe('parseSpan', () => {
  it.each([
    ['4h', 14_400, null],
    ['2m', 120, null],
    ['20s', 20, null],
    ['1h 30m', 5400, null],
    ['500ms', 0.5, null],
    ['4 hours', 14_400, null],
    ['2d', 172_800, 2],
    ['90d', 7_776_000, 90],
    ['2 days', 172_800, 2],
    ['1w', 604_800, 7],
    ['1w 2d', 777_600, 9],
    ['1.5d', 129_600, null],
    ['1d 12h', 129_600, null],
    ['48h', 172_800, null],
    ['0d', 0, 0],
    ['PT4H', 14_400, null],
    ['P2D', 172_800, 2],
  ])('reads %s as %d seconds, %s days', (text, seconds, days) => {
    expect(parseSpan(` ${text} `)).toEqual({ seconds, days, text });
  });
  it.each([
    '',
    '4',
    '-4h',
    'h',
    '4 months',
    '1y',
    '00:04:31',
    '4:31',
    '4h to 5h',
    '1,5h',
    '30m 1h',
    '95%',
    '1h 1h',
  ])('does not read %j', (text) => expect(parseSpan(text)).toBeNull());
});

describe('parseNumber', () => {
  it.each([
    ['45', 45],
    ['-1.5', -1.5],
    ['+2', 2],
    ['.5', 0.5],
    ['1e3', 1000],
    ['007', 7],
    ['0.1', 0.1],
  ])('reads %s as %d', (text, value) => expect(parseNumber(` ${text} `)).toBe(value));
  it.each([
    '',
    '1,000',
    '1,5',
    '1 000',
    '95%',
    '4h',
    'NaN',
    'Infinity',
    '1e999',
    '0x1',
    '.',
    '-',
    '(5)',
    '5 EUR',
    '1_0',
  ])('does not read %j', (text) => expect(parseNumber(text)).toBeNull());
});

describe('parsePercent', () => {
  it.each([
    ['95%', 0.95],
    ['99.9 %', 0.999],
    ['0%', 0],
    ['100%', 1],
    ['7%', 0.07],
    ['-5%', -0.05],
  ])('reads %s as %d', (text, share) => expect(parsePercent(` ${text} `)).toBe(share));
  it.each(['', '%', '95', '0.95', '95 percent', '95%%', '1,000%', '9,5%'])('does not read %j', (text) => {
    expect(parsePercent(text)).toBeNull();
  });
});

describe('parseBoolean', () => {
  it.each<[string, boolean | null]>([
    ['yes', true],
    [' No ', false],
    ['TRUE', true],
    ['n', false],
    ['1', true],
    ['0', false],
    ['', null],
    ['on', null],
    ['solved', null],
  ])('reads %j as %s', (text, value) => expect(parseBoolean(text)).toBe(value));
});

describe('parseMoment', () => {
  it.each<[string, string, boolean]>([
    ['2026-03-31', '2026-03-30T22:00:00.000Z', true],
    ['2026-03-31 12:00', '2026-03-31T10:00:00.000Z', false],
    ['2026-03-31T12:00:00-05:00', '2026-03-31T17:00:00.000Z', false],
  ])('reads %s in Oslo as %s', (text, instant, date) => {
    expect(parseMoment(` ${text} `, 'Europe/Oslo')).toEqual({ instant: Date.parse(instant), date });
  });
  it.each(['', 'now', '31.03.2026', '2026-02-30', '2026-03', '1772600767'])('does not read %j', (text) => {
    expect(parseMoment(text, 'UTC')).toBeNull();
  });
  it('refuses an unknown zone', () => {
    expect(() => parseMoment('2026-03-31', 'Europe/Olso')).toThrow(RangeError);
  });
});
