import { describe, expect, test } from 'vitest';
import { declare } from '../../../src/declaration/index.ts';
import { measureKeys, measures, type WorkedExample } from '../../../src/vocabulary/measures/index.ts';
import { audited } from '../../audited.ts';
import { byHand } from './by-hand.ts';
import { fileOf } from './example-file.ts';

/** What is said of a figure is said to four digits. */
function near(found: number | null | undefined, said: number | null): void {
  if (said === null) expect(found).toBeNull();
  else expect(Math.abs((found ?? Number.NaN) - said)).toBeLessThanOrEqual(1e-4 * Math.max(1, Math.abs(said)));
}

function agrees(found: { value: number | null; interval: WorkedExample['interval'] }, example: WorkedExample): void {
  near(found.value, example.value);
  expect(found.interval === null).toBe(example.interval === null);
  if (example.interval === null) return;
  near(found.interval?.low, example.interval.low);
  near(found.interval?.high, example.interval.high);
}

describe('the worked example of a measure comes to what it says', () => {
  test.each(measureKeys)('%s, end to end', async (kind) => {
    const { example } = measures[kind];
    const { lines, exports } = fileOf(example);
    const cell = (await audited(lines, exports)).promises[0]?.channels[0];
    expect(cell?.measure).toBe(kind);
    agrees(cell ?? { value: null, interval: null }, example);
  });

  test.each(measureKeys.filter((kind) => kind !== 'ratio'))('%s, row by row', (kind) => {
    const { example } = measures[kind];
    agrees(byHand(fileOf(example).lines, example.rows).figure, example);
  });
});

test.each(measureKeys)('the example of %s draws no warning', (kind) => {
  const { lines } = fileOf(measures[kind].example);
  const options = { file: 'promises.yaml', directory: '/', env: {} };
  expect(declare(lines.join('\n'), options).warnings).toEqual([]);
});
