import type { Channel, Form, Header, Row } from './story.ts';

// The language read literally, one row after another.

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

export type Moment = { readonly ms: number; readonly date: boolean } | 'blank' | 'unreadable';

export function moment(text: string): Moment {
  if (text === '') return 'blank';
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)Z)?$/.exec(text) ?? [];
  if (year === undefined) return 'unreadable';
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0));
  return { ms, date: hour === undefined };
}

export const dayOf = (ms: number): number => Math.floor(ms / DAY);
export const endOf = (day: number): number => (day + 1) * DAY - 1;

export type Outcome = 'kept' | 'missed' | 'excluded' | 'unreadable' | 'pending';
export const ALL: readonly Outcome[] = ['unreadable', 'missed', 'pending', 'excluded', 'kept'];
const ANY: readonly Outcome[] = ['unreadable', 'kept', 'pending', 'missed', 'excluded'];
export const wins = (order: readonly Outcome[], found: readonly Outcome[]): Outcome =>
  order.find((outcome) => found.includes(outcome)) ?? 'unreadable';

/** What has come to pass after an explicit moment has not come yet. */
export type Later = (header: Header, value: Moment) => Moment;

export interface Now {
  readonly asOf: number | null;
  readonly later: Later;
}

function isPending(due: number, asOf: number | null): boolean {
  return asOf === null || due > asOf;
}

export function outcome(form: Form, row: Row, now: Now): Outcome {
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
export function takes(form: Form | null, row: Row): 'yes' | 'no' | 'unreadable' {
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

export function leaves(form: Form): readonly Form[] {
  if (form.is === 'all' || form.is === 'any') return form.of.flatMap(leaves);
  return form.is === 'not' ? leaves(form.of) : [form];
}

/** `at` and the events of the promises, but for what any of them takes for a deadline. */
export function eventsOf({ promises }: Channel): ReadonlySet<Header> {
  const all = promises.flatMap(({ kept }) => leaves(kept));
  const deadlines = new Set<Header>(all.flatMap((leaf) => (leaf.is === 'by' ? [leaf.deadline] : [])));
  const events = all.flatMap((leaf): Header[] => {
    if (leaf.is === 'by') return [leaf.column];
    return leaf.is === 'within' ? [leaf.column, ...(leaf.of === null ? [] : [leaf.of])] : [];
  });
  return new Set<Header>(['A', ...events.filter((name) => !deadlines.has(name))]);
}

export function newest(rows: readonly Row[], headers: Iterable<Header>): number | null {
  const found = [...headers].flatMap((name) =>
    rows.flatMap((row) => {
      const value = moment(row[name]);
      return typeof value === 'string' ? [] : [value.date ? endOf(dayOf(value.ms)) : value.ms];
    }),
  );
  return found.length === 0 ? null : Math.max(...found);
}
