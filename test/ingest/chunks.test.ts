import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IngestOptions } from '../../src/ingest/index.ts';
import { type Content, folderWith, optionsFor, read, readSource, source } from './reading.ts';

const NASTY =
  '\ufeff"sep=;"\r\nMade in März\r\n\r\n a ;"B";c;\r\n# "\r\n"é\r\n😀\n""x""" ;\r\n1;"2\r";3;\r\n;;;\r\n' +
  '\n\r  \r\n5" x;"";"";\n#\r\n1;2\r\n"\r\n";å;;\r"😀";"\n""";x;\r\r\nTotal;"";\n9;"';
const CSV = { comment: '#', footer: 'Total' };

describe.each<[string, Content]>([
  ['UTF-8', NASTY],
  ['UTF-16', Buffer.from(NASTY, 'utf16le')],
  ['gzip', gzipSync(NASTY)],
  ['Windows-1252', Buffer.from(NASTY.slice(1).replaceAll('😀', 'ø'), 'latin1')],
  ['text after a quote', NASTY.replace('"";"";', '"";"x"y;')],
])('%s: the same in every chunking', (_, content) => {
  const columns = ['a', 'b', 'c'];
  let whole: unknown;
  let folder = '';
  let options: IngestOptions;
  const plan = source(['a.csv'], columns, CSV);

  beforeAll(async () => {
    folder = await folderWith({ 'a.csv': content });
    options = optionsFor(folder);
    whole = await readSource(plan, options);
  });

  it('holds rows and broken records', async () => {
    const { rows, broken } = await read(content, columns, CSV);
    expect(rows.length).toBeGreaterThan(1);
    expect(broken.length).toBeGreaterThan(0);
  });

  it.each(Array.from({ length: 64 }, (_each, i) => i + 1))('%i bytes', async (chunkBytes) => {
    expect(await readSource(plan, { ...options, chunkBytes })).toEqual(whole);
  });

  it('batches of any size', async () => {
    for (const batchRows of [1, 2, 3, 5]) expect(await readSource(plan, { ...options, batchRows })).toEqual(whole);
  });
});
