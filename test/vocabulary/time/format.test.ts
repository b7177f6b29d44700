import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompiledFormat, candidateFormats, compileFormat } from '../../../src/vocabulary/time/format.ts';

function compiled(pattern: string): CompiledFormat {
  const format = compileFormat(pattern);
  if (format.kind === 'fault') throw new Error(`${pattern}: ${format.reason} at ${format.position}`);
  return format;
}

/** The wall clock as ISO 8601, with offset in minutes or zone behind it. */
function read(pattern: string, text: string): string | null {
  const clock = compiled(pattern).parse(text);
  if (clock === null) return null;
  const local = new Date(clock.local)
    .toISOString()
    .slice(0, -1)
    .replace(/\.000$/, '')
    .replace(/:00$/, '');
  return `${local}${clock.offset === null ? '' : ` ${clock.offset / 60_000}`}${clock.zone === null ? '' : ` ${clock.zone}`}`;
}

describe('format', () => {
  it.each<[string, string, string | null]>([
    ['dd/MM/yyyy HH:mm', '03/04/2026 05:06', '2026-04-03T05:06'],
    ['MM/dd/yyyy HH:mm', '03/04/2026 05:06', '2026-03-04T05:06'],
    ['dd/MM/yyyy HH:mm', '3/4/2026 5:06', '2026-04-03T05:06'],
    ['dd/MM/yyyy', '31/02/2026', null],
    ['dd/MM/yyyy', '29/02/2024', '2024-02-29T00:00'],
    ['dd/MM/yyyy', '00/01/2026', null],
    ['dd/MM/yyyy', '003/04/2026', null],
    ['dd/MM/yyyy', '03/04/26', null],
    ['dd/MM/yyyy', '03/04/20261', null],
    ['dd/MM/yyyy', '03-04-2026', null],
    ['dd/MM/yyyy', '03/04/2026 05:06', null],
    ['d.M.y', '3.4.2026', '2026-04-03T00:00'],
    ['d.M.y', '3.4.26', null],
    ['dd.MM.yy', '03.04.68', '2068-04-03T00:00'],
    ['dd.MM.yy', '03.04.69', '1969-04-03T00:00'],
    ['dd.MM.yy', '03.04.2026', null],
    ['yyyy MM dd', '1987 10 14', '1987-10-14T00:00'],
    ['yyyy MM dd', '1987 1 5', '1987-01-05T00:00'],
    ['yyyy MM dd', '1987 \u00a0 1 5', '1987-01-05T00:00'],
    ['yyyyMMdd', '20260304', '2026-03-04T00:00'],
    ['yyyyMMdd', '2026034', null],
    ['ddMMyyyy', '5012026', null],
    ['dMMyyyy', '5012026', '2026-01-05T00:00'],
    ['dMMyyyy', '15012026', '2026-01-15T00:00'],
    ['yyyy MM dd HHmm', '1987 10 14 0730', '1987-10-14T07:30'],
    ['yyyy MM dd HHmm', '1987 10 14 730', null],
    ['yyyy MM dd Hmm', '1987 10 14 730', '1987-10-14T07:30'],
    ['yyyy MM dd Hmm', '1987 10 14 1730', '1987-10-14T17:30'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSS", '2026-03-04T05:06:07.1239', '2026-03-04T05:06:07.123'],
    ["yyyy-MM-dd'T'HH:mm:ss.S", '2026-03-04T05:06:07.5', '2026-03-04T05:06:07.500'],
    ['yyyyMMddHHmmssSSS', '20260304050607123', '2026-03-04T05:06:07.123'],
    ['yyyyMMddHHmmssSSS', '2026030405060712', null],
    ['d MMM yyyy', '3 apr 2026', '2026-04-03T00:00'],
    ['d MMM yyyy', '3 SEPT 2026', '2026-09-03T00:00'],
    ['d MMM yyyy', '3 April 2026', null],
    ['d MMMM yyyy', '3 April 2026', '2026-04-03T00:00'],
    ['d MMMM yyyy', '3 Apr 2026', null],
    ['d MMM yyyy', '3 Avr 2026', null],
    ['MMM d, yyyy', 'Jul 4, 2026', '2026-07-04T00:00'],
    ['ddMMMyyyy', '04JUL2026', '2026-07-04T00:00'],
    ['EEE, dd MMM yyyy', 'Fri, 03 Apr 2026', '2026-04-03T00:00'],
    ['EEE, dd MMM yyyy', 'Thu, 03 Apr 2026', null],
    ['EEEE d MMMM yyyy', 'FRIDAY 3 april 2026', '2026-04-03T00:00'],
    ['dd/MMM/yy h:mm a', '03/Apr/26 9:05 AM', '2026-04-03T09:05'],
    ['M/d/yy hh:mm a', '6/23/25 12:00 AM', '2025-06-23T00:00'],
    ['M/d/yy hh:mm a', '6/23/25 12:30 PM', '2025-06-23T12:30'],
    ['M/d/yy hh:mm a', '6/23/25 07:00 p.m.', '2025-06-23T19:00'],
    ['M/d/yy h:mma', '6/23/25 7:00pm', '2025-06-23T19:00'],
    ['M/d/yy h:mm a', '6/23/25 7:00\u202fPM', '2025-06-23T19:00'],
    ['M/d/yy hh:mm a', '6/23/25 00:30 AM', null],
    ['M/d/yy hh:mm a', '6/23/25 13:00 PM', null],
    ['M/d/yy hh:mm a', '6/23/25 07:00', null],
    ['M/d/yy hh:mm a', '6/23/25 07:00 XM', null],
    ['M/d/yy KK:mm a', '6/23/25 00:30 PM', '2025-06-23T12:30'],
    ['d.M.y kk:mm', '3.4.2026 24:30', '2026-04-03T00:30'],
    ['d.M.y HH:mm:ss', '31.12.2026 24:00:00', '2027-01-01T00:00'],
    ['d.M.y HH:mm:ss', '31.12.2026 24:00:01', null],
    ['d.M.y HH:mm', '3.4.2026 25:00', null],
    ['d.M.y HH:mm', '3.4.2026 23:60', null],
    ['d.M.y HH:mm:ss', '3.4.2026 23:59:60', null],
    ['yyyy/MM/dd HH:mm:ss Z', '2026/03/04 05:06:07 -0530', '2026-03-04T05:06:07 -330'],
    ['yyyy/MM/dd HH:mmXXX', '2026/03/04 05:06+01:00', '2026-03-04T05:06 60'],
    ['yyyy/MM/dd HH:mmX', '2026/03/04 05:06+01', '2026-03-04T05:06 60'],
    ['yyyy/MM/dd HH:mmXXX', '2026/03/04 05:06Z', '2026-03-04T05:06 0'],
    ['yyyy/MM/dd HH:mmXXX', '2026/03/04 05:06+19:00', null],
    ['yyyy/MM/dd HH:mmXXX', '2026/03/04 05:06+01:60', null],
    ['yyyy/MM/dd HH:mmXXX', '2026/03/04 05:06', null],
    ['yyyy/MM/dd HH:mm z', '2026/03/04 05:06 UTC', '2026-03-04T05:06 0'],
    ['yyyy/MM/dd HH:mm z', '2026/03/04 05:06 CDT', null],
    ['yyyy/MM/dd HH:mm VV', '2026/03/04 05:06 Europe/Oslo', '2026-03-04T05:06 Europe/Oslo'],
    ['yyyy/MM/dd HH:mm (VV)', '2026/03/04 05:06 (Europe/Oslo)', '2026-03-04T05:06 Europe/Oslo'],
    ['yyyy/MM/dd HH:mm VV', '2026/03/04 05:06 Europe/Olso', null],
    ["d MMM yyyy 'at' HH:mm", '3 Apr 2026 at 05:06', '2026-04-03T05:06'],
    ["d MMM ''yy", "3 Apr '26", '2026-04-03T00:00'],
    ["d'''th 'MMM yyyy", "3'th Apr 2026", '2026-04-03T00:00'],
    ['EEE MMM dd HH:mm:ss Z yyyy', 'Tue Oct 31 22:10:47 +0000 2017', '2017-10-31T22:10:47 0'],
    ['d.M.y', '', null],
    ['d.M.y', '٣.4.2026', null],
  ])('%s reads %j as %s', (pattern, text, expected) => expect(read(pattern, text)).toBe(expected));

  it.each<[string, string, number, string, string | null]>([
    ['DD/MM/YYYY', 'unknown', 0, 'DD', 'dd'],
    ['dd/MM/YYYY', 'unknown', 6, 'YYYY', 'yyyy'],
    ['dd/MM/YY', 'unknown', 6, 'YY', 'yy'],
    ['dd/MM/yyy', 'unknown', 6, 'yyy', 'yyyy'],
    ['dd/mm/yyyy', 'misplaced', 3, 'mm', 'MM'],
    ['yyyy-mm-dd HH:mm', 'misplaced', 5, 'mm', 'MM'],
    ['HH:mm dd/mm/yyyy', 'misplaced', 9, 'mm', 'MM'],
    ['yyyy-MM-dd HH:MM', 'misplaced', 14, 'MM', 'mm'],
    ['yyyy-MM-dd HH:MM:ss', 'misplaced', 14, 'MM', 'mm'],
    ['yyyy-MM-dd HH:mm:SS', 'missing', 17, 'SS', 'ss'],
    ['yyyy-MM-dd HH:nn', 'unknown', 14, 'nn', 'mm'],
    ['yyyy-MM-dd hh:mm tt', 'unknown', 17, 'tt', 'a'],
    ['yyyy-MM-dd hh:mm A', 'unknown', 17, 'A', 'a'],
    ['yyyy-MM-ddTHH:mm', 'unquoted', 10, 'T', "'T'"],
    ['yyyy-MM-dd HH:mm UTC', 'unquoted', 17, 'UTC', "'UTC'"],
    ['d MMM yyyy at HH:mm', 'unquoted', 11, 'at', "'at'"],
    ['%d/%m/%Y', 'strftime', 0, '%d', 'dd'],
    ['%Y-%m-%d', 'strftime', 0, '%Y', 'yyyy'],
    ['%j', 'strftime', 0, '%j', null],
    ["yyyy-MM-dd'T", 'unclosed-quote', 10, "'T", null],
    ['ddd dd MMM yyyy', 'unknown', 0, 'ddd', 'EEE'],
    ['yyyy-MM-dd yyyy', 'repeated', 11, 'yyyy', null],
    ['yyyy-MM-dd HH:mm z VV', 'repeated', 19, 'VV', null],
    ['yyyy-MM-dd hh:mm', 'clock', 11, 'hh', 'HH'],
    ['yyyy-MM-dd HH:mm a', 'clock', 11, 'HH', 'hh'],
    ['yyyy-MM', 'missing', 0, 'yyyy-MM', 'dd'],
    ['dd.MM.', 'missing', 0, 'dd.MM.', 'yyyy'],
    ['HH:mm', 'missing', 0, 'HH:mm', 'yyyy'],
    ['yyyy-MM-dd HH ss', 'missing', 14, 'ss', 'mm'],
    ['yyyy-MM-dd mm', 'misplaced', 11, 'mm', 'MM'],
    ['yyyy-MM-dd Z', 'missing', 11, 'Z', 'HH'],
    ['yyyyMd', 'adjacent', 4, 'M', 'MM'],
    ['dd/MM/yyyy qq', 'unknown', 11, 'qq', null],
    ['', 'empty', 0, '', 'yyyy-MM-dd'],
    ['---', 'empty', 0, '---', 'yyyy-MM-dd'],
  ])('%j is at fault (%s)', (pattern, reason, position, found, meant) => {
    expect(compileFormat(pattern)).toEqual({ kind: 'fault', reason, position, found, meant });
  });

  it('without an hour is of days', () => {
    expect(compiled('dd/MM/yyyy').dateOnly).toBe(true);
    expect(compiled('dd/MM/yyyy HH').dateOnly).toBe(false);
    expect(compiled('d.M.y h a').dateOnly).toBe(false);
  });
});

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July'].concat([
  'August',
  'September',
  'October',
  'November',
  'December',
]);
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Writes a moment by a pattern: the twin that the reader is held against. */
function write(pattern: string, local: number): string {
  const date = new Date(local);
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  const hour = date.getUTCHours();
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const day = WEEKDAYS[date.getUTCDay()] ?? '';
  return pattern.replace(/([A-Za-z])\1*/g, (token) => {
    switch (token.charAt(0)) {
      case 'y':
        return token === 'yy' ? pad(date.getUTCFullYear() % 100, 2) : pad(date.getUTCFullYear(), 4);
      case 'M':
        if (token.length > 2) return token.length === 3 ? month.slice(0, 3) : month;
        return pad(date.getUTCMonth() + 1, token.length);
      case 'd':
        return pad(date.getUTCDate(), token.length);
      case 'E':
        return token.length === 3 ? day.slice(0, 3) : day;
      case 'H':
        return pad(hour, token.length);
      case 'h':
        return pad(hour % 12 === 0 ? 12 : hour % 12, token.length);
      case 'm':
        return pad(date.getUTCMinutes(), token.length);
      case 's':
        return pad(date.getUTCSeconds(), token.length);
      case 'a':
        return hour < 12 ? 'AM' : 'PM';
      case 'Z':
        return '+0000';
      case 'z':
        return 'UTC';
      default:
        throw new Error(token);
    }
  });
}

describe('candidate formats', () => {
  const formats = candidateFormats.map(compiled);

  it('are all different and all compile', () => {
    expect(new Set(candidateFormats).size).toBe(candidateFormats.length);
    expect(formats.length).toBe(candidateFormats.length);
  });

  it('read what is written by them', () => {
    const seconds = fc.integer({ min: Date.UTC(1970, 0, 1) / 1000, max: Date.UTC(2068, 11, 31) / 1000 });
    fc.assert(
      fc.property(fc.constantFrom(...formats), seconds, (format, second) => {
        const { pattern, dateOnly } = format;
        const grain = dateOnly ? 86_400 : pattern.includes('s') ? 1 : 60;
        const local = Math.floor(second / grain) * grain * 1000;
        expect(format.parse(write(pattern, local))?.local).toBe(local);
      }),
      { numRuns: 3000 },
    );
  });

  it('never read a text and give a date that is not in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.stringMatching(/^[0-9/:. ,AMPJanFeb-]{6,20}$/), (format, text) => {
        const clock = format.parse(text);
        if (clock !== null) expect(format.parse(write(format.pattern, clock.local))?.local).toBe(clock.local);
      }),
      { numRuns: 2000 },
    );
  });
});
