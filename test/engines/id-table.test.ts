import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PairTable } from '../../src/engines/local/counters/pair-table.ts';
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

describe('the table of pairs', () => {
  it('holds each pair once, in the order met', () => {
    const pair = fc.tuple(fc.nat(5), fc.nat(60));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 500 }), (pairs) => {
        const table = new PairTable();
        table.addAll(
          Int32Array.from(pairs, ([group]) => group),
          Int32Array.from(pairs, ([, code]) => code),
          pairs.length,
        );
        const { group, code } = table.tally();
        const wanted = [...new Map(pairs.map((one) => [one.join(' '), one])).values()];
        expect([...group].map((one, index) => [one, code[index]])).toEqual(wanted);
      }),
    );
  });

  it('does so past what lies near', () => {
    const count = 200_000;
    const table = new PairTable();
    const groups = Int32Array.from({ length: count }, (_, index) => index % 7);
    const codes = Int32Array.from({ length: count }, (_, index) => index >> 1);
    for (let round = 0; round < 2; round += 1) table.addAll(groups, codes, count);
    const { group, code } = table.tally();
    const wanted = new Set(Array.from(groups, (one, index) => one * count + (codes[index] ?? 0)));
    expect([...group].map((one, index) => one * count + (code[index] ?? 0))).toEqual([...wanted]);
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
