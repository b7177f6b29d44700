/** Doubles as whole numbers of 2^-1074, the smallest of them: an oracle for sums that must not round. */
export const UNITS = 1n << 1074n;

export function exact(x: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  const all = bits.getBigUint64(0);
  const exponent = (all >> 52n) & 0x7ffn;
  const fraction = all & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return all >> 63n === 1n ? -size : size;
}

/** The double next to a fraction, ties to even; for results of ordinary size. */
export function nearest(over: bigint, under: bigint): number {
  if (over === 0n) return 0;
  const size = over < 0n ? -over : over;
  const shift = 70 - (size.toString(2).length - under.toString(2).length);
  const top = shift > 0 ? size << BigInt(shift) : size;
  const bottom = shift > 0 ? under : under << BigInt(-shift);
  // One more bit says whether anything is left over; Number() rounds a BigInt correctly.
  const sticky = 2n * (top / bottom) + (top % bottom === 0n ? 0n : 1n);
  return (over < 0n ? -1 : 1) * Number(sticky) * 2 ** -(shift + 1);
}

export function exactSum(values: readonly number[]): bigint {
  return values.reduce((sum, x) => sum + exact(x), 0n);
}

export function exactMean(values: readonly number[]): number {
  return nearest(exactSum(values), UNITS * BigInt(values.length));
}

/** With n - 1. */
export function exactVariance(values: readonly number[]): number {
  const n = BigInt(values.length);
  const sum = exactSum(values);
  const squares = values.reduce((total, x) => total + exact(x) ** 2n, 0n);
  return nearest(n * squares - sum * sum, n * (n - 1n) * UNITS * UNITS);
}
