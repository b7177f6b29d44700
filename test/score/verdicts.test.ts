import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellReport } from '../../src/model/report.ts';
import { budget, excess, shortfall } from '../../src/score/figures.ts';
import { worst } from '../../src/score/worst.ts';
import { audited } from '../audited.ts';

/** Rows of `At,Replied,Segment`: kept, missed and pending on 10 January, as_of the end of it. */
function rows(kept: number, missed: number, pending = 0, segment = 'a'): readonly string[] {
  return [
    ...Array.from({ length: kept }, () => `2026-01-10T08:00Z,2026-01-10T08:01Z,${segment}`),
    ...Array.from({ length: missed }, () => `2026-01-10T08:00Z,,${segment}`),
    ...Array.from({ length: pending }, () => `2026-01-10T23:30Z,,${segment}`),
  ];
}

const csv = (...groups: readonly (readonly string[])[]): string =>
  `${['At,Replied,Segment', ...groups.flat()].join('\n')}\n`;

async function cellOf(terms: string, text: string, channel = ''): Promise<CellReport> {
  const report = await audited(
    [
      'saydo: 1',
      'brand: B',
      'as_of: 2026-01-10',
      'channels:',
      `  c: { source: rows.csv, at: At${channel} }`,
      'promises:',
      `  p: { says: P., kept_when: { Replied: { within: 1h } }, channels: [c], ${terms} }`,
    ],
    { 'rows.csv': text },
  );
  const cell = report.promises[0]?.channels[0];
  if (cell === undefined) throw new Error('no cell');
  return cell;
}

describe('the verdict of a cell', () => {
  it.each<[name: string, terms: string, text: string, verdict: string, reason: RegExp]>([
    ['every case kept, far beyond chance', 'target: 90%', csv(rows(100, 0)), 'kept', /meets/],
    ['exactly the target, its interval below', 'target: 95%', csv(rows(95, 5)), 'close', /interval/],
    ['100% of 1 case, target 100%', 'target: 100%', csv(rows(1, 0)), 'kept', /meets/],
    ['99 of 100, target 100%', 'target: 100%', csv(rows(99, 1)), 'missed', /below/],
    ['target 0%', 'target: 0%', csv(rows(0, 3)), 'kept', /meets/],
    ['below the target by one case', 'target: 95%', csv(rows(94, 6)), 'missed', /below/],
    ['a target of 29%, kept 29 of 100', 'target: 29%', csv(rows(29, 71)), 'close', /interval/],
    ['a target of 7%, kept 7 of 100', 'target: 7%', csv(rows(7, 93)), 'close', /interval/],
    ['a target of 99.9%, kept 999 of 1000', 'target: 99.9%', csv(rows(999, 1)), 'close', /interval/],
    ['below warn', 'target: 50%, warn: 90%', csv(rows(80, 20)), 'close', /warn/],
    ['exactly warn', 'target: 50%, warn: 80%', csv(rows(80, 20)), 'kept', /meets/],
    ['pending ones could turn it', 'target: 50%', csv(rows(80, 20, 70)), 'close', /pending/],
    ['pending ones could not turn it', 'target: 50%', csv(rows(80, 20, 60)), 'kept', /meets/],
    ['pending ones and a target of 100%', 'target: 100%', csv(rows(80, 0, 1)), 'close', /pending/],
    ['missed, waived', 'target: 50%, waived: { until: 2026-01-31, reason: new }', csv(rows(1, 9)), 'waived', /new/],
    [
      'missed, waived to the day',
      'target: 50%, waived: { until: 2026-01-10, reason: new }',
      csv(rows(1, 9)),
      'waived',
      /new/,
    ],
    [
      'missed, the waiver past',
      'target: 50%, waived: { until: 2026-01-09, reason: new }',
      csv(rows(1, 9)),
      'missed',
      /below/,
    ],
    [
      'kept, waived without need',
      'target: 50%, waived: { until: 2026-01-31, reason: new }',
      csv(rows(99, 1)),
      'kept',
      /meets/,
    ],
    ['fewer than min_cases', 'target: 50%, min_cases: 30', csv(rows(29, 0)), 'unproven', /min_cases/],
    ['fewer than min_cases, all missed', 'target: 50%, min_cases: 30', csv(rows(0, 29)), 'unproven', /min_cases/],
    ['as many as min_cases', 'target: 50%, min_cases: 30', csv(rows(30, 0)), 'kept', /meets/],
    ['pending ones are no cases', 'target: 50%, min_cases: 30', csv(rows(29, 0, 5)), 'unproven', /min_cases/],
    ['nothing but pending', 'target: 50%', csv(rows(0, 0, 5)), 'unproven', /deadline/],
    [
      'kept early, no deadline passed',
      'target: 50%',
      'At,Replied,Segment\n2026-01-10T23:30Z,2026-01-10T23:31Z,a\n',
      'unproven',
      /deadline/,
    ],
    ['missed late, its deadline has passed for certain', 'target: 50%', csv(rows(0, 1)), 'missed', /below/],
    [
      'judged by the interval, which holds the target',
      'target: 95%, judge: interval',
      csv(rows(95, 5)),
      'unproven',
      /interval/,
    ],
    [
      'judged by the interval, below the target but by chance',
      'target: 95%, judge: interval',
      csv(rows(94, 6)),
      'unproven',
      /interval/,
    ],
    ['judged by the interval, beyond chance', 'target: 95%, judge: interval', csv(rows(50, 50)), 'missed', /below/],
    ['judged by the interval, kept beyond chance', 'target: 50%, judge: interval', csv(rows(95, 5)), 'kept', /meets/],
    ['no row', 'target: 50%', csv(), 'unmeasured', /no rows|no occasion in the window/],
    ['no row, min_cases: 0', 'target: 50%, min_cases: 0', csv(), 'unmeasured', /no rows|no occasion/],
    ['one row, min_cases: 0', 'target: 50%, min_cases: 0', csv(rows(1, 0)), 'close', /interval/],
    ['where takes no row', 'target: 50%, where: { Segment: z }', csv(rows(5, 5)), 'unmeasured', /where/],
    [
      'all excluded',
      'target: 50%, kept_when: { Segment: a }',
      'At,Replied,Segment\n2026-01-10T08:00Z,,\n2026-01-10T08:00Z,,\n',
      'unmeasured',
      /blank/,
    ],
    [
      'every: a segment that misses',
      'target: 50%, every: [Segment]',
      csv(rows(95, 5), rows(4, 6, 0, 'b')),
      'missed',
      /Segment b/,
    ],
    [
      'every: a segment that misses, waived',
      'target: 50%, every: [Segment], waived: { until: 2026-01-31, reason: new }',
      csv(rows(95, 5), rows(4, 6, 0, 'b')),
      'waived',
      /Segment b/,
    ],
    [
      'every: below min_cases it is shown, not judged',
      'target: 50%, every: [Segment], min_cases: 20',
      csv(rows(95, 5), rows(4, 6, 0, 'b')),
      'kept',
      /meets/,
    ],
    [
      'every: all segments keep it',
      'target: 50%, every: [Segment]',
      csv(rows(95, 5), rows(60, 40, 0, 'b')),
      'kept',
      /meets/,
    ],
    [
      'every: a blank segment is a segment',
      'target: 50%, every: [Segment]',
      csv(rows(95, 5), rows(4, 6, 0, '')),
      'missed',
      /\(blank\)/,
    ],
    [
      'every: a segment of pending ones alone',
      'target: 50%, every: [Segment]',
      csv(rows(95, 5), rows(0, 0, 3, 'b')),
      'kept',
      /meets/,
    ],
  ])('%s: %s', async (_name, terms, text, verdict, reason) => {
    // A later kept_when takes the place of the first.
    const own = /kept_when: \{[^}]*\}/.exec(terms)?.[0];
    const report = await audited(
      [
        'saydo: 1',
        'brand: B',
        'as_of: 2026-01-10',
        'channels:',
        '  c: { source: rows.csv, at: At }',
        'promises:',
        `  p: { says: P., ${own ?? 'kept_when: { Replied: { within: 1h } }'}, channels: [c], ${terms.replace(`, ${own}`, '')} }`,
      ],
      { 'rows.csv': text },
    );
    const cell = report.promises[0]?.channels[0];
    expect(cell?.verdict).toBe(verdict);
    expect(cell?.reason).toMatch(reason);
    expect(report.promises[0]?.verdict).toBe(verdict);
    expect(report.verdict).toBe(verdict);
    const measured = verdict === 'unproven' || verdict === 'unmeasured' ? 0 : 1;
    expect([report.promises_kept, report.promises_measured, report.promises_declared]).toEqual([
      verdict === 'kept' || verdict === 'close' ? 1 : 0,
      measured,
      1,
    ]);
    expect(report.promises[0]?.channels_measured).toBe(measured);
  });

  it('no source: unmeasured, with the note', async () => {
    const report = await audited(
      [
        'saydo: 1',
        'brand: B',
        'channels:',
        '  c: { source: rows.csv, at: At }',
        '  fax: { note: no export yet }',
        'promises:',
        '  p: { says: P., kept_when: { Segment: a }, target: 50%, channels: [c, fax] }',
        '  q: { says: Q., kept_when: { Segment: a }, target: 50%, channels: [fax] }',
      ],
      { 'rows.csv': csv(rows(50, 0)) },
    );
    const fax = report.promises[0]?.channels[1];
    expect(fax).toMatchObject({
      verdict: 'unmeasured',
      reason: 'no export yet',
      value: null,
      score: null,
      occasions: 0,
    });
    expect(
      report.promises.map(({ verdict, channels_measured, channels_declared }) => [
        verdict,
        channels_measured,
        channels_declared,
      ]),
    ).toEqual([
      ['kept', 1, 2],
      ['unmeasured', 0, 1],
    ]);
    expect([report.verdict, report.promises_kept, report.promises_measured, report.promises_declared]).toEqual([
      'kept',
      1,
      1,
      2,
    ]);
  });
});

describe('the worst of several', () => {
  it.each([
    [['kept', 'missed', 'waived'], 'missed'],
    [['kept', 'close', 'waived'], 'waived'],
    [['kept', 'close'], 'close'],
    [['kept', 'unproven', 'unmeasured'], 'kept'],
    [['unmeasured', 'unproven'], 'unproven'],
    [['unmeasured'], 'unmeasured'],
    [[], 'unmeasured'],
  ] as const)('%j is %s', (verdicts, expected) => {
    expect(worst(verdicts)).toBe(expected);
    expect(worst([...verdicts].reverse())).toBe(expected);
  });
});

describe('figures', () => {
  it('value, gap, score, budget and shortfall of one cell', async () => {
    expect(await cellOf('target: 95%', csv(rows(90, 10)))).toMatchObject({
      value: 0.9,
      value_if_pending_missed: 0.9,
      gap: -0.05,
      score: expect.closeTo(94.736842105, 8),
      shortfall: 5,
      budget: { allowed: 5, spent: 2, left: 0 },
    });
  });

  it('pending ones beside the value', async () => {
    expect(await cellOf('target: 50%', csv(rows(60, 20, 20)))).toMatchObject({
      value: 0.75,
      value_if_pending_missed: 0.6,
      pending: 20,
      gap: 0.25,
      score: 100,
      shortfall: 0,
      budget: { allowed: 40, spent: 0.5, left: 20 },
    });
  });

  it.each([
    ['target: 90%', 90, 10, 100],
    ['target: 90%', 45, 55, 50],
    ['target: 90%', 0, 100, 0],
    ['target: 90%, floor: 70%', 80, 20, 50],
    ['target: 90%, floor: 70%', 70, 30, 0],
    ['target: 90%, floor: 70%', 10, 90, 0],
    ['target: 90%, floor: 70%', 95, 5, 100],
    ['target: 0%', 10, 90, null],
  ])('score: %s, %i kept and %i missed, is %s', async (terms, kept, missed, expected) => {
    expect((await cellOf(terms, csv(rows(kept, missed)))).score).toBe(expected);
  });

  it('absent figures are null, never 0', async () => {
    expect(await cellOf('target: 50%', csv())).toMatchObject({
      value: null,
      value_if_pending_missed: null,
      interval: null,
      gap: null,
      score: null,
      shortfall: null,
      budget: null,
      customers: null,
      owed: null,
      trend: null,
    });
    expect((await cellOf('target: 50%, min_cases: 30', csv(rows(29, 0)))).score).toBeNull();
  });
});

const share = fc.oneof(
  fc.constantFrom(0.07, 0.999, 0.29, 0.95, 0.9, 0.333, 0.57, 0.58, 0.1, 0.3, 0.7, 0.0001, 0.99999, 1, 0),
  fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
  fc.integer({ min: 0, max: 100_000 }).map((parts) => parts / 100_000),
);
/** kept, missed and a target, not seldom right at each other. */
const figures = fc
  .tuple(
    share,
    fc.integer({ min: 1, max: 3000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: -2, max: 2 }),
    fc.boolean(),
  )
  .map(([target, cases, part, off, near]) => {
    const wanted = near ? Math.round(cases * target) + off : Math.round(cases * part);
    const kept = Math.max(0, Math.min(cases, wanted));
    return { target, counts: { kept, missed: cases - kept } };
  });

/** A target in hundred-thousandths, so that all is told with whole numbers. */
const meets = (kept: number, cases: number, target: number): boolean =>
  kept * 100_000 >= Math.round(target * 100_000) * cases;

describe('against whole numbers, one after another', () => {
  it('shortfall is the least number of occasions more that had to be kept', () => {
    fc.assert(
      fc.property(figures, ({ target, counts }) => {
        const cases = counts.kept + counts.missed;
        let more = 0;
        while (!meets(counts.kept + more, cases, target)) more += 1;
        expect(shortfall(counts, target)).toBe(more);
      }),
      { numRuns: 2500 },
    );
  });

  it('the quotient meets the target where the whole numbers say so', () => {
    fc.assert(
      fc.property(figures, ({ target, counts: { kept, missed } }) => {
        expect(kept / (kept + missed) >= target).toBe(meets(kept, kept + missed, target));
      }),
      { numRuns: 2500 },
    );
  });

  it('budget.left is the largest number of misses more among as many cases that the target bears', () => {
    fc.assert(
      fc.property(figures, ({ target, counts }) => {
        const cases = counts.kept + counts.missed;
        let left = 0;
        while (left < counts.kept && meets(counts.kept - left - 1, cases, target)) left += 1;
        const found = budget(counts, target);
        expect(found?.left).toBe(left);
        expect(found?.allowed).toBeCloseTo((1 - target) * cases, 6);
        expect(found?.spent === null).toBe(found?.allowed === 0);
      }),
      { numRuns: 2500 },
    );
  });

  it('excess is the misses less those that the target allows, and never -0', () => {
    fc.assert(
      fc.property(figures, ({ target, counts }) => {
        const cases = counts.kept + counts.missed;
        const found = excess(counts, target);
        expect(found).toBeCloseTo(counts.missed - (1 - target) * cases, 6);
        expect(Object.is(found, -0)).toBe(false);
      }),
      { numRuns: 2500 },
    );
  });
});

describe('promise and brand', () => {
  const lines = (terms: string): readonly string[] => [
    'saydo: 1',
    'brand: B',
    'as_of: 2026-01-10',
    'channels:',
    '  a: { source: a.csv, at: At }',
    '  b: { source: b.csv, at: At }',
    '  n: { source: n.csv, at: At }',
    'promises:',
    terms,
  ];
  const files = { 'a.csv': csv(rows(90, 10)), 'b.csv': csv(rows(45, 55)), 'n.csv': csv() };
  const kept = 'kept_when: { Replied: { within: 1h } }';

  it("a promise's score is the weighted mean of its channels', without what has none", async () => {
    const report = await audited(
      lines(`  p: { says: P., ${kept}, target: 90%, channels: { a: { weight: 3 }, b: , n: { weight: 9 } } }`),
      files,
    );
    expect(report.promises[0]).toMatchObject({ score: 87.5, verdict: 'missed', channels_measured: 2 });
    expect(report.score).toBe(87.5);
  });

  it("the brand's score is the weighted mean of its promises', its verdict the worst", async () => {
    const report = await audited(
      lines(
        [
          `  p: { says: P., ${kept}, target: 90%, weight: 3, channels: [a] }`,
          `  q: { says: Q., ${kept}, target: 90%, channels: [b] }`,
          `  r: { says: R., ${kept}, target: 90%, weight: 5, channels: [n] }`,
        ].join('\n'),
      ),
      files,
    );
    expect(report.promises.map(({ score, verdict }) => [score, verdict])).toEqual([
      [100, 'close'],
      [50, 'missed'],
      [null, 'unmeasured'],
    ]);
    expect(report).toMatchObject({
      score: 87.5,
      verdict: 'missed',
      promises_kept: 1,
      promises_measured: 2,
      promises_declared: 3,
    });
  });

  it('actions: missed cells alone, overdue first, by cases short times weight, then by customers let down', async () => {
    const customers = (missed: number, names: readonly string[]): string =>
      [
        'At,Replied,Segment,Customer',
        ...Array.from({ length: missed }, (_, index) => `2026-01-10T08:00Z,,a,${names[index % names.length]}`),
        '',
      ].join('\n');
    const report = await audited(
      [
        'saydo: 1',
        'brand: B',
        'as_of: 2026-01-10',
        'channels:',
        '  one: { source: one.csv, at: At, customer: Customer }',
        '  many: { source: many.csv, at: At, customer: Customer }',
        '  most: { source: most.csv, at: At, customer: Customer }',
        '  level: { source: level.csv, at: At }',
        '  fine: { source: fine.csv, at: At }',
        'promises:',
        `  p: { says: P., ${kept}, target: 50%, owner: Care, act: { text: do, by: 2026-01-09 }, remedy: { text: r, cost: 1.10 EUR, per: customer }, channels: [one, fine] }`,
        '  s: { says: S., sum: Amount, target: at least 9, weight: 9, channels: [level] }',
        '  t: { says: T., count: { Replied: present }, target: at most 47, channels: [fine] }',
        `  q: { says: Q., ${kept}, target: 50%, weight: 2, act: { text: do, by: 2026-01-10 }, channels: { many: , one: { weight: 0.5 } } }`,
        `  r: { says: R., ${kept}, target: 50%, remedy: { text: r, cost: 0.10 EUR }, channels: [most] }`,
      ],
      {
        'one.csv': customers(4, ['x']),
        'many.csv': customers(4, ['x', 'y', 'z']),
        'most.csv': customers(6, ['', 'x']),
        'level.csv': 'At,Amount\n2026-01-09T08:00Z,2\n',
        'fine.csv': csv(rows(50, 0)),
      },
    );
    const told = report.actions.map((one) => [
      ...[one.promise, one.channel, one.weight, one.sets_right?.number ?? null, one.shortfall],
      ...[one.let_down, one.let_down_again, one.owed?.amount ?? null, one.overdue],
    ]);
    expect(told).toEqual([
      ['p', 'one', 1, 2, 2, 1, 1, 1.1, true],
      ['q', 'many', 2, 2, 2, 3, 1, null, false],
      ['r', 'most', 1, 3, 3, 1, 1, 0.6, false],
      ['t', 'fine', 1, 3, null, null, null, null, false],
      ['q', 'one', 1, 2, 2, 1, 1, null, false],
      // An amount counts no cases, whatever it weighs.
      ['s', 'level', 9, 7, null, null, null, null, false],
    ]);
    expect(report.owed).toEqual([
      {
        currency: 'EUR',
        amount: 1.7,
        promises: [
          { promise: 'p', channel: 'one', amount: 1.1, customers: 1 },
          { promise: 'r', channel: 'most', amount: 0.6, customers: 1 },
        ],
      },
    ]);
  });
});
