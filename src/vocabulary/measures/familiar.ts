/** Names that other tools give to measures of the language. */
const FAMILIAR: Readonly<Record<string, string>> = {
  average: 'mean',
  avg: 'mean',
  total: 'sum',
  minimum: 'min',
  maximum: 'max',
  percentile: 'quantile',
};

/** Percentiles with a measure of their own. */
const OWN: Readonly<Record<string, string>> = {
  '0': 'min',
  '50': 'median',
  '75': 'p75',
  '90': 'p90',
  '95': 'p95',
  '99': 'p99',
  '100': 'max',
};

/** What is to be typed in place of a key that is no measure: `p80` is a quantile, `avg` a mean. null: nothing is known. */
export function meantMeasure(key: string): string | null {
  const word = key.trim().toLowerCase();
  const [, whole, decimals] = /^p(\d+)(?:[._](\d+))?$/.exec(word) ?? [];
  if (whole === undefined) return Object.hasOwn(FAMILIAR, word) ? (FAMILIAR[word] ?? null) : null;
  if (decimals === undefined && Object.hasOwn(OWN, whole)) return OWN[whole] ?? null;
  // p999 is said for 99.9%, p150 for nothing.
  const percent = whole.length > 2 && whole.startsWith('9') ? `${whole.slice(0, 2)}.${whole.slice(2)}` : whole;
  const q = Number((Number(`${percent}${decimals === undefined ? '' : `.${decimals}`}`) / 100).toPrecision(12));
  return q > 0 && q < 1 ? `quantile: { of: ..., q: ${q} }` : 'quantile';
}
