import type { Measure } from '../../src/model/measure.ts';
import { exactSquares, exactSum } from './exact.ts';
import { HEADERS, type Header, type Row, type Story, type Where } from './level-story.ts';

// The language read literally, one row after another: what each cell of the plan holds, group by group.

const DAY = 86_400_000;

/** By group, a text for whatever a tally holds of it; and the occasions of which something is unreadable. */
export interface Told {
  readonly cells: readonly Readonly<Record<string, unknown>>[];
  readonly names: readonly string[];
  readonly unreadable: number;
}

type Result =
  | { readonly is: 'value'; readonly value: number }
  | { readonly is: 'open'; readonly start: number; readonly pause: number }
  | { readonly is: 'counts'; readonly kept: number; readonly of: number }
  | { readonly is: 'id'; readonly id: string }
  | { readonly is: 'excluded'; readonly weight?: number; readonly left?: number }
  | { readonly is: 'kept' | 'missed' | 'unreadable' | 'filtered' };

interface Asked {
  readonly name: string;
  readonly measure: Measure<Header> | 'every row';
  readonly wheres: readonly Where[];
}

interface Occasion {
  readonly rows: readonly Row[];
  readonly group: string;
}

const moment = (text: string): number => (text === 'x' ? Number.NaN : Date.parse(text));
const seconds = (text: string): number => {
  const [, sign = '', size = '', unit = ''] = /^(-?)(\d+)([hms])$/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * Number(size) * (unit === 'h' ? 3600 : unit === 'm' ? 60 : 1);
};

function takes(where: Where, row: Row): 'yes' | 'no' | 'unreadable' {
  if (where === null) return 'yes';
  if ('S' in where) return row.S.toLowerCase() === where.S ? 'yes' : 'no';
  if (row.N === 'x') return 'unreadable';
  return row.N !== '' && Number(row.N) >= where.N ? 'yes' : 'no';
}

/** Under `all`: what is certain to leave a row out outweighs what cannot be read. */
function takesAll(wheres: readonly Where[], row: Row): 'yes' | 'no' | 'unreadable' {
  const found = wheres.map((where) => takes(where, row));
  return found.includes('no') ? 'no' : found.includes('unreadable') ? 'unreadable' : 'yes';
}

function reads(measure: Measure<Header>): readonly Header[] {
  switch (measure.kind) {
    case 'tally':
      return [measure.kept, measure.of];
    case 'distinct':
    case 'nps':
      return [measure.column];
    case 'difference':
      return measure.pairs.flatMap(({ of, from }) => [of, from]);
    case 'count':
      return ['N'];
    default: {
      if (!('operand' in measure)) throw new Error('not in these stories');
      const { operand } = measure;
      if (operand.kind === 'column') return [operand.column];
      return [operand.from, operand.to, ...(operand.minus === null ? [] : [operand.minus])];
    }
  }
}

function level(measure: Measure<Header>, row: Row, asOf: number | null): Result {
  if (reads(measure).some((name) => row[name] === 'x' && name !== 'C')) return { is: 'unreadable' };
  const number = (name: Header): number | null => (row[name] === '' ? null : Number(row[name]));
  const value = (one: number | null): Result => (one === null ? { is: 'excluded' } : { is: 'value', value: one });
  switch (measure.kind) {
    case 'tally': {
      const kept = number(measure.kept);
      const of = number(measure.of);
      const isWhole = [kept, of].every((count) => count === null || (Number.isInteger(count) && count >= 0));
      if (!isWhole) return { is: 'unreadable' };
      if (kept === null || of === null) return { is: 'excluded', weight: of ?? 1, left: of ?? 0 };
      return kept <= of ? { is: 'counts', kept, of } : { is: 'unreadable' };
    }
    case 'distinct':
      return row[measure.column] === '' ? { is: 'excluded' } : { is: 'id', id: row[measure.column].toLowerCase() };
    case 'nps': {
      const answer = number(measure.column);
      if (answer === null) return { is: 'excluded' };
      if (!Number.isInteger(answer) || answer < 0 || answer > 10) return { is: 'unreadable' };
      return { is: 'value', value: answer >= 9 ? 1 : answer <= 6 ? -1 : 0 };
    }
    case 'difference': {
      const [one, other] = [number('X'), number('Y')];
      return value(one === null || other === null ? null : one - other);
    }
    case 'count': {
      const found = number('N');
      return found === null ? { is: 'excluded' } : { is: found >= 1 ? 'kept' : 'missed' };
    }
    default: {
      if (!('operand' in measure)) throw new Error('not in these stories');
      const { operand } = measure;
      if (operand.kind === 'column') {
        if (operand.column === 'N') return value(number('N'));
        if (row.W === '') return { is: 'excluded' };
        const wait = seconds(row.W);
        if (wait < 0) return { is: 'unreadable' };
        // What would end after an explicit as_of has not ended.
        const isOpen = asOf !== null && moment(row.A) + wait * 1000 > asOf;
        return isOpen ? { is: 'open', start: moment(row.A), pause: 0 } : value(wait);
      }
      const pause = operand.minus === null || row.H === '' ? 0 : seconds(row.H) * 1000;
      if (row[operand.from] === '') return { is: 'excluded' };
      const start = moment(row[operand.from]);
      if (row[operand.to] === '') return { is: 'open', start, pause };
      const span = moment(row[operand.to]) - start;
      return span < 0 ? { is: 'unreadable' } : value(Math.max(0, span - pause) / 1000);
    }
  }
}

/** The rows of a case as one: the first cell that is not blank, the earliest `at`. */
function folded(rows: readonly [Row, ...Row[]]): Row {
  const one = { ...rows[0] };
  for (const row of rows) for (const name of HEADERS) if (one[name] === '') one[name] = row[name];
  for (const { A } of rows) if (A !== '' && moment(A) < moment(one.A)) one.A = A;
  return one;
}

function result({ measure, wheres }: Asked, rows: readonly Row[], asOf: number | null): Result {
  const found = rows.map((row) => ({ row, taken: takesAll(wheres, row) }));
  const taken = found.filter((one) => one.taken === 'yes').map(({ row }) => row);
  if (found.some((one) => one.taken === 'unreadable')) return { is: 'unreadable' };
  const [first, ...more] = taken;
  if (first === undefined) return { is: 'filtered' };
  if (measure === 'every row') return { is: 'kept' };
  if (measure.kind === 'count') {
    const outcomes = taken.map((row) => level(measure, row, asOf).is);
    for (const is of ['unreadable', 'missed', 'excluded'] as const) if (outcomes.includes(is)) return { is };
    return { is: 'kept' };
  }
  if (taken.some((row) => reads(measure).some((name) => row[name] === 'x' && name !== 'C'))) {
    return { is: 'unreadable' };
  }
  return level(measure, folded([first, ...more]), asOf);
}

/** What is asked of a channel, in the order of the promises. */
function askedOf(name: string, { cells }: Story): readonly Asked[] {
  return cells.flatMap(({ channel, measure, where }, index): readonly Asked[] => {
    if (measure.kind !== 'ratio') {
      return channel === name ? [{ name: `p${index} ${channel} null`, measure, wheres: [where] }] : [];
    }
    return (['of', 'to'] as const).flatMap((part) => {
      const { channel: on, where: own } = measure[part];
      if (on !== name) return [];
      const wheres: readonly Where[] = [own === null ? null : { S: 'red' }, on === channel ? where : null];
      return [{ name: `p${index} ${channel} ${part}`, measure: 'every row', wheres }];
    });
  });
}

export function twin(story: Story, channel: 'c0' | 'c1'): Told {
  const asked = askedOf(channel, story);
  const { occasions, broken } = occasionsOf(story, channel, asked);
  let unreadable = broken;
  const found = occasions.map(({ rows }) => asked.map((one) => result(one, rows, story.asOf)));
  for (const results of found) if (results.some(({ is }) => is === 'unreadable')) unreadable += 1;
  const cells = asked.map(({ measure }, index) => {
    const lists = measure !== 'every row' && (measure.kind === 'median' || measure.kind === 'mean');
    const byGroup = new Map<string, Result[]>();
    for (const [at, { group }] of occasions.entries()) {
      const one = found[at]?.[index];
      if (one !== undefined) byGroup.set(group, [...(byGroup.get(group) ?? []), one]);
    }
    const groups = [...byGroup].map(([group, results]) => [group, sums(results, lists)] as const);
    return { ...Object.fromEntries(groups), '#ids': holders(byGroup) };
  });
  return { cells, names: asked.map(({ name }) => name), unreadable };
}

/** Of each id the groups that hold it: which of them are the same, whatever they are called. */
function holders(byGroup: ReadonlyMap<string, readonly Result[]>): readonly string[] {
  const found = new Map<string, Set<string>>();
  for (const [group, results] of byGroup) {
    for (const one of results) if (one.is === 'id') found.set(one.id, (found.get(one.id) ?? new Set()).add(group));
  }
  return [...found.values()].map((groups) => [...groups].sort().join()).sort();
}

/** Everything that some kind of tally holds of a group; what a kind does not hold is 0 here. */
function sums(results: readonly Result[], lists: boolean): unknown {
  const count = (is: Result['is']): number => results.filter((one) => one.is === is).length;
  const values = results.flatMap((one) => (one.is === 'value' ? [one.value] : []));
  const counts = results.flatMap((one) => (one.is === 'counts' ? [one] : []));
  return {
    ...{ kept: count('kept'), missed: count('missed') },
    excluded: results.reduce((sum, one) => sum + (one.is === 'excluded' ? (one.weight ?? 1) : 0), 0),
    left: results.reduce((sum, one) => sum + (one.is === 'excluded' ? (one.left ?? 0) : 0), 0),
    ...{ unreadable: count('unreadable'), filtered: count('filtered') },
    values: lists ? values.sort((a, b) => a - b) : [values.length, Math.min(...values), Math.max(...values)],
    sum: exactSum(values),
    squares: exactSquares(values),
    open: results.flatMap((one) => (one.is === 'open' ? [`${one.start} ${one.pause}`] : [])).sort(),
    counted: [counts.reduce((a, { kept }) => a + kept, 0), counts.reduce((a, { of }) => a + of, 0), counts.length],
    rows: count('id'),
  };
}

function occasionsOf(story: Story, channel: 'c0' | 'c1', asked: readonly Asked[]) {
  const { files, repeats, window, asOf } = story;
  const masked = new Set(
    asked.flatMap(({ measure }) => {
      if (measure === 'every row' || !('operand' in measure) || measure.operand.kind === 'column') return [];
      return [measure.operand.from, measure.operand.to].filter((name) => name !== 'A');
    }),
  );
  const then = (row: Row): Row => {
    if (asOf === null) return row;
    const later = [...masked].filter((name) => moment(row[name]) > asOf);
    return { ...row, ...Object.fromEntries(later.map((name) => [name, ''])) };
  };
  const last = new Map<string, Row>();
  for (const row of files.flat()) if (row.Case !== '') last.set(row.Case, row);
  const rows = files
    .flat()
    .filter((row) => repeats !== 'latest' || row.Case === '' || last.get(row.Case) === row)
    .map(then);
  let broken = 0;
  const occasions: Occasion[] = [];
  const partOf = (at: string, taken: 'yes' | 'no' | 'unreadable'): 'in' | 'out' | 'broken' => {
    const ms = moment(at);
    if (at !== '' && at !== 'x') {
      if (asOf !== null && ms > asOf) return 'out';
      const day = Math.floor(ms / DAY);
      if (window !== null && (day < window.from || day > window.to)) return 'out';
    }
    if (taken === 'no' || at === '') return 'out';
    return taken === 'unreadable' || at === 'x' ? 'broken' : 'in';
  };
  const enter = (of: readonly Row[], at: string): void => {
    const day = Math.floor(moment(at) / DAY);
    const month = new Date(day * DAY).toISOString().slice(0, 7);
    const label = of.map(({ S }) => S).find((text) => text !== '') ?? '(blank)';
    occasions.push({ rows: of, group: `${month} ${label}`.toLowerCase() });
  };
  const cases = new Map<string, Row[]>();
  for (const row of rows) {
    const taken = takes(story.wheres[channel], row);
    const isLater = asOf !== null && moment(row.A) > asOf;
    if (repeats === 'all' && row.Case !== '' && taken === 'yes' && row.A !== 'x' && !isLater) {
      cases.set(row.Case, [...(cases.get(row.Case) ?? []), row]);
      continue;
    }
    const part = partOf(row.A, taken);
    if (part === 'broken') broken += 1;
    if (part === 'in') enter([row], row.A);
  }
  for (const group of cases.values()) {
    const [first, ...more] = group;
    if (first === undefined) continue;
    const { A } = folded([first, ...more]);
    if (partOf(A, 'yes') === 'in') enter(group, A);
  }
  return { occasions, broken };
}
