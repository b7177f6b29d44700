import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/model/calendar.ts';
import type { Measure } from '../../src/model/measure.ts';
import type { CellTally } from '../../src/model/tally.ts';
import { everyGroup, groupsBy, settle, settleRatio } from '../../src/score/settle/index.ts';
import { momentsOf } from '../../src/statistics/moments.ts';
import { momentsOfSorted, stretchesOfSorted } from '../../src/statistics/sorted-runs.ts';
import { type FigureContext, figureOf, type Sample } from '../../src/vocabulary/measures/index.ts';
import { zoneOf } from '../../src/vocabulary/time/zone.ts';
import { keysOf, NO_OPEN, nothingAside, outcomesOf, valuesOf } from './hand-made.ts';

const UTC = zoneOf('UTC');

const HOUR = 3_600_000;
const column = { kind: 'column', column: 'wait', at: null } as const;
const median: Measure<string> = { kind: 'median', q: 0.5, operand: column };
const keys = keysOf(
  ['a', 'b', 'c', 'd'].map((label, day) => ({ day, labels: [label] })),
  ['s'],
);
/** Some groups of four, and rows of them with a value each. */
const cases = fc.record({
  rows: fc.array(fc.record({ group: fc.nat({ max: 3 }), value: fc.integer({ min: -50, max: 50 }) }), { maxLength: 40 }),
  chosen: fc.uniqueArray(fc.nat({ max: 3 })),
});

describe('a cut of some groups is what a look at every row finds', () => {
  it('of values, in ascending order', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ({ rows, chosen }, isWhole) => {
        const scale = isWhole ? 1 : 0.1;
        const of = (groups: readonly number[]) =>
          rows.filter(({ group }) => groups.includes(group)).map(({ value }) => value * scale + 0);
        const tally = valuesOf([0, 1, 2, 3].map((group) => of([group])));
        const values = isWhole ? Int32Array.from(tally.values) : tally.values;
        const settled = settle({ ...tally, values }, median, keys, 0, UTC);
        for (const groups of [chosen, [0, 1, 2, 3], [2], chosen]) {
          const { sample } = settled.cut(groups);
          if (sample.kind !== 'values') throw new TypeError(sample.kind);
          const mine = of(groups).sort((a, b) => a - b);
          expect(Array.from(stretchesOfSorted(sample.values), (part) => [...part]).flat()).toEqual(mine);
          expect(Array.from({ length: sample.values.length }, (_, rank) => sample.values.at(rank))).toEqual(mine);
          expect(sample.values.at(mine.length)).toBeUndefined();
          expect(momentsOfSorted(sample.values)).toEqual(momentsOf(mine));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of values, to the same figures as from all of them in one array', () => {
    const figures = fc.record({
      measure: fc.constantFrom<Measure<string>>(
        median,
        { kind: 'p90', q: 0.9, operand: column },
        { kind: 'quantile', q: 0.31, operand: column },
        { kind: 'mean', operand: column },
      ),
      waits: fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 90 })), { maxLength: 40 }),
      open: fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 90 })), { maxLength: 5 }),
      blank: fc.nat({ max: 3 }),
      isWhole: fc.boolean(),
      chosen: fc.uniqueArray(fc.nat({ max: 3 })),
    });
    const context: FigureContext = {
      confidence: 0.8,
      target: { op: '<=', value: 30, unit: 'seconds', text: 'at most 30s' },
    };
    fc.assert(
      fc.property(figures, ({ measure, waits, open, blank, isWhole, chosen }) => {
        const scale = isWhole ? 1 : 0.1;
        const tally = valuesOf(
          [0, 1, 2, 3].map((group) => waits.flatMap(([own, wait]) => (own === group ? [wait * scale] : []))),
          {
            open: {
              group: Int32Array.from(open, ([group]) => group),
              start: Float64Array.from(open, ([, age]) => 100_000 - age * 1000),
              pause: new Float64Array(open.length),
              wholeDays: new Uint8Array(open.length),
            },
            excluded: new Float64Array(4).fill(blank),
          },
        );
        const values = isWhole ? Int32Array.from(tally.values) : tally.values;
        const { sample } = settle({ ...tally, values }, measure, keys, 100_000, UTC).cut(chosen);
        const inOneArray: Sample = {
          kind: 'values',
          values: Float64Array.from(
            waits.flatMap(([own, wait]) => (chosen.includes(own) ? [wait * scale] : [])),
          ).sort(),
          open: Float64Array.from(open.flatMap(([own, age]) => (chosen.includes(own) ? [age] : []))),
          excluded: blank * chosen.length,
        };
        expect(figureOf(sample, measure, context)).toEqual(figureOf(inOneArray, measure, context));
      }),
      { numRuns: 500 },
    );
  });

  it('of different ids, however often it is cut', () => {
    fc.assert(
      fc.property(cases, ({ rows, chosen }) => {
        const tally: CellTally = {
          kind: 'ids',
          ...nothingAside(4),
          group: Int32Array.from(rows, ({ group }) => group),
          code: Int32Array.from(rows, ({ value }) => value + 50),
          ids: 101,
          rows: Float64Array.from([0, 1, 2, 3], (at) => rows.filter(({ group }) => group === at).length),
        };
        const settled = settle(tally, { kind: 'distinct', column: 'x' }, keys, 0, UTC);
        const distinct = (groups: readonly number[]) =>
          new Set(rows.filter(({ group }) => groups.includes(group)).map(({ value }) => value)).size;
        for (const groups of [chosen, [0, 1, 2, 3], [0], chosen, []]) {
          const count = rows.filter(({ group }) => groups.includes(group)).length;
          expect(settled.cut(groups).sample).toEqual({ kind: 'ids', distinct: distinct(groups), rows: count });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('of moments, to the last bit', () => {
    fc.assert(
      fc.property(cases, ({ rows, chosen }) => {
        const of = (groups: readonly number[]) =>
          momentsOf(rows.filter(({ group }) => groups.includes(group)).map(({ value }) => value * 0.1));
        const tally: CellTally = {
          kind: 'moments',
          ...nothingAside(4),
          moments: [0, 1, 2, 3].map((group) => of([group])),
          open: NO_OPEN,
        };
        const { sample } = settle(tally, { kind: 'nps', column: 'x' }, keys, 0, UTC).cut(chosen);
        expect(sample.kind === 'moments' ? sample.moments : null).toEqual(of(chosen));
      }),
      { numRuns: 200 },
    );
  });

  it('of counts, and of what was set aside', () => {
    const tally: CellTally = {
      kind: 'counts',
      kept: Float64Array.of(1, 2, 4, 8),
      of: Float64Array.of(2, 4, 8, 16),
      rows: Float64Array.of(1, 1, 1, 1),
      left: Float64Array.of(5, 0, 0, 2),
      excluded: Float64Array.of(1, 0, 0, 1),
      unreadable: Float64Array.of(0, 1, 0, 1),
      filtered: Float64Array.of(0, 0, 3, 1),
    };
    const settled = settle(tally, { kind: 'tally', kept: 'k', of: 'o' }, keys, null, UTC);
    expect(settled.cut([0, 3])).toMatchObject({
      sample: { kept: 9, of: 18, rows: 2, left: 7 },
      ...{ excluded: 2, unreadable: 1, filtered: 1 },
    });
    expect(settled.cut(everyGroup(keys)).sample).toMatchObject({ kept: 15, of: 30, rows: 4 });
  });
});

describe('what has not ended lasts until as_of', () => {
  const desk: Calendar = {
    ...{ name: 'desk', zone: 'UTC', holidays: [], overrides: [] },
    // 1970-01-01 was a Thursday; open on every day from 8 to 18.
    week: Array.from({ length: 7 }, () => [{ from: 8 * HOUR, to: 18 * HOUR }]),
  };
  const elapsed = (calendar: Calendar | null): Measure<string> => ({
    ...median,
    operand: { kind: 'elapsed', from: 'a', to: 'b', calendar, minus: null },
  });
  it.each<[string, Calendar | null, number, number, number | null, number]>([
    // start, pause and as_of in hours; expected hours
    ['plainly', null, 10, 0, 30, 20],
    ['less its pause', null, 10, 5, 30, 15],
    ['never below zero', null, 10, 25, 30, 0],
    ['nothing where it has not begun', null, 31, 0, 30, 0],
    ['nothing where no as_of is known', null, 10, 0, null, 0],
    ['while the desk is open', desk, 10, 0, 34, 10],
    ['while the desk is open, less its pause', desk, 16, 1, 33, 2],
    ['not at all while it is closed', desk, 19, 0, 31, 0],
  ])('%s', (_, calendar, start, pause, asOf, expected) => {
    const open = {
      group: Int32Array.of(1),
      start: Float64Array.of(start * HOUR),
      pause: Float64Array.of(pause * HOUR),
      wholeDays: new Uint8Array(9),
    };
    const tallies: readonly CellTally[] = [
      valuesOf([[], [], [], []], { open }),
      { kind: 'moments', ...nothingAside(4), moments: [0, 1, 2, 3].map(() => momentsOf([])), open },
    ];
    for (const tally of tallies) {
      const settled = settle(tally, elapsed(calendar), keys, asOf === null ? null : asOf * HOUR, UTC);
      const open = (groups: readonly number[]): readonly number[] => {
        const { sample } = settled.cut(groups);
        return sample.kind === 'values' || sample.kind === 'moments' ? [...sample.open] : [];
      };
      expect(open([0, 1])).toEqual([expected * 3600]);
      expect(open([0, 2, 3])).toEqual([]);
    }
  });
});

describe('a ratio of two channels', () => {
  const complaints = keysOf(
    [
      { day: 1, labels: ['North', 'x'] },
      { day: 2, labels: ['south', 'x'] },
      { day: 2, labels: ['east', 'y'] },
    ],
    ['region', 'topic'],
  );
  const orders = keysOf(
    [
      { day: 1, labels: ['south', 's'] },
      { day: 2, labels: ['north', 'm'] },
      { day: 3, labels: ['NORTH', 'm'] },
    ],
    ['region', 'size'],
  );
  const settled = settleRatio(
    {
      tally: outcomesOf([
        [1, 0],
        [2, 0],
        [4, 0],
      ]),
      keys: complaints,
    },
    {
      tally: outcomesOf([
        [100, 0],
        [200, 0],
        [400, 0],
      ]),
      keys: orders,
    },
    'day',
  );
  const sums = (key: (group: number) => string | number | null) =>
    [...groupsBy(settled.keys, key)].map(([name, groups]) => [name, settled.cut(groups).sample]);
  const ratio = (events: number, exposure: number) => ({ kind: 'ratio', events, exposure });

  it('adds up both sides', () => {
    expect(settled.cut(everyGroup(settled.keys)).sample).toEqual(ratio(7, 700));
  });

  it('matches periods by the day they begin on', () => {
    expect(sums((group) => settled.keys.periods[0]?.[group] ?? null)).toEqual([
      [1, ratio(1, 100)],
      [2, ratio(6, 200)],
      [3, ratio(0, 400)],
    ]);
  });

  it('matches segments that both name by label, in any letter case', () => {
    expect(settled.keys.segments).toEqual(['region']);
    const label = (group: number) => settled.keys.labels[0]?.[settled.keys.codes[0]?.[group] ?? 0] ?? '';
    expect(sums(label)).toEqual([
      ['NORTH', ratio(1, 600)],
      ['south', ratio(2, 100)],
      ['east', ratio(4, 0)],
    ]);
  });
});
