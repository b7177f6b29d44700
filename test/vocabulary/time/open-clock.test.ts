import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neverOpens, openClock } from '../../../src/index.ts';
import type { Calendar, OpenSpan } from '../../../src/model/calendar.ts';
import { DAY_MS, dayOf, parseIsoDate } from '../../../src/vocabulary/time/civil.ts';
import { zoneOf } from '../../../src/vocabulary/time/zone.ts';
import { sharedText } from '../../reference.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const ms = (text: string): number => Date.parse(text);
const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());
const day = (text: string): number => parseIsoDate(text) ?? Number.NaN;

/** `9-17`, `22-30`: hours from midnight. */
function spans(text: string): readonly OpenSpan[] {
  return text
    .split(',')
    .filter((one) => one !== '')
    .map((one) => {
      const [from = Number.NaN, to = Number.NaN] = one.split('-').map((hour) => Number(hour) * HOUR);
      return { from, to };
    });
}

/** Monday first; a week of one text is the same every day. */
function calendar(zone: string, week: readonly string[], rest: Partial<Calendar> = {}): Calendar {
  const days = week.length === 1 ? Array.from({ length: 7 }, () => week[0] ?? '') : week;
  return { name: 'desk', zone, week: days.map(spans), holidays: [], overrides: [], ...rest };
}

const OFFICE = ['9-17', '9-17', '9-17', '9-17', '9-17', '', ''];
const CLOSED = ['', '', '', '', '', '', ''];

interface Shared {
  readonly cases: readonly {
    readonly id: string;
    readonly input: {
      readonly zone: string;
      readonly week: Readonly<Record<string, readonly (readonly [string, string])[]>>;
      readonly holidays?: readonly string[];
      readonly overrides?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
      readonly from: string;
      readonly to?: string;
      readonly add_seconds?: number;
    };
    readonly expected: { readonly elapsed_seconds?: number; readonly due?: string | null };
  }[];
}

const sharedCases = sharedText('reference/business_time.json');

function clockTimes(list: readonly (readonly [string, string])[]): readonly OpenSpan[] {
  const read = (text: string): number => Number(text.slice(0, 2)) * HOUR + Number(text.slice(3)) * MINUTE;
  return list.map(([from, to]) => ({ from: read(from), to: read(to) + (read(to) <= read(from) ? DAY_MS : 0) }));
}

describe.skipIf(sharedCases === null)('the reference cases', () => {
  const { cases }: Shared = sharedCases === null ? { cases: [] } : JSON.parse(sharedCases);
  it('are all there', () => {
    expect(cases).toHaveLength(14);
  });
  it.each(cases.map((one) => [one.id, one] as const))('%s', (id, { input, expected }) => {
    const desk: Calendar = {
      name: id,
      zone: input.zone,
      week: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => clockTimes(input.week[name] ?? [])),
      holidays: (input.holidays ?? []).map(day),
      overrides: Object.entries(input.overrides ?? {}).map(([date, list]) => ({
        day: day(date),
        spans: clockTimes(list),
      })),
    };
    const clock = openClock(desk);
    const from = ms(input.from);
    if (input.to !== undefined) expect(clock.between(from, ms(input.to))).toBe((expected.elapsed_seconds ?? -1) * 1000);
    if (input.add_seconds !== undefined) {
      const due = clock.due(from, input.add_seconds * 1000);
      expect(due).toBe(typeof expected.due === 'string' ? ms(expected.due) : null);
    }
    expect(neverOpens(desk)).toBe(id === 'never-open');
  });
});

const ZONES = [
  'Europe/Oslo',
  'Europe/London',
  'America/Chicago',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'America/Havana',
  'UTC',
];

/** Clock changes, the day that Apia skipped, a year's end, far off; the seam of two tables, 5411 days from 1970. */
const MOMENTS = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T05:00Z',
  '2026-11-01T05:00Z',
  '2026-04-04T15:00Z',
  '2026-10-03T15:30Z',
  '2018-11-04T03:00Z',
  '2018-02-18T02:00Z',
  '2026-02-15T02:00Z',
  '2011-12-30T10:00Z',
  '2025-12-31T12:00Z',
  '9999-03-28T01:00Z',
  '2403-10-28T01:00Z',
  '2029-04-03T00:00Z',
  '1999-10-31T01:00Z',
].map(ms);

const WINDOW = 16 * 24 * 60;

/** Looks at the wall clock of every minute of a window, and at nothing else. */
class Twin {
  readonly #calendar: Calendar;
  readonly #start: number;
  readonly #spans = new Map<number, readonly OpenSpan[]>();
  /** Open minutes before each. */
  readonly #before: number[] = [0];
  /** When the day's last open minute ends. */
  readonly closes = new Map<number, number>();

  constructor(desk: Calendar, start: number) {
    this.#calendar = desk;
    this.#start = start;
    const zone = zoneOf(desk.zone);
    for (let minute = 0; minute < WINDOW; minute += 1) {
      const at = start + minute * MINUTE;
      const owners = this.#owners(zone.toLocal(at));
      for (const owner of owners) this.closes.set(owner, at + MINUTE);
      this.#before.push((this.#before[minute] ?? 0) + (owners.length > 0 ? 1 : 0));
    }
  }

  #spansOn(date: number): readonly OpenSpan[] {
    const known = this.#spans.get(date) ?? this.#lookUp(date);
    this.#spans.set(date, known);
    return known;
  }

  #lookUp(date: number): readonly OpenSpan[] {
    const override = this.#calendar.overrides.find((one) => one.day === date);
    if (override !== undefined) return override.spans;
    if (this.#calendar.holidays.includes(date)) return [];
    return this.#calendar.week[(new Date(date * DAY_MS).getUTCDay() + 6) % 7] ?? [];
  }

  #owners(local: number): readonly number[] {
    const today = Math.floor(local / DAY_MS);
    return [today - 2, today - 1, today].filter((date) =>
      this.#spansOn(date).some(({ from, to }) => local >= date * DAY_MS + from && local < date * DAY_MS + to),
    );
  }

  /** Open milliseconds since the window began. */
  passed(at: number): number {
    const minute = Math.floor((at - this.#start) / MINUTE);
    return (this.#before[minute] ?? Number.NaN) * MINUTE + (this.isOpen(at) ? (at - this.#start) % MINUTE : 0);
  }

  isOpen(at: number): boolean {
    const minute = Math.floor((at - this.#start) / MINUTE);
    return (this.#before[minute + 1] ?? Number.NaN) > (this.#before[minute] ?? Number.NaN);
  }

  /** The first instant, or, if `past`, the last, with so many open milliseconds before it; null beyond the window. */
  find(sum: number, past: boolean): number | null {
    const reached = (minute: number): boolean => {
      const open = (this.#before[minute] ?? Number.NaN) * MINUTE;
      return past ? open > sum : open >= sum;
    };
    const minute = this.#before.findIndex((_, index) => reached(index));
    if (minute === -1) return null;
    // Within the minute before it, which is an open one.
    return this.#start + (minute - 1) * MINUTE + sum - (this.#before[minute - 1] ?? Number.NaN) * MINUTE;
  }
}

const span = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.constantFrom(1, 2, 4, 12, 32, 36, 60, 96, 130))
  .map(([from, length]) => ({ from: from * 15 * MINUTE, to: (from + length) * 15 * MINUTE }));
const nights: fc.Arbitrary<readonly OpenSpan[]> = fc.constantFrom(
  spans('22-30'),
  spans('0-24'),
  spans('0-6,18-24'),
  spans('2-3'),
  spans('1-2,2.5-3.5'),
  spans('12-25'),
);
const hours: fc.Arbitrary<readonly OpenSpan[]> = fc.oneof(
  { weight: 1, arbitrary: nights },
  { weight: 2, arbitrary: fc.array(span, { maxLength: 3 }) },
);

const scenes = (zones: readonly string[]) =>
  fc
    .record({
      zone: fc.constantFrom(...zones),
      moment: fc.constantFrom(...MOMENTS),
      week: fc.array(hours, { minLength: 7, maxLength: 7 }),
      holidays: fc.uniqueArray(fc.integer({ min: -6, max: 7 }), { maxLength: 3 }),
      overrides: fc.uniqueArray(fc.tuple(fc.integer({ min: -6, max: 7 }), hours), {
        maxLength: 3,
        selector: ([at]) => at,
      }),
    })
    .map(({ zone, moment, week, holidays, overrides }) => {
      const start = moment - (WINDOW / 2) * MINUTE;
      const near = Math.floor(moment / DAY_MS);
      const byDay = (a: number, b: number): number => a - b;
      const desk: Calendar = {
        name: 'desk',
        zone,
        week,
        holidays: holidays.map((at) => near + at).sort(byDay),
        overrides: overrides.map(([at, list]) => ({ day: near + at, spans: list })).sort((a, b) => byDay(a.day, b.day)),
      };
      return { desk, moment, start };
    });

/** Offsets from the moment in question, most of them near it, many on the full hour. */
const offset = fc.oneof(
  fc.integer({ min: -8 * 24, max: 8 * 24 - 1 }).map((hour) => hour * HOUR),
  fc.integer({ min: -3 * HOUR, max: 3 * HOUR }),
  fc.integer({ min: -8 * DAY_MS, max: 8 * DAY_MS - 1 }),
);
const length = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 30 }).map((hour) => hour * HOUR),
  fc.integer({ min: 0, max: 60 * HOUR }),
);

describe('against a walk by the minute', () => {
  it('instants agree', () => {
    fc.assert(
      fc.property(
        scenes(ZONES),
        fc.array(fc.tuple(offset, offset, length), { minLength: 8, maxLength: 8 }),
        (scene, asked) => {
          const clock = openClock(scene.desk);
          const twin = new Twin(scene.desk, scene.start);
          for (const [one, other, span] of asked) {
            const from = scene.moment + one;
            const to = scene.moment + other;
            expect(clock.between(from, to)).toBe(twin.passed(to) - twin.passed(from));
            expect(clock.isOpen(from)).toBe(twin.isOpen(from));
            const end = scene.start + WINDOW * MINUTE;
            const first = span === 0 ? from : twin.find(twin.passed(from) + span, false);
            const last = twin.find(twin.passed(from) + span, true);
            if (first !== null) expect(clock.due(from, span)).toBe(first);
            else expect(clock.due(from, span) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(end);
            if (last !== null) expect(clock.until(from, span)).toBe(last);
            else expect(clock.until(from, span)).toBeGreaterThanOrEqual(end);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('days agree', () => {
    fc.assert(
      fc.property(
        scenes(ZONES),
        fc.integer({ min: -5, max: 4 }),
        fc.integer({ min: -5, max: 4 }),
        (scene, one, other) => {
          const clock = openClock(scene.desk);
          const { closes } = new Twin(scene.desk, scene.start);
          const near = Math.floor(scene.moment / DAY_MS);
          const open = [...closes.keys()].filter((date) => date >= near - 5 && date <= near + 4).sort((a, b) => a - b);
          const [from, to] = [Math.min(one, other) + near, Math.max(one, other) + near];
          const after = open.filter((date) => date > from && date <= to);
          expect(clock.openDays(from, to)).toBe(after.length);
          after.forEach((date, index) => {
            expect(clock.openDay(from, index + 1)).toEqual({ day: date, close: closes.get(date) });
          });
          const first = open.find((date) => date >= from);
          if (first !== undefined) expect(clock.openDay(from, 0)).toEqual({ day: first, close: closes.get(first) });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('at any distance', () => {
  // Few, for each is asked for a thousand years of clock changes.
  const FAR_ZONES = ['UTC', 'America/Havana', 'Pacific/Apia'];
  const far = fc.oneof(
    fc.integer({ min: ms('1890-01-01'), max: ms('2120-01-01') }),
    fc.integer({ min: ms('0001-01-01'), max: ms('9999-12-31') }),
  );

  it('elapsed time adds up, turns round, and is undone by due and until', () => {
    fc.assert(
      fc.property(
        scenes(FAR_ZONES),
        far,
        far,
        far,
        length,
        fc.integer({ min: 0, max: 4000 }),
        (scene, a, b, c, span, days) => {
          const clock = openClock(scene.desk);
          expect(clock.between(a, b) + clock.between(b, c)).toBe(clock.between(a, c));
          expect(clock.between(a, b) + clock.between(b, a)).toBe(0);
          const allowed = span + days * HOUR;
          const due = clock.due(a, allowed);
          const until = clock.until(a, allowed);
          if (due === null) {
            expect(until).toBe(Number.POSITIVE_INFINITY);
            expect(clock.between(a, 8.64e15)).toBeLessThan(allowed);
            return;
          }
          expect(clock.between(a, due)).toBe(allowed);
          if (allowed > 0) expect(clock.between(a, due - 1)).toBe(allowed - 1);
          expect(due).toBeLessThanOrEqual(until);
          if (until === Number.POSITIVE_INFINITY) {
            expect(clock.between(a, 8.64e15)).toBe(allowed);
          } else {
            expect(clock.between(a, until)).toBe(allowed);
            expect(clock.between(a, until + 1)).toBe(allowed + 1);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('days add up and are found again', () => {
    const date = far.map((at) => Math.floor(at / DAY_MS));
    fc.assert(
      fc.property(scenes(FAR_ZONES), date, date, date, fc.integer({ min: 0, max: 9000 }), (scene, a, b, c, count) => {
        const clock = openClock(scene.desk);
        expect(clock.openDays(a, b) + clock.openDays(b, c)).toBe(clock.openDays(a, c));
        const found = clock.openDay(a, count);
        if (found === null) {
          expect(clock.openDays(a - 1, 100_000_000)).toBeLessThanOrEqual(count);
          return;
        }
        if (count === 0) expect(clock.openDays(a - 1, found.day)).toBe(1);
        else expect(clock.openDays(a, found.day)).toBe(count);
        expect(clock.openDays(found.day - 1, found.day)).toBe(1);
        expect(clock.isOpen(found.close - 1)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    'UTC',
    'Europe/Oslo',
    'America/Havana',
  ])('office hours in %s are eight a weekday, from year 1 to 9999', (zone) => {
    const clock = openClock(calendar(zone, OFFICE));
    const [first, last] = [dayOf(1, 1, 1), dayOf(9999, 12, 31)];
    let days = 0;
    for (let date = first; date <= last; date += 1) if ((((date + 3) % 7) + 7) % 7 < 5) days += 1;
    const start = zoneOf(zone).startOfDay(first);
    expect(clock.between(start, zoneOf(zone).endOfDay(last))).toBe(days * 8 * HOUR);
    expect(clock.openDays(first - 1, last)).toBe(days);
    const end = clock.due(start, days * 8 * HOUR);
    expect(zoneOf(zone).toLocal(end ?? 0)).toBe(dayOf(9999, 12, 31) * DAY_MS + 17 * HOUR);
    expect(clock.openDay(first - 1, days)).toEqual({ day: last, close: end });
  });

  it('keeps to hours of their own in years far off', () => {
    const own = { day: day('9998-06-06'), spans: spans('10-11') };
    const clock = openClock(calendar('Europe/Oslo', OFFICE, { overrides: [own], holidays: [day('0001-01-01')] }));
    expect(clock.between(ms('9998-06-06T00:00Z'), ms('9998-06-07T00:00Z'))).toBe(HOUR);
    expect(clock.between(ms('0001-01-01T00:00Z'), ms('0001-01-02T00:00Z'))).toBe(0);
    expect(clock.openDays(day('0001-01-01') - 1, day('0001-01-03'))).toBe(2);
  });
});

describe('edges', () => {
  it.each(['Asia/Kolkata', 'America/Chicago'])('hours of their own in %s where two tables meet', (zone) => {
    const seam = 4 * 5411;
    const [from, to] = [zoneOf(zone).startOfDay(seam - 2), zoneOf(zone).startOfDay(seam + 2)];
    for (const date of [seam - 1, seam]) {
      const closed = openClock(calendar(zone, ['1-23'], { holidays: [date] }));
      expect(closed.between(from, to)).toBe(3 * 22 * HOUR);
      const nights = openClock(calendar(zone, ['0-1'], { overrides: [{ day: date, spans: spans('20-29') }] }));
      expect(nights.between(from, to)).toBe((2 + 9) * HOUR);
    }
    const long = openClock(calendar(zone, CLOSED, { overrides: [{ day: seam - 2, spans: spans('0-60') }] }));
    expect(long.between(from, to)).toBe(60 * HOUR);
  });

  it.each(['Asia/Manila', 'Europe/Amsterdam', 'America/Juneau'])('wall clocks of %s before 1900', (zone) => {
    const clock = openClock(calendar(zone, ['9-17', '', '9-17', '', '', '', '']));
    for (let at = ms('1780-01-01'); at < ms('1900-01-01'); at += 11 * HOUR + 1_234_567) {
      const local = new Date(zoneOf(zone).toLocal(at));
      const isOpen = [1, 3].includes(local.getUTCDay()) && local.getUTCHours() >= 9 && local.getUTCHours() < 17;
      if (clock.isOpen(at) !== isOpen) expect.fail(`${local.toISOString()} is ${isOpen ? 'open' : 'closed'}`);
    }
  });

  it('due is the closing time where time is up just then, until the next opening', () => {
    const clock = openClock(calendar('Europe/London', OFFICE));
    const friday = ms('2026-01-16T13:00Z');
    expect(iso(clock.due(friday, 4 * HOUR))).toBe('2026-01-16T17:00:00.000Z');
    expect(iso(clock.until(friday, 4 * HOUR))).toBe('2026-01-19T09:00:00.000Z');
    const saturday = ms('2026-01-17T13:00Z');
    expect(clock.due(saturday, 0)).toBe(saturday);
    expect(iso(clock.until(saturday, 0))).toBe('2026-01-19T09:00:00.000Z');
  });

  it('a calendar open by its overrides alone runs out', () => {
    const clock = openClock(calendar('UTC', CLOSED, { overrides: [{ day: day('2026-01-05'), spans: spans('9-17') }] }));
    const before = ms('2020-01-01T00:00Z');
    expect(clock.between(before, ms('9999-01-01T00:00Z'))).toBe(8 * HOUR);
    expect(iso(clock.due(before, 8 * HOUR))).toBe('2026-01-05T17:00:00.000Z');
    expect(clock.until(before, 8 * HOUR)).toBe(Number.POSITIVE_INFINITY);
    expect(clock.due(before, 8 * HOUR + 1)).toBeNull();
    expect(clock.openDay(day('2020-01-01'), 1)).toEqual({ day: day('2026-01-05'), close: ms('2026-01-05T17:00Z') });
    expect(clock.openDay(day('2020-01-01'), 2)).toBeNull();
    expect(clock.openDay(day('2026-01-06'), 0)).toBeNull();
  });

  it('a holiday takes the night shift that starts on it; an override outranks it', () => {
    const week = ['22-30'];
    const both = { holidays: [day('2026-01-06')], overrides: [{ day: day('2026-01-06'), spans: spans('8-9') }] };
    const window = [ms('2026-01-06T00:00Z'), ms('2026-01-07T12:00Z')] as const;
    expect(openClock(calendar('UTC', week, { holidays: both.holidays })).between(...window)).toBe(6 * HOUR);
    expect(openClock(calendar('UTC', week, both)).between(...window)).toBe(7 * HOUR);
  });

  it('the day that Apia skipped is no open day', () => {
    const clock = openClock(calendar('Pacific/Apia', ['9-17']));
    expect(clock.openDays(day('2011-12-28'), day('2011-12-31'))).toBe(2);
    expect(clock.openDay(day('2011-12-29'), 1)).toEqual({ day: day('2011-12-31'), close: ms('2011-12-31T03:00Z') });
    expect(clock.openDay(day('2011-12-30'), 0)?.day).toBe(day('2011-12-31'));
    expect(clock.between(ms('2011-12-29T10:00Z'), ms('2011-12-31T10:00Z'))).toBe(16 * HOUR);
  });

  it('day and night is always, and only without an exception that closes', () => {
    const always = calendar('Europe/Oslo', ['0-24']);
    const overlapping = calendar('Europe/Oslo', ['6-30'], { overrides: [{ day: 0, spans: spans('0-31') }] });
    for (const desk of [always, overlapping]) {
      const clock = openClock(desk);
      const [from, to] = [ms('2016-03-27T00:00Z'), ms('2026-03-29T12:34Z')];
      expect(clock.always).toBe(true);
      expect(clock.between(from, to)).toBe(to - from);
      expect(clock.between(to, from)).toBe(from - to);
      expect([clock.due(from, 5), clock.until(from, 5), clock.isOpen(from)]).toEqual([from + 5, from + 5, true]);
      expect([clock.due(from, 8.64e15), clock.until(from, 8.64e15)]).toEqual([null, Number.POSITIVE_INFINITY]);
      expect(clock.openDays(day('2026-03-01'), day('2026-03-31'))).toBe(30);
    }
    expect(openClock(always).openDay(day('2026-03-28'), 1)?.close).toBe(ms('2026-03-29T22:00Z'));
    const not = [
      calendar('UTC', ['0-24'], { holidays: [5] }),
      calendar('UTC', ['6-30'], { overrides: [{ day: 5, spans: spans('6-24') }] }),
      calendar('UTC', ['0-23.5']),
      calendar('UTC', ['0-24', '0-24', '0-24', '0-24', '0-24', '0-24', '']),
    ];
    expect(not.map((desk) => openClock(desk).always)).toEqual([false, false, false, false]);
  });

  it.each([[calendar('UTC', OFFICE)], [calendar('UTC', ['0-24'])]])('time ends where a Date does', (desk) => {
    const clock = openClock(desk);
    for (const at of [8.64e15 + 1, -8.64e15 - 1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => clock.between(0, at)).toThrow(RangeError);
      expect(() => clock.between(at, 0)).toThrow(RangeError);
      expect(() => clock.due(at, 0)).toThrow(RangeError);
      expect(() => clock.until(at, 1)).toThrow(RangeError);
      expect(() => clock.isOpen(at)).toThrow(RangeError);
      expect(() => clock.openDays(0, at / DAY_MS)).toThrow(RangeError);
    }
    expect(() => clock.due(0, -1)).toThrow(RangeError);
    expect([clock.due(8.64e15 - 1, DAY_MS), clock.until(8.64e15 - 1, DAY_MS)]).toEqual([
      null,
      Number.POSITIVE_INFINITY,
    ]);
    expect(clock.openDay(99_999_998, 10)).toBeNull();
    expect(clock.between(-8.64e15, 8.64e15)).toBeGreaterThan(1e15);
  });

  it('a calendar has one clock, and never opens without a span', () => {
    const desk = calendar('UTC', OFFICE);
    expect(openClock(desk)).toBe(openClock(desk));
    expect(openClock(structuredClone(desk)).between(0, DAY_MS)).toBe(openClock(desk).between(0, DAY_MS));
    expect(neverOpens(desk)).toBe(false);
    expect(neverOpens(calendar('UTC', CLOSED, { holidays: [3], overrides: [{ day: 3, spans: [] }] }))).toBe(true);
    expect(neverOpens(calendar('UTC', CLOSED, { overrides: [{ day: 3, spans: spans('9-10') }] }))).toBe(false);
  });
});
