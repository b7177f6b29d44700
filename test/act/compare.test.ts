import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { against } from '../../src/act/against.ts';
import { compare, fates as order } from '../../src/act/compare.ts';
import { readReport } from '../../src/act/read-report.ts';
import type { GapReport } from '../../src/model/report.ts';
import { json } from '../../src/report/formats/json.ts';
import { promise, report, share } from '../report/samples.ts';
import { anyReport } from './pairs.ts';
import { fates, overlap, said } from './twin.ts';

const q4 = { window: { from: '2025-10-01', to: '2025-12-31' } };
const one = (kept: number, cases: number, known: Partial<GapReport> = {}) =>
  report([promise('quick', 'Soon.', [share('email', kept, cases, 0.9)])], known);

const cellIn = ({ promises }: GapReport, id: string, channel: string) =>
  promises.find((known) => known.id === id)?.channels.find((known) => known.channel === channel) ?? null;

describe('compare', () => {
  it('puts every cell of either report in the one class that its description names', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (earlier, later) => {
        const { cells, shared } = compare(earlier, later, 'old.json');
        expect(shared !== null).toBe(overlap(later.window, earlier.window));
        const names = cells.map(({ promise: id, channel }) => `${id} ${channel}`);
        const all = [earlier, later].flatMap(({ promises }) =>
          promises.flatMap(({ id, channels }) => channels.map(({ channel }) => `${id} ${channel}`)),
        );
        expect(names.toSorted()).toEqual([...new Set(all)].sort());
        for (const { promise: id, channel, fate } of cells) {
          const [before, after] = [cellIn(earlier, id, channel), cellIn(later, id, channel)];
          expect(fates(before, after, later, earlier), `${id} ${channel}`).toEqual([fate]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('a report against itself: nothing broke, and nothing is said of chance', () => {
    fc.assert(
      fc.property(anyReport, (same) => {
        for (const { fate, change } of compare(same, same, 'old.json').cells) {
          expect(['unchanged', 'unmeasured']).toContain(fate);
          expect(change?.withheld).toBe('overlap');
          expect(change?.moved).toBeNull();
        }
      }),
    );
  });

  it('the order of promises and channels changes nothing', () => {
    const turned = (known: GapReport): GapReport => ({
      ...known,
      promises: known.promises.map((each) => ({ ...each, channels: each.channels.toReversed() })).toReversed(),
    });
    fc.assert(
      fc.property(anyReport, anyReport, (earlier, later) => {
        expect(compare(turned(earlier), turned(later), 'o')).toEqual(compare(earlier, later, 'o'));
      }),
    );
  });

  it('says the same of reports that were written and read back', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, anyReport, async (earlier, later) => {
        const back = async (known: GapReport) => readReport(Buffer.from(json.render(known)), 'old.json');
        expect(compare(await back(earlier), await back(later), 'o')).toEqual(compare(earlier, later, 'o'));
      }),
      { numRuns: 50 },
    );
  });

  it('turned round, better is worse, broken is repaired, new is gone', () => {
    const other: Record<string, string> = {
      ...{ broken: 'repaired', repaired: 'broken', better: 'worse', worse: 'better', new: 'gone', gone: 'new' },
    };
    fc.assert(
      fc.property(anyReport, anyReport, (a, b) => {
        const level = { ...b, confidence: a.confidence };
        const back = new Map(
          compare(level, a, 'o').cells.map(({ promise: id, channel, fate }) => [`${id} ${channel}`, fate]),
        );
        for (const { promise: id, channel, fate, retargeted } of compare(a, level, 'o').cells) {
          // The direction is that of the later target.
          if (!retargeted) expect(back.get(`${id} ${channel}`)).toBe(other[fate] ?? fate);
        }
      }),
    );
  });

  it('tells what asks for action first, and the worst first', () => {
    const cells = (values: readonly number[]) =>
      report([
        promise(
          'quick',
          'S.',
          values.map((kept, index) => share(`c${index}`, kept, 1000, 0.9)),
        ),
      ]);
    const { cells: all } = compare(
      { ...cells([950, 950, 950, 800, 800, 920]), ...q4 },
      cells([850, 700, 910, 950, 990, 921]),
      'old.json',
    );
    expect(all.map(({ channel, fate }) => `${channel} ${fate}`)).toEqual([
      ...['c1 broken', 'c0 broken', 'c4 repaired', 'c3 repaired', 'c2 worse', 'c5 unchanged'],
    ]);
    expect(order.indexOf('broken')).toBe(0);
  });

  it('another brand is refused, blanks around its name aside', () => {
    expect(() => compare(one(9, 10, { brand: 'Acme' }), one(9, 10), 'old.json')).toThrow(
      "'old.json' is about the brand 'Acme', not 'Fjellrute Cycles'",
    );
    expect(compare(one(9, 10, { brand: ' Fjellrute Cycles\n', ...q4 }), one(9, 10), 'o').cells).toHaveLength(1);
  });
});

describe('against', () => {
  it('puts on each cell what the twin says, null where the earlier report lacks it', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (earlier, later) => {
        const held = against(later, earlier, 'old.json').report;
        expect(held.baseline).toEqual({
          as_of: earlier.as_of,
          window: earlier.window,
          overlaps: overlap(later.window, earlier.window),
        });
        for (const { id, channels } of held.promises) {
          for (const { change, ...cell } of channels) {
            const before = cellIn(earlier, id, cell.channel);
            expect(cellIn(later, id, cell.channel)).toEqual(cell);
            if (before === null) expect(change).toBeNull();
            else {
              expect(change?.withheld ?? change?.moved).toBe(said(cell, before, later, earlier));
              expect(change?.verdict_before).toBe(before.verdict);
              expect(change?.interval === null).toBe(change?.withheld !== null);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('may be written, read, and held against again', async () => {
    const held = against(one(85, 100), { ...one(95, 100), ...q4 }, 'old.json').report;
    const back = await readReport(Buffer.from(json.render(held)), 'gap.json');
    expect(back).toEqual(held);
    const next = against(one(95, 100, { window: { from: '2026-04-01', to: '2026-06-30' } }), back, 'gap.json').report;
    expect(cellIn(next, 'quick', 'email')?.change).toMatchObject({ value: 0.1, verdict_before: 'missed' });
  });
});

describe('what is said beside the figures', () => {
  const messages = (later: GapReport, earlier: GapReport) =>
    against(later, earlier, 'old.json').findings.map(({ id, message }) => `${id} ${message}`);

  it.each<[string, GapReport, GapReport, string[]]>([
    ['nothing to say', one(9, 10), one(9, 10, q4), []],
    [
      'windows that share days',
      one(9, 10),
      one(9, 10, { window: { from: '2025-12-01', to: '2026-01-31' } }),
      [
        'SD0730 this window and that of the baseline share 1 to 31 Jan 2026: no two samples, so nothing is said of chance',
      ],
    ],
    [
      'nothing in common',
      one(9, 10),
      report([promise('slow', 'S.', [share('email', 9, 10, 0.9)])], q4),
      [
        'SD0731 the baseline (1 Oct to 31 Dec 2025) knows no promise of this report on the same channel: nothing was held against it',
      ],
    ],
    [
      'some cannot be held against it',
      report([
        promise('quick', 'S.', [
          share('email', 9, 10, 0.9),
          share('chat', 9, 10, 0.9),
          share('fax', 9, 10, 0.9, { formula: 'another' }),
        ]),
      ]),
      report([promise('quick', 'S.', [share('email', 9, 10, 0.9), share('fax', 9, 10, 0.9)])], q4),
      [
        'SD0732 2 of 3 measured channels could not be held against the baseline: quick on chat (new), quick on fax (redefined)',
      ],
    ],
    [
      'another target',
      one(9, 10),
      report([promise('quick', 'S.', [share('email', 9, 10, 0.95)])], q4),
      ['SD0733 the verdicts of the baseline go by other targets: quick on email (≥ 95%, now ≥ 90%)'],
    ],
    [
      'sums of windows of another length',
      report([
        promise('quick', 'S.', [
          share('email', 9, 10, 0.9),
          share('chat', 9, 10, 0.9, { measure: 'sum', unit: 'number', interval: null }),
        ]),
      ]),
      report(
        [
          promise('quick', 'S.', [
            share('email', 9, 10, 0.9),
            share('chat', 9, 10, 0.9, { measure: 'sum', unit: 'number', interval: null }),
          ]),
        ],
        q4,
      ),
      [
        'SD0732 1 of 2 measured channels could not be held against the baseline: quick on chat (no interval)',
        'SD0734 the window has 90 days, that of the baseline 92, and what adds up grows with its days: quick on chat',
      ],
    ],
    [
      'the wrong way round',
      one(9, 10, q4),
      one(9, 10),
      [
        'SD0735 the baseline (1 Jan to 31 Mar 2026) is later than this report (1 Oct to 31 Dec 2025): every change is told backwards',
      ],
    ],
  ])('%s', (_, later, earlier, expected) => {
    expect(messages(later, earlier)).toEqual(expected);
  });

  it('stands among the findings of the report, the most severe first', () => {
    const noted = one(9, 10, {
      findings: [{ code: 'x', severity: 'note', message: 'a note', file: null, line: null }],
    });
    const { report: held } = against(noted, one(9, 10), 'old.json');
    expect(held.findings.map(({ severity }) => severity)).toEqual(['warning', 'note']);
  });
});
