import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builderOf, momentOf, moments, pushed } from './build.ts';

const NO = 'unreadable';

describe('timestamp in ISO 8601', () => {
  it.each([
    ['2026-03-04T05:06:07.123Z', '2026-03-04T05:06:07.123Z'],
    ['2026-03-04 05:06:07', '2026-03-04T05:06:07.000Z'],
    ['2026-03-04 05:06', '2026-03-04T05:06:00.000Z'],
    ['2026-03-04t05:06z', '2026-03-04T05:06:00.000Z'],
    ['2026-03-04T05:06:07,5', '2026-03-04T05:06:07.500Z'],
    ['2026-03-04T05:06:07.1', '2026-03-04T05:06:07.100Z'],
    ['2026-03-04T05:06:07.123999999', '2026-03-04T05:06:07.123Z'],
    ['2026-03-04T05:06:07+01:00', '2026-03-04T04:06:07.000Z'],
    ['2026-03-04T05:06:07+0100', '2026-03-04T04:06:07.000Z'],
    ['2026-03-04T05:06:07+01', '2026-03-04T04:06:07.000Z'],
    ['2026-03-04T05:06:07−01:30', '2026-03-04T06:36:07.000Z'],
    ['2012-01-01 11:13:25 -0500', '2012-01-01T16:13:25.000Z'],
    ['2026-03-04 05:06:07 UTC', '2026-03-04T05:06:07.000Z'],
    ['2026-03-04 05:06:07 gmt', '2026-03-04T05:06:07.000Z'],
    ['2026-03-04 05:06 Z', '2026-03-04T05:06:00.000Z'],
    ['20260304T050607Z', '2026-03-04T05:06:07.000Z'],
    ['20260304T050607.25+0100', '2026-03-04T04:06:07.250Z'],
    ['20260304T0506', '2026-03-04T05:06:00.000Z'],
    ['2026-03-04T24:00:00', '2026-03-05T00:00:00.000Z'],
    ['2026-12-31 24:00', '2027-01-01T00:00:00.000Z'],
    ['2026-03-04', 'date:2026-03-04T00:00:00.000Z'],
    ['20260304', 'date:2026-03-04T00:00:00.000Z'],
    ['0000-01-01', 'date:0000-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    ['2024-02-29', 'date:2024-02-29T00:00:00.000Z'],
    ['  2026-03-04\u00a0', 'date:2026-03-04T00:00:00.000Z'],
    ['', 'blank'],
    ['2026-02-30', NO],
    ['2026-02-29', NO],
    ['2026-13-01', NO],
    ['2026-00-01', NO],
    ['2026-01-00', NO],
    ['2026-3-4', NO],
    ['2026-03', NO],
    ['2026', NO],
    ['2026-0304', NO],
    ['2026-W10-3', NO],
    ['2026-063', NO],
    ['2026-03-04T', NO],
    ['2026-03-04T05', NO],
    ['2026-03-04T5:06', NO],
    ['2026-03-04T05:6', NO],
    ['2026-03-04T0506', NO],
    ['2026-03-04T05:06:', NO],
    ['2026-03-04T05:06:07.', NO],
    ['2026-03-04T05:06:07.Z', NO],
    ['2026-03-04T05:06.5', NO],
    ['2026-03-04T25:00', NO],
    ['2026-03-04T24:00:01', NO],
    ['2026-03-04T24:01', NO],
    ['2026-03-04T05:60', NO],
    ['2026-03-04T05:06:60', NO],
    ['2026-03-04T05:06:07+', NO],
    ['2026-03-04T05:06:07+1', NO],
    ['2026-03-04T05:06:07+01:', NO],
    ['2026-03-04T05:06:07+01:60', NO],
    ['2026-03-04T05:06:07+19:00', NO],
    ['2026-03-04T05:06:07+01:00 x', NO],
    ['2026-03-04 05:06:07 CDT', NO],
    ['2026-03-04 05:06:07UTC', NO],
    ['2026-03-04Z', NO],
    ['2026-03-04x05:06', NO],
    ['20260304T05:06', NO],
    ['03/04/2026', NO],
    ['1772600767', NO],
    ['1772600767000', NO],
    ['+02026-03-04', NO],
    ['-2026-03-04', NO],
    ['２０２６-03-04', NO],
    ['now', NO],
  ])('reads %j as %s', (text, expected) => {
    expect(momentOf({ type: 'timestamp' }, text).replace('.000Z', 'Z')).toBe(expected.replace('.000Z', 'Z'));
  });

  it('is that of Date, for whatever Date writes, and with any offset', () => {
    const instants = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9000, 0, 1) });
    fc.assert(
      fc.property(instants, fc.integer({ min: -840, max: 840 }), (instant, minutes) => {
        const local = new Date(instant + minutes * 60_000).toISOString().slice(0, -1);
        const size = Math.abs(minutes);
        const offset = `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}`;
        const text = `${local}${offset}:${String(size % 60).padStart(2, '0')}`;
        expect(moments({ type: 'timestamp' }, text, text.replace('T', ' ')).values).toEqual(
          Float64Array.of(instant, instant),
        );
        expect(moments({ type: 'timestamp' }, new Date(instant).toISOString()).values[0]).toBe(instant);
      }),
      { numRuns: 500 },
    );
  });
});

describe('timestamp in a zone', () => {
  it.each([
    ['2026-03-04 05:06:07', '2026-03-04T04:06:07.000Z'],
    ['2026-03-29 02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-07-01', 'date:2026-06-30T22:00:00.000Z'],
    ['2026-07-01T00:00Z', '2026-07-01T00:00:00.000Z'],
  ])('reads %s in Oslo as %s', (text, expected) => {
    expect(momentOf({ type: 'timestamp', zone: 'Europe/Oslo' }, text)).toBe(expected);
  });

  it('counts times that the clock change skips or repeats, where nothing else settles them', () => {
    const builder = builderOf({ type: 'timestamp', zone: 'Europe/Oslo' });
    pushed(builder, ['2026-03-29 02:30', '2026-03-29 02:30', '2026-03-29 02:30+01:00', '2026-03-29 03:30']);
    pushed(builder, ['2026-10-25 02:30', '2026-10-25', '2026-03-29']);
    expect(builder.notes()).toEqual({ skippedTimes: 2, repeatedTimes: 1, fittingFormats: null });
  });

  it('takes a zone that the cell names before its own', () => {
    const cell = { type: 'timestamp', format: 'yyyy/MM/dd HH:mm VV', zone: 'Europe/Oslo' } as const;
    expect(momentOf(cell, '2026/03/04 05:06 America/New_York')).toBe('2026-03-04T10:06:00.000Z');
  });
});

describe('timestamp with a format', () => {
  it.each([
    ['dd.MM.yyyy HH:mm', '03.04.2026 05:06', '2026-04-03T03:06:00.000Z'],
    ['dd.MM.yyyy', '03.04.2026', 'date:2026-04-02T22:00:00.000Z'],
    ['dd.MM.yyyy', '2026-04-03', NO],
    ['yyyy MM dd', '1987 10 14', 'date:1987-10-13T23:00:00.000Z'],
    ['EEE, d MMM yyyy HH:mm:ss Z', 'Fri, 03 Apr 2026 05:06:07 +0530', '2026-04-02T23:36:07.000Z'],
    ['epoch-seconds', '1772600767', '2026-03-04T05:06:07.000Z'],
    ['epoch-seconds', '1772600767.1239', '2026-03-04T05:06:07.123Z'],
    ['epoch-seconds', '-1.5', '1969-12-31T23:59:58.500Z'],
    ['epoch-seconds', '0', '1970-01-01T00:00:00.000Z'],
    ['epoch-milliseconds', '1772600767123', '2026-03-04T05:06:07.123Z'],
    ['epoch-milliseconds', '1772600767123.9', '2026-03-04T05:06:07.123Z'],
    // Milliseconds under a format of seconds lie in the year 58141.
    ['epoch-seconds', '1772600767123', NO],
    ['epoch-seconds', '1.77E+09', NO],
    ['epoch-seconds', '1,772,600,767', NO],
    ['epoch-seconds', '17726x', NO],
    ['epoch-seconds', '1772600767.', NO],
    ['epoch-seconds', '.5', NO],
    ['epoch-seconds', '', 'blank'],
  ])('%s reads %j as %s', (format, text, expected) => {
    expect(momentOf({ type: 'timestamp', format, zone: 'Europe/Oslo' }, text)).toBe(expected);
  });

  it('refuses what is no format, no zone', () => {
    expect(() => builderOf({ type: 'timestamp', format: 'DD/MM/YYYY' })).toThrow(RangeError);
    expect(() => builderOf({ type: 'date', zone: 'Europe/Olso' })).toThrow(RangeError);
  });
});

describe('date', () => {
  it.each([
    ['2026-07-01', 'date:2026-06-30T22:00:00.000Z'],
    ['2026-07-01 23:59', 'date:2026-06-30T22:00:00.000Z'],
    ['2026-07-01T23:59Z', 'date:2026-07-01T22:00:00.000Z'],
    ['2026-07-01 24:00', 'date:2026-07-01T22:00:00.000Z'],
    ['01/07/2026', NO],
  ])('reads %s in Oslo as %s', (text, expected) => {
    expect(momentOf({ type: 'date', zone: 'Europe/Oslo' }, text)).toBe(expected);
  });
});

describe('fitting formats', () => {
  const fitting = (...texts: readonly string[]): readonly string[] => {
    const builder = builderOf({ type: 'timestamp' });
    pushed(builder, texts);
    return builder.notes().fittingFormats ?? [];
  };
  it.each<[readonly string[], readonly string[]]>([
    [
      ['03/04/2026', '05/06/2026'],
      ['dd/MM/yyyy', 'MM/dd/yyyy'],
    ],
    [['03/04/2026', '25/06/2026'], ['dd/MM/yyyy']],
    [['03/04/2026', '06/25/2026'], ['MM/dd/yyyy']],
    [['06/25/2026', '25/06/2026'], []],
    [
      ['03/04/2026 05:06', 'pending', 'N/A', '', '3.5', '-'],
      ['dd/MM/yyyy HH:mm', 'MM/dd/yyyy HH:mm'],
    ],
    [['3/25/26, 7:05 PM'], ['MM/dd/yy, hh:mm a']],
    [['2026-03-04', '03.04.2026 05:06:07'], ['dd.MM.yyyy HH:mm:ss']],
    [['2026-03-04 5:06'], ['yyyy-MM-dd HH:mm']],
    [['Tue Oct 31 22:10:47 +0000 2017'], ['EEE MMM d HH:mm:ss Z yyyy']],
    [['Tue, 31 Oct 2017 22:10:47 GMT'], ['EEE, d MMM yyyy HH:mm:ss z']],
    [['31 oct 2017'], ['d MMM yyyy']],
    [['1772600767'], ['epoch-seconds']],
    [['1772600767123'], ['epoch-milliseconds']],
    [['2026-02-30'], []],
    [['2026-03-04'], []],
    [['soon', '12'], []],
  ])('of %j are %j', (texts, expected) => expect(fitting(...texts)).toEqual(expected));

  it('are not looked for where a format is declared', () => {
    const builder = builderOf({ type: 'timestamp', format: 'dd.MM.yyyy' });
    pushed(builder, ['03/04/2026']);
    expect(builder.notes().fittingFormats).toBeNull();
  });
});
