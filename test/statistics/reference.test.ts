import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sharedText } from '../reference.ts';
import { type Actual, computed } from './computed.ts';

/** Every field that the reference has and saydo does not compute, with the reason. */
const notComputed: Readonly<Record<string, string>> = {
  'proportion_interval.estimate': 'a plain division, where the figure is made',
  'proportion_interval.wilson_one_sided': 'intervals of the language are two-sided',
  'proportion_interval.clopper_pearson': 'the language names Wilson for shares',
  'proportion_interval.agresti_coull': 'the same',
  'proportion_interval.jeffreys': 'the same',
  'mean_interval.n': 'an input',
  'mean_interval.df': 'n - 1, and nowhere shown',
  'mean_interval.se': 'sd / sqrt(n), and nowhere shown; the bounds hold it',
  'quantile.n': 'an input',
  'quantile_interval.n': 'an input',
  'quantile_interval.upper_one_sided': 'intervals of the language are two-sided',
  'nps.n': 'an input',
  'contingency.g':
    'of more than two groups: words stand in missed or in kept cases, and groups are compared by Pearson',
  'contingency.g_p_value': 'the same',
  'contingency.yates': 'where counts are small, Fisher is exact',
  'trend.n': 'an input',
  'survival.n': 'an input',
  'survival.events': 'an input',
  'survival.at.*.within_log': 'log-log is the interval that the language names: it stays within 0 and 1',
  'decomposition.threefold': 'Kitagawa leaves nothing over that would need a third name',
  'rate_interval.rate': 'a plain division, where the figure is made',
  'multiple_tests.holm': 'the false discovery rate is what a table of many promises asks for',
  'multiple_tests.bonferroni': 'the same',
  'special_functions.values.3': 'qbeta: only Clopper-Pearson and Jeffreys need it',
};

const tolerance = z.object({ relative: z.number(), absolute: z.number() });
const file = z.object({
  default_tolerance: tolerance,
  cases: z.array(
    z.object({
      id: z.string(),
      family: z.string(),
      input: z.unknown(),
      expected: z.record(z.string(), z.json()),
      tolerance: tolerance.optional(),
    }),
  ),
});

const text = sharedText('reference/statistics.json');
const reference = text === null ? null : file.parse(JSON.parse(text));
const cases = reference?.cases ?? [];

interface Comparison {
  readonly allowed: z.infer<typeof tolerance>;
  /** Entries of `notComputed` that were met. */
  readonly left: Set<string>;
  compared: number;
}

function compare(actual: Actual | undefined, expected: z.core.util.JSONType, path: string, to: Comparison): void {
  const starred = path.replace(/\.\d+(?=\.|$)/g, '.*');
  if (actual === undefined) {
    const name = path in notComputed ? path : starred;
    expect(Object.keys(notComputed), `${path} is neither computed nor listed`).toContain(name);
    to.left.add(name);
  } else if (typeof expected === 'number' && typeof actual === 'number') {
    const off = Math.abs(actual - expected);
    const limit = Math.max(to.allowed.absolute, to.allowed.relative * Math.abs(expected));
    expect(off, `${path}: ${actual} instead of ${expected}`).toBeLessThanOrEqual(limit);
    to.compared += 1;
  } else if (isObject(expected) && isObject(actual)) {
    const fields = new Map(Object.entries(actual));
    for (const [key, value] of Object.entries(expected)) compare(fields.get(key), value, `${path}.${key}`, to);
    if (Array.isArray(expected)) expect(fields.size, path).toBe(expected.length);
  } else {
    expect(actual, path).toEqual(expected);
    to.compared += 1;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

describe.runIf(reference !== null)('statistics computed elsewhere (R 4.2.2, SciPy, mpmath)', () => {
  const left = new Set<string>();
  const check = (found: (typeof cases)[number]): number => {
    const allowed = found.tolerance ?? reference?.default_tolerance ?? { relative: 0, absolute: 0 };
    const to: Comparison = { allowed, left, compared: 0 };
    const compute = computed[found.family];
    expect(compute, `family ${found.family}`).toBeDefined();
    compare(compute?.(found.input), found.expected, found.family, to);
    return to.compared;
  };

  it('has the 42 cases', () => {
    expect(cases.length).toBe(42);
  });

  it.each(cases)('$id', (found) => {
    expect(check(found)).toBeGreaterThan(0);
  });

  it('lists nothing as not computed that is', () => {
    for (const found of cases) check(found);
    expect([...left].sort()).toEqual(Object.keys(notComputed).sort());
  });
});
