import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newcombe } from '../../src/statistics/newcombe.ts';
import { wilson } from '../../src/statistics/wilson.ts';
import { sharedText } from '../reference.ts';

const bounds = z.object({ lower: z.number(), upper: z.number() }).nullable();
const proportion = z.object({
  family: z.literal('proportion_interval'),
  id: z.string(),
  input: z.object({ x: z.number(), n: z.number(), confidence: z.number() }),
  expected: z.object({ wilson: bounds }),
});
const difference = z.object({
  family: z.literal('difference_of_proportions'),
  id: z.string(),
  input: z.object({ x1: z.number(), n1: z.number(), x2: z.number(), n2: z.number(), confidence: z.number() }),
  expected: z.object({ newcombe: bounds }),
});
const file = z.object({ cases: z.array(z.unknown()) });

const text = sharedText('reference/statistics.json');
const cases = text === null ? [] : file.parse(JSON.parse(text)).cases;

function near(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(Math.max(1e-14, 1e-8 * Math.abs(expected)));
}

function agree(actual: { low: number; high: number } | null, expected: z.infer<typeof bounds>): void {
  expect(actual === null).toBe(expected === null);
  if (actual === null || expected === null) return;
  near(actual.low, expected.lower);
  near(actual.high, expected.upper);
}

describe.runIf(text !== null)('statistics computed elsewhere (R 4.2.2, SciPy, mpmath)', () => {
  const proportions = cases.flatMap((found) => proportion.safeParse(found).data ?? []);
  const differences = cases.flatMap((found) => difference.safeParse(found).data ?? []);

  it.each(proportions)('Wilson: $id', ({ input, expected }) => {
    agree(wilson(input.x, input.n, input.confidence), expected.wilson);
  });

  it.each(differences)('Newcombe: $id', ({ input, expected }) => {
    const { x1, n1, x2, n2, confidence } = input;
    agree(newcombe({ kept: x1, cases: n1 }, { kept: x2, cases: n2 }, confidence), expected.newcombe);
  });
});
