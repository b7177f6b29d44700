import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupedValues } from '../../src/engines/local/counters/grouped-values.ts';
import { ValueList } from '../../src/engines/local/counters/value-list.ts';

const wholes = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer());
const numbers = fc.oneof(
  wholes,
  fc.constantFrom(-0, 0.5, 2 ** 31, -(2 ** 31), 2 ** 31 - 1, 1e300),
  fc.double({ noNaN: true }),
);
interface Pair {
  readonly group: number;
  readonly value: number;
}
const pairs = (value: fc.Arbitrary<number>, group: fc.Arbitrary<number>): fc.Arbitrary<readonly Pair[]> =>
  fc.array(fc.record({ group, value }), { maxLength: 700, size: 'max' });
const narrow = fc.nat({ max: 9 });
const wide = fc.oneof(narrow, fc.integer({ min: 65_530, max: 65_540 }));
const story = fc.oneof(
  ...[wholes, numbers].flatMap((value) => [narrow, wide].map((group) => pairs(value, group))),
  // Whole for a while, and then no more.
  fc.tuple(pairs(wholes, narrow), pairs(numbers, wide)).map(([first, then]) => [...first, ...then]),
);

function listOf(rows: readonly Pair[]): ValueList {
  const list = new ValueList();
  for (const { group, value } of rows) list.push(group, value);
  expect(list).toHaveLength(rows.length);
  return list;
}

/** What a list holds, by group, in ascending order. */
function told(list: ValueList, groups: number): readonly (readonly Pair[])[] {
  const { length } = list;
  const chunks = list.take();
  expect(list).toHaveLength(0);
  const { starts, values } = groupedValues(chunks, groups);
  expect(chunks).toHaveLength(0);
  expect(values).toHaveLength(length);
  expect(starts).toHaveLength(groups + 1);
  const filled = Array.from({ length: groups }, (_, group) => group).filter(
    (group) => starts[group + 1] !== starts[group],
  );
  return filled.map((group) =>
    [...values.subarray(starts[group], starts[group + 1])].map((value) => ({ group, value })),
  );
}

function byHand(rows: readonly Pair[]): readonly (readonly Pair[])[] {
  const groups = [...new Set(rows.map(({ group }) => group))].sort((a, b) => a - b);
  return groups.map((group) => {
    const own = Float64Array.from(rows.filter((row) => row.group === group).map(({ value }) => value));
    return [...own.sort()].map((value) => ({ group, value }));
  });
}

describe('values with their groups', () => {
  it('come back by group in ascending order, whatever they are', () => {
    fc.assert(
      fc.property(story, (rows) => {
        expect(told(listOf(rows), 65_541)).toEqual(byHand(rows));
      }),
      { numRuns: 100 },
    );
  });

  it('are the same whether they come one by one or in batches', () => {
    fc.assert(
      fc.property(fc.array(story, { maxLength: 4 }), (batches) => {
        const list = new ValueList();
        for (const rows of batches) {
          const groups = Int32Array.from(rows, ({ group }) => group);
          list.pushAll(
            groups,
            Float64Array.from(rows, ({ value }) => value),
            rows.length,
          );
        }
        expect(list.take()).toEqual(listOf(batches.flat()).take());
      }),
      { numRuns: 100 },
    );
  });

  it('are the same in one list and in parts that are merged, their groups renumbered', () => {
    fc.assert(
      fc.property(fc.array(story, { maxLength: 4 }), fc.nat({ max: 65_540 }), (parts, shift) => {
        const later = (group: number): number => (group + shift) % 65_541;
        const groups = Int32Array.from({ length: 65_541 }, (_, group) => later(group));
        const [first = [], ...others] = parts;
        const list = listOf(first);
        for (const rows of others) list.absorb(listOf(rows).take(), groups);
        // A list goes on after it took over another.
        for (const { group, value } of first) list.push(group, value);
        const moved = others.flat().map(({ group, value }) => ({ group: later(group), value }));
        expect(told(list, 65_541)).toEqual(byHand([...first, ...moved, ...first]));
      }),
      { numRuns: 50 },
    );
  });

  it('take 6 bytes each where they are whole, in full chunks also where many are taken over', () => {
    const groups = Int32Array.from({ length: 3 }, (_, group) => group + 1);
    const many = (value: number): ValueList =>
      listOf(Array.from({ length: 200_000 }, (_, index) => ({ group: index % 3, value: value + index })));
    const bytes = (list: ValueList): number =>
      list.take().reduce((sum, { group, value }) => sum + group.byteLength + value.byteLength, 0);
    expect(bytes(many(0))).toBe(6 * 200_000);
    expect(bytes(many(0.5))).toBe(10 * 200_000);
    const list = many(0);
    list.absorb(many(7).take(), groups);
    expect(list).toHaveLength(400_000);
    expect(bytes(list)).toBe(6 * 400_000);
    const wide = many(0);
    wide.absorb(
      many(0).take(),
      groups.map((group) => group + 65_535),
    );
    const { starts, values } = groupedValues(wide.take(), 65_540);
    const lengths = [...starts].flatMap((start, group) => (starts[group + 1] ?? start) - start || []);
    expect(lengths).toEqual([66_667, 66_667, 66_666, 66_667, 66_667, 66_666]);
    expect(values.subarray(0, 3)).toEqual(Int32Array.of(0, 3, 6));
  });
});
