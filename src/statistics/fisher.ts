/** Weights are relative to the most likely table; below this they add nothing to any sum. */
const NOTHING = 1e-300;

/** As R's `fisher.test`: tables that are as likely as the one found must not be lost to their last digits. */
const ALLOWANCE = 1 + 1e-7;

/**
 * Fisher's exact test, two-sided: probability, both margins given, of a table no likelier than the one found. It holds
 * for the smallest numbers. R. A. Fisher, The logic of inductive inference, JRSS 98 (1935). Weights follow from their
 * neighbours outward from the most likely table, so that no factorial is needed and none overflows.
 *
 * @returns 1 where only one table is possible (a side has no cases, nothing or everything is kept); 0 below 1e-300.
 */
export function fisherExact(
  a: { readonly kept: number; readonly cases: number },
  b: { readonly kept: number; readonly cases: number },
): number {
  const kept = a.kept + b.kept;
  const first = Math.max(0, kept - b.cases);
  const last = Math.min(a.cases, kept);
  const mode = Math.floor(((a.cases + 1) * (kept + 1)) / (a.cases + b.cases + 2));
  /** Weight of x + 1 kept of a over that of x. */
  const step = (x: number): number => ((a.cases - x) * (kept - x)) / ((x + 1) * (b.cases - kept + x + 1));

  let found = 1;
  if (a.kept > mode) for (let x = mode; x < a.kept && found > NOTHING; x += 1) found *= step(x);
  else for (let x = mode; x > a.kept && found > NOTHING; x -= 1) found /= step(x - 1);
  if (found <= NOTHING) return 0;

  const limit = found * ALLOWANCE;
  let all = 0;
  let unlikely = 0;
  const count = (weight: number): void => {
    all += weight;
    if (weight <= limit) unlikely += weight;
  };
  let weight = 1;
  for (let x = mode; x <= last && weight > NOTHING; x += 1) {
    count(weight);
    weight *= step(x);
  }
  weight = mode > first ? 1 / step(mode - 1) : 0;
  for (let x = mode - 1; x >= first && weight > NOTHING; x -= 1) {
    count(weight);
    weight = x > first ? weight / step(x - 1) : 0;
  }
  return unlikely / all;
}
