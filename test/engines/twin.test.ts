import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellReport, GapReport } from '../../src/model/report.ts';
import { audited } from '../audited.ts';

// ---------------------------------------------------------------------------------------------------------------------
// The story: rows of texts, and what the promise file says of them. Everything is in UTC.

const HEADERS = ['Case', 'Customer', 'A', 'R', 'O', 'P', 'D', 'H', 'U', 'S', 'T', 'N'] as const;
type Header = (typeof HEADERS)[number];
type Row = Readonly<Record<Header, string>>;

type Rule = 'missed' | 'kept' | 'excluded' | null;
type Form =
  | {
      readonly is: 'equals';
      readonly column: 'S' | 'T';
      readonly values: readonly string[];
      readonly not: boolean;
      readonly blank: Rule;
    }
  | {
      readonly is: 'compare';
      readonly op: 'at least' | 'at most' | 'over' | 'under';
      readonly value: number;
      readonly blank: Rule;
    }
  | { readonly is: 'filled'; readonly column: 'S' | 'T' | 'N'; readonly present: boolean }
  | {
      readonly is: 'within';
      readonly column: 'R' | 'D';
      readonly limit: number;
      readonly unit: 'h' | 'd';
      readonly of: 'O' | null;
      readonly minus: boolean;
      readonly blank: Rule;
    }
  | {
      readonly is: 'by';
      readonly column: 'R' | 'D';
      readonly deadline: 'P' | 'R';
      readonly grace: string | null;
      readonly blank: Rule;
    }
  | { readonly is: 'all' | 'any'; readonly of: readonly Form[] }
  | { readonly is: 'not'; readonly of: Form };

type Grain = 'day' | 'week' | 'month' | 'quarter';

interface Promised {
  readonly kept: Form;
  readonly where: Form | null;
  readonly period: Grain;
  readonly every: boolean;
}

interface Channel {
  readonly where: Form | null;
  readonly except: readonly [number, number] | null;
  readonly promises: readonly Promised[];
}

interface Story {
  readonly files: readonly (readonly Row[])[];
  readonly repeats: 'error' | 'latest' | 'all' | 'each';
  readonly updated: boolean;
  readonly window:
    | { readonly kind: 'none' }
    | { readonly kind: 'days'; readonly from: number; readonly to: number }
    | { readonly kind: 'last'; readonly last: number | Grain };
  readonly asOf: string | null;
  readonly channels: readonly Channel[];
}

// ---------------------------------------------------------------------------------------------------------------------
// Written as a promise file.

function written(form: Form): string {
  const rule = (blank: Rule): string => (blank === null ? '' : `, blank: ${blank}`);
  switch (form.is) {
    case 'equals':
      return `{ ${form.column}: { ${form.not ? 'not' : 'is'}: [${form.values.join(', ')}]${rule(form.blank)} } }`;
    case 'compare':
      return `{ N: { is: ${form.op} ${form.value}${rule(form.blank)} } }`;
    case 'filled':
      return `{ ${form.column}: ${form.present ? 'present' : 'blank'} }`;
    case 'within': {
      const of = form.of === null ? '' : `, of: ${form.of}`;
      const minus = form.minus ? ', minus: H' : '';
      return `{ ${form.column}: { within: ${form.limit}${form.unit}${of}${minus}${rule(form.blank)} } }`;
    }
    case 'by': {
      const grace = form.grace === null ? '' : `, grace: ${form.grace}`;
      return `{ ${form.column}: { by: ${form.deadline}${grace}${rule(form.blank)} } }`;
    }
    case 'not':
      return `{ not: ${written(form.of)} }`;
    default:
      return `{ ${form.is}: [${form.of.map(written).join(', ')}] }`;
  }
}

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

function promiseFile({ repeats, updated, window, asOf, channels }: Story): readonly string[] {
  const types = ['A', 'R', 'O', 'P', 'D', 'U'].map((name) => `${name}: { column: ${name}, type: timestamp }`);
  return [
    'saydo: 1',
    'brand: B',
    ...(asOf === null ? [] : [`as_of: ${asOf}`]),
    ...(window.kind === 'days' ? [`window: { from: ${iso(window.from)}, to: ${iso(window.to)} }`] : []),
    ...(window.kind === 'last'
      ? [`window: { last: ${window.last}${typeof window.last === 'number' ? 'd' : ''} }`]
      : []),
    'channels:',
    ...channels.flatMap(({ where, except }, index) => [
      `  c${index}:`,
      '    source: rows-*.csv',
      '    at: A',
      '    case: Case',
      '    customer: Customer',
      '    tolerate: 100%',
      `    repeats: ${repeats}`,
      ...(repeats === 'latest' && updated ? ['    updated: U'] : []),
      `    segments: [S, T, weekday]`,
      `    columns: { ${types.join(', ')}, N: { column: N, type: number }, H: { column: H, type: duration } }`,
      ...(where === null ? [] : [`    where: ${written(where)}`]),
      ...(except === null ? [] : [`    except: [{ from: ${iso(except[0])}, to: ${iso(except[1])}, reason: r }]`]),
    ]),
    'promises:',
    ...channels.flatMap(({ promises }, index) =>
      promises.flatMap(({ kept, where, period, every }, place) => [
        `  p${index}${place}:`,
        '    says: We do.',
        `    kept_when: ${written(kept)}`,
        '    target: 50%',
        `    period: ${period}`,
        ...(every ? ['    every: [[S, T]]'] : []),
        ...(where === null ? [] : [`    where: ${written(where)}`]),
        `    channels: [c${index}]`,
      ]),
    ),
  ];
}

function csv(rows: readonly Row[]): string {
  return `${[HEADERS.join(','), ...rows.map((row) => HEADERS.map((name) => row[name]).join(','))].join('\n')}\n`;
}

// ---------------------------------------------------------------------------------------------------------------------
// The twin: the language read literally, one row after another.

const DAY = 86_400_000;
const HOUR = 3_600_000;

type Moment = { readonly ms: number; readonly date: boolean } | 'blank' | 'unreadable';

function moment(text: string): Moment {
  if (text === '') return 'blank';
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)Z)?$/.exec(text) ?? [];
  if (year === undefined) return 'unreadable';
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0));
  return { ms, date: hour === undefined };
}

const dayOf = (ms: number): number => Math.floor(ms / DAY);
const endOf = (day: number): number => (day + 1) * DAY - 1;

type Outcome = 'kept' | 'missed' | 'excluded' | 'unreadable' | 'pending';
const ALL: readonly Outcome[] = ['unreadable', 'missed', 'pending', 'excluded', 'kept'];
const ANY: readonly Outcome[] = ['unreadable', 'kept', 'pending', 'missed', 'excluded'];
const wins = (order: readonly Outcome[], found: readonly Outcome[]): Outcome =>
  order.find((outcome) => found.includes(outcome)) ?? 'unreadable';

/** What has come to pass after an explicit moment has not come yet. */
type Later = (header: Header, value: Moment) => Moment;

interface Now {
  readonly asOf: number | null;
  readonly later: Later;
}

function isPending(due: number, asOf: number | null): boolean {
  return asOf === null || due > asOf;
}

function outcome(form: Form, row: Row, now: Now): Outcome {
  const cell = (header: Header): Moment => now.later(header, moment(row[header]));
  switch (form.is) {
    case 'all':
    case 'any':
      return wins(
        form.is === 'all' ? ALL : ANY,
        form.of.map((part) => outcome(part, row, now)),
      );
    case 'not': {
      const found = outcome(form.of, row, now);
      return found === 'kept' ? 'missed' : found === 'missed' ? 'kept' : found;
    }
    case 'equals': {
      if (row[form.column] === '') return form.blank ?? 'excluded';
      const held = form.values.includes(row[form.column].toLowerCase());
      return held !== form.not ? 'kept' : 'missed';
    }
    case 'filled':
      return (row[form.column] !== '') === form.present ? 'kept' : 'missed';
    case 'compare': {
      if (row.N === '') return form.blank ?? 'excluded';
      const number = Number(row.N);
      if (Number.isNaN(number)) return 'unreadable';
      return compares(form.op, number, form.value) ? 'kept' : 'missed';
    }
    case 'within': {
      const start = cell(form.of ?? 'A');
      const event = cell(form.column);
      const pause =
        form.minus && row.H !== '' ? (/^\d+h$/.test(row.H) ? Number.parseInt(row.H, 10) * HOUR : Number.NaN) : 0;
      if (start === 'unreadable' || event === 'unreadable' || Number.isNaN(pause)) return 'unreadable';
      if (start === 'blank') return 'excluded';
      const days = start.date || (event !== 'blank' && event.date);
      if (days && form.unit === 'h') return 'unreadable';
      if (event === 'blank') {
        if (form.blank !== null) return form.blank;
        const due = days
          ? endOf(dayOf(start.ms) + form.limit)
          : start.ms + form.limit * (form.unit === 'h' ? HOUR : DAY);
        return isPending(due + pause, now.asOf) ? 'pending' : 'missed';
      }
      const span = days ? (dayOf(event.ms) - dayOf(start.ms)) * DAY : event.ms - start.ms;
      if (span < 0) return 'unreadable';
      return Math.max(0, span - pause) <= form.limit * (form.unit === 'h' ? HOUR : DAY) ? 'kept' : 'missed';
    }
    case 'by': {
      const began = cell('A');
      const event = cell(form.column);
      const deadline = cell(form.deadline);
      if (began === 'unreadable' || event === 'unreadable' || deadline === 'unreadable') return 'unreadable';
      if (deadline === 'blank') return 'excluded';
      const [, count = '0', unit = 'd'] = /^(\d+)([dh])$/.exec(form.grace ?? '0d') ?? [];
      const more = Number(count) * (unit === 'd' ? DAY : HOUR);
      const last = (deadline.date ? endOf(dayOf(deadline.ms)) : deadline.ms) + more;
      if (event === 'blank') return form.blank ?? (isPending(last, now.asOf) ? 'pending' : 'missed');
      if (began !== 'blank') {
        const early = event.date || began.date ? dayOf(event.ms) < dayOf(began.ms) : event.ms < began.ms;
        if (early) return 'unreadable';
      }
      const late = event.date ? dayOf(event.ms) > dayOf(last) : event.ms > last;
      return late ? 'missed' : 'kept';
    }
  }
}

function compares(op: 'at least' | 'at most' | 'over' | 'under', left: number, right: number): boolean {
  if (op === 'at least') return left >= right;
  if (op === 'at most') return left <= right;
  return op === 'over' ? left > right : left < right;
}

/** In where a blank equals nothing and is none of anything; what is certain outweighs what cannot be read. */
function takes(form: Form | null, row: Row): 'yes' | 'no' | 'unreadable' {
  if (form === null) return 'yes';
  switch (form.is) {
    case 'all':
    case 'any': {
      const found = form.of.map((part) => takes(part, row));
      const strongest = form.is === 'all' ? 'no' : 'yes';
      if (found.includes(strongest)) return strongest;
      return found.includes('unreadable') ? 'unreadable' : form.is === 'all' ? 'yes' : 'no';
    }
    case 'not': {
      const found = takes(form.of, row);
      return found === 'yes' ? 'no' : found === 'no' ? 'yes' : found;
    }
    case 'equals':
      if (row[form.column] === '' && form.blank !== null) return form.blank === 'kept' ? 'yes' : 'no';
      return form.values.includes(row[form.column].toLowerCase()) !== form.not ? 'yes' : 'no';
    case 'filled':
      return (row[form.column] !== '') === form.present ? 'yes' : 'no';
    case 'compare': {
      if (row.N === '') return form.blank === 'kept' ? 'yes' : 'no';
      const number = Number(row.N);
      return Number.isNaN(number) ? 'unreadable' : compares(form.op, number, form.value) ? 'yes' : 'no';
    }
    default:
      throw new Error('no place in where');
  }
}

function leaves(form: Form): readonly Form[] {
  if (form.is === 'all' || form.is === 'any') return form.of.flatMap(leaves);
  return form.is === 'not' ? leaves(form.of) : [form];
}

/** `at` and the events of the promises, but for what any of them takes for a deadline. */
function eventsOf({ promises }: Channel): ReadonlySet<Header> {
  const all = promises.flatMap(({ kept }) => leaves(kept));
  const deadlines = new Set<Header>(all.flatMap((leaf) => (leaf.is === 'by' ? [leaf.deadline] : [])));
  const events = all.flatMap((leaf): Header[] => {
    if (leaf.is === 'by') return [leaf.column];
    return leaf.is === 'within' ? [leaf.column, ...(leaf.of === null ? [] : [leaf.of])] : [];
  });
  return new Set<Header>(['A', ...events.filter((name) => !deadlines.has(name))]);
}

function newest(rows: readonly Row[], headers: Iterable<Header>): number | null {
  const found = [...headers].flatMap((name) =>
    rows.flatMap((row) => {
      const value = moment(row[name]);
      return typeof value === 'string' ? [] : [value.date ? endOf(dayOf(value.ms)) : value.ms];
    }),
  );
  return found.length === 0 ? null : Math.max(...found);
}

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

// ---------------------------------------------------------------------------------------------------------------------
// Stories at random.

const FIRST = Date.UTC(2026, 0, 1) / DAY;
const day = fc.integer({ min: FIRST, max: FIRST + 70 });
const clock = fc.constantFrom('', 'T00:00Z', 'T09:00Z', 'T09:30Z', 'T17:00Z', 'T23:59Z');
const when = fc.tuple(day, clock).map(([date, time]) => iso(date) + time);
/** Moments near a day, so that they meet their starts and deadlines. */
const near = (date: number): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: 0, max: 4 }), clock).map(([more, time]) => iso(date + more) + time);

/** Mostly a value, at times a blank, seldom what cannot be read. */
function cell(value: fc.Arbitrary<string>, blanks = 2): fc.Arbitrary<string> {
  return fc.oneof({ weight: 12, arbitrary: value }, { weight: blanks, arbitrary: fc.constant('') });
}

function readable(value: fc.Arbitrary<string>, blanks = 2): fc.Arbitrary<string> {
  return fc.oneof({ weight: 60, arbitrary: cell(value, blanks) }, { weight: 1, arbitrary: fc.constant('x') });
}

const row: fc.Arbitrary<Row> = day.chain((date) =>
  fc.record({
    Case: cell(fc.integer({ min: 1, max: 12 }).map(String), 1),
    Customer: cell(fc.constantFrom('a', 'b', 'c', 'd'), 3),
    A: readable(
      fc.oneof(
        near(date - 2),
        clock.filter((time) => time !== '').map((time) => iso(date) + time),
      ),
      1,
    ),
    R: readable(near(date), 5),
    O: readable(near(date - 1), 2),
    P: readable(near(date), 2),
    D: readable(near(date), 4),
    H: readable(fc.constantFrom('1h', '5h', '30h'), 3),
    U: cell(when, 2),
    S: cell(fc.constantFrom('open', 'Open', 'solved', 'SOLVED', 'spam')),
    T: cell(fc.constantFrom('north', 'South')),
    N: readable(fc.integer({ min: -1, max: 5 }).map(String)),
  }),
);

const rule = fc.constantFrom<Rule>(null, null, null, 'missed', 'kept', 'excluded');
const simple = (blank: fc.Arbitrary<Rule>): fc.Arbitrary<Form> =>
  fc.oneof(
    fc.record({
      is: fc.constant('equals' as const),
      column: fc.constantFrom('S' as const, 'T' as const),
      values: fc.uniqueArray(fc.constantFrom('open', 'solved', 'spam', 'north'), { minLength: 1, maxLength: 2 }),
      not: fc.boolean(),
      blank,
    }),
    fc.record({
      is: fc.constant('compare' as const),
      op: fc.constantFrom('at least' as const, 'at most' as const, 'over' as const, 'under' as const),
      value: fc.integer({ min: 0, max: 4 }),
      blank,
    }),
    fc.record({
      is: fc.constant('filled' as const),
      column: fc.constantFrom('S' as const, 'T' as const, 'N' as const),
      present: fc.boolean(),
    }),
  );
const timed: fc.Arbitrary<Form> = fc.oneof(
  fc.record({
    is: fc.constant('within' as const),
    column: fc.constantFrom('R' as const, 'D' as const),
    limit: fc.integer({ min: 0, max: 40 }),
    unit: fc.constantFrom('h' as const, 'd' as const),
    of: fc.constantFrom('O' as const, null, null),
    minus: fc.boolean(),
    blank: rule,
  }),
  fc
    .record({
      is: fc.constant('by' as const),
      column: fc.constantFrom('R' as const, 'D' as const),
      deadline: fc.constantFrom('P' as const, 'P' as const, 'R' as const),
      grace: fc.constantFrom(null, '1d', '2d', '6h'),
      blank: rule,
    })
    .filter(({ column, deadline }) => column !== deadline),
);

function nested(leaf: fc.Arbitrary<Form>): fc.Arbitrary<Form> {
  const group = (part: fc.Arbitrary<Form>): fc.Arbitrary<Form> =>
    fc.record({
      is: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(part, { minLength: 1, maxLength: 3 }),
    });
  const not = (part: fc.Arbitrary<Form>): fc.Arbitrary<Form> =>
    fc.record({ is: fc.constant('not' as const), of: part });
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 2, arbitrary: group(leaf) },
    { weight: 1, arbitrary: not(leaf) },
    { weight: 1, arbitrary: group(fc.oneof(leaf, not(leaf), group(leaf))) },
    { weight: 1, arbitrary: not(group(leaf)) },
  );
}

const whereRule = fc.constantFrom<Rule>(null, null, 'kept', 'missed');
const where = fc.option(nested(simple(whereRule)), { nil: null });
const grain = fc.constantFrom<Grain>('day', 'week', 'month', 'quarter');
const channel: fc.Arbitrary<Channel> = fc.record({
  where,
  except: fc.option(
    fc.tuple(day, fc.integer({ min: 0, max: 5 })).map(([from, more]) => [from, from + more] as const),
    { nil: null },
  ),
  promises: fc.array(
    fc.record({
      kept: nested(fc.oneof({ weight: 3, arbitrary: timed }, { weight: 1, arbitrary: simple(rule) })),
      where,
      period: grain,
      every: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const story: fc.Arbitrary<Story> = fc
  .record({
    files: fc.array(fc.array(row, { maxLength: 16 }), { minLength: 1, maxLength: 3 }),
    repeats: fc.constantFrom('error' as const, 'latest' as const, 'all' as const, 'each' as const),
    updated: fc.boolean(),
    window: fc.oneof(
      fc.constant({ kind: 'none' as const }),
      fc
        .tuple(day, fc.integer({ min: 0, max: 40 }))
        .map(([from, more]) => ({ kind: 'days' as const, from, to: from + more })),
      fc.oneof(fc.integer({ min: 1, max: 50 }), grain).map((last) => ({ kind: 'last' as const, last })),
    ),
    asOf: fc.option(when, { nil: null, freq: 3 }),
    channels: fc.array(channel, { minLength: 1, maxLength: 2 }),
  })
  .map((one): Story => {
    // With `repeats: error` each case has a name of its own.
    const files =
      one.repeats === 'error'
        ? one.files.map((rows, file) => rows.map((cells, index) => ({ ...cells, Case: `${file}-${index}` })))
        : one.files;
    return { ...one, files };
  });

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
