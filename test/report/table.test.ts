import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { CellReport } from '../../src/model/report.ts';
import type { FormatOptions } from '../../src/report/formats/index.ts';
import { table } from '../../src/report/formats/table.ts';
import { generated } from './generated.ts';
import { plainOptions } from './options.ts';
import { cell, everyMeasure, everyVerdict, hostile, promise, report, samples, share } from './samples.ts';

const options: FormatOptions = plainOptions;
const render = (of: typeof everyVerdict, changed: Partial<FormatOptions> = {}): string =>
  table.render(of, { ...options, ...changed });
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => stringWidth(line)));

describe('golden pages', () => {
  test.each([
    ['every-verdict-80', { width: 80 }],
    ['every-verdict-200', { width: 200 }],
    ['every-verdict-40', { width: 40 }],
    ['every-verdict-80-ascii', { width: 80, unicode: false }],
    ['every-verdict-100-ascii', { unicode: false }],
    ['every-verdict-200-ascii', { width: 200, unicode: false }],
    ['every-verdict-100-color', { color: 1 }],
    ['quick-reply-100', { promise: 'quick-reply' }],
    ['quick-reply-80-ascii', { promise: 'quick-reply', width: 80, unicode: false }],
    ['on-the-day-100', { promise: 'on-the-day' }],
  ] as const)('%s', async (name, changed) => {
    await expect(render(everyVerdict, changed)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test.each([
    ['every-measure-80', { width: 80 }],
    ['every-measure-200', { width: 200 }],
    ['every-measure-80-ascii', { width: 80, unicode: false }],
    ['quick-help-100', { promise: 'quick-help' }],
    ['no-outage-80', { promise: 'no-outage', width: 80 }],
    ['whole-bikes-100', { promise: 'whole-bikes' }],
    ['short-calls-100', { promise: 'short-calls' }],
    ['always-open-100', { promise: 'always-open' }],
    ['first-ride-100', { promise: 'first-ride' }],
  ] as const)('%s', async (name, changed) => {
    await expect(render(everyMeasure, changed)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test.each([40, 80, 200])('hostile text at %i columns', async (width) => {
    await expect(render(hostile, { width })).toMatchFileSnapshot(`golden/hostile-${width}.txt`);
  });
});

describe('nothing exceeds the width', () => {
  const anything = fc.record({
    report: fc.oneof(generated, fc.constantFrom(...Object.values(samples))),
    width: fc.integer({ min: 40, max: 220 }),
    unicode: fc.boolean(),
    full: fc.boolean(),
  });

  test('and no control character is left of any text', () => {
    fc.assert(
      fc.property(anything, ({ report: any, width, unicode, full }) => {
        const text = render(any, { width, unicode, promise: full ? (any.promises[0]?.id ?? null) : null });
        expect(widest(text)).toBeLessThanOrEqual(width);
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
        expect(text).not.toMatch(/ $/m);
      }),
      { numRuns: 60 },
    );
  });

  test('and colour changes no letter', () => {
    fc.assert(
      fc.property(generated, fc.constantFrom(1 as const, 2 as const, 3 as const), (any, color) => {
        expect(render(any, { color }).replace(/\u001b\[[\d;]*m/g, '')).toBe(render(any));
      }),
      { numRuns: 60 },
    );
  });

  test.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY])('an unknown width of %s is 100', (width) => {
    expect(render(everyVerdict, { width })).toBe(render(everyVerdict));
  });
});

const PERIOD = {
  ...{ from: '2026-01-01', to: '2026-01-31', value: 1, cases: 1, kept: null, missed: 0, pending: 0 },
  verdict: 'kept' as const,
};

describe('a row', () => {
  const line = (text: string, word: string): string => text.split('\n').find((row) => row.includes(word)) ?? '';

  test('columns stay below each other beside wide letters, emoji and combining marks', () => {
    const channels = ['email', '电子邮件', '👩‍👩‍👧‍👦', '🇳🇴', 'e\u0301te\u0301', 'שלום'].map((name) =>
      share(name, 96, 100, 0.95),
    );
    for (const width of [80, 100, 200]) {
      const rows = render(report([promise('p', 'S.', channels)]), { width })
        .split('\n')
        .filter((row) => row.includes('96.0%'));
      const starts = rows.map((row) => stringWidth(row.slice(0, row.indexOf('96.0%'))));
      expect(rows).toHaveLength(6);
      expect(new Set(starts).size).toBe(1);
    }
  });

  test('the bar goes first, then the trend, the figures never', () => {
    const at = (width: number): string => render(report([everyVerdict.promises[0] ?? promise('p', '', [])]), { width });
    expect(at(100)).toMatch(/beyond/);
    expect(at(80)).not.toMatch(/beyond/);
    expect(at(80)).toMatch(/Jan ▁▅█ Mar/);
    expect(at(60)).not.toMatch(/Jan ▁▅█ Mar/);
    for (const width of [40, 60, 80])
      for (const figure of ['91.2%', '≥ 95%', '−3.8 pts', '2\u2009950']) expect(at(width)).toContain(figure);
  });

  test('a channel without a figure says why in its place', () => {
    expect(line(render(everyVerdict), 'fax')).toBe('  ○ fax         not measured: no export yet');
  });

  test('a waiver shows its end and reason, and what pending ones could change is said', () => {
    const text = render(everyVerdict);
    expect(text).toContain('waived until 30 Jun 2026: new switchboard');
    expect(text).toContain('would be 97.7% if every pending one were missed');
  });

  test('the worst segment is where misses gather, not the largest', () => {
    expect(render(everyVerdict)).toContain('  worst: language de (87.3%, 70 of 550 missed)');
  });

  test('the worst segment is said to be no more than chance where it does not stand out', () => {
    const [first] = everyVerdict.promises;
    const segments = first?.channels[0]?.segments ?? [];
    const by = (stands_out: boolean | null): string =>
      render(
        report([
          promise('p', 'S.', [
            share('email', 2690, 2950, 0.95, { segments: segments.map((part) => ({ ...part, stands_out })) }),
          ]),
        ]),
      );
    expect(by(false)).toMatch(/70 of 550 missed\), though\s+chance alone can do as much$/m);
    expect(by(true)).toMatch(/70 of 550 missed\)$/m);
    expect(by(null)).toMatch(/70 of 550 missed\)$/m);
  });

  test('the worst segment of a level is the first that misses, is worse than the whole, and no anecdote', () => {
    const part = { by: 'region', kept: null, missed: null, pending: 0, excess: null, stands_out: null };
    const segments = [
      { ...part, is: 'tiny', value: 900, cases: 4, verdict: 'missed' as const },
      { ...part, is: 'north', value: 300, cases: 5, verdict: 'missed' as const },
      { ...part, is: 'south', value: 100, cases: 50, verdict: 'missed' as const },
    ];
    const known = { measure: 'median', unit: 'seconds' as const, value: 120, cases: 59, verdict: 'missed' as const };
    const late = cell('email', { ...known, target: { op: '<=', value: 60 }, gap: -60, segments });
    expect(render(report([promise('p', 'S.', [late])]))).toContain('worst: region north (5 min, 5 cases)');
    const alike = cell('email', { ...late, segments: segments.slice(2) });
    expect(render(report([promise('p', 'S.', [alike])]))).not.toContain('worst');
  });

  test('what was never reached shows its target beside the reason', () => {
    expect(render(everyMeasure)).toMatch(
      /missed: above the target: not yet reached after 14 d \(target ≤ 10 d, 38\s+still open\)/,
    );
    expect(line(render(everyVerdict), 'night line')).toBe(
      '  ? night line  unproven: no deadline has passed yet (9 pending)',
    );
  });

  test('how it is measured stands once where all channels share it, else with each', () => {
    const one = share('a', 9, 10, 0.5, { formula: 'alpha' });
    const at = (...cells: Parameters<typeof promise>[2]): string[] =>
      render(report([promise('p', 'S.', cells)]))
        .split('\n')
        .filter((row) => /alpha|beta/.test(row));
    expect(at(one, { ...one, channel: 'b' })).toEqual(['  alpha']);
    expect(at(one, { ...one, channel: 'b', formula: 'beta' })).toEqual(['    a        alpha', '    b        beta']);
    // What is not measured needs no formula, and keeps the others from sharing none.
    expect(at(one, cell('b', { formula: 'beta', reason: 'no source' }))).toEqual(['  alpha']);
    expect(at(cell('b', { formula: 'beta', reason: 'no source' }))).toEqual([]);
  });

  test.each([
    [['kept_when', 'tally'], 'kept'],
    [['nps', null], 'nps'],
    [['p90', 'median'], 'value'],
    [['mean'], 'mean'],
  ] as const)('the values of %j stand below %s', (measures, head) => {
    const cells = measures.map((measure, index) =>
      cell(`c${index}`, { measure, value: 0.4, gap: -0.1, target: { op: '>=', value: 0.5 }, verdict: 'missed' }),
    );
    expect(line(render(report([promise('p', 'S.', cells)])), 'channel ')).toMatch(
      new RegExp(`^ {4}channel +${head} +target`),
    );
  });

  test('a channel with a figure that is not judged is no blind spot', () => {
    const seen = share('a', 9, 10, 0.5, { verdict: 'unproven', reason: 'too few' });
    expect(render(report([promise('p', 'S.', [seen])]))).not.toContain('channels measured');
    expect(render(report([promise('p', 'S.', [seen, cell('b')])]))).toContain('1 of 2 channels measured');
  });

  test('open time is told in hours on every page, whole open days in days', () => {
    for (const page of [render(everyMeasure), render(everyMeasure, { promise: 'first-ride' })]) {
      expect(line(page, '✗ workshop')).toMatch(/115 h +≤ 80 h +35 h over/);
      expect(line(page, '✓ papers')).toMatch(/2 d +≤ 5 d +3 d under/);
      expect(page).not.toMatch(/4 d 19 h|3 d 8 h/);
    }
    const [cells] = everyMeasure.promises.filter(({ id }) => id === 'first-ride').map(({ channels }) => channels);
    const periods = [
      { ...PERIOD, value: 414_000 },
      { ...PERIOD, from: '2026-02-01', to: '2026-02-28', value: 259_200 },
    ];
    const workshop = cell('workshop', { ...cells?.[0], periods });
    const page = render(report([promise('p', 'S.', [workshop])]), { promise: 'p' });
    expect(line(page, 'Jan 2026  ')).toMatch(/115 h +35 h over/);
    expect(line(page, 'Feb 2026  ')).toMatch(/72 h +8 h under/);
    const [action] = everyVerdict.actions;
    if (action === undefined) throw new Error('no action');
    const act = { ...action, promise: 'p', channel: 'workshop', shortfall: null, let_down: null, owed: null };
    const told = (sets_right: typeof action.sets_right): string =>
      render(report([promise('p', 'S.', [workshop])], { actions: [{ ...act, sets_right }] }));
    expect(told(null)).toContain('p, workshop: 35 h over');
    expect(told({ number: 9, of: 'within', unit: null })).toContain(
      'p, workshop: 9 more within 80 h would have kept it',
    );
    expect(told({ number: -126_000, of: 'average', unit: 'seconds' })).toContain(
      'p, workshop: 35 h less on average would have kept it',
    );
  });

  test('periods of two grains share no axis', () => {
    const month = { ...PERIOD, kept: 1 };
    const weeks = ['2026-01-05', '2026-01-12'].map((from) => ({ ...month, from, to: '2026-01-18' }));
    const text = render(
      report([
        promise('p', 'S.', [share('a', 1, 1, 0.5, { periods: [month] }), share('b', 1, 1, 0.5, { periods: weeks })]),
      ]),
    );
    expect(text).not.toMatch(/[▁▂▃▄▅▆▇█]/);
  });

  test('a ripple of a tenth of a point is drawn flat', () => {
    const periods = [0.951, 0.952, 0.951].map((value, index) => ({
      ...{
        from: `2026-0${index + 1}-01`,
        to: `2026-0${index + 1}-28`,
        value,
        cases: 1000,
        kept: null,
        missed: null,
        pending: 0,
      },
      verdict: 'kept' as const,
    }));
    const row = line(render(report([promise('p', 'S.', [share('email', 952, 1000, 0.9, { periods })])])), 'email');
    const drawn = [...(/[▁▂▃▄▅▆▇█]{3}/.exec(row)?.[0] ?? '')].map((sign) => '▁▂▃▄▅▆▇█'.indexOf(sign));
    expect(Math.max(...drawn) - Math.min(...drawn)).toBeLessThanOrEqual(1);
  });
});

describe('the page of one promise', () => {
  const sum = (text: string): number[] =>
    [...text.matchAll(/[−]?[\d\u2009]+$/gm)].map(([digits]) => Number(digits.replace('−', '-').replace(/\u2009/g, '')));

  test('the ladder adds up from rows to cases', () => {
    const text = render(everyVerdict, { promise: 'quick-reply' });
    const start = text.indexOf('rows in 2 files');
    const ladder = text.slice(start, text.indexOf('    kept  ', start));
    const numbers = sum(ladder);
    expect(numbers).toHaveLength(13);
    expect(numbers.slice(0, 7).reduce((total, step) => total + step, 0)).toBe(numbers[7]);
    expect(numbers.slice(7, 12).reduce((total, step) => total + step, 0)).toBe(numbers[12]);
  });

  test('says so where rows of one case are joined, and where columns count', () => {
    const joined = report([promise('p', 'S.', [share('email', 50, 60, 0.8)])], {
      sources: everyVerdict.sources.slice(2, 3).map((source) => ({ ...source, channel: 'email' })),
    });
    expect(render(joined, { promise: 'p' })).toMatch(/joined to others of the same case +−1\u2009144/);
    const counted = {
      ...joined,
      promises: [promise('p', 'S.', [share('email', 5000, 6000, 0.8, { measure: 'tally' })])],
    };
    expect(render(counted, { promise: 'p' })).toMatch(/occasions, as its columns count +6\u2009000/);
  });

  test('an interval with one bound, what was counted, and what is still open', () => {
    const help = render(everyMeasure, { promise: 'quick-help' });
    expect(help).toContain('interval    at least 24 s (order-statistic, 95% confidence)');
    expect(help).toMatch(
      /12 still open count as waiting so far \(Kaplan-Meier\); the 340 that ended alone, the\s+quicker ones, would give 3 h 10 min/,
    );
    const bikes = render(everyMeasure, { promise: 'whole-bikes' });
    expect(bikes).toContain('counted     17 of 5\u2009210, told per 1\u2009000');
    expect(bikes).toContain('4.60 if every pending one came out worst');
    expect(bikes).toContain('8 against 5\u2009210 of orders, told per 1\u2009000; 3 could not be counted');
    const [counted = [], orders = []] = [/occasions of what is counted +(.*)/, /filtered by its where +(.*)/].map(
      (label) => sum(label.exec(bikes)?.[0] ?? ''),
    );
    expect([...counted, ...orders]).toEqual([52, -41]);
  });

  test('none of them is dropped from a quotient of nothing', () => {
    const none = cell('c', {
      measure: 'ratio',
      unit: 'number',
      value: 0,
      cases: 40,
      events: 0,
      per: 100,
      against: 'o',
    });
    const text = render(report([promise('p', 'S.', [{ ...none, target: { op: '<=', value: 5 }, verdict: 'kept' }])]));
    expect(text).toContain('0 against 40 of o, told per 100');
  });

  test.each<[Partial<CellReport>, string]>([
    [
      { measure: 'mean', pending: 3, dropped: { cases: 3, value: 7200 } },
      '3 that have not ended; with them at what they last so far it would be 2 h',
    ],
    [
      { measure: 'max', pending: 1, dropped: { cases: 1, value: 7200 } },
      '1 that has not ended; with it at what it lasts so far it would be 2 h',
    ],
    [
      { measure: 'sum', pending: 3, dropped: { cases: 5, value: null } },
      '3 that have not ended and 2 of which the time is blank; with them no end is in sight',
    ],
    [
      { measure: 'median', pending: 3, dropped: { cases: 2, value: 7200 } },
      '2 of which the time is blank; with them as without end it would be 2 h',
    ],
    [
      { measure: 'kept_when', unit: 'share', kept: 9, missed: 0, dropped: { cases: 1, value: 0.9 } },
      '1 of which the time is blank; with it as missed it would be 90.0%',
    ],
  ])('what the value leaves out: %o', (known, text) => {
    const one = cell('c', { unit: 'seconds', value: 1, target: { op: '<=', value: 5 }, cases: 9, ...known });
    expect(render(report([promise('p', 'S.', [one])]), { promise: 'p' })).toContain(`  left out    ${text}\n`);
  });

  test('the tail of a mean, and the hours that count', () => {
    expect(render(everyMeasure, { promise: 'short-calls' })).toContain(
      'tail        median 2 min 10 s, 90th percentile 11 min 4 s\n',
    );
    expect(render(everyMeasure, { promise: 'quick-help' })).toContain('hours       desk is open Mon-Fri 08:00-17:00');
    expect(render(everyMeasure)).not.toContain('desk is open');
  });

  test('periods that add up are not judged, and say so', () => {
    const text = render(everyMeasure, { promise: 'no-outage' });
    expect(text).toMatch(/^ {4}5 to 11 Jan 2026 +0 +35 +0$/m);
    expect(text).toMatch(/^ {2}· 16 to 22 Feb 2026 +0 +35 +4 +open$/m);
    expect(text.match(/no verdicts: the target is that of the whole/g)).toHaveLength(2);
    expect(render(everyMeasure, { promise: 'quick-help' })).not.toContain('no verdicts');
  });

  test('the 168 hours of the week do not drown it', () => {
    const text = render(everyMeasure, { promise: 'always-open' });
    expect(text.split('\n').length).toBeLessThan(60);
    expect(text).toContain('and 158 more: --format csv --by segment');
  });

  test('a promise without channels and one that is not there', () => {
    expect(render(report([promise('p', 'S.', [])]), { promise: 'p' })).toContain('no channel is declared');
    expect(render(everyVerdict, { promise: 'nope' })).toBe(render(everyVerdict));
    expect(
      render(report([promise('p', 'S.', [cell('fax', { reason: 'no export yet' })])]), { promise: 'p' }),
    ).toContain('no export yet');
  });
});

test('what to do first is ten things, and says how many follow', () => {
  const [, action] = everyVerdict.actions;
  const actions = action === undefined ? [] : Array.from({ length: 23 }, () => action);
  const text = render({ ...everyVerdict, actions });
  expect(text).toContain('\n  10  quick-reply, email');
  expect(text.endsWith('  and 13 more: --format json\n')).toBe(true);
});

test('of a thousand promises none is lost', () => {
  const many = Array.from({ length: 1000 }, (_, index) =>
    promise(`p${index}`, 'S.', [share('email', index, 1_000, 0.5)]),
  );
  const text = render(report(many));
  for (const { id } of many) expect(text).toContain(` ${id} `);
});
