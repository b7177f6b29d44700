import type { HeaderAddress } from '../../model/column.ts';
import type { Encoding } from '../encoding/decode-cell.ts';
import { type Head, headRecords } from './head.ts';
import { findHeader } from './header.ts';
import { marksOf } from './marks.ts';

const CANDIDATES = [',', ';', '\t', '|'] as const;
/** Records that a delimiter is judged by, at most. */
const JUDGED = 100;

interface Judgement {
  readonly delimiter: string;
  readonly found: number;
  /** Share of the records that have as many cells as most have, more than one; 0 where most have one. */
  readonly consistency: number;
  readonly width: number;
  /** Cells in which blanks stand before a quote. */
  readonly spaced: number;
}

interface Signs {
  readonly quote: string | null;
  readonly comment: string | null;
  readonly headerLine: number | null;
}

/**
 * The delimiter under which the named headers are found, else under which the first records are most alike. Where
 * quotes follow a blank (`"a", "b"`) the blank is tried as part of it.
 */
export function detectDelimiter(
  head: Head,
  from: number,
  signs: Signs,
  addresses: readonly HeaderAddress[],
  encoding: Encoding,
): string {
  let best: Judgement | null = null;
  for (const candidate of CANDIDATES) {
    const plain = judge(candidate);
    best = better(best, plain);
    // Every header is found and every record alike: no other delimiter can do better.
    if (addresses.length > 0 && plain.found === addresses.length && plain.consistency === 1) break;
    if (plain.spaced > 0 && candidate !== '\t') best = better(best, judge(`${candidate} `), true);
  }
  return best?.delimiter ?? ',';

  function judge(delimiter: string): Judgement {
    const marks = marksOf({ ...signs, delimiter }, encoding);
    const header = findHeader(headRecords(head, from, marks), addresses, signs.headerLine, encoding);
    const widths = new Map<number, number>();
    let [records, spaced] = [0, 0];
    for (const record of headRecords(head, header?.offset ?? from, marks)) {
      records++;
      if (record.trouble?.kind === 'text-before-quote') spaced++;
      if (record.trouble === null) widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + 1);
      if (records === JUDGED) break;
    }
    const [width, count] = mostFrequent(widths);
    const consistency = width > 1 ? count / records : 0;
    return { delimiter, found: header?.found ?? 0, consistency, width, spaced };
  }
}

function better(best: Judgement | null, next: Judgement, onTie = false): Judgement {
  if (best === null) return next;
  const gap = next.found - best.found || next.consistency - best.consistency || next.width - best.width;
  return gap > 0 || (gap === 0 && onTie) ? next : best;
}

function mostFrequent(widths: ReadonlyMap<number, number>): readonly [width: number, count: number] {
  let [width, most] = [1, 0];
  for (const [cells, count] of widths)
    if (count > most || (count === most && cells > width)) [width, most] = [cells, count];
  return [width, most];
}
