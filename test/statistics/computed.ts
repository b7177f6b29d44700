import { z } from 'zod';
import { statistics } from '../../src/index.ts';
import { chiSquareTail } from '../../src/statistics/chi-square.ts';
import type { Bounds } from '../../src/statistics/interval.ts';
import { twoSidedZ } from '../../src/statistics/normal.ts';
import { twoSidedT } from '../../src/statistics/student.ts';

// What users of the package call; the three above are the special functions beneath.
const {
  benjaminiHochberg,
  chiSquareTest,
  fisherExact,
  garwood,
  kaplanMeier,
  keyness,
  kitagawa,
  mannKendall,
  meanOf,
  momentsOf,
  newcombe,
  npsWald,
  quantile,
  quantileCoverage,
  quantileInterval,
  quantileRanks,
  studentInterval,
  survivalAt,
  survivalQuantile,
  twoProportions,
  varianceOf,
  welch,
  wilson,
} = statistics;

/** A result in the shape of the reference; a field that is not computed is undefined. */
export type Actual = number | string | null | readonly (Actual | undefined)[] | { readonly [key: string]: Actual };

const construct = z.union([
  z.object({
    rule: z.literal('first_then_alternate'),
    first: z.number(),
    a: z.number(),
    b: z.number(),
    pairs: z.int(),
  }),
  z.object({ rule: z.literal('modular'), count: z.int(), multiplier: z.int(), modulus: z.int(), divisor: z.number() }),
]);
const sample = z
  .union([z.object({ values: z.array(z.number()) }), z.object({ construct })])
  .transform((found) => ('values' in found ? found.values : constructed(found.construct)));
const numbers = z.array(z.number());
const confidence = z.number();
const side = z.object({ x: z.number(), n: z.number() }).transform(({ x, n }) => ({ kept: x, cases: n }));

function constructed(rule: z.infer<typeof construct>): number[] {
  if (rule.rule === 'modular')
    return Array.from({ length: rule.count }, (_, i) => (((i + 1) * rule.multiplier) % rule.modulus) / rule.divisor);
  return [rule.first, ...Array.from({ length: rule.pairs }, () => [rule.a, rule.b]).flat()];
}

function lowerUpper(bounds: Bounds | null): Actual {
  return bounds === null ? null : { lower: bounds.low, upper: bounds.high };
}

function sorted(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

/** What saydo computes of each family of the reference, from its input. */
export const computed: Readonly<Record<string, (input: unknown) => Actual>> = {
  proportion_interval: (input) => {
    const { x, n, ...rest } = z.object({ x: z.number(), n: z.number(), confidence }).parse(input);
    return { wilson: lowerUpper(wilson(x, n, rest.confidence)) };
  },
  mean_interval: (input) => {
    const found = z.object({ confidence }).parse(input);
    const moments = momentsOf(sample.parse(input));
    const variance = varianceOf(moments);
    const bounds = studentInterval(moments, found.confidence);
    return {
      mean: meanOf(moments),
      sd: variance === null ? null : Math.sqrt(variance),
      lower: bounds?.low ?? null,
      upper: bounds?.high ?? null,
    };
  },
  quantile: (input) => {
    const { probs } = z.object({ probs: numbers }).parse(input);
    const values = sorted(sample.parse(input));
    return { values: probs.map((q) => quantile(values, q)) };
  },
  quantile_interval: (input) => {
    const found = z.object({ prob: z.number(), confidence }).parse(input);
    const values = sorted(sample.parse(input));
    const ranks = quantileRanks(values.length, found.prob, found.confidence);
    const bounds = quantileInterval(values, found.prob, found.confidence);
    return {
      estimate_type7: quantile(values, found.prob),
      lower_rank: ranks.low,
      upper_rank: ranks.high,
      lower: bounds.low,
      upper: bounds.high,
      coverage: quantileCoverage(values.length, found.prob, ranks),
    };
  },
  nps: (input) => {
    const count = z.number();
    const found = z.object({ promoters: count, passives: count, detractors: count, confidence }).parse(input);
    const wald = npsWald(found, found.confidence);
    return {
      score: wald?.score ?? null,
      se: wald?.se ?? null,
      lower: wald?.low ?? null,
      upper: wald?.high ?? null,
      se_sample: wald?.seSample ?? null,
    };
  },
  difference_of_proportions: (input) => {
    const count = z.number();
    const found = z.object({ x1: count, n1: count, x2: count, n2: count, confidence }).parse(input);
    const a = { kept: found.x1, cases: found.n1 };
    const b = { kept: found.x2, cases: found.n2 };
    const test = twoProportions(a, b);
    return {
      difference: test?.difference ?? null,
      newcombe: lowerUpper(newcombe(a, b, found.confidence)),
      z: test?.z ?? null,
      p_value: test?.p ?? null,
      fisher_p_value: fisherExact(a, b),
    };
  },
  contingency: (input) => {
    const { table } = z.object({ table: z.array(z.tuple([z.number(), z.number()])) }).parse(input);
    const test = chiSquareTest(table.map(([kept, missed]) => ({ kept, cases: kept + missed })));
    return test === null
      ? null
      : {
          df: test.df,
          chi_square: test.chiSquare,
          p_value: test.p,
          min_expected: test.minExpected,
          ...logLikelihood(table),
        };
  },
  trend: (input) => {
    const { values } = z.object({ values: numbers }).parse(input);
    const trend = mannKendall(values);
    return trend === null
      ? null
      : {
          s: trend.s,
          var_s: trend.variance,
          z: trend.z,
          p_value: trend.p,
          tau_b: trend.tau,
          sen_slope: trend.slope,
        };
  },
  survival: (input) => {
    const found = z.object({ time: numbers, event: numbers, at: numbers, probs: numbers, confidence }).parse(input);
    const ended = found.time.filter((_, i) => found.event[i] === 1);
    const open = found.time.filter((_, i) => found.event[i] === 0);
    const curve = kaplanMeier(Float64Array.from(ended), Float64Array.from(open));
    return {
      table: {
        time: [...curve.time],
        at_risk: [...curve.atRisk],
        events: [...curve.events],
        censored: [...curve.censored],
        survival: [...curve.survival],
      },
      at: found.at.map((time) => {
        const known = survivalAt(curve, time, found.confidence);
        return known === null
          ? null
          : {
              time,
              at_risk: known.atRisk,
              survival: known.survival,
              within: known.within,
              std_error: known.standardError,
              within_loglog: lowerUpper(known.interval),
            };
      }),
      quantiles: found.probs.map((prob) => {
        const { value, low, high } = survivalQuantile(curve, prob, found.confidence);
        return { prob, estimate: value, lower_loglog: low, upper_loglog: high };
      }),
    };
  },
  decomposition: (input) => {
    const group = z.object({ name: z.string(), before: side, after: side });
    const split = kitagawa(z.object({ groups: z.array(group) }).parse(input).groups);
    return split === null
      ? null
      : {
          rate_before: split.before,
          rate_after: split.after,
          difference: split.difference,
          rate_effect: split.rate,
          composition_effect: split.mix,
          by_group: split.groups.map(({ name, rate, mix }) => ({ name, rate_effect: rate, composition_effect: mix })),
        };
  },
  rate_interval: (input) => {
    const found = z.object({ events: z.number(), exposure: z.number(), confidence }).parse(input);
    const bounds = garwood(found.events, found.exposure, found.confidence);
    return {
      lower: bounds?.low ?? null,
      upper: bounds?.high ?? null,
    };
  },
  difference_of_means: (input) => {
    const found = z.object({ x: numbers, y: numbers, confidence }).parse(input);
    const test = welch(momentsOf(found.x), momentsOf(found.y), found.confidence);
    return test === null
      ? null
      : {
          difference: test.difference,
          t: test.t,
          df: test.df,
          p_value: test.p,
          lower: test.low,
          upper: test.high,
        };
  },
  multiple_tests: (input) => ({
    benjamini_hochberg: benjaminiHochberg(z.object({ p: numbers }).parse(input).p),
  }),
  special_functions: (input) => {
    const call = z.object({ f: z.string(), args: numbers });
    const { calls } = z.object({ calls: z.array(call) }).parse(input);
    return { values: calls.map(({ f, args: [a = 0, b = 0, c = 0] }) => functions[f]?.(a, b, c)) };
  },
};

/** The table of two groups is that of a word in the cases of two sides: what is kept stands for what holds the word. */
function logLikelihood(table: readonly (readonly [number, number])[]): { readonly [key: string]: Actual } {
  const [a, b, ...others] = table.map(([kept, missed]) => ({ holding: kept, cases: kept + missed }));
  const test = a === undefined || b === undefined || others.length > 0 ? null : keyness(a, b);
  return test === null ? {} : { g: test.g, g_p_value: test.p };
}

const functions: Readonly<Record<string, (a: number, b: number, c: number) => number>> = {
  qnorm: (p) => twoSidedZ(2 * p - 1),
  qt: (p, df) => twoSidedT(2 * p - 1, df),
  pchisq_upper: (x, df) => chiSquareTail(x, df),
  pbinom: (k, n, q) => quantileCoverage(n, q, { low: null, high: k + 1 }),
};
