// Numbers that look random and are the same for the same seed: sfc32, in 32-bit integers alone.

/**
 * @param {number} seed
 * @param {number} stream files of one seed are drawn from streams of their own
 */
export function randomOf(seed, stream) {
  let a = seed | 0;
  let b = 0x6a09e667;
  let c = Math.imul(stream + 1, 0x3c6ef372) | 0;
  let d = 1;
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let turn = 0; turn < 16; turn += 1) next();

  /** A whole number from 0 to n - 1. */
  const below = (/** @type {number} */ n) => Math.floor(next() * n);
  return {
    next,
    below,
    chance: (/** @type {number} */ percent) => next() * 100 < percent,
    /** @type {<T>(list: readonly T[]) => T} */
    one: (list) => list[below(list.length)] ?? list[0],
    /** Whole seconds around a median, with a long tail; never more than `most`. */
    wait: (/** @type {number} */ median, /** @type {number} */ spread, /** @type {number} */ most) => {
      // Three even draws are near enough to a bell.
      const bell = (next() + next() + next() - 1.5) * 2;
      return Math.min(most, Math.floor(median * Math.exp(spread * bell)));
    },
  };
}

/**
 * A list to draw from with these weights, in hundredths.
 *
 * @template T
 * @param {readonly (readonly [T, number])[]} weights
 * @returns {readonly T[]}
 */
export function weighted(weights) {
  return weights.flatMap(([value, weight]) => new Array(weight).fill(value));
}
