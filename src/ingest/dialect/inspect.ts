import type { HeaderAddress } from '../../model/column.ts';
import type { CsvOptions } from '../../model/declaration.ts';
import type { Encoding } from '../encoding/decode-cell.ts';
import { detectDelimiter } from './delimiter.ts';
import { type Head, headRecords } from './head.ts';
import { findHeader, HEADER_LINES } from './header.ts';
import { lineEnds } from './lines.ts';
import { lineEndAt, marksOf } from './marks.ts';

/** How one file is written, and where its header stands: what was declared, and for the rest what was found. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** null: no cell is quoted. */
  readonly quote: string | null;
  readonly comment: string | null;
  /** Trimmed. */
  readonly headers: readonly string[];
  /** Physical line of the header, counted from 1, and its first byte in the text (no byte order mark, no UTF-16). */
  readonly headerLine: number;
  readonly headerOffset: number;
  readonly headerRows: number;
  readonly footer: number | string | null;
  readonly ragged: 'error' | 'pad';
}

export interface Inspection {
  /** null: there is no record to be the header. */
  readonly dialect: Dialect | null;
  /** false: more bytes could tell more. */
  readonly certain: boolean;
}

/** What the first bytes of a text tell about its dialect. Pure: the same bytes tell the same. */
export function inspectDialect(
  head: Head,
  encoding: Encoding,
  csv: CsvOptions,
  addresses: readonly HeaderAddress[],
): Inspection {
  const sep = separatorLine(head.bytes);
  const quote = csv.quote === '' ? null : (csv.quote ?? '"');
  const signs = { quote, comment: csv.comment, headerLine: csv.headerLine };
  const delimiter = csv.delimiter ?? sep.delimiter ?? detectDelimiter(head, sep.end, signs, addresses, encoding);
  const marks = marksOf({ ...signs, delimiter }, encoding);
  const header = findHeader(headRecords(head, sep.end, marks), addresses, csv.headerLine, encoding);
  const linesNeeded = csv.headerLine ?? HEADER_LINES;
  const certain =
    head.whole ||
    (header !== null &&
      (header.found === addresses.length || lineEnds(head.bytes, 0, head.bytes.length) > linesNeeded));
  if (header === null) return { dialect: null, certain };
  const { headerRows, footer, ragged, comment } = csv;
  const { headers, line: headerLine, offset: headerOffset } = header;
  return {
    dialect: { encoding, delimiter, quote, comment, headers, headerLine, headerOffset, headerRows, footer, ragged },
    certain,
  };
}

/** `sep=;` in the first line, as spreadsheets write it. */
function separatorLine(bytes: Buffer): { readonly delimiter: string | null; readonly end: number } {
  const match = /^"?sep=([^\r\n])"?(?=[\r\n]|$)/i.exec(bytes.toString('latin1', 0, 16));
  if (match === null) return { delimiter: null, end: 0 };
  const end = match[0].length;
  return { delimiter: match[1] ?? null, end: end + lineEndAt(bytes, end) };
}
