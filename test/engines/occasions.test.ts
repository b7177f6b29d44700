import { existsSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { examine } from '../../src/audit.ts';
import { engines } from '../../src/engines/index.ts';
import { rowsAgain } from '../../src/engines/local/occasions/rows-again.ts';
import { HandOver, type SourceReading } from '../../src/ingest/index.ts';
import { loadDeclaration } from '../../src/load.ts';
import { type Batch, CellState } from '../../src/model/batch.ts';
import { type EngineContext, Fate, type OccasionBatch, type Selection } from '../../src/model/engine.ts';
import type { Progress } from '../../src/model/source.ts';
import { planOf } from '../../src/plan/index.ts';
import { folder } from '../cli/folder.ts';

const TARGET = { op: '>=', value: 0.5, unit: 'share', text: '50%' } as const;
const NAMES = ['kept', 'missed', 'pending', 'excluded', 'unreadable', 'filtered', '-'];
const position = { file: 'promises.yaml', line: 1, column: 1, length: 1 };

interface Asked extends Partial<EngineContext> {
  readonly batchRows?: number;
  readonly select?: Partial<Selection>;
}

/** The occasions of channel c in a folder, all cells of it selected. */
async function occasionsIn(
  workingDirectory: string,
  { select, ...asked }: Asked = {},
): Promise<AsyncIterable<OccasionBatch>> {
  const declaration = await loadDeclaration({ file: 'promises.yaml', workingDirectory, env: {} });
  const plan = planOf(declaration, { selected: declaration, asOf: null, window: null });
  const cells = declaration.promises.map((_, cell) => ({ cell, target: TARGET }));
  const context = {
    workingDirectory,
    stdin: null,
    hashes: false,
    redact: false,
    onProgress: null,
    signal: null,
    ...asked,
  };
  return engines.local.occasions(
    plan,
    { channel: 'c', window: null, asOf: null, cells, shows: [], ...select },
    context,
  );
}

function promiseFile(channel: string, ...promises: readonly string[]): string {
  const made = promises.map((promise, index) => `  p${index}: { says: P., ${promise}, target: 50%, channels: [c] }`);
  return ['saydo: 1', 'brand: B', 'channels:', `  c: { ${channel} }`, 'promises:', ...made].join('\n');
}

/** A line each: file and line of the row, then what each promise comes to. */
async function lines(occasions: AsyncIterable<OccasionBatch>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { batch, rows, cells } of occasions) {
    for (const [at, row] of rows.entries()) {
      const fates = cells.map(({ fates: own }) => ` ${NAMES[own[at] ?? -1]}`).join('');
      found.push(`${batch.file}:${batch.lines[row] ?? 0}${fates}`);
    }
  }
  return found;
}

describe('which rows are occasions', () => {
  it('those that take part: in the window, not excepted, taken by where, of every file', async () => {
    const channel =
      'source: [a.csv, b.csv], at: A, where: { S: { not: spam } }, except: [{ from: 2026-01-03, to: 2026-01-03, reason: r }]';
    const root = folder({
      'promises.yaml': promiseFile(channel, 'kept_when: { N: at least 4 }'),
      'a.csv': 'A,S,N\n2026-01-01,open,5\n2026-01-02,spam,5\n2026-01-03,open,5\n2026-02-01,open,5\n',
      'b.csv': 'N,S,A\n1,open,2026-01-04\n2,open,\n3,open,2026-01-05\n',
    });
    const select = { window: { from: 20454, to: 20484 } };
    expect(await lines(await occasionsIn(root, { select }))).toEqual(['0:2 kept', '1:2 missed', '1:4 missed']);
    expect(await lines(await occasionsIn(root, { select: { ...select, cells: [] } }))).toEqual(['0:2', '1:2', '1:4']);
  });

  it('of a case its newest row alone, over all files and batches', async () => {
    const root = folder({
      'promises.yaml': promiseFile(
        'source: [a.csv, b.csv], at: A, case: C, repeats: latest, updated: U, tolerate: 100%',
        'kept_when: { N: at least 4 }',
      ),
      'a.csv': [
        'C,A,N,U',
        '1,2026-01-05,1,2026-01-06',
        '2,2026-01-05,5,2026-01-09', // the newest of 2
        '3,2026-01-05,5,', // no later one of 3 is newer
        '1,2026-01-05,5,2026-01-07', // as new as the one in b.csv, but not the last
        ',2026-01-05,1,2026-01-01', // no case, so that nothing supersedes it
      ].join('\n'),
      'b.csv': [
        'C,A,N,U',
        '2,2026-01-05,1,2026-01-08',
        '1,2026-01-05,1,2026-01-07',
        '4,2026-01-05', // a record that is too short
        '4,2026-01-05,5,soon', // cannot be told
        '4,2026-01-05,1,',
      ].join('\n'),
    });
    const expected = ['0:3 kept', '0:4 kept', '0:6 missed', '1:3 missed', '1:6 missed'];
    for (const batchRows of [1, 2, 3, 4096])
      expect(await lines(await occasionsIn(root, { batchRows }))).toEqual(expected);
  });

  it('not those that cannot be placed, which are named beside them, as broken records are', async () => {
    const root = folder({
      'promises.yaml': promiseFile(
        'source: a.csv, at: A, tolerate: 100%, where: { N: at least 1 }',
        'kept_when: { S: x }',
      ),
      'a.csv': 'A,S,N\nsoon,x,1\n2026-01-02,x,many\n2026-01-03\n2026-01-04,x,5\n2026-01-05,x,0\n',
    });
    const found: unknown[] = [];
    for await (const { batch, rows, unplaced } of await occasionsIn(root)) {
      const lineOf = (row: number): number => batch.lines[row] ?? 0;
      found.push([
        [...rows].map(lineOf),
        [...unplaced].map(lineOf),
        batch.broken.map(({ line, code }) => [line, code]),
      ]);
    }
    expect(found).toEqual([[[5], [2, 3], [[4, 'ragged']]]]);
  });

  it('of a case all its rows, and each promise tells it at one of them', async () => {
    const root = folder({
      'promises.yaml': promiseFile(
        'source: a.csv, at: A, case: C, customer: P, repeats: all, columns: { N: { type: number } }',
        'kept_when: { N: at least 4 }',
        'kept_when: { N: at least 4 }, where: { S: b }',
        'mean: N',
      ).replace('mean: N, target: 50%', 'mean: N, target: at least 3'),
      'a.csv': [
        'C,A,P,N,S',
        '1,2026-01-05,,5,a', // kept for itself, but its case is not
        '2,2026-01-05,bob,,a',
        '1,2026-01-04,ann,1,a', // where it is missed first
        ',2026-01-05,,5,b', // a case of its own
        '1,2026-01-06,cid,1,b',
        '3,2026-03-01,,1,a', // out of the window
        '2,2026-02-05,,4,a', // in it by the case's first day
      ].join('\n'),
    });
    const select = { window: { from: 20454, to: 20484 } };
    expect(await lines(await occasionsIn(root, { select }))).toEqual([
      '0:2 - - kept',
      // Excluded outweighs kept; no row is taken by the second promise; the first number of the case is 4.
      '0:3 excluded filtered kept',
      '0:4 missed - -',
      '0:5 kept kept kept',
      '0:6 - missed -',
      '0:8 - - -',
    ]);
    // Whose is a case: the first that is named, here ann, who stands in one row of three.
    const names: string[] = [];
    for await (const { rows, customers } of await occasionsIn(root, { select })) {
      for (const at of rows.keys()) {
        const isNamed = customers?.states[at] === CellState.VALUE;
        names.push(isNamed ? (customers?.hashes.slice(at * 4, at * 4 + 4).join() ?? '') : '');
      }
    }
    const [ann = '', bob = ''] = names;
    expect(names).toEqual([ann, bob, ann, '', ann, bob]);
    expect([ann, bob].includes('') || ann === bob).toBe(false);
  });
});

describe('what is read of them', () => {
  const root = () =>
    folder({
      'promises.yaml': promiseFile(
        'source: a.csv, at: A, case: C, segments: [S]',
        'kept_when: { N: at least 4 }',
        'kept_when: { M: { within: 1h } }',
      ),
      'a.csv': 'C,A,S,N,M,T\n1,2026-01-05, x ,5,2026-01-05T01:00Z,"say ""hi"", do"\n',
    });

  it('cells as the export has them, and nothing decoded that only other promises need', async () => {
    const shows = [
      { name: 'T', headers: ['T'], position },
      { name: 'both', headers: ['S', 'C'], position },
    ];
    const select = { shows, cells: [{ cell: 0, target: TARGET }] };
    for await (const { batch, shows: shown } of await occasionsIn(root(), { select })) {
      expect(shown.map(({ text }) => text(0))).toEqual(['say "hi", do', 'x 1']);
      // at, case, N, M, S in the order of the plan, and what is shown.
      expect(batch.columns.map(({ kind }) => kind).sort()).toEqual([
        'moment',
        'numeric',
        'raw',
        'raw',
        'raw',
        'raw',
        'raw',
      ]);
    }
  });

  it('how far it has come runs on where rows are read twice', async () => {
    for (const repeats of ['each', 'latest', 'all']) {
      const cases = Array.from({ length: 40 }, (_, row) => `${row % 7},2026-01-05,${row}`);
      const workingDirectory = folder({
        'promises.yaml': promiseFile(
          `source: "*.csv", at: A, case: C, repeats: ${repeats}`,
          'kept_when: { N: at least 4 }',
        ),
        'a.csv': `C,A,N\n${cases.join('\n')}\n`,
        'b.csv': `C,A,N\n${cases.join('\n')}\n`,
      });
      const told: Progress[] = [];
      await lines(await occasionsIn(workingDirectory, { onProgress: (progress) => told.push(progress), batchRows: 5 }));
      expect(told.length).toBeGreaterThan(0);
      for (const [index, { bytes }] of told.entries())
        expect(bytes).toBeGreaterThanOrEqual(told[index - 1]?.bytes ?? 0);
      const last = told.at(-1);
      expect(last?.bytes).toBe(last?.totalBytes);
    }
  });
});

describe('an export that only the reference lane reads to its end', () => {
  it('gives each row and each broken record once', async () => {
    // Long enough that the fast lane has given thousands of rows before it meets the record that is too short.
    const records = Array.from({ length: 60_000 }, (_, row) => `2026-01-05,${row},x`);
    records.splice(50_000, 0, '2026-01-05,1');
    const root = folder({
      'promises.yaml': promiseFile('source: a.csv, at: A, tolerate: 100%', 'kept_when: { N: at least 30000 }'),
      'a.csv': `A,N,S\n${records.join('\n')}\n`,
    });
    const fates = [0, 0];
    const broken: number[] = [];
    let last = 1;
    for await (const { batch, rows, cells } of await occasionsIn(root)) {
      broken.push(...batch.broken.map(({ line }) => line));
      for (const [at, row] of rows.entries()) {
        const line = batch.lines[row] ?? 0;
        if (line !== last + (last === 50_001 ? 2 : 1)) expect(line).toBe(last + 1);
        last = line;
        const fate = cells[0]?.fates[at] ?? -1;
        fates[fate] = (fates[fate] ?? 0) + 1;
      }
    }
    expect([last, broken]).toEqual([60_002, [50_002]]);
    expect([fates[Fate.KEPT], fates[Fate.MISSED]]).toEqual([30_000, 30_000]);
  });

  it('wherever the batches of both lanes end', async () => {
    const sizes = fc.array(fc.tuple(fc.nat(4), fc.boolean()), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.option(fc.nat(8), { nil: null }), async (fast, reference, stopsAfter) => {
        const total = reference.reduce((sum, [rows]) => sum + rows, 0);
        const batch = (first: number, rows: number, broken: boolean): Batch => ({
          ...{ file: 0, rows, columns: [], lines: Float64Array.from({ length: rows }, (_, row) => first + row) },
          broken: broken ? [{ line: first, code: 'ragged', expected: 2, found: 1, lines: 1 }] : [],
        });
        async function* read(_file: number, lane: string): AsyncGenerator<Batch> {
          let first = 0;
          for (const [index, [rows, isBroken]] of (lane === 'fast' ? fast : reference).entries()) {
            const count = Math.min(rows, total - first);
            if (lane === 'fast' && index === stopsAfter) break;
            yield batch(first, count, lane !== 'fast' && isBroken);
            first += count;
          }
          if (lane === 'fast') throw new HandOver('as it happens');
        }
        const found: number[] = [];
        let broken = 0;
        const reading: Pick<SourceReading, 'files' | 'read'> = { files: [{ name: 'a.csv', bytes: 0 }], read };
        for await (const { batch: given, from } of rowsAgain(reading)) {
          found.push(...given.lines.subarray(from));
          broken += given.broken.length;
        }
        expect(found).toEqual(Array.from({ length: total }, (_, row) => row));
        expect(broken).toBe(reference.filter(([, isBroken]) => isBroken).length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('who stops early', () => {
  const text = `A,N\n${'2026-01-05,5\n'.repeat(3000)}`;
  const made = (source: string): string => {
    const root = folder({ 'promises.yaml': promiseFile(`source: ${source}, at: A`, 'kept_when: { N: at least 4 }') });
    writeFileSync(join(root, 'a.csv'), text);
    writeFileSync(join(root, 'b.csv.gz'), gzipSync(text));
    return root;
  };

  it.each(['a.csv', 'b.csv.gz', '"-"'])('leaves nothing open of %s, and nothing put aside', async (source) => {
    const root = made(source);
    const aside = folder();
    vi.stubEnv('TMPDIR', aside);
    onTestFinished(() => void vi.unstubAllEnvs());
    async function* stdin(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(text);
    }
    for await (const { rows } of await occasionsIn(root, { batchRows: 10, stdin: stdin() })) {
      expect(rows).toHaveLength(10);
      break;
    }
    expect(readdirSync(aside)).toEqual([]);
    if (existsSync('/proc/self/fd')) await vi.waitFor(() => expect(openIn(root, aside)).toEqual([]));
  });

  it.each(['a.csv', 'b.csv.gz'])('by a signal, in the midst of %s', async (source) => {
    const controller = new AbortController();
    let batches = 0;
    const whole = async (): Promise<void> => {
      for await (const _ of await occasionsIn(made(source), { batchRows: 10, signal: controller.signal })) {
        batches += 1;
        controller.abort();
      }
    };
    await expect(whole()).rejects.toThrow('abort');
    expect(batches).toBeLessThan(100);
  });
});

/** Files in these folders that this process has open. */
function openIn(...folders: readonly string[]): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return folders.some((one) => path.startsWith(one)) ? [path] : [];
    } catch {
      return [];
    }
  });
}

it('gives standard input again that an audit has read', async () => {
  const workingDirectory = folder({
    'promises.yaml': promiseFile('source: "-", at: A, case: C, repeats: latest', 'kept_when: { N: at least 4 }'),
  });
  async function* stdin(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('C,A,N\n1,2026-01-05,5\n2,2026-01-05,5\n1,2026-01-06,1\n');
  }
  await examine({ file: 'promises.yaml', workingDirectory, stdin: stdin() }, async ({ window, occasions }) => {
    const selection = { channel: 'c', window, asOf: null, cells: [{ cell: 0, target: TARGET }], shows: [] };
    for (let time = 0; time < 2; time += 1)
      expect(await lines(occasions(selection))).toEqual(['0:3 kept', '0:4 missed']);
  });
});
