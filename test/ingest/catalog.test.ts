import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { data } from '../../src/diagnostics/catalog/data.ts';
import { brokenRecord, openSource, unreadableCell } from '../../src/ingest/index.ts';
import type { BrokenRecord } from '../../src/model/batch.ts';
import type { CsvOptions } from '../../src/model/declaration.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import {
  type Content,
  column,
  failureOf,
  folderWith,
  optionsFor,
  position,
  read,
  readSource,
  source,
} from './reading.ts';

const raised = new Map<string, Diagnostic>();

function keep(diagnostics: readonly Diagnostic[]): string {
  for (const diagnostic of diagnostics) raised.set(diagnostic.code, diagnostic);
  return diagnostics
    .map(({ message, help, at }) => `${at?.file}:${at?.line}:${at?.column} ${message}\n${help}`)
    .join('\n\n');
}

const NO_HEADER = 'a.csv is';

describe('every code of the data catalog', () => {
  it.each<[string, Content, string, Partial<CsvOptions>?]>([
    ['empty', '', `${NO_HEADER} empty\n`],
    ['blank', '\ufeff \n', `${NO_HEADER} empty but for blanks`],
    ['zip', 'PK\x03\x04...', `${NO_HEADER} a zip archive or a spreadsheet (.xlsx), not CSV\nunpack it, or save`],
    ['web page', ' <!DOCTYPE html>', `${NO_HEADER} a web page, not CSV`],
    ['LFS', 'version https://git-lfs.github.com/spec/v1\noid', `${NO_HEADER} a Git LFS pointer, not CSV\nfetch`],
    ['JSON', '[{"a":1}]', `${NO_HEADER} JSON, not CSV`],
    ['cut gzip', gzipSync('a,b\n'.repeat(999)).subarray(0, 30), 'a.csv is cut off'],
    ['damaged gzip', Buffer.concat([gzipSync('a').subarray(0, 10), Buffer.alloc(50, 255)]), 'a.csv is damaged'],
    ['NUL bytes', 'a,b\n1,\0\n', 'a.csv holds NUL bytes'],
    [
      'unknown header',
      'aa,x,y,__proto__\n1,2,3,4\n',
      "a.csv has no column 'a'\nits header (line 1) holds 'aa', 'x', 'y', '__proto__'",
    ],
    ['unknown header below a preamble', 'Report\n\nB,x\n1,2\n', 'its header (line 3) holds'],
    ['no such line', 'a,b\n', 'a.csv has no line 7 to be its header', { headerLine: 7 }],
  ])('%s', async (_, content, text, csv = {}) => {
    expect(keep(await failureOf(read(content, ['a', 'b'], csv)))).toContain(text);
  });

  it('headers are told at the place that names them, and not when values are redacted', async () => {
    const at = { ...position, line: 17, column: 12 };
    const plan = [column('Alpha', 'text', at), column(4)];
    expect(keep(await failureOf(read('secret,x\n', plan)))).toMatch(
      /^promises.yaml:17:12 a.csv has no column 'Alpha'[\s\S]*no column 4/,
    );
    expect(keep(await failureOf(read('secret,x\n', plan, {}, { redact: true })))).not.toContain('secret');
    expect(keep(await failureOf(read('a,A\n', ['a'])))).toContain('positions 1 and 2');
  });

  it('a header that all files of a glob lack is told once', async () => {
    const folder = await folderWith({ 'x1.csv': 'a,c\n', 'x2.csv': 'c,a\n', 'x3.csv': 'c,b\n' });
    const errors = await failureOf(openSource(source(['x*.csv'], ['a', 'b']), optionsFor(folder)));
    expect(errors.map(({ message }) => message)).toEqual(["x1.csv has no column 'b'", "x3.csv has no column 'a'"]);
    expect(errors[0]?.help).toMatch(/\nlikewise x2.csv$/);
  });

  it('files', async () => {
    const folder = await folderWith({ 'fixtures/email-1.csv': 'a\n', 'a.csv': 'a\n' });
    await mkdir(join(folder, 'd'));
    await symlink(join(folder, 'loop'), join(folder, 'loop'));
    const patterns = [
      'fixtures/emial-1.csv',
      'fixturse/x.csv',
      'https://x.org/a.csv',
      'd',
      '-',
      'loop',
      'fixtures/q*.csv',
    ];
    const text = keep(await failureOf(openSource(source(patterns, ['a']), optionsFor(folder))));
    expect(text).toContain("promises.yaml:2:5 no file matches 'fixtures/emial-1.csv'\nlooked in fixtures for");
    expect(text).toContain('did you mean email-1.csv?');
    expect(text).toContain(
      'looked in . for an export of this source; a path is relative to the promise file; did you mean fixtures?',
    );
    expect(text).toContain('download the export');
    expect(text).toContain("d is a folder\nexpected a file; for all exports in it say 'd/*.csv'");
    expect(text).toContain('loop cannot be read: its symbolic links go in a circle');
    const again = await readSource(source(['a.csv', 'a.csv'], ['a']), optionsFor(folder));
    keep(again.notes);
  });

  it('a file that changed', async () => {
    const folder = await folderWith({ 'a.csv': 'a\n' });
    const reading = await openSource(source(['a.csv'], ['a']), optionsFor(folder));
    await writeFile(join(folder, 'a.csv'), 'a\n1\n');
    const reads = async () => {
      for await (const batch of reading.batches()) expect(batch).toBe(null);
    };
    expect(keep(await failureOf(reads()))).toContain('a.csv has changed since it was opened');
  });

  it('no-header: comments alone', async () => {
    expect(keep(await failureOf(read('# a\n# b\n', ['a'], { comment: '#' })))).toContain('a.csv has no header');
  });

  it('unreadable cells, raised by the scorer', () => {
    const cells = {
      file: 'fixtures/email-02.csv',
      line: 1204,
      column: 'Created at',
      value: '31/02/2026 08:10',
      expects: 'a time as dd/MM/yyyy HH:mm',
      moreLines: [1877, 2410],
      count: 3,
      channel: 'email',
      declared: position,
      fittingFormats: [],
      hint: null,
      redact: false,
    };
    expect(keep([unreadableCell(cells)])).toBe(
      "fixtures/email-02.csv:1204:1 column 'Created at' holds '31/02/2026 08:10', not a time as dd/MM/yyyy HH:mm\n" +
        'and 2 more in this file (lines 1877, 2410)\n' +
        'mend the export, or set such rows aside: `tolerate: 1%` on channel email (promises.yaml:9)',
    );
    expect(unreadableCell({ ...cells, redact: true }).message).not.toContain('31/02');
    expect(JSON.stringify(unreadableCell({ ...cells, redact: true }))).not.toContain('31/02');
    const fitting = unreadableCell({ ...cells, fittingFormats: ['dd/MM/yyyy', 'd/M/yyyy'] });
    expect(fitting.help).toContain(
      'its dates fit 2 formats, and only you can tell which: say `format:` dd/MM/yyyy or d/M/yyyy',
    );
    const one = unreadableCell({ ...cells, fittingFormats: ['dd/MM/yyyy HH:mm'] });
    expect(one.help).toContain('its dates fit `dd/MM/yyyy HH:mm`; say `format: dd/MM/yyyy HH:mm`');
  });

  it.each<[BrokenRecord, string]>([
    [{ code: 'ragged', line: 7, expected: 3, found: 1, lines: 1 }, 'x.csv:7:1 the record has 1 cell, its header 3'],
    [
      { code: 'repeated-header', line: 7, expected: 3, found: 3, lines: 1 },
      'x.csv:7:1 the header stands here again: two exports in one file?',
    ],
    [
      { code: 'unclosed-quote', line: 7, expected: 3, found: 9, lines: 4 },
      'x.csv:7:9 the quote that opens at column 9 is never closed; it swallows 4 lines',
    ],
    [
      { code: 'text-after-quote', line: 7, expected: 3, found: 9, lines: 4 },
      'x.csv:7:9 the quote at column 9 neither begins nor ends its cell; 4 lines cannot be trusted',
    ],
    [
      { code: 'record-too-long', line: 7, expected: 3, found: 0, lines: 4 },
      'x.csv:7:1 a record is longer than 16 MiB; 4 lines are not read',
    ],
  ])('broken records, raised by the scorer: %o', (record, text) => {
    const broken = { file: 'x.csv', record, moreLines: [8], count: 2, channel: 'email', declared: position };
    const told = keep([brokenRecord(broken)]);
    expect(told).toContain(text);
    expect(told).toContain('and 1 more in this file (line 8)');
    expect(told).toContain('`tolerate: 1%` on channel email (promises.yaml:9)');
  });

  it('is raised here, has help, and a number of its own', () => {
    const codes = Object.keys(data);
    expect([...raised.keys()].sort()).toEqual(codes.sort());
    for (const { message, help } of raised.values()) {
      expect(help).toBeTruthy();
      expect(message).not.toMatch(/\.$/);
    }
    const ids = Object.values(data).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^SD0[456]\d\d$/);
  });
});
