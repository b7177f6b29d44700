/** A decimal number as it is written, exact: `units` of ten to the power of `-decimals`. */
export interface Decimal {
  readonly units: bigint;
  /** Digits after the point; not below 0. */
  readonly decimals: number;
}

export const NOTHING: Decimal = { units: 0n, decimals: 0 };

/** The decimal number that is meant by a double: the shortest that reads as it. */
export function decimal(value: number): Decimal {
  const [digits = '', power = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const decimals = fraction.length - Number(power);
  const units = BigInt(`${whole}${fraction}`);
  return decimals >= 0 ? { units, decimals } : { units: units * 10n ** BigInt(-decimals), decimals: 0 };
}

/** @param count - a whole number */
export function times({ units, decimals }: Decimal, count: number): Decimal {
  return { units: units * BigInt(count), decimals };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const decimals = Math.max(a.decimals, b.decimals);
  return { units: unitsOf(a, decimals) + unitsOf(b, decimals), decimals };
}

/** The double that reads as it. */
export function numberOf({ units, decimals }: Decimal): number {
  return Number(`${units}e-${decimals}`);
}

function unitsOf({ units, decimals }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - decimals);
}
