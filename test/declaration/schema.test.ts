import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { declarationJsonSchema } from '../../src/declaration/index.ts';
import { cases, SOUND } from './cases.ts';
import { foundIn } from './found.ts';

const OPTIONS = { maxAliasCount: 50, logLevel: 'error' } as const;
const schema = declarationJsonSchema();
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

test('is draft 2020-12, and takes the example of the project', () => {
  expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  const example: unknown = parse(readFileSync(new URL('../../promises.example.yaml', import.meta.url), 'utf8'));
  validate(example);
  expect(validate.errors).toBeNull();
});

/** Faults that a schema can see: those of keys and shapes. */
const VISIBLE = new Set(['unknown-key', 'missing-key', 'wrong-shape', 'unknown-value']);

describe('agrees with what saydo says of keys and shapes', () => {
  const parsed = cases.filter(({ text }) => parses(text) && !text.includes('__proto__'));
  test.each(parsed)('$name', ({ text }) => {
    const found = foundIn(text);
    if (found.every(({ severity }) => severity !== 'error'))
      expect(validate(parse(text, OPTIONS)), JSON.stringify(validate.errors)).toBe(true);
    if (found.some(({ code }) => VISIBLE.has(code))) expect(validate(parse(text, OPTIONS))).toBe(false);
  });
});

test('every key of the file teaches', () => {
  const untaught: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties' && typeof value === 'object' && value !== null) {
        for (const [name, inner] of Object.entries(value)) {
          if (!path.includes('condition') && !/"(description|\$ref)"/.test(JSON.stringify(inner)))
            untaught.push(`${path}.${name}`);
        }
      }
      walk(value, `${path}.${key}`);
    }
  };
  walk(schema, '');
  expect(untaught).toEqual([]);
  expect(SOUND.length).toBeGreaterThan(0);
});

function parses(text: string): boolean {
  try {
    parse(text, OPTIONS);
    return true;
  } catch {
    return false;
  }
}
