import { twoSidedP } from './normal.ts';

/** Cases of one side that hold the word, each once however often it says it, of all cases of that side. */
interface Holding {
  readonly holding: number;
  readonly cases: number;
}

export interface Keyness {
  /** G2, at least 0, without a unit. */
  readonly g: number;
  /** Two-sided, by chi-squared with 1 degree of freedom. */
  readonly p: number;
  /** The side that holds the word in the greater share of its cases; null where both do in the same. */
  readonly more: 'a' | 'b' | null;
}

/**
 * Does a word stand in more cases of one side than of the other? The log-likelihood ratio G2 = 2 sum O ln(O / E) of the
 * table of cases with and without the word, by side. T. Dunning, Accurate methods for the statistics of surprise and
 * coincidence, Computational Linguistics 19 (1993). All four cells are summed, as Dunning does; P. Rayson and R. Garside,
 * Comparing corpora using frequency profiling (2000), sum the two that hold the word alone, which is near to it only for
 * rare words. A case counts once: words come back within a case, and tokens would not be independent.
 *
 * @returns null where either side has no cases; 0 with p 1 where every case holds the word, or none.
 */
export function keyness(a: Holding, b: Holding): Keyness | null {
  if (!(a.cases > 0 && b.cases > 0)) return null;
  const holding = a.holding + b.holding;
  const lacking = a.cases + b.cases - holding;
  if (holding === 0 || lacking === 0) return { g: 0, p: 1, more: null };
  // What was found less what is expected is the same number in all four cells, but for its sign. From whole numbers,
  // it has no error to speak of, so that shares which are nearly equal keep their digits.
  const crossed = a.holding * (b.cases - b.holding) - b.holding * (a.cases - a.holding);
  const g =
    2 *
    (term(a.holding, crossed / (holding * a.cases)) +
      term(b.holding, -crossed / (holding * b.cases)) +
      term(a.cases - a.holding, -crossed / (lacking * a.cases)) +
      term(b.cases - b.holding, crossed / (lacking * b.cases)));
  const positive = Math.max(0, g);
  // Chi-squared with 1 degree of freedom is the square of a normal value, whose tail keeps digits below 1e-15.
  return { g: positive, p: twoSidedP(Math.sqrt(positive)), more: crossed === 0 ? null : crossed > 0 ? 'a' : 'b' };
}

/** O ln(O / E), where `off` is O / E less 1; its limit 0 for an empty cell. */
function term(found: number, off: number): number {
  return found === 0 ? 0 : found * Math.log1p(off);
}
