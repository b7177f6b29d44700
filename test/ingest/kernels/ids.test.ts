import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellState } from '../../../src/model/batch.ts';
import { hashText } from '../../../src/vocabulary/types/hash.ts';
import { cellText, dressed, laidOut } from './columns.ts';
import { AT, Pair } from './pair.ts';

const pair = new Pair();
const id = fc.oneof(
  fc.stringMatching(/^[ -~]{0,48}$/).map((text) => text.replaceAll('"', 'Q')),
  fc.stringMatching(/^[A-Z@[`{\x00\x1f\x7f]{1,40}$/),
  fc.stringMatching(/^C\d{8}$/),
);

describe('ids', () => {
  it('are the hashes of their texts', () => {
    fc.assert(
      fc.property(
        laidOut(dressed(id)),
        fc.constantFrom(0, 1),
        fc.constantFrom(0, 1, 6, 17),
        (laid, lower, shortest) => {
          pair.clear();
          const cells = pair.putColumn(laid.region, laid.options);
          const count = pair.run((kernels) => kernels.ids(cells, lower, shortest, AT.values, AT.states, AT.misses));
          const misses = pair.integers(AT.misses, count);
          const expectedMisses: number[] = [];
          for (const [i, raw] of laid.cells.entries()) {
            const text = cellText(laid, raw);
            const isSure = text === '' || (text !== null && text.length >= shortest && isPlain(text));
            if (!isSure) expectedMisses.push(i);
            if (text === null || !isSure) continue;
            const hash = new Uint32Array(4);
            const plain = text.replace(/[A-Z]/g, (letter) => (lower === 1 ? letter.toLowerCase() : letter));
            if (text !== '') hashText(plain, hash, 0);
            expect(pair.offsets(AT.values + i * 16, 4), JSON.stringify(raw)).toEqual([...hash]);
            expect(pair.bytes(AT.states + i, 1)).toEqual([text === '' ? CellState.BLANK : CellState.VALUE]);
          }
          expect(misses).toEqual(expectedMisses);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are so at every length', () => {
    for (let length = 1; length < 100; length++) {
      const text = 'The quick brown fox jumps over the lazy dog, 12345678. '.repeat(2).slice(0, length).trimEnd();
      pair.clear();
      const cells = pair.putColumn({ rows: [[text.replaceAll(',', ';')]], shift: length, behind: '\xff'.repeat(64) });
      expect(pair.run((kernels) => kernels.ids(cells, 0, 1, AT.values, AT.states, AT.misses))).toBe(0);
      const hash = new Uint32Array(4);
      hashText(text.replaceAll(',', ';'), hash, 0);
      expect(pair.offsets(AT.values, 4)).toEqual([...hash]);
    }
  });
});

/** ASCII, and no control character at either end. */
function isPlain(text: string): boolean {
  return /^[ -\x7f]$|^[ -\x7f][\x00-\x7f]*[ -\x7f]$/.test(text);
}
