import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/model/calendar.ts';
import type { By, Condition, During, Span, Within } from '../../../src/model/condition.ts';
import {
  compileCondition,
  conditionInWords,
  deadlinesOf,
  eventsOf,
  mapColumns,
  NEVER_DUE,
  Outcome,
} from '../../../src/vocabulary/conditions/index.ts';
import { DESK, NIGHT, span } from './minutes.ts';
import { batchOf, type Cells, NOWHERE, outcomes, planOf } from './rows.ts';

const limits: Readonly<Record<string, Span>> = {
  '0h': { seconds: 0, days: null, text: '0h' },
  '4h': { seconds: 14_400, days: null, text: '4h' },
  '0d': { seconds: 0, days: 0, text: '0d' },
  '1d': { seconds: 86_400, days: 1, text: '1d' },
  '2d': { seconds: 172_800, days: 2, text: '2d' },
};
function limit(text: string): Span {
  const found = limits[text];
  if (found === undefined) throw new Error(`no limit ${text}`);
  return found;
}

/** Open once and never again. */
const ONCE: Calendar = {
  name: 'fair',
  zone: 'UTC',
  week: Array.from({ length: 7 }, () => []),
  holidays: [],
  overrides: [{ day: 20_530, spans: [span(8, 12)] }],
};
const CODES: Readonly<Record<string, number>> = {
  k: Outcome.KEPT,
  m: Outcome.MISSED,
  e: Outcome.EXCLUDED,
  u: Outcome.UNREADABLE,
  early: Outcome.EARLY,
  timeless: Outcome.TIMELESS,
  open: Outcome.OPEN_MISSED,
};

/** A wall clock of Oslo, in March 2026 before the 29th and from then on, as an instant; dates and blanks as they are. */
function oslo(text: string): string | null {
  if (text === '') return null;
  if (!text.includes('T')) return text;
  return `2026-${text}${text < '03-29T03' ? '+01:00' : '+02:00'}`;
}

/** The instants of a row, its code, and until when it is open: `never` is NEVER_DUE, `ever` infinite. */
interface Row {
  readonly cells: readonly string[];
  readonly code: string;
  readonly due?: string;
}

function row(cells: string, code: string, due?: string): Row {
  return { cells: cells.split(','), code, ...(due === undefined ? {} : { due }) };
}

function expectRows(condition: Condition<number>, types: readonly Cells['type'][], rows: readonly Row[]): void {
  const columns = types.map((type, index): Cells => {
    const moment = type === 'timestamp' || type === 'date';
    const texts = rows.map(({ cells }) => cells[index] ?? '');
    const seconds = (text: string): number | string | null =>
      text === '' || text === '?' ? text || null : Number(text) * 60;
    return {
      type,
      zone: 'Europe/Oslo',
      cells: texts.map((text) => (moment && text !== '?' ? oslo(text) : seconds(text))),
    };
  });
  const found = outcomes(condition, columns);
  for (const [index, { cells, code, due }] of rows.entries()) {
    expect(found[index]?.code, cells.join()).toBe(CODES[code]);
    if (due === undefined) continue;
    const until = due === 'never' ? NEVER_DUE : due === 'ever' ? Number.POSITIVE_INFINITY : Date.parse(oslo(due) ?? '');
    expect(found[index]?.due, cells.join()).toBe(until);
  }
}

function within(text: string, more: Partial<Within<number>> = {}): Within<number> {
  const columns = { subject: 1 };
  const rest = { minus: null, calendar: DESK, elapsed: false, blank: null, position: NOWHERE } as const;
  return { kind: 'within', columns, of: 0, limit: limit(text), ...rest, ...more };
}

function by(grace: string, more: Partial<By<number>> = {}): By<number> {
  const columns = { subject: 1, deadline: 0 };
  const rest = { calendar: DESK, at: null, blank: null, position: NOWHERE } as const;
  return { kind: 'by', columns, grace: limit(grace), ...rest, ...more };
}

const MOMENTS = ['timestamp', 'timestamp'] as const;

describe('within a time that is open', () => {
  it('ends at closing time, and with it until the next opening', () => {
    expectRows(within('4h'), MOMENTS, [
      row('03-16T08:00,03-16T12:00', 'k'),
      row('03-16T08:00,03-16T12:30', 'k', '03-16T12:30'),
      row('03-16T08:00,03-16T12:31', 'm'),
      row('03-16T12:30,03-16T16:30', 'k'),
      row('03-16T12:30,03-16T16:30:01', 'm'),
      row('03-16T13:00,03-16T23:00', 'k', '03-17T08:00'),
      row('03-16T13:00,03-17T08:00:01', 'm'),
    ]);
  });

  it('stands still over breaks, nights, Sundays and holidays', () => {
    expectRows(within('4h'), MOMENTS, [
      row('03-16T11:00,03-16T15:30', 'k'),
      row('03-16T11:00,03-16T15:31', 'm'),
      row('03-16T16:00,03-17T11:00', 'k'),
      row('03-16T20:00,03-17T12:00', 'k'),
      // Saturday afternoon to Monday.
      row('03-21T15:00,03-23T12:30', 'k'),
      // Maundy Thursday is short by exception, Friday is closed, Saturday is open.
      row('04-02T10:00,04-04T12:00', 'k'),
      row('04-02T10:00,04-04T12:01', 'm'),
      // Easter Sunday and Monday.
      row('04-04T13:00,04-07T11:00', 'k'),
      row('04-04T13:00,04-07T11:01', 'm'),
    ]);
  });

  it('counts real time over the clock change', () => {
    expectRows(within('4h'), MOMENTS, [
      // Open from 1 to 5 on the morning that lacks an hour: three hours of it.
      row('03-28T22:00,03-29T05:00', 'k'),
      row('03-28T22:00,03-30T09:00', 'k', '03-30T09:00'),
      row('03-28T22:00,03-30T09:01', 'm'),
    ]);
  });

  it('runs past midnight', () => {
    expectRows(within('4h', { calendar: NIGHT }), MOMENTS, [
      row('03-18T23:00,03-19T03:00', 'k'),
      row('03-18T23:00,03-19T03:01', 'm'),
      row('03-19T05:00,03-20T01:00', 'k'),
      row('03-19T05:00,03-20T01:01', 'm'),
    ]);
  });

  it('is open until its deadline', () => {
    expectRows(within('4h'), MOMENTS, [
      row('03-20T15:00,', 'open', '03-21T12:00'),
      row('03-20T13:00,', 'open', '03-21T10:00'),
      row('04-02T10:00,', 'open', '04-04T12:00'),
    ]);
    expectRows(within('0h'), MOMENTS, [
      row('03-20T15:00,', 'open', '03-20T15:00'),
      row('03-22T15:00,', 'open', '03-23T08:00'),
    ]);
    expectRows(within('4h', { blank: 'missed' }), MOMENTS, [row('03-20T15:00,', 'm', 'never')]);
  });

  it('takes off what the case was on hold, never below zero', () => {
    expectRows(
      within('4h', { minus: 2 }),
      ['timestamp', 'timestamp', 'duration'],
      [
        row('03-16T08:00,03-16T13:30,60', 'k'),
        row('03-16T08:00,03-16T13:31,60', 'm'),
        row('03-16T08:00,03-16T13:30,', 'm'),
        row('03-16T08:00,03-16T09:00,999', 'k'),
        row('03-16T08:00,03-16T12:31,-60', 'm'),
        row('03-16T08:00,,60', 'open', '03-16T13:30'),
        row('03-16T08:00,,', 'open', '03-16T12:30'),
        row('03-16T08:00,03-16T09:00,?', 'u'),
      ],
    );
  });

  it('cannot tell dates, events before their start, and what cannot be read', () => {
    expectRows(within('4h'), MOMENTS, [
      row('2026-03-16,2026-03-16', 'timeless'),
      row('03-16T08:00,2026-03-16', 'timeless'),
      row('2026-03-16,', 'timeless'),
      // Both outside opening hours.
      row('03-16T20:00,03-16T19:59', 'early'),
      row('?,03-16T19:59', 'u'),
      row(',03-16T19:59', 'e', 'never'),
    ]);
  });

  it('never ends where the desk never opens again', () => {
    expectRows(within('4h', { calendar: ONCE }), MOMENTS, [
      row('03-19T00:00,', 'open', 'ever'),
      row('03-20T00:00,04-20T00:00', 'k', 'ever'),
    ]);
    expectRows(within('1d', { calendar: ONCE }), MOMENTS, [
      row('03-20T00:00,', 'open', 'ever'),
      row('03-20T00:00,2026-04-20', 'k', 'ever'),
    ]);
  });
});

describe('within open days', () => {
  it('ends with the last of them, whenever on its day it began', () => {
    expectRows(within('2d'), MOMENTS, [
      row('03-16T08:00,03-18T17:00', 'k', '03-18T17:00'),
      row('03-16T23:00,03-18T17:00', 'k'),
      row('03-16T08:00,03-18T17:00:01', 'm'),
      // Friday, Saturday and Sunday end on Monday or Tuesday.
      row('03-20T08:00,03-23T17:00', 'k'),
      row('03-20T08:00,03-23T17:01', 'm'),
      row('03-21T15:00,03-24T17:00', 'k'),
      row('03-22T12:00,03-24T17:00', 'k'),
      row('03-20T08:00,', 'open', '03-23T17:00'),
    ]);
    expectRows(within('0d'), MOMENTS, [
      row('03-16T08:00,03-16T17:00', 'k'),
      row('03-22T08:00,', 'open', '03-23T17:00'),
    ]);
    expectRows(within('1d', { calendar: NIGHT }), MOMENTS, [row('03-18T23:00,', 'open', '03-20T06:00')]);
  });

  it('is whole days where a cell has no time', () => {
    expectRows(within('2d'), MOMENTS, [
      row('2026-03-20,2026-03-23', 'k'),
      row('2026-03-20,2026-03-24', 'm'),
      row('03-20T23:00,2026-03-23', 'k', '03-23T23:59:59.999'),
      row('2026-03-20,03-23T17:00', 'k', '03-23T17:00'),
      row('2026-03-20,03-23T17:01', 'm'),
      row('2026-03-20,', 'open', '03-23T23:59:59.999'),
      row('2026-03-20,2026-03-19', 'early'),
      row('2026-03-20,2026-03-20', 'k'),
    ]);
    expectRows(within('2d'), ['timestamp', 'date'], [row('03-20T08:00,', 'open', '03-23T23:59:59.999')]);
  });

  it('moves its end by what the case was on hold, in open time', () => {
    expectRows(
      within('1d', { minus: 2 }),
      ['timestamp', 'timestamp', 'duration'],
      [
        row('03-16T08:00,03-18T09:00,60', 'k', '03-18T09:00'),
        row('03-16T08:00,03-18T09:01,60', 'm'),
        row('03-16T08:00,03-17T17:00,0', 'k', '03-17T17:00'),
        row('03-16T08:00,,', 'open', '03-17T17:00'),
        row('2026-03-16,2026-03-18,60', 'k'),
        row('2026-03-16,2026-03-19,60', 'm'),
        // A whole open day.
        row('2026-03-16,2026-03-18,510', 'k'),
        row('2026-03-16,2026-03-19,510', 'm'),
      ],
    );
  });
});

describe('a duration under a calendar', () => {
  it('is what the export says; its deadline is in open time', () => {
    const elapsed = within('4h', { elapsed: true });
    expectRows(
      elapsed,
      ['timestamp', 'duration'],
      [
        row('03-20T15:00,240', 'k', '03-21T12:00'),
        row('03-20T15:00,241', 'm', '03-21T12:00'),
        row('03-20T15:00,', 'open', '03-21T12:00'),
        row('2026-03-20,', 'open', '03-23T08:00'),
      ],
    );
    expectRows(
      within('2d', { elapsed: true }),
      ['timestamp', 'duration'],
      [
        row('03-20T15:00,', 'open', '03-23T17:00'),
        row('2026-03-20,', 'open', '03-23T17:00'),
        row('03-20T15:00,2880', 'k'),
      ],
    );
    expectRows(within('4h', { elapsed: true, of: null }), ['timestamp', 'duration'], [row(',', 'open', 'ever')]);
  });
});

describe('by a deadline with grace in open time', () => {
  it('hours count from the deadline, a date from its end', () => {
    expectRows(by('4h'), MOMENTS, [
      row('03-16T15:00,03-17T10:00', 'k', '03-17T10:00'),
      row('03-16T15:00,03-17T10:01', 'm'),
      row('03-16T15:00,03-10T10:00', 'k'),
      row('2026-03-16,03-17T12:30', 'k', '03-17T12:30'),
      row('2026-03-16,03-17T12:31', 'm'),
      row('03-16T15:00,', 'open', '03-17T10:00'),
      row(',03-17T10:00', 'e'),
      row('?,03-17T10:00', 'u'),
      // Four hours are up at noon, and the answer bears no time.
      row('2026-03-16,2026-03-17', 'k'),
      row('2026-03-16,2026-03-18', 'm'),
      row('2026-03-16,', 'open', '03-17T23:59:59.999'),
      // Four hours are up on Saturday at closing time.
      row('2026-03-20,2026-03-21', 'k', '03-21T23:59:59.999'),
      row('2026-03-20,2026-03-22', 'm'),
      row('2026-03-20,03-23T08:00', 'k'),
    ]);
    // Four hours are up as Friday ends.
    expectRows(by('4h', { calendar: NIGHT }), MOMENTS, [
      row('03-20T20:00,2026-03-20', 'k', '03-20T23:59:59.999'),
      row('03-20T20:00,2026-03-21', 'm'),
    ]);
    expectRows(by('0h'), MOMENTS, [row('2026-03-16,', 'open', '03-17T08:00')]);
  });

  it('days end with the last open one', () => {
    expectRows(by('2d'), MOMENTS, [
      row('03-20T08:00,03-23T17:00', 'k', '03-23T17:00'),
      row('03-20T08:00,03-23T17:01', 'm'),
      row('2026-03-20,2026-03-23', 'k', '03-23T23:59:59.999'),
      row('2026-03-20,2026-03-24', 'm'),
      row('2026-03-20,', 'open', '03-23T23:59:59.999'),
      row('03-20T08:00,', 'open', '03-23T17:00'),
    ]);
    expectRows(by('0d'), MOMENTS, [
      // Promised for after closing time; and for a Sunday.
      row('03-16T20:00,03-16T20:00', 'k', '03-16T20:00'),
      row('2026-03-16,2026-03-16', 'k', '03-16T23:59:59.999'),
      row('2026-03-22,03-23T17:00', 'k', '03-23T17:00'),
    ]);
    expectRows(by('1d', { calendar: ONCE }), MOMENTS, [row('03-20T08:00,', 'open', 'ever')]);
  });

  it('an event before the case began is early, a blank with a rule is settled', () => {
    const types = ['timestamp', 'timestamp', 'timestamp'] as const;
    expectRows(by('4h', { at: 2 }), types, [row('03-16T15:00,03-10T10:00,03-10T10:01', 'early')]);
    expectRows(by('4h', { blank: 'kept' }), MOMENTS, [row('03-16T15:00,', 'k', 'never')]);
  });
});

describe('during opening hours', () => {
  const during: During<number> = {
    kind: 'during',
    columns: { subject: 0 },
    calendar: DESK,
    blank: null,
    position: NOWHERE,
  };
  it('is half-open; a date cannot be told', () => {
    expectRows(
      during,
      ['timestamp'],
      [
        row('03-16T07:59:59.999', 'm'),
        row('03-16T08:00', 'k'),
        row('03-16T11:59:59.999', 'k'),
        row('03-16T12:00', 'm'),
        row('03-16T17:00', 'm'),
        row('03-22T12:00', 'm'),
        row('04-02T11:00', 'k'),
        row('04-02T13:00', 'm'),
        row('04-08T11:00', 'm'),
        row('2026-03-16', 'timeless'),
        row('?', 'u'),
        row('', 'e'),
      ],
    );
    expectRows(
      { ...during, calendar: NIGHT },
      ['timestamp'],
      [
        row('03-19T03:00', 'k'),
        row('03-19T06:00', 'm'),
        // Nothing starts on a holiday, and what began the night before it goes on.
        row('04-02T03:00', 'k'),
        row('04-02T23:00', 'm'),
        row('04-03T03:00', 'm'),
      ],
    );
    expectRows({ ...during, blank: 'kept' }, ['timestamp'], [row('', 'k')]);
  });

  it('takes no blank in where', () => {
    const cells = [null, '2026-03-16T09:00Z', '2026-03-16'];
    const found = outcomes(during, [{ type: 'timestamp', cells }], 'where');
    expect(found.map(({ code }) => code)).toEqual([Outcome.MISSED, Outcome.KEPT, Outcome.TIMELESS]);
  });
});

describe('a condition with a calendar', () => {
  const name = { subject: 'replied' };
  const limited = { ...within('4h'), columns: name, of: 'opened', minus: null };
  const graced = { ...by('2d'), columns: { subject: 'delivered', deadline: 'promised' }, at: 'ordered' };
  const moment = { kind: 'during', columns: name, calendar: DESK, blank: null, position: NOWHERE } as const;

  it.each<[string, Condition<string>]>([
    ['replied within 4h of opened, in desk hours', limited],
    ['replied within 2d of opened, less hold, in desk days', { ...limited, minus: 'hold', limit: limit('2d') }],
    ['replied within 4h, its deadline in desk hours', { ...limited, elapsed: true }],
    ['delivered by promised plus 2d, in desk days', graced],
    ['delivered by promised plus 4h, in desk hours', { ...graced, grace: limit('4h') }],
    ['replied during desk', moment],
  ])('reads: %s', (words, condition) => {
    expect(conditionInWords(condition)).toBe(words);
  });

  it('keeps it where columns become indexes', () => {
    const all: Condition<string> = { kind: 'all', of: [limited, graced, moment] };
    const names = ['replied', 'opened', 'delivered', 'promised', 'ordered'];
    expect(mapColumns(all, (column) => names.indexOf(column))).toMatchObject({
      of: [
        { columns: { subject: 0 }, of: 1, calendar: DESK },
        { columns: { subject: 2, deadline: 3 }, at: 4, calendar: DESK },
        { columns: { subject: 0 }, calendar: DESK },
      ],
    });
  });

  it('during names neither event nor deadline', () => {
    expect(eventsOf(moment)).toEqual([]);
    expect(deadlinesOf(moment)).toEqual([]);
  });
});

describe('all of nothing', () => {
  it('is kept on every row, any of nothing on none', () => {
    const columns: readonly Cells[] = [{ type: 'number', cells: [1, null, '?'] }];
    const nothing = { kind: 'all', of: [] } as const;
    expect(outcomes(nothing, columns)).toEqual(Array.from({ length: 3 }, () => ({ code: Outcome.KEPT, due: null })));
    expect(outcomes({ kind: 'any', of: [] }, columns).map(({ code }) => code)).toEqual([1, 1, 1]);
    // The array is another's to write into between two batches.
    const context = { columns: columns.map(planOf), place: 'where', asOf: null } as const;
    const evaluate = compileCondition(nothing, context);
    evaluate(batchOf(columns)).codes.fill(Outcome.MISSED);
    expect([...evaluate(batchOf(columns)).codes]).toEqual([0, 0, 0]);
  });
});
