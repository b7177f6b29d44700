import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bindOnly, openSource } from '../../src/ingest/index.ts';
import type { Progress } from '../../src/model/source.ts';
import { type Content, failureOf, folderWith, optionsFor, readSource, source } from './reading.ts';

async function* piped(text: string) {
  for (const char of text) yield Buffer.from(char);
}

const rowsOf = async (files: Readonly<Record<string, Content>>, patterns: readonly string[]) => {
  const folder = await folderWith(files);
  return readSource(source(patterns, ['a']), optionsFor(folder));
};

describe('files of a source', () => {
  it('natural order within a glob, list order kept', async () => {
    const files = { 'p-10.csv': 'a\n10', 'p-9.csv': 'a\n9', 'p-1.csv': 'a\n1', 'z.csv': 'a\nz', 'B.csv': 'a\nB' };
    const { rows } = await rowsOf(files, ['z.csv', 'p-*.csv', 'B.csv']);
    expect(rows.flat()).toEqual(['z', '1', '9', '10', 'B']);
  });

  it.each([
    ['**/*.csv', ['x/1', 'x/y/2', '3']],
    ['x/**/*.csv', ['x/1', 'x/y/2']],
    ['{3,x/1}.csv', ['3', 'x/1']],
    ['x/./../3.csv', ['3']],
    ['.hidden/*.csv', ['h']],
    ['[0-9].csv', ['3']],
  ])('%s', async (pattern, expected) => {
    const files = {
      'x/1.csv': 'a\nx/1',
      'x/y/2.csv': 'a\nx/y/2',
      '3.csv': 'a\n3',
      '.hidden/h.csv': 'a\nh',
      'n.txt': 'n',
    };
    const { rows } = await rowsOf(files, [pattern]);
    expect(rows.flat().sort()).toEqual([...expected].sort());
  });

  it('a path with glob characters that is there is taken as it stands', async () => {
    const { rows } = await rowsOf({ 'a[1] (2).csv': 'a\n1', 'a1 2.csv': 'a\n2' }, ['a[1] (2).csv']);
    expect(rows).toEqual([['1']]);
  });

  it('C22 the same file twice is read once and told', async () => {
    const folder = await folderWith({ 'a.csv': 'a\n1', 'x/b.csv': 'a\n2' });
    await symlink(join(folder, 'a.csv'), join(folder, 'x/link.csv'));
    const { rows, notes } = await readSource(source(['a.csv', '**/*.csv'], ['a']), optionsFor(folder));
    expect(rows).toEqual([['1'], ['2']]);
    expect(notes.map(({ message }) => message)).toEqual([
      'a.csv is named twice and read once',
      'x/link.csv is named twice and read once, as a.csv',
    ]);
    expect(notes[0]).toMatchObject({ severity: 'warning', at: { line: 3 } });
  });

  it('gzip by its bytes, whatever its name; sha256 of the bytes on disk', async () => {
    const { rows, facts } = await rowsOf({ 'a.csv': gzipSync('a\n1'), 'b.csv.gz': 'a\n2' }, ['a.csv', 'b.csv.gz']);
    expect(rows).toEqual([['1'], ['2']]);
    expect(facts[1]?.sha256).toBe(createHash('sha256').update('a\n2').digest('hex'));
  });

  it('standard input can be read twice, and leaves nothing behind', async () => {
    const before = (await readdir(tmpdir())).filter((name) => /^saydo-spool-/.test(name));
    const folder = await folderWith({});
    const reading = await openSource(source(['-'], ['a']), optionsFor(folder, { stdin: piped('a\n1\n2\n') }));
    for (const _ of [1, 2]) {
      let rows = 0;
      for await (const batch of reading.batches()) rows += batch.rows;
      expect(rows).toBe(2);
    }
    expect((await reading.facts())[0]).toMatchObject({ file: '<stdin>', sha256: null, rows: 2 });
    await reading.close();
    expect((await readdir(tmpdir())).filter((name) => /^saydo-spool-/.test(name))).toEqual(before);
  });

  it.skipIf(process.platform === 'win32')('C24 a named pipe is read', async () => {
    const folder = await folderWith({});
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const writing = writeFile(join(folder, 'pipe'), 'a\n1\n');
    const { rows } = await readSource(source(['pipe'], ['a']), optionsFor(folder));
    await writing;
    expect(rows).toEqual([['1']]);
  });

  it('progress ends at all bytes, packed or not', async () => {
    const folder = await folderWith({ 'a.csv': 'a\n1\n2\n', 'b.csv': gzipSync('a\n3\n') });
    const seen: Progress[] = [];
    await readSource(
      source(['*.csv'], ['a']),
      optionsFor(folder, { chunkBytes: 2, onProgress: (each) => seen.push(each) }),
    );
    const last = seen.at(-1);
    expect(last?.bytes).toBe(last?.totalBytes);
    expect(seen.every(({ bytes }, i) => bytes > (seen[i - 1]?.bytes ?? 0))).toBe(true);
  });

  it('an aborted reading ends', async () => {
    const folder = await folderWith({ 'a.csv': 'a\n1\n2\n' });
    const abort = new AbortController();
    const other = await openSource(
      source(['a.csv'], ['a']),
      optionsFor(folder, { chunkBytes: 1, batchRows: 1, signal: abort.signal }),
    );
    await expect(async () => {
      for await (const _ of other.batches()) abort.abort(new Error('stop'));
    }).rejects.toThrow('stop');
  });

  it('bindOnly tells dialects and leaves standard input alone', async () => {
    const folder = await folderWith({ 'a.csv': 'x;a\n1;2\n' });
    const { files } = await bindOnly(source(['a.csv', '-'], ['a']), optionsFor(folder));
    expect(files).toMatchObject([{ name: 'a.csv', dialect: { delimiter: ';', headers: ['x', 'a'] } }]);
  });

  it('all errors at once: files, then headers, each at its place', async () => {
    const folder = await folderWith({ 'a.csv': 'x,y\n', 'b.csv': '' });
    const errors = await failureOf(openSource(source(['c.csv', 'b.csv', 'a.csv'], ['a', 'b']), optionsFor(folder)));
    expect(errors.map(({ code }) => code)).toEqual(['no-file', 'empty-file', 'unknown-header', 'unknown-header']);
  });

  it.each([
    ['vanished', async (path: string) => rm(path), 'a.csv is no longer there'],
    ['rewritten', async (path: string) => utimes(path, 1, 1), 'a.csv has changed since it was opened'],
    ['grown', async (path: string) => writeFile(path, 'a\n1\n2\n'), 'a.csv has changed since it was opened'],
  ])('C24 a file that has %s since', async (_, change, message) => {
    const folder = await folderWith({ 'a.csv': 'a\n1\n' });
    const reading = await openSource(source(['a.csv'], ['a']), optionsFor(folder));
    await change(join(folder, 'a.csv'));
    const failed = async () => {
      for await (const batch of reading.batches()) expect(batch).toBe(null);
    };
    expect((await failureOf(failed()))[0]?.message).toBe(message);
  });

  it('C24 a file that is cut while it is read', async () => {
    const folder = await folderWith({ 'a.csv': `a\n${'1\n'.repeat(50_000)}` });
    const options = optionsFor(folder, { chunkBytes: 64, batchRows: 1 });
    const reading = await openSource(source(['a.csv'], ['a']), options);
    const failed = async () => {
      for await (const batch of reading.batches())
        if (batch.lines[0] === 2) await writeFile(join(folder, 'a.csv'), 'a\n1\n');
    };
    expect((await failureOf(failed()))[0]?.message).toBe('a.csv changed while it was read');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('C24 a file that may not be read', async () => {
    const folder = await folderWith({ 'a.csv': 'a\n1\n' });
    await chmod(join(folder, 'a.csv'), 0);
    const [error] = await failureOf(openSource(source(['a.csv'], ['a']), optionsFor(folder)));
    expect(error?.message).toBe('a.csv cannot be read: permission denied');
  });

  it('a folder between files of a glob is passed over', async () => {
    const folder = await folderWith({ 'a.csv': 'a\n1\n' });
    await mkdir(join(folder, 'b.csv'));
    expect((await readSource(source(['*.csv'], ['a']), optionsFor(folder))).rows).toEqual([['1']]);
  });
});
