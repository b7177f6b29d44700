import { describe, expect, test } from 'vitest';
import { calendars } from '../../src/diagnostics/catalog/calendars.ts';
import { conditions } from '../../src/diagnostics/catalog/conditions.ts';
import { data } from '../../src/diagnostics/catalog/data.ts';
import { declaration } from '../../src/diagnostics/catalog/declaration.ts';
import { findings } from '../../src/diagnostics/catalog/findings.ts';
import { measures } from '../../src/diagnostics/catalog/measures.ts';
import { names } from '../../src/diagnostics/catalog/names.ts';
import { usage } from '../../src/diagnostics/catalog/usage.ts';
import { yaml } from '../../src/diagnostics/catalog/yaml.ts';
import { cases } from './cases.ts';
import { foundIn } from './found.ts';
import { raisedByDecoding } from './undecodable.ts';

const raised = new Map(cases.flatMap(({ text }) => foundIn(text)).map((diagnostic) => [diagnostic.code, diagnostic]));
for (const diagnostic of raisedByDecoding()) raised.set(diagnostic.code, diagnostic);

describe('every message about the promise file', () => {
  test.each(
    Object.keys({ ...yaml, ...declaration, ...calendars, ...measures, ...names }),
  )('%s is raised by a case, and helps', (code) => {
    const diagnostic = raised.get(code);
    expect(diagnostic).toBeDefined();
    expect(diagnostic?.help ?? '').not.toBe('');
    expect(diagnostic?.message).toMatch(/^[^A-Z].*[^.]$/s);
    expect(diagnostic?.message).not.toMatch(/undefined|null|\[object/);
  });
});

test('no code and no number stands in two places', () => {
  const catalogs: readonly Readonly<Record<string, { readonly id: string }>>[] = [
    yaml,
    declaration,
    calendars,
    measures,
    names,
    conditions,
    data,
    findings,
    usage,
  ];
  const entries = catalogs.flatMap((catalog) => Object.entries(catalog));
  const codes = entries.map(([code]) => code);
  const ids = entries.map(([, { id }]) => id);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => !/^SD\d{4}$/.test(id))).toEqual([]);
});
