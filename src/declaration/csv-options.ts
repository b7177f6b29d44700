import type { CsvOptions } from '../model/declaration.ts';
import type { Path } from '../model/raw.ts';
import { badValue, numberAt, textAt, wordAt } from './literals.ts';
import type { Located, Source } from './source.ts';

const NAMED: Readonly<Record<string, string>> = {
  tab: '\t',
  '\\t': '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
  space: ' ',
};
const LINES = { least: 1, whole: true, above: false, expected: 'a whole number from 1 on' };

export function readCsv(keys: ReadonlyMap<string, Located>, source: Source): CsvOptions {
  const pathOf = (key: string): Path => keys.get(key)?.path ?? ['(none)'];
  const delimiter = letterAt(source, pathOf('delimiter'), 'delimiter: ";"');
  const quote = letterAt(source, pathOf('quote'), "quote: '\"'");
  if (quote !== null && quote === delimiter) {
    badValue(source, pathOf('quote'), quote, 'another letter than the delimiter', "quote: '\"'");
  }
  return {
    delimiter,
    quote,
    encoding: wordAt(source, pathOf('encoding'), ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
    headerLine: numberAt(source, pathOf('header_line'), { ...LINES, example: 'header_line: 3' }),
    headerRows: numberAt(source, pathOf('header_rows'), { ...LINES, example: 'header_rows: 2' }) ?? 1,
    footer: footerAt(source, pathOf('footer')),
    comment: textAt(source, pathOf('comment')) || null,
    ragged: wordAt(source, pathOf('ragged'), ['error', 'pad']) ?? 'error',
  };
}

/** One letter; blanks count, for a tab or a space may be it. */
function letterAt(source: Source, path: Path, example: string): string | null {
  const raw = source.raw(path);
  if (typeof raw !== 'string') return null;
  const letter = Object.hasOwn(NAMED, raw.trim().toLowerCase()) ? NAMED[raw.trim().toLowerCase()] : raw;
  if (letter !== undefined && letter.length === 1 && !/[\r\n]/.test(letter)) return letter;
  return badValue(source, path, raw, 'one letter, or tab', example);
}

function footerAt(source: Source, path: Path): number | string | null {
  const text = textAt(source, path);
  if (text === null || text === '') return null;
  if (!/^[-+]?\d+$/.test(text) || source.quoted(path)) return text;
  return numberAt(source, path, {
    least: 0,
    whole: true,
    above: false,
    expected: 'a number of rows, or a text (in quotes, if it is a number)',
    example: 'footer: 1',
  });
}
