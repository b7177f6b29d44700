import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderWith, optionsFor, readSource, source } from './reading.ts';

const cell = fc.string({ unit: fc.constantFrom(...'ab1 ,;|\t"\'\r\né😀(/_#=.'), maxLength: 6 });
const quoted = fc.boolean();
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(fc.tuple(cell, quoted), { minLength: width, maxLength: width }), { maxLength: 12 }),
  );
const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', '||', '§'),
  quote: fc.constantFrom('"', "'"),
  ends: fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 4 }),
  finalEnd: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
  chunkBytes: fc.integer({ min: 1, max: 80 }),
  batchRows: fc.integer({ min: 1, max: 8 }),
});

describe('a table that was written is read back', () => {
  it('cell for cell, in any dialect', async () => {
    const folder = await folderWith({});
    await fc.assert(
      fc.asyncProperty(
        table,
        dialect,
        async (rows, { delimiter, quote, ends, finalEnd, encoding, chunkBytes, batchRows }) => {
          const width = rows[0]?.length ?? 1;
          const names = Array.from({ length: width }, (_, i) => `name ${i}`);
          const quotedCell = (text: string) => quote + text.replaceAll(quote, quote + quote) + quote;
          const needsQuote = (text: string) => /["'\r\n]|^[ \t]|^$/.test(text) || text.includes(delimiter[0] ?? ',');
          const records = [
            names.join(delimiter),
            ...rows.map((row) =>
              row
                .map(([text, q]) => (q || needsQuote(text) || row.length === 1 ? quotedCell(text) : text))
                .join(delimiter),
            ),
          ];
          const text = records
            .map((record, i) => record + (i < records.length - 1 || finalEnd ? (ends[i % ends.length] ?? '\n') : ''))
            .join('');
          const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
          await writeFile(join(folder, 'a.csv'), encoding === 'utf-16be' ? bytes.swap16() : bytes);
          const plan = source(['a.csv'], names, { delimiter, quote, encoding });
          const found = await readSource(plan, optionsFor(folder, { chunkBytes, batchRows }));
          expect(found.rows).toEqual(rows.map((row) => row.map(([each]) => each.trim())));
          expect(found.broken).toEqual([]);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('never crashes and never loses a line, whatever the bytes are', async () => {
    const folder = await folderWith({});
    const hostile = fc.string({ unit: fc.constantFrom(...'a,"\n\r \t;é#'), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(hostile, fc.integer({ min: 1, max: 9 }), async (text, chunkBytes) => {
        await writeFile(join(folder, 'a.csv'), `a,b\n${text}`);
        const plan = source(['a.csv'], ['a', 'b'], { delimiter: ',' });
        const whole = await readSource(plan, optionsFor(folder));
        expect(await readSource(plan, optionsFor(folder, { chunkBytes }))).toEqual(whole);
        const lineCount = 1 + text.replace(/\r\n|\r|\n$/, '\n').split(/\r\n|\r|\n/).length;
        for (const { line, lines } of whole.broken) expect(line + lines - 1).toBeLessThanOrEqual(lineCount + 1);
        const starts = [...whole.lines];
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 250 },
    );
  });
});
