import type { HeaderAddress } from '../../model/column.ts';
import { decodeCell, type Encoding } from '../encoding/decode-cell.ts';
import { addressesFound } from './addresses.ts';
import type { HeadRecord } from './head.ts';

/** A header is looked for in this many physical lines. */
export const HEADER_LINES = 30;

export interface FoundHeader {
  readonly headers: readonly string[];
  readonly line: number;
  readonly offset: number;
  /** How many of the named headers are in it. */
  readonly found: number;
}

/**
 * The header among the first records: the one on the declared line, else the first that holds all named headers, else
 * the first of those that hold the most of them, for the message. null where there is no record at all.
 */
export function findHeader(
  records: Iterable<HeadRecord>,
  addresses: readonly HeaderAddress[],
  headerLine: number | null,
  encoding: Encoding,
): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (const record of records) {
    if (headerLine === null ? record.line > HEADER_LINES : record.line < headerLine) {
      if (headerLine === null) break;
      continue;
    }
    const headers = record.cells.map((cell) => decodeCell(cell, encoding).trim());
    const found = addressesFound(headers, addresses);
    if (best === null || found > best.found) best = { headers, line: record.line, offset: record.start, found };
    if (headerLine !== null || found === addresses.length) break;
  }
  return best;
}
