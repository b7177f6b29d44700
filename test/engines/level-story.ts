import { resolve } from 'node:path';
import fc from 'fast-check';
import type { ColumnType } from '../../src/model/column.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { BrandPromise, Channel, Declaration, Pledge } from '../../src/model/declaration.ts';
import type { Measure } from '../../src/model/measure.ts';

// Exports and promises over them at random, all in UTC, written without the promise file.

export const HEADERS = ['Case', 'A', 'F', 'T', 'H', 'W', 'N', 'K', 'M', 'L', 'X', 'Y', 'C', 'S'] as const;
export type Header = (typeof HEADERS)[number];
export type Row = Readonly<Record<Header, string>>;

const TYPES: Readonly<Record<Header, ColumnType>> = {
  Case: 'text',
  A: 'timestamp',
  F: 'timestamp',
  T: 'timestamp',
  H: 'duration',
  W: 'duration',
  N: 'number',
  K: 'number',
  M: 'number',
  L: 'number',
  X: 'number',
  Y: 'number',
  C: 'text',
  S: 'text',
};

export const position = { file: 'promises.yaml', line: 9, column: 5, length: 4 };

/** What a `where` asks: an exact word, or a number, which may be unreadable. */
export type Where = { readonly S: string } | { readonly N: number } | null;

export interface Cell {
  readonly channel: 'c0' | 'c1';
  readonly measure: Measure<Header>;
  readonly where: Where;
}

export interface Story {
  readonly files: readonly (readonly Row[])[];
  readonly repeats: 'error' | 'latest' | 'all' | 'each';
  readonly wheres: { readonly c0: Where; readonly c1: Where };
  readonly cells: readonly Cell[];
  readonly window: { readonly from: number; readonly to: number } | null;
  readonly asOf: number | null;
}

/** The words of a `where` as the declaration holds them. */
export function condition(where: Exclude<Where, null>): Condition<Header>;
export function condition(where: Where): Condition<Header> | null;
export function condition(where: Where): Condition<Header> | null {
  if (where === null) return null;
  if ('S' in where) {
    const values = [{ type: 'text' as const, text: where.S }];
    return { kind: 'equals', columns: { subject: 'S' }, values, negate: false, blank: null, position };
  }
  const value = { type: 'number' as const, value: where.N, text: String(where.N) };
  return { kind: 'compare', columns: { subject: 'N' }, comparison: 'at least', value, blank: null, position };
}

export function csv(rows: readonly Row[]): string {
  return `${[HEADERS.join(','), ...rows.map((row) => HEADERS.map((name) => row[name]).join(','))].join('\n')}\n`;
}

const column = (name: Header): Channel['columns'] extends ReadonlyMap<string, infer C> ? C : never => ({
  name,
  declared: true,
  headers: [name],
  type: TYPES[name],
  format: null,
  timezone: null,
  decimal: '.',
  unit: null,
  blank: [],
  map: [],
  position,
});

export type Promised = Pick<Story, 'repeats' | 'wheres' | 'cells'>;

export function declarationOf({ repeats, wheres, cells }: Promised, directory: string, tolerate = 1): Declaration {
  const csvOptions = {
    ...{ delimiter: null, quote: null, encoding: null, headerLine: null, headerRows: 1, footer: null, comment: null },
    ragged: 'error' as const,
  };
  const channel = (name: 'c0' | 'c1'): Channel => ({
    ...{ name, position, note: null, timezone: 'UTC', at: 'A', case: 'Case', repeats, updated: null, customer: 'C' },
    ...{ source: [{ pattern: 'rows-*.csv', written: 'rows-*.csv', position }], segments: ['S'], text: null },
    columns: new Map(HEADERS.map((header) => [header, column(header)])),
    spare: new Map(),
    ...{ where: condition(wheres[name]), except: [], tolerate, csv: csvOptions },
  });
  const promises = cells.map((cell, index): BrandPromise => {
    const rest = { owner: null, weight: 1, act: null, remedy: null };
    return { id: `p${index}`, position, says: 'We do.', ...rest, channels: [pledge(cell)] };
  });
  return {
    ...{ file: 'promises.yaml', directory: resolve(directory), brand: 'B', timezone: 'UTC', window: null, asOf: null },
    ...{ period: 'month', confidence: 0.95, calendars: [], channels: [channel('c0'), channel('c1')], promises },
    ...{ warnings: [], conceal: (diagnostic) => diagnostic },
  };
}

function pledge({ channel, measure, where }: Cell): Pledge {
  return {
    ...{ channel, position, measure, measurePosition: position, where: condition(where) },
    ...{
      target: { op: '>=', value: 0, unit: 'number', text: '0' },
      warn: null,
      floor: null,
      benchmark: null,
      minCases: 1,
    },
    ...{ silenceIsFine: false, weight: 1, every: [], period: 'month', judge: 'value', waived: null, remedy: null },
    ...{ act: null, owner: null },
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// At random.

const DAY = 86_400_000;
export const FIRST = Date.UTC(2026, 0, 1) / DAY;

const moment = fc
  .integer({ min: 0, max: 45 * 24 * 60 })
  .map((minutes) => new Date(FIRST * DAY + minutes * 60_000).toISOString().replace(/:00\.000Z$/, 'Z'));

/** Mostly a value, at times a blank, seldom what cannot be read. */
function cell(value: fc.Arbitrary<string>, blanks: number, broken: number): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 40, arbitrary: value },
    { weight: blanks * 2, arbitrary: fc.constant('') },
    { weight: broken * 2, arbitrary: fc.constant('x') },
  );
}

/** Numbers whose sums round: tenths, and large beside small. */
const number = fc.constantFrom('0.1', '0.2', '-3.7', '1e15', '0.3', '7', '1e-9', '2');

const row: fc.Arbitrary<Row> = fc.record({
  Case: cell(fc.integer({ min: 1, max: 6 }).map(String), 2, 0),
  A: cell(moment, 1, 0.5),
  F: cell(moment, 3, 0.5),
  T: cell(moment, 6, 0.5),
  H: cell(fc.constantFrom('1h', '30m', '200h'), 6, 0.5),
  W: cell(fc.constantFrom('5m', '1h', '90s', '48h', '-1h'), 3, 0.5),
  N: cell(number, 3, 0.5),
  K: cell(fc.constantFrom('0', '1', '3', '4', '9', '2.5'), 2, 0.5),
  M: cell(fc.constantFrom('4', '9', '10', '12', '-1'), 2, 0.5),
  L: cell(fc.constantFrom('0', '6', '7', '8', '9', '10', '11', '7.5'), 3, 0.5),
  X: cell(number, 3, 0.5),
  Y: cell(number, 3, 0.5),
  C: cell(fc.constantFrom('ann', 'bob', 'Bob', 'cid', 'dan'), 3, 0),
  S: cell(fc.constantFrom('red', 'Red', 'blue'), 2, 0),
});

const where = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom({ S: 'red' }, { S: 'blue' }) },
  { weight: 1, arbitrary: fc.constant({ N: 1 }) },
);

const operand: fc.Arbitrary<Extract<Measure<Header>, { operand: unknown }>['operand']> = fc.constantFrom(
  { kind: 'column' as const, column: 'N' as const, at: null },
  { kind: 'column' as const, column: 'W' as const, at: 'A' as const },
  { kind: 'elapsed' as const, from: 'F' as const, to: 'T' as const, calendar: null, minus: null },
  { kind: 'elapsed' as const, from: 'A' as const, to: 'T' as const, calendar: null, minus: 'H' as const },
);

const part = fc.record({
  channel: fc.constantFrom('c0', 'c1'),
  where: fc.constantFrom(condition({ S: 'red' }), null),
});

const HOLDS = { kind: 'compare', comparison: 'at least', blank: null, position } as const;
const count: Measure<Header> = {
  kind: 'count',
  condition: { ...HOLDS, columns: { subject: 'N' }, value: { type: 'number', value: 1, text: '1' } },
};

const measure: fc.Arbitrary<Measure<Header>> = fc.oneof(
  { weight: 1, arbitrary: operand.map((of): Measure<Header> => ({ kind: 'median', operand: of, q: 0.5 })) },
  { weight: 1, arbitrary: operand.map((of): Measure<Header> => ({ kind: 'mean', operand: of })) },
  { weight: 1, arbitrary: operand.map((of): Measure<Header> => ({ kind: 'sum', operand: of })) },
  {
    weight: 5,
    arbitrary: fc.constantFrom<Measure<Header>>(
      { kind: 'tally', kept: 'K', of: 'M' },
      { kind: 'distinct', column: 'C' },
      { kind: 'nps', column: 'L' },
      { kind: 'difference', pairs: [{ of: 'X', from: 'Y' }] },
      count,
    ),
  },
);

const cells = fc.array(fc.record({ channel: fc.constantFrom('c0' as const, 'c1' as const), measure, where }), {
  minLength: 2,
  maxLength: 5,
});

const ratio = fc
  .record({ of: part, to: part, where })
  .map(({ of, to, where: own }): readonly Cell[] => [
    { channel: 'c0', measure: { kind: 'ratio', per: 1000, of, to }, where: own },
  ]);

export const story: fc.Arbitrary<Story> = fc
  .record({
    files: fc.array(fc.array(row, { maxLength: 14 }), { minLength: 1, maxLength: 3 }),
    repeats: fc.constantFrom('error' as const, 'latest' as const, 'all' as const, 'all' as const, 'each' as const),
    wheres: fc.record({ c0: where, c1: where }),
    cells: fc.tuple(cells, fc.oneof(fc.constant([]), ratio)).map(([own, ratios]) => [...own, ...ratios]),
    window: fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 5, max: 30 }))
        .map(([from, more]) => ({ from: FIRST + from, to: FIRST + from + more })),
      { nil: null },
    ),
    asOf: fc.option(
      fc.integer({ min: 5, max: 30 }).map((day) => (FIRST + day) * DAY),
      { nil: null },
    ),
  })
  .map((one) => {
    // With `repeats: error` each case has a name of its own.
    const files =
      one.repeats === 'error'
        ? one.files.map((rows, file) => rows.map((cellsOf, index) => ({ ...cellsOf, Case: `${file}-${index}` })))
        : one.files;
    return { ...one, files };
  });
