import fc from 'fast-check';
import type { ColumnOptions, Region } from './pair.ts';

/** Cells of one column among others, in all the ways that they may lie in a file. */
export interface Laid {
  readonly region: Region;
  readonly options: Required<ColumnOptions>;
  /** The column's cells from `row0` on, as they were given. */
  readonly cells: readonly string[];
}

/** @param cell - raw cells, one character a byte, without separators */
export function laidOut(cell: fc.Arbitrary<string>): fc.Arbitrary<Laid> {
  return fc
    .record({
      cells: fc.array(cell, { minLength: 1, maxLength: 12 }),
      width: fc.integer({ min: 1, max: 3 }),
      column: fc.nat(),
      row0: fc.nat(),
      lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
      shift: fc.nat(70),
      behind: fc.constantFrom('', '0', 'Z', '"', '0000000000000000000', '\n'),
      quote: fc.constantFrom('"', '"', "'", ''),
    })
    .map(({ cells, width, column, row0, lineEnd, shift, behind, quote }) => {
      const place = column % width;
      const first = row0 % cells.length;
      return {
        region: {
          rows: cells.map((each, i) =>
            Array.from({ length: width }, (_, at) =>
              at === place ? each : (['', 'x', '"q,"', '12'][(i + at) % 4] ?? ''),
            ),
          ),
          lineEnd,
          shift,
          behind,
        },
        options: { column: place, row0: first, quote },
        cells: cells.slice(first),
      };
    });
}

/** A text as cells hold it: as it is, with blanks about it, in quotes, or damaged. */
export function dressed(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: text.map((each) => `"${each}"`) },
    { weight: 1, arbitrary: text.map((each) => ` \t${each} `) },
    { weight: 1, arbitrary: text.map((each) => `" ${each}\t"`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', ' ', '""', '"', '" "', '"""', '"a""b"', '"a', '\t', '\r', '\x0b', '\xa0'),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(text, fc.nat(), fc.constantFrom(...'09/:-+.TZt aA"\r\t\x0b\x00\x7f\x80\xa0\xff', ''))
        .map(([each, at, byte]) => {
          const place = at % (each.length + 1);
          return each.slice(0, place) + byte + each.slice(place + (at % 3 === 0 ? 0 : 1));
        }),
    },
  );
}

/** The text of a raw cell by its description in `Kernels`; null where the kernels are not to be sure of it. */
export function bareText(raw: string, quote: string): string | null {
  let text = raw;
  if (quote !== '' && text.startsWith(quote)) {
    if (text.length < 2 || !text.endsWith(quote)) return null;
    text = text.slice(1, -1);
    if (text.includes(quote)) return null;
  }
  return text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
}

/** The same of the last cell of a row: a CR before the line end is none of it. */
export function cellText({ region, options }: Laid, raw: string): string | null {
  const isLast = options.column === (region.rows[0]?.length ?? 1) - 1;
  const isCut = isLast && region.lineEnd === '\n' && raw.endsWith('\r');
  return bareText(isCut ? raw.slice(0, -1) : raw, options.quote);
}
