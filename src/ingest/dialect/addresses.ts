import type { ColumnPlan, HeaderAddress } from '../../model/column.ts';

/** How headers are told apart: trimmed, in any letter case, composed. */
export function fold(header: string): string {
  return header.trim().normalize('NFC').toLowerCase().normalize('NFC');
}

/** All addresses that the columns of a reading name, each once. */
export function addressesOf(columns: readonly ColumnPlan[]): readonly HeaderAddress[] {
  const seen = new Set<HeaderAddress>();
  for (const { headers } of columns) {
    for (const header of headers) seen.add(typeof header === 'string' ? fold(header) : header);
  }
  return [...seen];
}

/** How many of the addresses are among the headers. */
export function addressesFound(headers: readonly string[], addresses: readonly HeaderAddress[]): number {
  const folded = new Set(headers.map(fold));
  let found = 0;
  for (const address of addresses) {
    if (typeof address === 'string' ? folded.has(fold(address)) : address >= 1 && address <= headers.length) found++;
  }
  return found;
}
