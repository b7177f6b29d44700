import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/diagnostics/catalog.ts';

const parts = fileURLToPath(new URL('../../src/diagnostics/catalog', import.meta.url));

describe('the catalog of messages', () => {
  it('holds every code of every part once: none hides another of its name', async () => {
    const codes: string[] = [];
    for (const file of readdirSync(parts)) {
      const tables: Record<string, unknown> = await import(
        `../../src/diagnostics/catalog/${file.replace(/\.ts$/, '')}.ts`
      );
      for (const table of Object.values(tables)) {
        if (typeof table === 'object' && table !== null) codes.push(...Object.keys(table));
      }
    }
    expect(codes.length).toBe(new Set(codes).size);
    expect(codes.sort()).toEqual(Object.keys(catalog).sort());
  });

  it('numbers each once', () => {
    const ids = Object.values(catalog).map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
    for (const id of ids) expect(id).toMatch(/^SD\d{4}$/);
  });
});
