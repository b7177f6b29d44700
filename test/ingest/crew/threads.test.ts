import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HandOver, openCrew, openSource } from '../../../src/ingest/index.ts';
import type { Column } from '../../../src/model/batch.ts';
import type { SourcePlan } from '../../../src/model/plan.ts';
import { type Content, column, folderWith, optionsFor, source } from '../reading.ts';
import { workerScript } from './worker-script.ts';

const script = { url: await workerScript(), work: { sources: [] } };

/** Short enough that files of some kilobytes have many. */
const SEGMENT = 2000;

interface Rows {
  readonly cells: readonly string[];
  readonly facts: unknown;
}

function written(cells: Column, row: number): string {
  if (cells.kind === 'text') return cells.dictionary.words[cells.codes[row] ?? -1] ?? '';
  if (cells.kind === 'raw') return cells.text(row);
  if (cells.kind === 'id') return `${cells.states[row]} ${cells.hashes.slice(row * 4, row * 4 + 4)}`;
  return `${cells.states[row]} ${cells.values[row]} ${cells.unreadable.get(row) ?? ''}`;
}

/** All rows of a source; with `threads` 0 by the reference lane alone. */
async function read(folder: string, plan: SourcePlan, threads: number): Promise<Rows> {
  const reading = await openSource(plan, optionsFor(folder));
  const options = { threads, hashed: true, signal: null, segmentBytes: SEGMENT, script, worthBytes: 0 };
  const crew = threads === 0 ? null : await openCrew([reading], options);
  // Else all is read before any thread has started.
  if (threads > 1) await setTimeout(120);
  const all: string[] = [];
  try {
    for (const [file] of reading.files.entries()) {
      for (const lane of threads === 0 ? (['reference'] as const) : (['fast', 'reference'] as const)) {
        const cells: string[] = [];
        try {
          for await (const batch of reading.read(file, lane)) {
            // Who counts slowly lets the others run ahead, who counts quickly has to wait for them.
            if (threads > 1 && batch.file % 2 === 0) await setTimeout(1);
            for (let row = 0; row < batch.rows; row++) {
              const texts = batch.columns.map((each) => written(each, row));
              cells.push([batch.file, batch.lines[row], ...texts].join(' | '));
            }
            cells.push(...batch.broken.map((record) => JSON.stringify(record)));
          }
        } catch (error) {
          if (!(error instanceof HandOver)) throw error;
          continue;
        }
        all.push(...cells);
        break;
      }
    }
    return { cells: all, facts: await reading.facts() };
  } finally {
    crew?.close();
    await reading.close();
  }
}

const columns = [column('when', 'timestamp'), column('word'), { ...column('id'), holds: 'id' } as const];

async function agrees(files: Readonly<Record<string, Content>>, plan = source(['*.csv'], columns)): Promise<Rows> {
  const folder = await folderWith(files);
  const expected = await read(folder, plan, 0);
  for (const threads of [1, 2, 4]) expect(await read(folder, plan, threads)).toEqual(expected);
  return expected;
}

/** Cells that look like records of their own, so that a thread which begins within one may be deceived. */
const deceiving = [
  'plain',
  '"a, b"',
  '"two\nlines"',
  '"he said ""no"""',
  '"x\n2026-01-01,word,9,1\n2026-01-02,word,8,2\n"',
  `"${'2026-01-01T00:00:00Z,a,b,c\n'.repeat(120)}"`,
  `"${'"",""\n"",""\n'.repeat(150)}"`,
  '',
];

function rowsOf(picks: readonly number[], eol = '\n'): string {
  const rows = picks.map((pick, index) => {
    const at = new Date(Date.UTC(2026, 0, 1) + index * 61_000).toISOString();
    return `${at},${deceiving[pick % deceiving.length]},id-${index % 97},${index}`;
  });
  return ['when,word,id,n', ...rows, ''].join(eol);
}

describe('a crew of threads', () => {
  it('gives the rows of the reference lane, in its order and with its lines', async () => {
    const picks = Array.from({ length: 3000 }, (_, index) => (index * 7) % 4);
    const { cells } = await agrees({ 'a.csv': rowsOf(picks), 'b.csv': rowsOf(picks.slice(0, 400), '\r\n') });
    expect(cells).toHaveLength(3400);
  });

  it('is not deceived by text that looks like records', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 63 }), { minLength: 20, maxLength: 300 }), async (picks) => {
        await agrees({ 'a.csv': rowsOf(picks) });
      }),
      { numRuns: 8, seed: 4 },
    );
  }, 60_000);

  it('passes over the rest of a file that it hands over', async () => {
    const good = rowsOf(Array.from({ length: 800 }, (_, index) => index % 4));
    const broken = `${good}2026-02-30T00:00:00Z,5" pipe,x,1\n${good.slice(good.indexOf('\n') + 1)}`;
    const { cells } = await agrees({ '1.csv': broken, '2.csv': good, '3.csv': broken, '4.csv': good });
    expect(cells).toHaveLength(2 * 1601 + 2 * 800);
  });

  it('names what cannot be read, with its line, and the formats that would fit', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) =>
      index % 90 === 7 ? `0${1 + (index % 9)}/04/2026,w${index},i,${index}` : `2026-01-01,w${index},i,${index}`,
    );
    const { facts } = await agrees({ 'a.csv': `when,word,id,n\n${rows.join('\n')}\n` });
    expect(facts).toMatchObject([{ fittingFormats: [['dd/MM/yyyy', 'MM/dd/yyyy'], [], []] }]);
  });

  it('reads many small files, and empty ones among them', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`${index}.csv`, rowsOf(index % 7 === 0 ? [] : [1, 2, 3, index])]),
    );
    const { cells } = await agrees(files);
    expect(cells).toHaveLength(51 * 4);
  });

  it('ends when it is told to', async () => {
    const folder = await folderWith({ 'a.csv': rowsOf(Array.from({ length: 4000 }, (_, index) => index % 4)) });
    const abort = new AbortController();
    const reading = await openSource(source(['a.csv'], columns), optionsFor(folder, { batchRows: 2 }));
    const options = { threads: 2, hashed: false, segmentBytes: SEGMENT, script, worthBytes: 0 };
    const crew = await openCrew([reading], { ...options, signal: abort.signal });
    await setTimeout(120);
    let rows = 0;
    const all = async (): Promise<void> => {
      for await (const batch of reading.read(0, 'fast')) {
        rows += batch.rows;
        if (rows >= 100) abort.abort(new Error('enough'));
      }
    };
    await expect(all()).rejects.toThrow('enough');
    expect(rows).toBeLessThan(4000);
    crew?.close();
    await reading.close();
  });
});
