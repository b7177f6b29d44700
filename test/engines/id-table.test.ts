import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PairList } from '../../src/engines/local/counters/pair-list.ts';
import { IdTable } from '../../src/engines/local/id-table.ts';
import { LineList } from '../../src/engines/local/line-list.ts';

type Hash = readonly [number, number, number, number];

/** Few values a word, so that hashes share some of their words and not the others. */
const word = fc.constantFrom(0, 1, 64, 0x80000000, 0xffffffff);
const hash = fc.tuple(word, word, word, word);

/** Hashes as many as there are numbers, spread as a hash spreads them. */
function spread(numbers: readonly number[]): readonly Hash[] {
  const of = (number: number, salt: number): number => Math.imul(number * 4 + salt + 1, 0x9e3779b1) >>> 0;
  return numbers.map((number) => [of(number, 0), of(number, 1), of(number, 2), of(number, 3)]);
}

/** By the text of the hash, in the order met. */
function twin(hashes: readonly Hash[]): readonly number[] {
  const known = new Map<string, number>();
  return hashes.map((words) => {
    const key = words.join(' ');
    const code = known.get(key) ?? known.size;
    known.set(key, code);
    return code;
  });
}

function codesOf(table: IdTable, hashes: readonly Hash[], from: number, to: number): readonly number[] {
  const column = Uint32Array.from(hashes.flat());
  const rows = Int32Array.from({ length: to - from }, (_, index) => from + index);
  const into = new Int32Array(rows.length);
  table.codes(column, rows, rows.length, into);
  return [...into];
}

describe('the table of ids', () => {
  it('numbers hashes in the order met, however they are handed over', () => {
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 400 }), fc.nat(400), (hashes, cut) => {
        const at = Math.min(cut, hashes.length);
        const table = new IdTable();
        const found = [...codesOf(table, hashes, 0, at), ...codesOf(table, hashes, at, hashes.length)];
        expect(found).toEqual(twin(hashes));
        expect(table.size).toBe(new Set(found).size);
      }),
    );
  });

  it('does so past many times its first room, and takes over another table', () => {
    const numbers = Array.from({ length: 120_000 }, (_, index) => (index * 7919) % 70_001);
    const hashes = spread(numbers);
    const table = new IdTable();
    expect(codesOf(table, hashes, 0, hashes.length)).toEqual(twin(hashes));
    const other = new IdTable();
    const [half, third] = [hashes.slice(0, 30_000), hashes.slice(20_000, 60_000)];
    codesOf(other, third, 0, third.length);
    const whole = new IdTable();
    codesOf(whole, half, 0, half.length);
    const codes = whole.absorb(other);
    const both = twin([...half, ...third]);
    const ofThird = twin(third);
    expect(third.map((_, index) => codes[ofThird[index] ?? 0])).toEqual(both.slice(half.length));
  });
});

type Pair = readonly [group: number, code: number];

function listOf(pairs: readonly Pair[], many: number, ahead = 500): PairList {
  const list = new PairList(many);
  for (let from = 0; from < pairs.length; from += ahead) {
    const some = pairs.slice(from, from + ahead);
    const groups = Int32Array.from(some, ([group]) => group);
    const codes = Int32Array.from(some, ([, code]) => code);
    // As a counter knows it: what is met so far, not what is still to come.
    const met = pairs.slice(0, from + ahead);
    const below = (part: 0 | 1): number => met.reduce((most, pair) => Math.max(most, pair[part] + 1), 0);
    list.addAll(groups, codes, some.length, below(0), below(1));
  }
  return list;
}

/** The pairs of a list in order; that they come by group is asserted. */
function pairsOf(list: PairList): readonly string[] {
  const { group, code } = list.tally();
  expect([...group]).toEqual([...group].sort((a, b) => a - b));
  return Array.from(group, (one, index) => `${one} ${code[index]}`).sort();
}

const distinctOf = (pairs: readonly Pair[]): readonly string[] =>
  [...new Set(pairs.map((pair) => pair.join(' ')))].sort();

describe('the list of pairs', () => {
  const group = fc.oneof(fc.nat(5), fc.constantFrom(65_535, 65_536, 70_000));
  const pairs = fc.array(fc.tuple(group, fc.nat(60)), { maxLength: 300 });
  const many = fc.constantFrom(1, 20, 1000);
  const ahead = fc.integer({ min: 1, max: 300 });

  it('holds each pair once, however often repeats are dropped', () => {
    fc.assert(
      fc.property(pairs, many, ahead, (all, from, step) => {
        expect(pairsOf(listOf(all, from, step))).toEqual(distinctOf(all));
      }),
      { numRuns: 60 },
    );
  });

  it('takes over another list, renumbered', () => {
    fc.assert(
      fc.property(pairs, pairs, many, (first, second, from) => {
        const whole = listOf(first, from);
        const turned = (count: number): Int32Array => Int32Array.from({ length: count }, (_, index) => count - index);
        const [groups, codes] = [turned(70_001), turned(61)];
        const other = listOf(second, from);
        whole.absorb(other, groups, codes);
        const renumbered = second.map(([one, code]): Pair => [groups[one] ?? -1, codes[code] ?? -1]);
        expect(pairsOf(whole)).toEqual(distinctOf([...first, ...renumbered]));
        expect(pairsOf(other)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('does so past what one chunk holds', () => {
    const many = 200_000;
    const groups = Int32Array.from({ length: many }, (_, index) => index % 7);
    const codes = Int32Array.from({ length: many }, (_, index) => index >> 1);
    for (const list of [new PairList(), new PairList(1000)]) {
      for (let round = 0; round < 2; round += 1) list.addAll(groups, codes, many, 7, many / 2);
      const { group, code } = list.tally();
      const wanted = new Set(Array.from(groups, (one, index) => one * many + (codes[index] ?? 0)));
      expect(new Set(Array.from(group, (one, index) => one * many + (code[index] ?? 0)))).toEqual(wanted);
      expect(group.length).toBe(wanted.size);
    }
  });
});

describe('the list of lines', () => {
  it('holds lines beyond 32 bits beside those below', () => {
    const lines = [1, 2, 0x7fffffff, 0x80000000, 5e12, 3];
    const list = new LineList();
    for (const line of lines) list.push(line);
    expect(lines.map((_, index) => list.get(index))).toEqual(lines);
    expect(list.length).toBe(lines.length);
  });
});
