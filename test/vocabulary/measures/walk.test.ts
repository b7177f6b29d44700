import { describe, expect, test } from 'vitest';
import { declare } from '../../../src/declaration/index.ts';
import type { Measure } from '../../../src/model/measure.ts';
import {
  bottomOf,
  isAdditive,
  mapMeasure,
  measureColumns,
  measureConditions,
  measureDeadlines,
  measureEvents,
  measureKeys,
  measures,
  observe,
} from '../../../src/vocabulary/measures/index.ts';
import { fileOf } from './example-file.ts';

/** The measure of one promise, its columns by name. */
function read(promise: string, target: string): Measure<string> {
  const { lines } = fileOf({ promise: [promise, `target: ${target}`], channel: ['at: A'], rows: [] });
  const options = { file: 'promises.yaml', directory: '/', env: {} };
  const measure = declare(lines.join('\n'), options).promises[0]?.channels[0]?.measure;
  if (measure == null) throw new Error('no measure');
  return measure;
}

interface Parts {
  readonly columns: readonly string[];
  readonly events?: readonly string[];
  readonly deadlines?: readonly string[];
  readonly ids?: readonly string[];
}

const table: readonly (readonly [promise: string, target: string, parts: Parts])[] = [
  ['kept_when: { B: { within: 4h } }', '95%', { columns: ['A', 'B'], events: ['A', 'B'] }],
  [
    'kept_when: { B: { by: D }, C: present }',
    '95%',
    { columns: ['A', 'B', 'C', 'D'], events: ['B'], deadlines: ['D'] },
  ],
  ['count: { T: outage }', 'at most 2', { columns: ['T'] }],
  ['rate: { of: { B: { within: 4h, of: C } }, per: 100 }', 'at least 2', { columns: ['B', 'C'], events: ['B', 'C'] }],
  ['tally: { kept: K, of: O }', '80%', { columns: ['K', 'O'] }],
  ['median: W', '4h', { columns: ['A', 'W'] }],
  ['median: N', 'at most 4', { columns: ['N'] }],
  ['p90: { to: B, minus: H }', '4h', { columns: ['A', 'B', 'H'], events: ['A', 'B'] }],
  ['quantile: { of: { from: C, to: B }, q: 0.8 }', '4h', { columns: ['B', 'C'], events: ['B', 'C'] }],
  ['mean: W', '4h', { columns: ['A', 'W'] }],
  ['sum: N', 'at most 4', { columns: ['N'] }],
  ['min: N', 'at least 4', { columns: ['N'] }],
  ['max: { to: B }', '4h', { columns: ['A', 'B'], events: ['A', 'B'] }],
  ['distinct: L', 'at least 3', { columns: ['L'], ids: ['L'] }],
  ['nps: N', 'at least 45', { columns: ['N'] }],
  ['difference: { of: [P, Q], from: [E, F] }', 'at least 0', { columns: ['E', 'F', 'P', 'Q'] }],
];

describe('columns of a measure', () => {
  test.each(table)('%s', (promise, target, { columns, events = [], deadlines = [], ids = [] }) => {
    const measure = read(promise, target);
    expect([...measureColumns(measure)].sort()).toEqual(columns);
    expect([...measureEvents(measure)].sort()).toEqual(events);
    expect(measureDeadlines(measure)).toEqual(deadlines);
    const held: string[] = [];
    const renamed = mapMeasure(measure, (name, holds) => {
      if (holds === 'word') held.push(name);
      return name.toLowerCase();
    });
    expect(held).toEqual(ids);
    expect([...measureColumns(renamed)].sort()).toEqual(columns.map((name) => name.toLowerCase()));
    expect(mapMeasure(renamed, (name) => name.toUpperCase())).toEqual(measure);
    expect(measureConditions(measure)).toHaveLength(/^(kept_when|count|rate)/.test(promise) ? 1 : 0);
  });
});

test('a ratio has no columns of its own channel, and does not run over rows', () => {
  const ratio = read('ratio: { of: { where: { K: x } }, to: { channel: desk }, per: 10 }', 'at most 2');
  expect(measureColumns(ratio)).toEqual([]);
  expect(measureEvents(ratio)).toEqual([]);
  expect(measureConditions(ratio)).toEqual([]);
  expect(() => mapMeasure(ratio, (name) => name)).toThrow(TypeError);
  const part = { channel: 'desk', where: null };
  const context = { columns: [], place: 'kept_when', asOf: null } as const;
  expect(() => observe({ kind: 'ratio', of: part, to: part, per: 1 }, context)).toThrow(TypeError);
});

test('every key is its own definition’s, and what adds up says so', () => {
  expect(measureKeys).toEqual(Object.keys(measures));
  expect(measureKeys.filter(isAdditive)).toEqual(['sum', 'count', 'distinct']);
  expect(measureKeys.filter((kind) => bottomOf(kind) !== 0).map((kind) => [kind, bottomOf(kind)])).toEqual([
    ['nps', -100],
    ['difference', null],
  ]);
});
