import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engines } from '../../src/engines/index.ts';
import { ChannelCounter } from '../../src/engines/local/channel-counter.ts';
import { openSource } from '../../src/ingest/index.ts';
import type { Batch } from '../../src/model/batch.ts';
import type { ChannelPlan, Plan, SourcePlan } from '../../src/model/plan.ts';
import type { CellTally, ChannelTally, GroupKeys, OpenCases } from '../../src/model/tally.ts';
import { planOf } from '../../src/plan/index.ts';
import { folder } from '../cli/folder.ts';
import { exactSquares, exactSum } from './exact.ts';
import { type Cell, condition, csv, declarationOf, type Story, story } from './level-story.ts';
import { type Told, twin } from './level-twin.ts';

const contextIn = (workingDirectory: string, batchRows: number) => ({
  ...{ workingDirectory, stdin: null, hashes: false, redact: false, onProgress: null, signal: null },
  batchRows,
});

const NO_VALUES = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

function groupNames({ count, periods, codes, labels }: GroupKeys): readonly string[] {
  return Array.from({ length: count }, (_, group) => {
    const shown = labels.map((list, index) => list[codes[index]?.[group] ?? 0] ?? '');
    const month = new Date((periods[0]?.[group] ?? 0) * 86_400_000).toISOString().slice(0, 7);
    return [month, ...shown].join(' ').toLowerCase();
  });
}

/** A tally by the names of its groups, in the words of the twin. */
function told(tally: ChannelTally, channel: ChannelPlan): Told {
  const names = groupNames(tally.groups);
  const cells = tally.cells.map((cell) => ({
    ...Object.fromEntries(names.map((name, group) => [name, held(cell, group)])),
    '#ids': holders(cell, names),
  }));
  return {
    cells,
    names: channel.cells.map(({ promise, channel: of, part }) => `${promise} ${of} ${part}`),
    unreadable: tally.faults.rows,
  };
}

function holders(cell: CellTally, names: readonly string[]): readonly string[] {
  if (cell.kind !== 'ids') return [];
  const found = Array.from({ length: cell.ids }, (): string[] => []);
  for (const [index, code] of cell.code.entries()) found[code]?.push(names[cell.group[index] ?? -1] ?? '?');
  return found.map((groups) => groups.sort().join()).sort();
}

function held(cell: CellTally, group: number): unknown {
  const at = (list: Float64Array): number => list[group] ?? Number.NaN;
  const openOf = ({ group: groups, start, pause }: OpenCases): readonly string[] =>
    [...groups].flatMap((own, index) => (own === group ? [`${start[index]} ${pause[index]}`] : [])).sort();
  const nothing = {
    ...{ kept: 0, missed: 0, excluded: at(cell.excluded), unreadable: at(cell.unreadable) },
    ...{
      filtered: at(cell.filtered),
      values: NO_VALUES,
      sum: 0n,
      squares: 0n,
      open: [],
      counted: [0, 0, 0],
      rows: 0,
      left: 0,
    },
  };
  switch (cell.kind) {
    case 'outcomes':
      // Where rows are counted no customer is let down.
      expect([...cell.customers].every((standing) => standing === 0)).toBe(true);
      expect(cell.open.group).toHaveLength(0);
      return { ...nothing, kept: at(cell.kept), missed: at(cell.missed) };
    case 'values': {
      const values = Float64Array.from(cell.values.subarray(cell.starts[group], cell.starts[group + 1]));
      const [sum, squares] = [exactSum(values), exactSquares(values)];
      return { ...nothing, values: [...values], sum, squares, open: openOf(cell.open) };
    }
    case 'moments': {
      const { count, sum, squares, min, max } = cell.moments[group] ?? {
        count: -1,
        sum: [],
        squares: [],
        min: 0,
        max: 0,
      };
      const shifted = squares.reduce((total, part) => total + (exactSum([part]) << 1074n), 0n);
      return { ...nothing, values: [count, min, max], sum: exactSum(sum), squares: shifted, open: openOf(cell.open) };
    }
    case 'counts':
      return { ...nothing, counted: [at(cell.kept), at(cell.of), at(cell.rows)], left: at(cell.left) };
    case 'ids':
      return { ...nothing, rows: at(cell.rows) };
  }
}

async function batchesOf(source: SourcePlan, plan: Plan, context: ReturnType<typeof contextIn>) {
  const reading = await openSource(source, { directory: plan.directory, ...context });
  const batches: Batch[] = [];
  for await (const batch of reading.batches()) batches.push(batch);
  await reading.close();
  return batches;
}

/** A counter a run of batches, neighbours merged wherever it happens. */
function merged(batches: readonly Batch[], sizes: Iterator<number>, counter: () => ChannelCounter): ChannelCounter {
  const size = (): number => sizes.next().value;
  const counters: ChannelCounter[] = [];
  let left = [...batches];
  while (left.length > 0) {
    const one = counter();
    const taken = size();
    for (const batch of left.slice(0, taken)) one.add(batch);
    left = left.slice(taken);
    counters.push(one);
  }
  while (counters.length > 1) {
    const at = size() % (counters.length - 1);
    const [later] = counters.splice(at + 1, 1);
    if (later !== undefined) counters[at]?.absorb(later);
  }
  return counters[0] ?? counter();
}

describe('a twin that reads every measure literally', () => {
  it('holds the same, group by group, wherever files and batches end and however parts are merged', async () => {
    await fc.assert(
      fc.asyncProperty(
        story,
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
        async (one: Story, batchRows, sizes) => {
          const root = folder(Object.fromEntries(one.files.map((rows, index) => [`rows-${index + 1}.csv`, csv(rows)])));
          const declaration = declarationOf(one, root);
          const plan = planOf(declaration, { selected: declaration, asOf: one.asOf, window: null });
          const context = contextIn(root, batchRows);
          const { sources } = await engines.local.tally(plan, one.window, context);
          const [source] = plan.sources;
          if (source === undefined) throw new Error('nothing is planned');
          expect(plan.sources).toHaveLength(1);
          const batches = await batchesOf(source, plan, context);
          for (const [index, channel] of source.channels.entries()) {
            const expected = twin(one, channel.name === 'c0' ? 'c0' : 'c1');
            const tally = sources[0]?.channels[index];
            if (tally === undefined) throw new Error('no tally');
            expect(told(tally, channel)).toEqual(expected);
            const again = merged(batches, sizes, () => new ChannelCounter(channel, source, one.window, plan.asOf));
            expect(told(again.finish(one.files.length), channel)).toEqual(expected);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the ids of cases', () => {
  it('are each the first that is not blank, also across files', async () => {
    const root = folder({
      'rows-1.csv': 'Case,A,C\n1,2026-01-05,ann\n2,2026-01-05,ann\n3,2026-01-05,\n1,2026-01-05,bob\n',
      'rows-2.csv': 'Case,A,C\n2,2026-01-05,dan\n3,2026-01-05,cid\n,2026-01-05,ann\n',
    });
    const distinct: Cell = { channel: 'c0', measure: { kind: 'distinct', column: 'C' }, where: null };
    const plain = declarationOf({ repeats: 'all', wheres: { c0: null, c1: null }, cells: [distinct] }, root);
    const declaration = { ...plain, channels: plain.channels.map((one) => ({ ...one, segments: [] })) };
    const plan = planOf(declaration, { selected: declaration, asOf: null, window: null });
    const { sources } = await engines.local.tally(plan, null, contextIn(root, 1));
    const cell = sources[0]?.channels[0]?.cells[0];
    // ann, ann, cid, and ann of a row that belongs to no case.
    expect(cell?.kind === 'ids' && [cell.code.length, [...cell.rows]]).toEqual([2, [4]]);
  });
});

describe('words that conditions name', () => {
  it('are watched in the measure, in the where of a promise and in the parts of a ratio', async () => {
    const holds = condition({ S: 'violet' });
    const count: Cell = { channel: 'c0', measure: { kind: 'count', condition: holds }, where: { S: 'red' } };
    const to = { channel: 'c1', where: condition({ S: 'blue' }) };
    const ratio: Cell = {
      channel: 'c0',
      measure: { kind: 'ratio', per: 1, of: { channel: 'c0', where: null }, to },
      where: null,
    };
    const root = folder({ 'rows-1.csv': 'Case,A,S\n1,2026-01-05,red\n2,2026-01-05,Violet\n' });
    const promised = { repeats: 'each' as const, wheres: { c0: null, c1: null }, cells: [count, ratio] };
    const declaration = declarationOf(promised, root);
    const bare = declaration.channels.map((one) => ({ ...one, customer: null }));
    const plan = planOf({ ...declaration, channels: bare }, { selected: declaration, asOf: null, window: null });
    const { sources } = await engines.local.tally(plan, null, contextIn(root, 9));
    const words = sources[0]?.channels.map((tally) => tally.words.map(({ wanted, seen }) => `${wanted} ${seen}`));
    expect(words).toEqual([['red true', 'violet true'], ['blue false']]);
  });
});
