import { expect, test } from 'vitest';
import { interaction } from '../../../src/act/why/interaction.ts';
import type { Weight, Yardstick } from '../../../src/act/why/yardstick.ts';

const counted = (cases: number, against: number): Weight => ({ cases, against, moments: null, isPart: true });
const yardstick: Yardstick = {
  ...{ kind: 'share', allowed: 0.1, isCeiling: true, scale: 1 },
  weigh: () => counted(0, 0),
};

/** By the four groups: both, one alone, the other alone, neither. */
function of(both: Weight, one: Weight, other: Weight, neither: Weight) {
  const sum = (...weights: readonly Weight[]): Weight =>
    counted(
      weights.reduce((all, { cases }) => all + cases, 0),
      weights.reduce((all, { against }) => all + (against ?? 0), 0),
    );
  return interaction(both, [sum(both, one), sum(both, other)], sum(both, one, other, neither), yardstick);
}

test('two parts that add up make no third cause', () => {
  // 8% and 15 points more for each of the two.
  const found = of(counted(1000, 380), counted(1000, 230), counted(1000, 230), counted(1000, 80));
  expect(found?.p ?? 1).toBeGreaterThan(0.99);
  expect(of(counted(300, 122), counted(1000, 230), counted(1000, 230), counted(3700, 296))?.p).toBeGreaterThan(0.05);
});

test('what only both together do is told, by the contrast in its standard errors', () => {
  const found = of(counted(100, 50), counted(200, 20), counted(300, 30), counted(400, 40));
  const spread = (cases: number, against: number): number => {
    const share = (against + 0.5) / (cases + 1);
    return (share * (1 - share)) / cases;
  };
  const error = Math.sqrt(spread(100, 50) + spread(200, 20) + spread(300, 30) + spread(400, 40));
  expect(0.4 / error).toBeCloseTo(6.7724, 4);
  expect(found?.isWorse).toBe(true);
  // The normal distribution's two tails there.
  expect(found?.p).toBeGreaterThan(1.2e-11);
  expect(found?.p).toBeLessThan(1.3e-11);
  // Of the other sign.
  expect(of(counted(100, 10), counted(200, 100), counted(300, 150), counted(400, 40))?.isWorse).toBe(false);
});

test('nothing is said of fewer than ten', () => {
  expect(of(counted(9, 9), counted(200, 20), counted(300, 30), counted(400, 40))).toBeNull();
});
