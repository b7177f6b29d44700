import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_END } from '../../../src/ingest/lanes/fast/kernels/kernels.ts';
import { AT, Pair } from './pair.ts';

const pair = new Pair();
const cell = fc.constantFrom('', 'id', 'i', 'ide', '"id"', '"', '""', 'a', ' id', 'id\r');
const table = fc
  .record({ width: fc.integer({ min: 1, max: 7 }), rows: fc.nat(12) })
  .chain(({ width, rows }) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows }),
  );
const lineEnd = fc.constantFrom('\n' as const, '\r\n' as const);

describe('regular', () => {
  it('is every record as wide as the first, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        (widths, width, isEven) => {
          const rows = widths.map((each) => Array.from({ length: isEven ? width : each }, () => 'a'));
          // Behind the last, so that what is read too far is seen.
          pair.clear();
          pair.putRegion({ rows: [...rows, ['a'], ['a', 'a']] });
          const isRegular = pair.run((kernels) => kernels.regular(AT.separators, rows.length, width));
          expect(isRegular === 1).toBe(rows.every((row) => row.length === width));
        },
      ),
    );
  });
});

describe('findFirst', () => {
  it('is the first row whose first cell is just that, off its quotes', () => {
    fc.assert(
      fc.property(
        table,
        lineEnd,
        fc.nat(12),
        fc.constantFrom('id', 'a', ''),
        fc.boolean(),
        (rows, end, row, text, isQuoting) => {
          pair.clear();
          const from = pair.putRegion({ rows, lineEnd: end, shift: 5 });
          pair.put(AT.word, text);
          const width = rows[0]?.length ?? 1;
          const quote = isQuoting ? '"' : '';
          const found = pair.run((kernels) =>
            kernels.findFirst(from, AT.separators, width, row, rows.length, isQuoting ? 0x22 : 0, AT.word, text.length),
          );
          const expected = rows.findIndex((cells, i) => {
            const raw = width === 1 && end === '\n' ? cells[0]?.replace(/\r$/, '') : cells[0];
            return i >= row && (raw === text || (isQuoting && raw === quote + text + quote));
          });
          expect(found).toBe(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('lines', () => {
  it('counts every line end, in quotes or not', () => {
    const inner = fc.constantFrom('', 'a', '\n', '\r\n', '\r', 'a\n\nb', '\r\r\n');
    fc.assert(
      fc.property(
        fc.array(fc.array(inner, { minLength: 2, maxLength: 2 }), { maxLength: 20 }),
        lineEnd,
        fc.integer({ min: 1, max: 2 ** 40 }),
        (rows, end, line) => {
          pair.clear();
          let text = '';
          const lines: number[] = [];
          for (const cells of rows) {
            lines.push(line + [...text.matchAll(/\r\n|\n|\r/g)].length);
            text += cells.map((each) => `"${each}"`).join(',') + end;
          }
          pair.put(AT.text, text);
          pair.run(
            (kernels) =>
              kernels.index(
                AT.text,
                AT.text + text.length,
                0x2c,
                0x22,
                AT.separators,
                999,
                AT.quotedEnds,
                999,
                AT.result,
              ),
            () => [[AT.separators, AT.separators + 999 * 4]],
          );
          const [, , quoted = 0] = pair.integers(AT.result, 3);
          pair.run((kernels) => kernels.lines(AT.separators, 2, rows.length, line, AT.quotedEnds, quoted, AT.values));
          expect(pair.numbers(AT.values, rows.length)).toEqual(lines);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('goes by the place of the line end, not by its flag', () => {
    expect(LINE_END).toBe(2 ** 31);
    pair.clear();
    pair.putRegion({ rows: [['a'], ['b'], ['c']] });
    pair.put(AT.quotedEnds, new Uint8Array(Uint32Array.of(2).buffer));
    pair.run((kernels) => kernels.lines(AT.separators, 1, 3, 1, AT.quotedEnds, 1, AT.values));
    expect(pair.numbers(AT.values, 3)).toEqual([1, 2, 4]);
  });
});
