import { expect, test } from 'vitest';
import { addsUp } from '../../src/report/adds-up.ts';
import { isAdditive, measureKeys } from '../../src/vocabulary/measures/index.ts';

test('the report knows which measures add up as the vocabulary does', () => {
  for (const measure of measureKeys) expect([measure, addsUp({ measure })]).toEqual([measure, isAdditive(measure)]);
  expect(addsUp({ measure: null })).toBe(false);
});
