/**
 * p-values adjusted for how many they are: calling what is at most x a finding, at most a share x of the findings is
 * expected to be chance. Milder than Bonferroni, where many promises are looked at at once. Y. Benjamini and
 * Y. Hochberg, Controlling the false discovery rate, Journal of the Royal Statistical Society B 57 (1995).
 *
 * @param p - 0 to 1
 * @returns in the order given; never below the p-value itself, at most 1.
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const adjusted = [...p];
  let least = 1;
  const largestFirst = [...p.entries()].sort(([, a], [, b]) => b - a);
  for (const [place, [index, value]] of largestFirst.entries()) {
    least = Math.min(least, value * (p.length / (p.length - place)));
    adjusted[index] = least;
  }
  return adjusted;
}
