import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { recordOf } from '../../src/act/customer/record-of.ts';
import { audit, examine } from '../../src/audit.ts';
import { cases } from '../../src/cases.ts';
import { folder } from '../cli/folder.ts';

const HEAD = 'case,who,at,n\n';
const ROWS = 'A,Anna,2026-01-01,1\nB,Bert,2026-01-09,5\nC,Anna,2026-01-10,1\n';
const PROMISES = `saydo: 1
brand: B
channels:
  o: { source: export.pipe, at: at, case: case, customer: who, columns: { n: { column: n, type: number } } }
promises:
  t: { says: T., kept_when: { n: at least 5 }, target: 95%, channels: [o] }
`;

/** A folder whose export is a named pipe, and the temporary folder that it is put aside in. */
function withPipe(): { readonly workingDirectory: string; readonly pipe: string; readonly aside: string } {
  const workingDirectory = folder({ 'p.yaml': PROMISES });
  const pipe = join(workingDirectory, 'export.pipe');
  execFileSync('mkfifo', [pipe]);
  const aside = folder();
  vi.stubEnv('TMPDIR', aside);
  return { workingDirectory, pipe, aside };
}

describe.skipIf(process.platform === 'win32')('an export that comes through a named pipe', () => {
  beforeEach(() => {
    onTestFinished(() => void vi.unstubAllEnvs());
  });

  it('is written once, and read as often as there is need', async () => {
    const { workingDirectory, pipe, aside } = withPipe();
    const request = { file: 'p.yaml', workingDirectory };
    const first = writeFile(pipe, HEAD + ROWS);
    expect((await cases(request)).cases.map(({ line }) => line)).toEqual([2, 4]);
    await first;

    const second = writeFile(pipe, HEAD + ROWS);
    const record = await examine(request, async (examination) => recordOf(examination, { id: 'Anna', suggest: false }));
    expect(record.contacts).toBe(2);
    await second;

    const third = writeFile(pipe, HEAD + ROWS);
    expect((await audit({ ...request, last: '7d' })).report.promises[0]?.channels[0]?.missed).toBe(1);
    await third;
    expect(readdirSync(aside)).toEqual([]);
  });

  it('leaves nothing put aside after an error', async () => {
    const { workingDirectory, pipe, aside } = withPipe();
    const writing = writeFile(pipe, 'other,headers\n1,2\n');
    await expect(audit({ file: 'p.yaml', workingDirectory })).rejects.toThrow('case');
    await writing;
    expect(readdirSync(aside)).toEqual([]);
  });

  it('nor after an interruption, while no more comes', async () => {
    const { workingDirectory, pipe, aside } = withPipe();
    const controller = new AbortController();
    const audited = audit({ file: 'p.yaml', workingDirectory, signal: controller.signal });
    const writer = await open(pipe, 'w');
    await writer.writeFile(HEAD);
    await vi.waitFor(() => expect(readdirSync(aside)).toHaveLength(1));
    controller.abort();
    await expect(audited).rejects.toThrow('abort');
    expect(readdirSync(aside)).toEqual([]);
    await writer.close();
  });
});
