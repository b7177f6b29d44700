import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CombinationTable } from '../../src/engines/local/combination-table.ts';
import { PeriodIndex } from '../../src/engines/local/period-index.ts';
import type { PeriodGrain } from '../../src/model/time.ts';
import { periodStart } from '../../src/vocabulary/time/periods.ts';

function twin(rows: readonly (readonly number[])[]): readonly number[] {
  const known = new Map<string, number>();
  return rows.map((parts) => {
    const key = parts.join(' ');
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
}

function numbersOf(table: CombinationTable, rows: readonly (readonly number[])[], parts: number): readonly number[] {
  const lists = Array.from({ length: parts }, (_, part) => Int32Array.from(rows, (row) => row[part] ?? 0));
  const below = lists.map((list) => list.reduce((most, value) => Math.max(most, value + 1), 1));
  const into = new Int32Array(rows.length);
  table.numbers(lists, rows.length, below, into);
  return [...into];
}

describe('the table of combinations', () => {
  // The highest of the three make more places than are kept by place.
  const most = fc.constantFrom(3, 40, 900);

  it('numbers them in the order met, by place and by hash, and across the change from one to the other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(
          most.chain((high) => fc.array(fc.array(fc.nat(high), { minLength: 4, maxLength: 4 }), { maxLength: 60 })),
          { maxLength: 6 },
        ),
        (parts, batches) => {
          const table = new CombinationTable(parts);
          const rows = batches.flat().map((row) => row.slice(0, parts));
          const found: number[] = [];
          let from = 0;
          for (const batch of batches) {
            found.push(...numbersOf(table, rows.slice(from, from + batch.length), parts));
            from += batch.length;
          }
          expect(found).toEqual(twin(rows));
          expect(table.count).toBe(new Set(found).size);
          for (const [index, number] of found.entries()) {
            expect(Array.from({ length: parts }, (_, part) => table.part(part, number))).toEqual(rows[index]);
          }
        },
      ),
    );
  });

  it('does so for more of them than there is room for at first', () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => [index % 13, (index * 31) % 997, index % 501, index % 3]);
    expect(numbersOf(new CombinationTable(4), rows, 4)).toEqual(twin(rows));
  });
});

describe('the index of periods', () => {
  const grains: readonly PeriodGrain[] = ['day', 'month', 'quarter', 'week'];

  it('numbers the periods of days near and far, and of a channel that bears no time', () => {
    const day = fc.oneof(fc.integer({ min: 20_000, max: 20_400 }), fc.integer({ min: -700_000, max: 2_900_000 }));
    fc.assert(
      fc.property(fc.subarray([...grains], { minLength: 1 }), fc.array(day), (chosen, days) => {
        const index = new PeriodIndex(chosen);
        const into = new Int32Array(days.length);
        index.numbers(
          Int32Array.from(days),
          Int32Array.from(days, (_, row) => row),
          days.length,
          into,
        );
        const starts = days.map((one) => chosen.map((grain) => periodStart(grain, one)));
        expect([...into].map((number) => index.starts[number])).toEqual(starts);
        expect([...into]).toEqual(twin(starts));
        const range = { first: Math.min(...days), last: Math.max(...days) };
        expect(index.range).toEqual(range);
      }),
    );
  });
});
