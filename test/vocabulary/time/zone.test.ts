import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, parseIsoDate } from '../../../src/vocabulary/time/civil.ts';
import { isZone, zoneOf } from '../../../src/vocabulary/time/zone.ts';

const ms = (text: string): number => Date.parse(`${text}${text.includes('Z') ? '' : 'Z'}`);
const iso = (instant: number): string => new Date(instant).toISOString();
const day = (text: string): number => parseIsoDate(text) ?? Number.NaN;

describe('toInstant', () => {
  it.each([
    ['UTC', '2026-03-29T02:30:00', '2026-03-29T02:30:00.000Z', null],
    ['Europe/Oslo', '2026-01-15T12:00:00', '2026-01-15T11:00:00.000Z', null],
    ['Europe/Oslo', '2026-03-29T01:59:59.999', '2026-03-29T00:59:59.999Z', null],
    ['Europe/Oslo', '2026-03-29T02:00:00', '2026-03-29T01:00:00.000Z', 'skipped'],
    ['Europe/Oslo', '2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z', 'skipped'],
    ['Europe/Oslo', '2026-03-29T03:00:00', '2026-03-29T01:00:00.000Z', null],
    ['Europe/Oslo', '2026-10-25T01:59:59.999', '2026-10-24T23:59:59.999Z', null],
    ['Europe/Oslo', '2026-10-25T02:00:00', '2026-10-25T00:00:00.000Z', 'repeated'],
    ['Europe/Oslo', '2026-10-25T02:59:59.999', '2026-10-25T00:59:59.999Z', 'repeated'],
    ['Europe/Oslo', '2026-10-25T03:00:00', '2026-10-25T02:00:00.000Z', null],
    ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00.000Z', 'skipped'],
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00.000Z', 'repeated'],
    ['America/New_York', '2026-11-01T02:00:00', '2026-11-01T07:00:00.000Z', null],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00.000Z', 'repeated'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45:00.000Z', 'skipped'],
    ['Asia/Kathmandu', '2026-06-01T00:00:00', '2026-05-31T18:15:00.000Z', null],
    ['Africa/Casablanca', '2026-02-01T12:00:00', '2026-02-01T11:00:00.000Z', null],
    ['Africa/Casablanca', '2026-03-01T12:00:00', '2026-03-01T12:00:00.000Z', null],
    ['Africa/Casablanca', '2026-04-01T12:00:00', '2026-04-01T11:00:00.000Z', null],
    ['America/Sao_Paulo', '2018-11-04T00:30:00', '2018-11-04T03:30:00.000Z', 'skipped'],
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00.000Z', 'skipped'],
  ])('%s reads %s as %s (%s)', (name, local, instant, irregular) => {
    // The first asks the table, the second the memo.
    const zone = zoneOf(name);
    for (const _ of [1, 2]) {
      expect(zone.irregular(ms(local))).toBe(irregular);
      expect(iso(zone.toInstant(ms(local)))).toBe(instant);
    }
  });

  it('survives local mean times with odd seconds, and years far off', () => {
    for (const name of ['Europe/Amsterdam', 'Africa/Monrovia', 'Asia/Manila', 'America/Juneau']) {
      for (const year of ['0000', '1799', '1835', '1860', '1899', '2200', '9999']) {
        const local = ms(`${year}-06-15T12:00:00`);
        expect(zoneOf(name).toLocal(zoneOf(name).toInstant(local))).toBe(local);
      }
    }
  });
});

describe('days', () => {
  it.each([
    ['Europe/Oslo', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['Europe/Oslo', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', 23.5],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', 23],
    ['America/Sao_Paulo', '2018-02-17', '2018-02-17T02:00:00.000Z', 25],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
    // The clock went from 23:30 to 00:30, so that the day began at half past midnight.
    ['America/Toronto', '1919-03-31', '1919-03-31T04:30:00.000Z', 23.5],
    ['America/St_Johns', '2006-10-29', '2006-10-29T02:30:00.000Z', 25],
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z', 24],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z', 24],
  ])('%s begins %s at %s and lasts %d hours', (name, text, start, hours) => {
    const zone = zoneOf(name);
    expect(iso(zone.startOfDay(day(text)))).toBe(start);
    expect(zone.endOfDay(day(text)) + 1 - zone.startOfDay(day(text))).toBe(hours * 3_600_000);
    expect(isoDate(zone.dayOf(zone.startOfDay(day(text))))).toBe(text);
  });

  it('that are skipped have no length', () => {
    const apia = zoneOf('Pacific/Apia');
    expect(apia.endOfDay(day('2011-12-30'))).toBe(apia.startOfDay(day('2011-12-30')) - 1);
  });
});

describe('names', () => {
  it('give one object each, in any letter case', () => {
    expect(zoneOf('Europe/Oslo')).toBe(zoneOf('Europe/Oslo'));
    expect(zoneOf('europe/oslo').toInstant(0)).toBe(zoneOf('Europe/Oslo').toInstant(0));
  });
  it.each(['Europe/Olso', '', '+01:00', 'CDT', 'Z', '__proto__'])('do not include %j', (name) => {
    expect(isZone(name)).toBe(false);
    expect(isZone(name)).toBe(false);
    expect(() => zoneOf(name)).toThrow(RangeError);
  });
  it.each(['UTC', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires'])('include %s', (name) => {
    expect(isZone(name)).toBe(true);
  });
});

describe('transitions', () => {
  it('are those of the tz database', () => {
    expect(zoneOf('Europe/Oslo').transitions(ms('2025-06-01T00:00'), ms('2026-10-25T01:00'))).toEqual([
      { at: ms('2025-10-26T01:00'), before: 7_200_000, after: 3_600_000 },
      { at: ms('2026-03-29T01:00'), before: 3_600_000, after: 7_200_000 },
      { at: ms('2026-10-25T01:00'), before: 7_200_000, after: 3_600_000 },
    ]);
    expect(zoneOf('UTC').transitions(0, ms('2026-10-25T01:00'))).toEqual([]);
    expect(zoneOf('Africa/Casablanca').transitions(ms('2026-01-01T00:00'), ms('2027-01-01T00:00'))).toHaveLength(2);
  });
  it('are found where they are a week apart', () => {
    expect(zoneOf('America/Recife').transitions(ms('2000-10-01T00:00'), ms('2000-11-01T00:00'))).toEqual([
      { at: ms('2000-10-08T03:00'), before: -10_800_000, after: -7_200_000 },
      { at: ms('2000-10-15T02:00'), before: -7_200_000, after: -10_800_000 },
    ]);
  });
  it('chain without a gap, wherever the table is cut', () => {
    const zone = zoneOf('America/New_York');
    const all = zone.transitions(ms('1990-01-01T00:00'), ms('2030-01-01T00:00'));
    expect(all).toHaveLength(80);
    expect(all.slice(1).map((one) => one.before)).toEqual(all.slice(0, -1).map((one) => one.after));
  });
});

const ZONES = [
  'Europe/Oslo',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Tehran',
  'Africa/Cairo',
];

function wallClock(name: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
  return (instant) => format.format(instant).replace(' ', 'T');
}

describe('wall clocks', () => {
  const oracles = new Map(ZONES.map((name) => [name, wallClock(name)]));
  const instants = fc.integer({ min: Date.UTC(1905, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000 });

  it('agree with Intl', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (name, seconds) => {
        expect(iso(zoneOf(name).toLocal(seconds * 1000)).slice(0, 19)).toBe(oracles.get(name)?.(seconds * 1000));
      }),
      { numRuns: 2000 },
    );
  });

  it('agree with Intl around every change of offset', () => {
    for (const name of ZONES) {
      const zone = zoneOf(name);
      const oracle = wallClock(name);
      for (const { at } of zone.transitions(Date.UTC(2005, 0, 1), Date.UTC(2030, 0, 1))) {
        for (const instant of [at - 1000, at, at + 1000, at + 3_600_000]) {
          expect(iso(zone.toLocal(instant)).slice(0, 19)).toBe(oracle(instant));
        }
      }
    }
  });

  it('lead back to their instant, where they are not repeated', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (name, seconds) => {
        const zone = zoneOf(name);
        const local = zone.toLocal(seconds * 1000);
        expect(zone.irregular(local)).not.toBe('skipped');
        if (zone.irregular(local) === null) expect(zone.toInstant(local)).toBe(seconds * 1000);
        else expect(zone.toInstant(local)).toBeLessThanOrEqual(seconds * 1000);
      }),
      { numRuns: 2000 },
    );
  });

  it('that are skipped are read with the offset before the change', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 2000, max: 2030 }), fc.nat(), (name, year, pick) => {
        const zone = zoneOf(name);
        const changes = zone.transitions(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
        for (const { at, before, after } of changes) {
          const local = at + Math.min(before, after) + (pick % Math.abs(after - before));
          expect(zone.irregular(local)).toBe(after > before ? 'skipped' : 'repeated');
          expect(zone.toInstant(local)).toBe(local - before);
        }
      }),
    );
  });
});
