import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { audit } from '../../src/audit.ts';
import { folder } from '../cli/folder.ts';
import { foundIn } from '../declaration/found.ts';

const bench = fileURLToPath(new URL('../../bench/', import.meta.url));
const promises = join(bench, 'workload/promises.yaml');
const text = readFileSync(promises, 'utf8');

const figure = z.strictObject({
  metric: z.string(),
  channel: z.string(),
  dim: z.enum(['all', 'region', 'month']),
  key: z.string(),
  value: z.number(),
  n: z.number(),
});

/** What a program of bench/ prints. */
function printed(program: string, args: readonly string[], input = ''): string {
  return execFileSync(process.execPath, [join(bench, program), ...args], { input, encoding: 'utf8' });
}

/** Value and n of each figure, by what it is of. */
function figuresIn(lines: string): ReadonlyMap<string, { readonly value: number; readonly n: number }> {
  const figures = lines
    .trim()
    .split('\n')
    .map((line) => figure.parse(JSON.parse(line)));
  const named = figures.map(
    ({ metric, channel, dim, key, value, n }) => [`${metric} ${channel} ${dim} ${key}`, { value, n }] as const,
  );
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
  return new Map(named);
}

async function figuresOfSaydo(data: string): Promise<ReturnType<typeof figuresIn>> {
  const { report } = await audit({ file: promises, env: { BENCH_DATA: data } });
  return figuresIn(printed('workload/figures.mjs', [], JSON.stringify(report)));
}

describe('the acceptance workload', () => {
  it('has figures that agree with accumulators written by hand', async () => {
    for (const [rows, seed, least] of [
      ['4000', '1', 568],
      ['500', '2', 400],
    ] as const) {
      const data = join(folder(), 'exports');
      printed('workload/generate.mjs', [data, '--rows', rows, '--seed', seed]);
      const expected = figuresIn(printed('peers/csv-parse.mjs', [data]));
      const found = await figuresOfSaydo(data);
      expect(expected.size).toBeGreaterThanOrEqual(least);
      expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [name, { value, n }] of expected) {
        expect(found.get(name)?.n, name).toBe(n);
        expect(Math.abs((found.get(name)?.value ?? Number.NaN) - value) / Math.max(1, value), name).toBeLessThan(1e-9);
      }
    }
  }, 60_000);

  it('is made from a seed: the same bytes each time, and others with another', () => {
    const [first, again, other] = ['1', '1', '2'].map((seed, index) => {
      const data = join(folder(), `exports-${index}`);
      printed('workload/generate.mjs', [data, '--rows', '300', '--seed', seed]);
      return ['tickets', 'calls', 'survey', 'orders'].map((name) => readFileSync(join(data, `${name}.csv`), 'utf8'));
    });
    expect(again).toEqual(first);
    for (const [index, file] of (other ?? []).entries()) expect(file).not.toBe(first?.[index]);
  });

  it('stands in a promise file without a fault, with each feature of the language, and with all of them', async () => {
    expect(foundIn(text, { BENCH_DATA: '/data' })).toEqual([]);
    const { features, promisesOverTickets, ticketsAlone } = await made();
    const files = [...Object.values(features).map((add) => [add]), Object.values(features)].map((adds) => {
      const file: unknown = parse(text);
      for (const add of adds) add(file);
      return file;
    });
    const counts = [1, 10, 50].map((count) => promisesOverTickets(parse(text), count));
    for (const file of [...files, ...counts, ticketsAlone(parse(text))]) {
      expect(foundIn(stringify(file), { BENCH_DATA: '/data' })).toEqual([]);
    }
    expect(new Set(counts.map((file) => stringify(file))).size).toBe(3);
  });
});

interface Made {
  readonly features: Readonly<Record<string, (file: unknown) => void>>;
  readonly promisesOverTickets: (file: unknown, count: number) => unknown;
  readonly ticketsAlone: (file: unknown) => unknown;
}

/** The module that makes promise files of other promise files; it has no types of its own. */
async function made(): Promise<Made> {
  const loaded: unknown = await import(new URL('../../bench/workload/features.mjs', import.meta.url).href);
  if (!isMade(loaded)) throw new TypeError('features.mjs lacks what the test looks for');
  return loaded;
}

function isMade(loaded: unknown): loaded is Made {
  return (
    typeof loaded === 'object' &&
    loaded !== null &&
    'features' in loaded &&
    'promisesOverTickets' in loaded &&
    'ticketsAlone' in loaded
  );
}
