import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellReport, GapReport } from '../../src/model/report.ts';
import { audited } from '../audited.ts';
import {
  ALL,
  DAY,
  dayOf,
  endOf,
  eventsOf,
  type Later,
  type Moment,
  moment,
  newest,
  type Outcome,
  outcome,
  takes,
  wins,
} from './literal.ts';
import { csv, type Grain, type Header, iso, promiseFile, type Row, type Story, story } from './story.ts';

function startOf(grain: Grain, day: number): number {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (grain === 'day') return day;
  if (grain === 'week') return day - ((date.getUTCDay() + 6) % 7);
  return Date.UTC(year, grain === 'month' ? month : month - (month % 3), 1) / DAY;
}

interface Counts {
  kept: number;
  missed: number;
  pending: number;
  excluded: number;
  unreadable: number;
  filtered: number;
}

const nothing = (): Counts => ({ kept: 0, missed: 0, pending: 0, excluded: 0, unreadable: 0, filtered: 0 });

type Part = 'entered' | 'outside_window' | 'excepted' | 'filtered' | 'repeated' | 'undated' | 'unreadable';

/** What takes part: a row, or the rows of a case. */
interface Occasion {
  readonly rows: readonly Row[];
  readonly at: { readonly ms: number; readonly date: boolean };
}

interface Twin {
  readonly asOf: number | null;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly sources: readonly unknown[];
}

function twin(story: Story): Twin | 'no horizon' {
  const { files, repeats, updated, channels } = story;
  const placed = files.flatMap((rows, file) => rows.map((row) => ({ row, file })));
  const rows = placed.map(({ row }) => row);
  const explicit = story.asOf === null ? null : moment(story.asOf);
  if (explicit === 'blank' || explicit === 'unreadable') throw new Error('no moment');
  const events = new Set(channels.flatMap((channel) => [...eventsOf(channel)]));
  const asOf = explicit === null ? newest(rows, events) : explicit.date ? endOf(dayOf(explicit.ms)) : explicit.ms;

  let window: { from: number; to: number } | null = null;
  if (story.window.kind === 'days') window = story.window;
  if (story.window.kind === 'last') {
    const reached = explicit === null ? newest(rows, ['A']) : asOf;
    if (reached === null) return 'no horizon';
    const { last } = story.window;
    const day = dayOf(reached);
    if (typeof last === 'number') window = { from: day - last + 1, to: day };
    else {
      const to = startOf(last, day) - 1;
      window = { from: startOf(last, to), to };
    }
  }

  const superseded = new Set<number>();
  if (repeats === 'latest') {
    const best = new Map<string, { readonly index: number; readonly when: number }>();
    for (const [index, row] of rows.entries()) {
      if (row.Case === '') continue;
      const value = updated ? moment(row.U) : 'blank';
      const when = typeof value === 'string' ? Number.NEGATIVE_INFINITY : value.ms;
      const before = best.get(row.Case);
      if (before !== undefined && before.when > when) superseded.add(index);
      else {
        if (before !== undefined) superseded.add(before.index);
        best.set(row.Case, { index, when });
      }
    }
  }

  const cells: Record<string, unknown> = {};
  const covered: number[] = [];
  const finish: (() => void)[] = [];
  const sources: unknown[] = [];
  for (const [number, channel] of channels.entries()) {
    const masked = eventsOf(channel);
    const later: Later = (header, value) =>
      explicit !== null &&
      header !== 'A' &&
      masked.has(header) &&
      typeof value !== 'string' &&
      asOf !== null &&
      value.ms > asOf
        ? 'blank'
        : value;
    const parts = files.map(() => ({
      entered: 0,
      outside_window: 0,
      excepted: 0,
      filtered: 0,
      repeated: 0,
      undated: 0,
      unreadable: 0,
    }));
    const count = (file: number, part: Part): void => {
      const list = parts[file];
      if (list !== undefined) list[part] += 1;
    };
    const hasNotBegun = (at: Moment): boolean =>
      explicit !== null && asOf !== null && typeof at !== 'string' && at.ms > asOf;
    const partOf = (at: Moment, taken: 'yes' | 'no' | 'unreadable'): Part => {
      if (typeof at !== 'string') {
        if (hasNotBegun(at)) return 'outside_window';
        const day = dayOf(at.ms);
        if (window !== null && (day < window.from || day > window.to)) return 'outside_window';
        if (channel.except !== null && day >= channel.except[0] && day <= channel.except[1]) return 'excepted';
      }
      if (taken === 'no') return 'filtered';
      if (at === 'blank') return 'undated';
      return taken === 'unreadable' || at === 'unreadable' ? 'unreadable' : 'entered';
    };
    const occasions: Occasion[] = [];
    const cases = new Map<string, { readonly row: Row; readonly file: number }[]>();
    for (const [index, { row, file }] of placed.entries()) {
      const at = moment(row.A);
      const taken = takes(channel.where, row);
      if (superseded.has(index)) count(file, 'repeated');
      else if (repeats === 'all' && row.Case !== '' && taken === 'yes' && at !== 'unreadable' && !hasNotBegun(at)) {
        cases.set(row.Case, [...(cases.get(row.Case) ?? []), { row, file }]);
      } else {
        const part = partOf(at, taken);
        count(file, part);
        if (part === 'entered' && typeof at !== 'string') occasions.push({ rows: [row], at });
      }
    }
    for (const group of cases.values()) {
      const ats = group.flatMap(({ row }) => {
        const at = moment(row.A);
        return typeof at === 'string' ? [] : [at];
      });
      const at = ats.reduce<Moment>((a, b) => (typeof a === 'string' || b.ms < a.ms ? b : a), 'blank');
      const part = partOf(at, 'yes');
      for (const [place, { file }] of group.entries()) count(file, part === 'entered' && place > 0 ? 'repeated' : part);
      if (part === 'entered' && typeof at !== 'string') occasions.push({ rows: group.map(({ row }) => row), at });
    }
    for (const list of parts) sources.push({ ...list, rows: Object.values(list).reduce((a, b) => a + b, 0) });

    const first = (occasion: Occasion, header: Header): string =>
      occasion.rows.map((row) => row[header]).find((text) => text !== '') ?? '';
    const days = occasions.map(({ at }) => dayOf(at.ms));
    covered.push(...days);
    for (const [place, { kept, where, period, every }] of channel.promises.entries()) {
      const whole = nothing();
      const bySegment = new Map<string, Counts>();
      const byPeriod = new Map<number, Counts>();
      const misses = new Map<string, number>();
      for (const occasion of occasions) {
        const found = occasion.rows.flatMap((row): Outcome[] => {
          const taken = takes(where, row);
          if (taken === 'no') return [];
          return [taken === 'unreadable' ? 'unreadable' : outcome(kept, row, { asOf, later })];
        });
        const result = found.length === 0 ? 'filtered' : wins(ALL, found);
        const label = (header: Header): string => first(occasion, header).toLowerCase() || '(blank)';
        const weekday = new Date(occasion.at.ms).toUTCString().slice(0, 3).toLowerCase();
        const segments = [`S ${label('S')}`, `T ${label('T')}`, `weekday ${weekday}`];
        if (every) segments.push(`S x T ${label('S')} x ${label('T')}`);
        whole[result] += 1;
        for (const segment of segments) {
          const counts = bySegment.get(segment) ?? nothing();
          counts[result] += 1;
          bySegment.set(segment, counts);
        }
        const start = startOf(period, dayOf(occasion.at.ms));
        const counts = byPeriod.get(start) ?? nothing();
        counts[result] += 1;
        byPeriod.set(start, counts);
        const customer = first(occasion, 'Customer');
        if (customer === '' || (result !== 'kept' && result !== 'missed')) continue;
        misses.set(customer, (misses.get(customer) ?? 0) + (result === 'missed' ? 1 : 0));
      }
      // Cells share their days: those of the window, else of all channels.
      finish.push(() => {
        const from = window?.from ?? Math.min(...covered);
        const to = Math.min(window?.to ?? Math.max(...covered), asOf === null ? Number.POSITIVE_INFINITY : dayOf(asOf));
        const ends = new Map<number, { from: number; to: number }>();
        if (days.length > 0) {
          for (let day = from; day <= to; day += 1) {
            const start = startOf(period, day);
            ends.set(start, { from: ends.get(start)?.from ?? day, to: day });
          }
        }
        cells[`p${number}${place}`] = {
          ...whole,
          cases: whole.kept + whole.missed,
          occasions: occasions.length,
          value: whole.kept + whole.missed === 0 ? null : whole.kept / (whole.kept + whole.missed),
          affected: misses.size,
          let_down: [...misses.values()].filter((times) => times > 0).length,
          let_down_again: [...misses.values()].filter((times) => times > 1).length,
          segments: [...bySegment]
            .filter(([, one]) => one.kept + one.missed + one.pending > 0)
            .map(([name, one]) => `${name}: ${one.kept} ${one.missed} ${one.pending}`)
            .sort(),
          periods: [...ends].map(([start, range]) => {
            const one = byPeriod.get(start) ?? nothing();
            return `${iso(range.from)} ${iso(range.to)}: ${one.kept} ${one.missed} ${one.pending}`;
          }),
        };
      });
    }
  }
  for (const step of finish) step();
  return { asOf, cells, sources };
}

/** The same figures, out of the report. */
function reported(report: GapReport): Twin {
  const cells = Object.fromEntries(report.promises.map(({ id, channels }) => [id, channels.map(figures)[0]]));
  const sources = report.sources.map((source) => {
    const { rows, entered, outside_window, excepted, filtered, repeated, undated, unreadable } = source;
    return { rows, entered, outside_window, excepted, filtered, repeated, undated, unreadable };
  });
  return { asOf: report.as_of === null ? null : Date.parse(report.as_of), cells, sources };
}

function figures(cell: CellReport): unknown {
  const { kept, missed, pending, excluded, unreadable, filtered, cases, occasions, value, customers } = cell;
  return {
    ...{ kept, missed, pending, excluded, unreadable, filtered, cases, occasions, value },
    affected: customers?.affected ?? 0,
    let_down: customers?.let_down ?? 0,
    let_down_again: customers?.let_down_again ?? 0,
    segments: cell.segments
      .map((one) => `${one.by} ${one.is.toLowerCase()}: ${one.kept} ${one.missed} ${one.pending}`)
      .sort(),
    periods: cell.periods.map((one) => `${one.from} ${one.to}: ${one.kept} ${one.missed} ${one.pending}`),
  };
}

describe('a twin that reads the language literally', () => {
  it('counts the same, over exports and promise files at random', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (one) => {
        const expected = twin(one);
        const files = Object.fromEntries(one.files.map((rows, index) => [`rows-${index + 1}.csv`, csv(rows)]));
        const run = audited(promiseFile(one), files);
        if (expected === 'no horizon') await expect(run).rejects.toThrow();
        else {
          expect(reported(await run)).toEqual(expected);
        }
      }),
      { numRuns: 120 },
    );
  });
});

describe('Oslo, where the clocks go on by an hour at 02:00 on 29 March 2026', () => {
  const oslo = (kept: string, asOf: string, ...rows: readonly string[]): Promise<GapReport> =>
    audited(
      [
        'saydo: 1',
        'brand: B',
        'timezone: Europe/Oslo',
        'period: day',
        `as_of: ${asOf}`,
        'window: { from: 2026-03-28, to: 2026-03-30 }',
        'channels:',
        '  c: { source: rows.csv, at: A }',
        'promises:',
        `  p: { says: We do., kept_when: ${kept}, target: 50%, channels: [c] }`,
      ],
      { 'rows.csv': `A,R\n${rows.join('\n')}\n` },
    );
  const days = ({ promises }: GapReport): readonly string[] =>
    promises[0]?.channels[0]?.periods.map((one) => `${one.from} ${one.kept} ${one.missed} ${one.pending}`) ?? [];

  it('a day begins at its own midnight, 23 hours before the next', async () => {
    const report = await oslo(
      '{ R: present }',
      '2026-04-30',
      ...['2026-03-27T22:59Z,x', '2026-03-27T23:00Z,x', '2026-03-28T22:59Z,x', '2026-03-28T23:00Z,x'],
      ...['2026-03-29T21:59Z,x', '2026-03-29T22:00Z,x', '2026-03-30T21:59Z,x', '2026-03-30T22:00Z,x'],
    );
    expect(days(report)).toEqual(['2026-03-28 2 0 0', '2026-03-29 2 0 0', '2026-03-30 2 0 0']);
    expect(report.sources[0]).toMatchObject({ rows: 8, entered: 6, outside_window: 2 });
  });

  it('24h is real time: 25 hours later by the clock on the wall', async () => {
    const report = await oslo(
      '{ R: { within: 24h } }',
      '2026-04-30',
      ...['2026-03-28T13:00,2026-03-29T14:00', '2026-03-28T13:00,2026-03-29T14:01'],
    );
    expect(days(report)[0]).toBe('2026-03-28 1 1 0');
  });

  it('deadlines wait for real hours, and as_of: DATE is the end of the local day', async () => {
    // The 29th ends at 21:59:59.999Z; 23 hours begin at 00:00 local time of that day, 22:59 and 23:00 before.
    const rows = ['2026-03-29T00:00,', '2026-03-28T23:59,', '2026-03-29T00:01,'];
    const report = await oslo('{ R: { within: 23h } }', '2026-03-29', ...rows);
    expect(days(report)).toEqual(['2026-03-28 0 1 0', '2026-03-29 0 0 2']);
  });

  it('a local time that is skipped is read as an hour on', async () => {
    const report = await oslo(
      '{ R: { within: 1h } }',
      '2026-04-30',
      '2026-03-29T01:30,2026-03-29T02:30',
      '2026-03-29T01:30,2026-03-29T03:31',
    );
    // 02:30 is 03:30, an hour after 01:30.
    expect(days(report)[1]).toBe('2026-03-29 1 1 0');
    expect(report.findings.map(({ code }) => code)).toContain('skipped-times');
  });
});
