/** The counter said once more without any of its shortcuts: sets of cases and customers for each word. */
export interface TwinCase {
  readonly words: readonly string[];
  readonly isMissed: boolean;
  readonly customer: string | null;
}

export interface TwinRow {
  readonly word: string;
  readonly missed: number;
  readonly kept: number;
  readonly g: number;
}

/** G2 as it stands in the books: over the four cells, 2 sum O ln(O / E) with E of the margins. */
export function twinG(table: readonly [readonly [number, number], readonly [number, number]]): number {
  const all = table.flat().reduce((sum, found) => sum + found, 0);
  let g = 0;
  for (const [r, row] of table.entries())
    for (const [c, found] of row.entries()) {
      const inRow = table[r]?.reduce((sum, other) => sum + other, 0) ?? 0;
      const inColumn = table.reduce((sum, other) => sum + (other[c] ?? 0), 0);
      if (found > 0) g += 2 * found * Math.log((found * all) / (inRow * inColumn));
    }
  return g;
}

export function twinRows(cases: readonly TwinCase[]): { readonly rows: readonly TwinRow[]; readonly rare: number } {
  const missedCases = cases.filter(({ isMissed }) => isMissed).length;
  const keptCases = cases.length - missedCases;
  const known = cases.some(({ customer }) => customer !== null);
  const words = [...new Set(cases.flatMap((found) => found.words))];
  const rows: TwinRow[] = [];
  let rare = 0;
  for (const word of words) {
    const holding = cases.filter((found) => found.words.includes(word));
    const customers = new Set(holding.map(({ customer }) => customer).filter((customer) => customer !== null));
    if (holding.length < 5 || (known && customers.size < 3)) rare += 1;
    else if (missedCases > 0 && keptCases > 0) {
      const missed = holding.filter(({ isMissed }) => isMissed).length;
      const kept = holding.length - missed;
      const g = twinG([
        [missed, kept],
        [missedCases - missed, keptCases - kept],
      ]);
      rows.push({ word, missed, kept, g });
    }
  }
  return { rows, rare };
}
