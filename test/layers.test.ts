import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

const below = ['vocabulary', 'statistics', 'diagnostics', 'model'];
const stages = ['declaration', 'plan', 'ingest', 'score', 'report'];

/** The import table of ARCHITECTURE.md: a room may use the rooms named, and itself. `top` is src's own files. */
const table: Readonly<Record<string, readonly string[]>> = {
  model: [],
  diagnostics: ['model'],
  statistics: ['model'],
  vocabulary: ['statistics', 'diagnostics', 'model'],
  declaration: below,
  plan: below,
  ingest: below,
  score: below,
  report: below,
  deliver: below,
  engines: [...stages, ...below],
  act: ['engines', 'score', 'report', ...below],
  top: ['act', 'engines', ...stages, ...below],
  cli: ['top', 'act', 'engines', 'deliver', ...stages, ...below],
};

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function roomOf(file: string): string {
  const [first = '', ...rest] = relative(src, file).split('/');
  return rest.length === 0 ? 'top' : first;
}

const imports = filesOf(src).flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(/(?<how>^(?:import|export) [^;']*?from |import\()\s*'(?<path>\.[^']+)'/gm),
  ].map(({ groups }) => ({
    from: file,
    to: normalize(join(dirname(file), groups?.['path'] ?? '')),
    /** At once, with the file: neither for its types alone nor later. */
    isLoaded: !/^(?:import|export) type |^import\($/.test(groups?.['how'] ?? ''),
  })),
);

describe('the house', () => {
  it('has no room that the table does not know', () => {
    expect([...new Set(filesOf(src).map(roomOf))].sort()).toEqual(Object.keys(table).sort());
  });

  it.each(Object.keys(table))('%s imports only what lies below it', (room) => {
    const upward = imports
      .filter(({ from, to }) => roomOf(from) === room && roomOf(to) !== room)
      .filter(({ to }) => !table[room]?.includes(roomOf(to)))
      .map(({ from, to }) => `${relative(src, from)} -> ${relative(src, to)}`);
    expect(upward).toEqual([]);
  });

  it('has no cycle among its files', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of imports.filter(({ isLoaded }) => isLoaded))
      next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const path: string[] = [];
    const cycles: string[] = [];
    const visit = (file: string): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].map((name) => relative(src, name)).join(' -> '));
        return;
      }
      if (done.has(file)) return;
      path.push(file);
      for (const other of next.get(file) ?? []) visit(other);
      path.pop();
      done.add(file);
    };
    for (const file of next.keys()) visit(file);
    expect(cycles).toEqual([]);
  });

  it('keeps process, clock and environment in the command line', () => {
    const found = filesOf(src)
      .filter((file) => roomOf(file) !== 'cli')
      .filter((file) => /\bprocess\.|\bDate\.now\(|new Date\(\)|console\./.test(readFileSync(file, 'utf8')))
      .map((file) => relative(src, file));
    expect(found).toEqual([]);
  });
});
