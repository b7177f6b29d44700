import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith } from '../ingest/reading.ts';
import { saydo } from './binary.ts';

const promises = `saydo: 1
brand: Threads
channels:
  desk: { source: desk.csv, at: opened, case: ticket, customer: who, segments: [region], repeats: all, tolerate: 1% }
  shop: { source: 'shop-*.csv', at: opened, segments: [region] }
  late: { source: late.csv, at: opened, tolerate: 1% }
promises:
  quick: { says: Quick., kept_when: { replied: { within: 4h } }, target: 90%, channels: [desk, shop, late] }
  half: { says: Half., median: { to: replied }, target: at most 2h, channels: [desk, shop] }
  people: { says: Many., distinct: who, target: at least 10, channels: [desk, shop] }
`;

/** Rows that differ from one another, with quotes, line breaks and blanks among them. */
function rows(count: number, seed: number): string {
  const lines: string[] = [];
  for (let index = 0; index < count; index++) {
    const turn = Math.imul(index + seed, 0x9e3779b1) >>> 0;
    const opened = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
    const replied =
      turn % 11 === 0 ? '' : new Date(Date.UTC(2026, 0, 1) + index * 1000 + (turn % 20_000_000)).toISOString();
    const note = turn % 7 === 0 ? '"two\nlines, ""quoted"""' : 'plain';
    lines.push(`T${turn % 900_000},${opened},${replied},who-${turn % 5000},${['north', 'süd', ''][turn % 3]},${note}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Files above the size from which threads are started, written piece by piece. */
function write(file: string, pieces: number, last = ''): void {
  const to = openSync(file, 'w');
  writeSync(to, 'ticket,opened,replied,who,region,note\n');
  for (let piece = 0; piece < pieces; piece++) writeSync(to, rows(20_000, piece));
  writeSync(to, last);
  closeSync(to);
}

describe('threads', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await folderWith({});
    await writeFile(join(folder, 'promises.yaml'), promises);
    write(join(folder, 'desk.csv'), 14);
    write(join(folder, 'shop-1.csv'), 6);
    write(join(folder, 'shop-2.csv'), 1);
    // A quote that the fast lane hands over, in a source that a thread counts by itself.
    write(join(folder, 'late.csv'), 2, 'T1,2026-01-01T00:00:00Z,,who-1,"no "rth",x\n');
  });

  it('change nothing in the report, to the byte', () => {
    const found = ['1', '2', '3'].map((threads) => {
      const ended = saydo(['audit', '--format', 'json', '--threads', threads], { cwd: folder });
      expect(ended).toMatchObject({ code: 0 });
      expect(JSON.parse(ended.stdout)).toMatchObject({ promises: { length: 3 } });
      return createHash('sha256').update(ended.stdout).digest('hex');
    });
    expect(new Set(found).size).toBe(1);
  }, 120_000);

  it('take a whole number', () => {
    const { code, stderr } = saydo(['audit', '--threads', '1.5'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain("--threads takes a whole number from 1 to 64, not '1.5'");
  });
});
