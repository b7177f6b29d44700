import { describe, expect, it } from 'vitest';
import type { Pledge } from '../../src/model/declaration.ts';
import type { Measure } from '../../src/model/measure.ts';
import type { CellTally } from '../../src/model/tally.ts';
import type { Target } from '../../src/model/target.ts';
import { BLOCKS, rangesOf } from '../../src/score/blocks.ts';
import { scoreCell } from '../../src/score/cell.ts';
import { settle } from '../../src/score/settle/index.ts';
import { standOut } from '../../src/score/stand-out.ts';
import { differenceP } from '../../src/statistics/two-proportions.ts';
import { zoneOf } from '../../src/vocabulary/time/zone.ts';
import { contextOf, keysOf, outcomesOf, pledgeOf, SHARE, valuesOf } from './hand-made.ts';

const UTC = zoneOf('UTC');

const everyRow = { kind: 'all', of: [] } as const;
const kept: Measure<string> = { kind: 'kept_when', condition: everyRow };
const operand = { kind: 'column', column: 'x', at: null } as const;
const atMost = (value: number): Target => ({ op: '<=', value, unit: 'number', text: `at most ${value}` });

/** The cell of a tally with one group for each value of the segment `s`. */
function cellOf(
  labels: readonly string[],
  tally: CellTally,
  measure: Measure<string>,
  target: Target,
  known: Partial<Pledge> = {},
  name = 's',
) {
  const pledge = pledgeOf(measure, target, known);
  const keys = keysOf(
    labels.map((label) => ({ day: null, labels: [label] })),
    [name],
  );
  const derived = new Set(BLOCKS.has(name) ? [name] : []);
  const context = contextOf(pledge, { segments: [name], derived });
  return scoreCell(settle(tally, measure, keys, 1e15, UTC), context);
}

describe('which values stand out', () => {
  const figure = (kept: number, missed: number) => ({ kept, missed });

  it('one against the rest, as many as there are', () => {
    // Twenty values at 90%, one of them at 80%: alone its p is 0.022, among twenty it is nothing.
    const twenty = Array.from({ length: 20 }, (_, at) => (at === 7 ? figure(40, 10) : figure(45, 5)));
    expect(differenceP({ kept: 40, cases: 50 }, { kept: 19 * 45, cases: 19 * 50 })).toBeLessThan(0.05);
    expect(standOut(twenty, 0.05)).toEqual(twenty.map(() => false));
    // Two of them: nothing to adjust by but the pair, whose p is the same.
    expect(standOut([figure(40, 10), figure(19 * 45, 19 * 5)], 0.05)).toEqual([true, true]);
    expect(standOut([figure(30, 20), ...twenty], 0.05)[0]).toBe(true);
  });

  it.each([
    ['one value alone', [figure(9, 1)], [null]],
    [
      'a level',
      [
        { kept: null, missed: null },
        { kept: null, missed: null },
      ],
      [null, null],
    ],
    ['nothing decided in one of two', [figure(9, 1), figure(0, 0)], [null, null]],
    ['all kept everywhere', [figure(90, 0), figure(9, 0)], [false, false]],
  ])('%s', (_name, figures, expected) => {
    expect(standOut(figures, 0.05).map((one) => one ?? null)).toEqual(expected);
  });
});

describe('the segments of a cell', () => {
  it('of a share: by misses beyond what the target allows', () => {
    const { cell } = cellOf(
      ['a', 'b', 'c'],
      outcomesOf([
        [95, 5],
        [60, 40],
        [780, 220],
      ]),
      kept,
      SHARE,
    );
    expect(cell.segments.map(({ is, excess, stands_out, verdict }) => [is, excess, stands_out, verdict])).toEqual([
      ['c', 120, false, 'missed'],
      ['b', 30, true, 'missed'],
      ['a', -5, true, 'close'],
    ]);
  });

  it('of a level: by the value against the target, from either side', () => {
    const groups = [
      [1, 1, 1],
      [9, 9, 9],
      [4, 4, 4],
    ];
    const level: Measure<string> = { kind: 'median', q: 0.5, operand };
    const order = (target: Target) =>
      cellOf(['a', 'b', 'c'], valuesOf(groups), level, target).cell.segments.map(
        ({ is, value, verdict, stands_out }) => [...[is, value, verdict, stands_out]],
      );
    // Three values bear no interval, so that what is kept is so only just.
    expect(order(atMost(4))).toEqual([
      ['b', 9, 'missed', null],
      ['c', 4, 'close', null],
      ['a', 1, 'close', null],
    ]);
    expect(order({ ...atMost(4), op: '>=' })).toEqual([
      ['a', 1, 'missed', null],
      ['c', 4, 'close', null],
      ['b', 9, 'close', null],
    ]);
  });

  it('of what adds up: no verdict, but under `every`', () => {
    const count: Measure<string> = { kind: 'count', condition: everyRow };
    const tally = outcomesOf([
      [1, 5],
      [4, 5],
    ]);
    const plain = cellOf(['a', 'b'], tally, count, atMost(6)).cell;
    expect(plain).toMatchObject({ value: 5, events: 5, kept: null, verdict: 'kept', cases: 15, shortfall: null });
    expect(plain.segments.map(({ is, value, verdict }) => [is, value, verdict])).toEqual([
      ['b', 4, null],
      ['a', 1, null],
    ]);
    const every = cellOf(['a', 'b'], tally, count, atMost(3), { every: [['s']] }).cell;
    expect(every.segments.map(({ is, verdict }) => [is, verdict])).toEqual([
      ['b', 'missed'],
      ['a', 'kept'],
    ]);
    const whole = cellOf(['a', 'b'], tally, count, { ...atMost(2), op: '>=' }, { every: [['s']] }).cell;
    expect(whole).toMatchObject({ verdict: 'missed', reason: 'not every segment meets the target: s a' });
  });

  it('`every` names the worst first', () => {
    const tally = outcomesOf([
      [80, 20],
      [8, 92],
      [60, 40],
      [10_000, 0],
      [70, 30],
    ]);
    const { cell } = cellOf(['a', 'b', 'c', 'd', 'e'], tally, kept, SHARE, { every: [['s']] });
    expect(cell.reason).toBe('not every segment meets the target: s b, s c, s e and 1 more');
    // 0.9 of each hundred: 10, 82, 30 and 20 more.
    expect(cell.shortfall).toBe(142);
  });
});

describe('blocks of the week', () => {
  it.each([
    ['hour', 24],
    ['weekday', 7],
    ['hour_of_week', 168],
  ])('under `every: [%s]` all %i are listed', (name, count) => {
    const blocks = BLOCKS.get(name) ?? [];
    const some = blocks.slice(3, 5);
    const tally = outcomesOf(some.map(() => [50, 0] as const));
    const { cell, findings } = cellOf(some, tally, kept, SHARE, { every: [[name]] }, name);
    expect(cell.verdict).toBe('kept');
    expect(cell.segments).toHaveLength(count);
    expect(cell.segments.filter(({ verdict }) => verdict === 'kept').map(({ is }) => is)).toEqual(some.toSorted());
    const silent = cell.segments.slice(2);
    expect(silent.every(({ verdict, cases, value }) => verdict === 'unmeasured' && cases === 0 && value === null)).toBe(
      true,
    );
    expect(findings.map(({ code, args }) => [code, args['count']])).toEqual([['no-arrivals', count - 2]]);
    expect(cellOf(some, tally, kept, SHARE, {}, name).cell.segments).toHaveLength(2);
  });

  it.each([
    [['Mon 01'], ['Mon 01']],
    [
      ['Mon 01', 'Mon 02', 'Mon 04'],
      ['Mon 01 to Mon 02', 'Mon 04'],
    ],
    [['Mon 00', 'Sun 22', 'Sun 23'], ['Sun 22 to Mon 00']],
    [
      ['Mon 00', 'Wed 05', 'Wed 06', 'Wed 07', 'Wed 08'],
      ['Wed 05 to Wed 08', 'Mon 00'],
    ],
    [[], []],
  ])('%j are %j', (silent, expected) => {
    expect(rangesOf(BLOCKS.get('hour_of_week') ?? [], new Set(silent))).toEqual(expected);
  });

  it('the whole week is one range', () => {
    const blocks = BLOCKS.get('weekday') ?? [];
    expect(rangesOf(blocks, new Set(blocks))).toEqual(['Mon to Sun']);
  });
});

describe('a cell of a level', () => {
  it('has no counts of a share, and a gap from its own side', () => {
    const { cell } = cellOf(['a'], valuesOf([[2, 4, 6, 8]]), { kind: 'mean', operand }, atMost(4));
    expect(cell).toMatchObject({
      ...{ measure: 'mean', value: 5, gap: -1, score: 80, verdict: 'missed', reason: 'above the target', cases: 4 },
      ...{ kept: null, missed: null, events: null, shortfall: null, budget: null, customers: null, owed: null },
      formula: 'mean of x',
    });
  });

  it('never reached scores as if it had been just then', () => {
    const open = {
      group: Int32Array.of(0, 0, 0),
      start: Float64Array.of(0, 0, 0),
      pause: new Float64Array(3),
      wholeDays: new Uint8Array(9),
    };
    const tally = valuesOf([[60]], { open });
    const median: Measure<string> = {
      ...{ kind: 'median', q: 0.5 },
      operand: { kind: 'elapsed', from: 'a', to: 'b', calendar: null, minus: null },
    };
    const target: Target = { op: '<=', value: 3600, unit: 'seconds', text: 'at most 1h' };
    const keys = keysOf([{ day: null, labels: [] }], []);
    const { cell } = scoreCell(settle(tally, median, keys, 7_200_000, UTC), contextOf(pledgeOf(median, target)));
    expect(cell).toMatchObject({
      ...{ value: null, gap: null, score: 50, verdict: 'missed', cases: 1, pending: 3, occasions: 4 },
      ...{ value_answered_only: 60, reason: 'above the target: not yet reached after 2 h' },
    });
  });
});
