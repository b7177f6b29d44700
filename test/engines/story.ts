import fc from 'fast-check';

// ---------------------------------------------------------------------------------------------------------------------
// The story: rows of texts, and what the promise file says of them. Everything is in UTC.

export const HEADERS = ['Case', 'Customer', 'A', 'R', 'O', 'P', 'D', 'H', 'U', 'S', 'T', 'N'] as const;
export type Header = (typeof HEADERS)[number];
export type Row = Readonly<Record<Header, string>>;

export type Rule = 'missed' | 'kept' | 'excluded' | null;
export type Form =
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

export type Grain = 'day' | 'week' | 'month' | 'quarter';

export interface Promised {
  readonly kept: Form;
  readonly where: Form | null;
  readonly period: Grain;
  readonly every: boolean;
}

export interface Channel {
  readonly where: Form | null;
  readonly except: readonly [number, number] | null;
  readonly promises: readonly Promised[];
}

export interface Story {
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

export function written(form: Form): string {
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

export const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

export function promiseFile({ repeats, updated, window, asOf, channels }: Story): readonly string[] {
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

export function csv(rows: readonly Row[]): string {
  return `${[HEADERS.join(','), ...rows.map((row) => HEADERS.map((name) => row[name]).join(','))].join('\n')}\n`;
}

// ---------------------------------------------------------------------------------------------------------------------
// Stories at random.

const FIRST = Date.UTC(2026, 0, 1) / 86_400_000;
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

export const story: fc.Arbitrary<Story> = fc
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
