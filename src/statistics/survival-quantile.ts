import { logLog, type SurvivalQuantile, TOLERANCE } from './kaplan-meier.ts';
import { twoSidedZ } from './normal.ts';
import { type SortedArray, sortNumbers } from './radix-sort.ts';

/** More than rounding can move a bound by, or the logarithm that it is judged by. */
const MARGIN = 1e-9;
/** Below such a step it takes longer to look ahead than to look. */
const LEAST_STEP = 1e-5;

/** Times, as for `kaplanMeier`. */
export interface FollowedCases {
  /** How many have ended. */
  readonly length: number;
  /** Ascending arrays, equal times in one of them; each is read before the next is asked for. */
  readonly ended: Iterable<SortedArray>;
  /** In any order. */
  readonly open: Float64Array;
}

/**
 * `survivalQuantile` of `kaplanMeier`, to the bit, in one pass that ends where it is found and keeps no curve: the same
 * sums in the same order. Bounds cost logarithms; they are not looked at where they cannot have got there.
 *
 * @param q - between 0 and 1
 */
export function survivalQuantileOf(
  { length, ended, open }: FollowedCases,
  q: number,
  confidence: number,
): SurvivalQuantile {
  const z = twoSidedZ(confidence);
  const enough = q - TOLERANCE;
  const opens = open.slice();
  sortNumbers(opens, new Float64Array(opens.length));
  const early = new EarlyBound(z, enough);
  let atRisk = length + opens.length;
  let survival = 1;
  let greenwood = 0;
  // Between two open cases the product telescopes, as in `kaplanMeier`.
  let known = 1;
  let since = atRisk;
  let low: number | null = null;
  let value: number | null = null;
  let nextOpen = 0;
  for (const times of ended) {
    let next = 0;
    while (next < times.length) {
      const time = times[next] ?? 0;
      const firstOpen = nextOpen;
      while (nextOpen < opens.length && (opens[nextOpen] ?? 0) < time) nextOpen += 1;
      if (nextOpen > firstOpen) {
        atRisk -= nextOpen - firstOpen;
        known = survival;
        since = atRisk;
      }
      const first = next;
      while (next < times.length && times[next] === time) next += 1;
      const events = next - first;
      const left = atRisk - events;
      survival = known * (left / since);
      greenwood += events / (atRisk * left);
      atRisk = left;
      const share = 1 - survival;
      if (value === null && share >= enough) value = time;
      // The lower bound lies below the share, which is below what is looked for.
      if ((low !== null || early.cannotBe(survival, greenwood)) && share < enough - MARGIN) continue;
      const within = logLog(survival, greenwood, z);
      if (within === null) continue;
      if (low === null) {
        if (within.high >= enough) low = time;
        else early.wasBelow(survival, greenwood);
      }
      if (within.low >= enough) return { value, low, high: time };
    }
  }
  return { value, low, high: null };
}

/**
 * How far the curve may go before its upper bound can have reached what is looked for. With L = -log survival and G the
 * square root of Greenwood's sum, both of which only grow, it has where f = L exp(z G / L) reaches -log(1 - q). f grows
 * with G and is convex in L, so that up to some L and G it is largest at either end of L, under the largest G.
 */
class EarlyBound {
  readonly #z: number;
  readonly #wanted: number;
  #survival = 1;
  #greenwood = -1;

  constructor(z: number, enough: number) {
    this.#z = z;
    this.#wanted = -Math.log1p(-enough) * (1 - MARGIN);
  }

  cannotBe(survival: number, greenwood: number): boolean {
    return survival >= this.#survival && greenwood <= this.#greenwood;
  }

  /** Here it was not reached yet. */
  wasBelow(survival: number, greenwood: number): void {
    const log = -Math.log(survival);
    const root = Math.sqrt(greenwood);
    const f = (l: number, g: number): number => l * Math.exp((this.#z * g) / l);
    for (let step = this.#wanted / f(log, root) - 1; step > LEAST_STEP; step /= 2) {
      const [l, g] = [log * (1 + step), root * (1 + step)];
      if (Math.max(f(log, g), f(l, g)) >= this.#wanted) continue;
      this.#survival = Math.exp(-l) * (1 + MARGIN);
      this.#greenwood = g * g * (1 - MARGIN);
      return;
    }
    this.#greenwood = -1;
  }
}
