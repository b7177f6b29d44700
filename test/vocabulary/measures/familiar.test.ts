import { expect, test } from 'vitest';
import { meantMeasure, measureKeys } from '../../../src/vocabulary/measures/index.ts';

test.each([
  ['p80', 'quantile: { of: ..., q: 0.8 }'],
  ['P5', 'quantile: { of: ..., q: 0.05 }'],
  ['p99.5', 'quantile: { of: ..., q: 0.995 }'],
  ['p99_9', 'quantile: { of: ..., q: 0.999 }'],
  ['p999', 'quantile: { of: ..., q: 0.999 }'],
  ['p150', 'quantile'],
  ['p50', 'median'],
  ['p100', 'max'],
  ['P90', 'p90'],
  ['average', 'mean'],
  ['Avg', 'mean'],
  ['percentile', 'quantile'],
  ['constructor', null],
  ['price', null],
])('%s is meant as %s', (key, meant) => {
  expect(meantMeasure(key)).toBe(meant);
  if (meant !== null) expect(measureKeys).toContain(meant.split(':')[0]);
});
