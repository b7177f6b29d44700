/** A double as a whole number of 2^-1074: what no rounding touches. */
export function exact(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  const size = exponent === 0 ? fraction : (fraction | (1n << 52n)) << BigInt(exponent - 1);
  return bits >> 63n === 1n ? -size : size;
}

export function exactSum(values: Iterable<number>): bigint {
  let sum = 0n;
  for (const value of values) sum += exact(value);
  return sum;
}

/** In whole numbers of 2^-2148. */
export function exactSquares(values: Iterable<number>): bigint {
  let sum = 0n;
  for (const value of values) sum += exact(value) ** 2n;
  return sum;
}
