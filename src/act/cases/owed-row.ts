/** What is owed to one customer for one promise on one channel. */
export interface OwedRow {
  readonly promise: string;
  readonly channel: string;
  /** null: those of whom nobody knows who they are, all together. */
  readonly customer: string | null;
  readonly missed: number;
  /** The decimal number that is meant, without the noise of binary fractions. */
  readonly amount: number;
  readonly currency: string;
  readonly remedy: string;
}

/** What rows come to. */
export interface OwedTotal {
  /** null in the total of a currency. */
  readonly of: { readonly promise: string; readonly channel: string } | null;
  /** Those that are known; null in the total of a currency, where the same may stand for several promises. */
  readonly customers: number | null;
  readonly missed: number;
  readonly amount: number;
  readonly currency: string;
}
