import { didYouMean, entry, oneOf } from '../entry.ts';

/** What is told of the further cells or records of the same kind. */
export type Rest = {
  readonly more: number;
  readonly moreLines: readonly string[];
  readonly channel: string;
  readonly declared: string;
};

/** The exports: SD04xx files, SD05xx headers, SD06xx records and cells. Errors here end with exit 3. */
export const data = {
  'no-file': entry<{ pattern: string; channels: readonly string[]; folder: string; nearest: string | null }>({
    id: 'SD0401',
    severity: 'error',
    message: ({ pattern }) => `no file matches '${pattern}'`,
    help: ({ pattern, channels, folder, nearest }) =>
      /^[a-z][a-z0-9+.-]+:\/\//i.test(pattern)
        ? 'saydo reads files alone: download the export, or pipe it in with `source: "-"`'
        : `looked in ${folder} for an export of ${channels.join(', ') || 'this source'}` +
          `; a path is relative to the promise file${didYouMean(nearest)}`,
  }),
  'is-directory': entry<{ export: string }>({
    id: 'SD0402',
    severity: 'error',
    message: ({ export: file }) => `${file} is a folder`,
    help: ({ export: file }) => `expected a file; for all exports in it say '${file.replace(/\/$/, '')}/*.csv'`,
  }),
  'unreadable-file': entry<{ export: string; reason: string }>({
    id: 'SD0403',
    severity: 'error',
    message: ({ export: file, reason }) => `${file} cannot be read: ${reason}`,
    help: () => 'give the user that runs saydo the right to read it, or name another file',
  }),
  'empty-file': entry<{ export: string; bytes: number }>({
    id: 'SD0404',
    severity: 'error',
    message: ({ export: file, bytes }) => (bytes === 0 ? `${file} is empty` : `${file} is empty but for blanks`),
    help: () => 'expected at least a header; export it again, or declare the channel with a `note:` and no source',
  }),
  'not-csv': entry<{ export: string; kind: string; advice: string }>({
    id: 'SD0405',
    severity: 'error',
    message: ({ export: file, kind }) => `${file} is ${kind}, not CSV`,
    help: ({ advice }) => advice,
  }),
  'broken-gzip': entry<{ export: string; truncated: boolean }>({
    id: 'SD0406',
    severity: 'error',
    message: ({ export: file, truncated }) =>
      truncated ? `${file} is cut off: its gzip stream has no end` : `${file} is damaged: it cannot be unpacked`,
    help: () => 'download or export it again; `gzip -t` checks it',
  }),
  'file-changed': entry<{ export: string; how: string }>({
    id: 'SD0407',
    severity: 'error',
    message: ({ export: file, how }) => `${file} ${how}`,
    help: () => 'run again once the export is written to its end, or read a copy of it',
  }),
  'nul-bytes': entry<{ export: string }>({
    id: 'SD0408',
    severity: 'error',
    message: ({ export: file }) => `${file} holds NUL bytes, which no text has`,
    help: () =>
      'expected UTF-8, UTF-16 or Windows-1252; if it is UTF-16, say `csv: { encoding: utf-16le }`, else export it again',
  }),
  'no-stdin': entry<Record<string, never>>({
    id: 'SD0409',
    severity: 'error',
    message: () => 'nothing is piped in for `source: -`',
    help: () => 'pipe the export in (`saydo audit < export.csv`), or name a file',
  }),
  'same-file-twice': entry<{ export: string; as: string }>({
    id: 'SD0410',
    severity: 'warning',
    message: ({ export: file, as }) => `${file} is named twice and read once${file === as ? '' : `, as ${as}`}`,
    help: () => 'take it out of one of the patterns',
  }),
  'unknown-header': entry<{
    header: string;
    name: string;
    export: string;
    others: readonly string[];
    line: number;
    nearest: string | null;
    headers: readonly string[];
    more: number;
  }>({
    id: 'SD0501',
    severity: 'error',
    message: ({ header, export: file }) => `${file} has no column '${header}'`,
    help: ({ line, nearest, headers, more, others }) => {
      const listed = headers.map((header) => `'${header}'`).join(', ');
      const rest = more > 0 ? ` and ${more} more` : '';
      const known =
        listed === '' ? `expected a header of the export` : `its header (line ${line}) holds ${listed}${rest}`;
      return lines(known + didYouMean(nearest === null ? null : `'${nearest}'`), likewise(others));
    },
  }),
  'twin-header': entry<{ header: string; places: readonly string[]; export: string; others: readonly string[] }>({
    id: 'SD0502',
    severity: 'error',
    message: ({ header, places, export: file }) =>
      `${file} has ${places.length} columns '${header}', at positions ${places.join(' and ')}`,
    help: ({ places, others }) =>
      lines(
        `name the one that is meant by its position: ${oneOf(places.map((at) => `\`column: ${at}\``))}`,
        likewise(others),
      ),
  }),
  'no-position': entry<{ wanted: number; columns: number; export: string; others: readonly string[] }>({
    id: 'SD0503',
    severity: 'error',
    message: ({ wanted, columns, export: file }) => `${file} has no column ${wanted}: its header ends at ${columns}`,
    help: ({ columns, others }) =>
      lines(`expected a position from 1 to ${columns}, or the name of a header`, likewise(others)),
  }),
  'no-header': entry<{ export: string; line: number | null }>({
    id: 'SD0504',
    severity: 'error',
    message: ({ export: file, line }) =>
      line === null ? `${file} has no header` : `${file} has no line ${line} to be its header`,
    help: ({ line }) =>
      line === null
        ? 'expected a line with the names of the columns among the first 30; say where it stands: `csv: { header_line: 3 }`'
        : 'expected `header_line` to be the line of the column names, counted from 1',
  }),
  'unreadable-cell': entry<
    Rest & { column: string; value: string | null; expects: string; formats: readonly string[]; hint: string | null }
  >({
    id: 'SD0601',
    severity: 'error',
    message: ({ column, value, expects }) =>
      value === null
        ? `column '${column}' holds a value that is not ${expects}`
        : `column '${column}' holds '${value}', not ${expects}`,
    help: (args) => {
      const [format, ...others] = args.formats;
      if (format === undefined) return lines(more(args), args.hint, mend(args));
      const fits =
        others.length === 0
          ? `its dates fit \`${format}\`; say \`format: ${format}\``
          : `its dates fit ${args.formats.length} formats, and only you can tell which: say \`format:\` ${oneOf(args.formats)}`;
      return lines(more(args), fits, args.hint, mend(args));
    },
  }),
  'ragged-record': entry<Rest & { expected: number; found: number }>({
    id: 'SD0602',
    severity: 'error',
    message: ({ expected, found }) => `the record has ${cells(found)}, its header ${expected}`,
    help: (args) => {
      const pad =
        args.found < args.expected ? 'if cells are left out at the end of a record, say `csv: { ragged: pad }`' : null;
      return lines(more(args), pad, mend(args));
    },
  }),
  'repeated-header': entry<Rest>({
    id: 'SD0606',
    severity: 'error',
    message: () => 'the header stands here again: two exports in one file?',
    help: (args) => lines(more(args), 'give each export as a file of its own: `source: [a.csv, b.csv]`', mend(args)),
  }),
  'unclosed-quote': entry<Rest & { column: number; lines: number }>({
    id: 'SD0603',
    severity: 'error',
    message: ({ column, lines: count }) =>
      `the quote that opens at column ${column} is never closed; it swallows ${physical(count)}`,
    help: (args) => lines(more(args), 'close it, or export the file again: it may have been cut off', mend(args)),
  }),
  'text-after-quote': entry<Rest & { column: number; lines: number }>({
    id: 'SD0604',
    severity: 'error',
    message: ({ column, lines: count }) =>
      `the quote at column ${column} neither begins nor ends its cell${count > 1 ? `; ${physical(count)} cannot be trusted` : ''}`,
    help: (args) => lines(more(args), 'a quote within a quoted cell is doubled: "a ""b"" c"', mend(args)),
  }),
  'record-too-long': entry<Rest & { mebibytes: number; quote: boolean; lines: number }>({
    id: 'SD0605',
    severity: 'error',
    message: ({ mebibytes, quote, lines: count }) =>
      `a record is longer than ${mebibytes} MiB${quote ? ', since a quote opens here' : ''}; ${physical(count)} ${count === 1 ? 'is' : 'are'} not read`,
    help: (args) => lines(more(args), 'check `csv: { delimiter, quote }` and that the quote is meant', mend(args)),
  }),
} as const;

function more({ more: count, moreLines }: Rest): string | null {
  if (count <= 0) return null;
  const which =
    moreLines.length === 0
      ? ''
      : ` (line${moreLines.length === 1 && count === 1 ? '' : 's'} ${moreLines.join(', ')}${count > moreLines.length ? ', ...' : ''})`;
  return `and ${count} more in this file${which}`;
}

/** Other files with the same trouble. */
function likewise(others: readonly string[]): string | null {
  if (others.length === 0) return null;
  const listed = others.slice(0, 5).join(', ');
  return `likewise ${listed}${others.length > 5 ? ` and ${others.length - 5} more files` : ''}`;
}

function mend({ channel, declared }: Rest): string {
  return `mend the export, or set such rows aside: \`tolerate: 1%\` on channel ${channel} (${declared})`;
}

function lines(...texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null).join('\n');
}

function cells(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}

function physical(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}
