import { describe, expect, test } from 'vitest';
import { declare } from '../../src/declaration/index.ts';
import { Failure } from '../../src/diagnostics/failure.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { cases } from './cases.ts';
import { foundIn } from './found.ts';

describe('what is found in a promise file, and where', () => {
  test.each(cases.map(({ name, text, found }) => ({ name, text, found })))('$name', ({ text, found }) => {
    expect(foundIn(text).map(placed)).toEqual(found);
  });
});

/** Where YAML's reader runs out of stack is its own affair. */
function placed({ code, at }: Diagnostic): string {
  if (at === null) return `- ${code}`;
  return code === 'too-deep' && at.column > 200 ? `${at.line}:? ${code}` : `${at.line}:${at.column} ${code}`;
}

test('an error ends the reading, a warning does not', () => {
  const text =
    cases.find(({ found }) => found.some((line) => line.endsWith('unused-channel') && found.length === 1))?.text ?? '';
  expect(declare(text, { file: 'promises.yaml', directory: '/', env: {} }).warnings).toHaveLength(1);
  expect(() => declare('', { file: 'promises.yaml', directory: '/', env: {} })).toThrow(Failure);
});
