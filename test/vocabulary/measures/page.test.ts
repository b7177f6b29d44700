import { expect, test } from 'vitest';
import { measureKeys, measures } from '../../../src/vocabulary/measures/index.ts';
import { measuresPage } from './page.ts';

test('docs/measures.md is written from the definitions; -u writes it anew', async () => {
  await expect(measuresPage()).toMatchFileSnapshot('../../../docs/measures.md');
});

test.each(measureKeys)('%s is taught in whole sentences', (kind) => {
  const { what, why, formula, source } = measures[kind].teaches;
  for (const text of [what, why, source, measures[kind].example.because]) expect(text).toMatch(/^[^a-z ].*[.]$/s);
  // It ends a sentence of the page.
  expect(formula).toMatch(/^[^A-Z].*[^.]$/s);
});
