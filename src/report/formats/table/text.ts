import stringWidth from 'string-width';

/** Made when a text needs it, which takes longer than to set most reports. */
let segmenter: Intl.Segmenter | null = null;

/** Letters that take one column each, none of them part of another: ASCII, Latin, and the signs that the report itself sets. */
const NARROW =
  /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2009\u2013\u2014\u2018-\u201d\u2026\u2212\u2264\u2265\u2500-\u25cf\u25d0\u2713\u2717]*$/;

/** What is read as one sign each. */
export function graphemes(text: string): readonly string[] {
  if (NARROW.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Columns that the text takes on a terminal. */
export const widthOf = (text: string): number => (NARROW.test(text) ? text.length : stringWidth(text));

/** The greatest of them and 0, however many there are. */
export const greatest = (numbers: readonly number[]): number => numbers.reduce((most, next) => Math.max(most, next), 0);

/** Parts of the text that fit in `width` columns each; never cuts through what is read as one sign. */
function slices(text: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const grapheme of graphemes(text)) {
    if (part !== '' && widthOf(part + grapheme) > width) {
      parts.push(part);
      part = '';
    }
    part += grapheme;
  }
  return part === '' ? parts : [...parts, part];
}

/** The text, cut to `width` columns with the ellipsis as its last sign. */
export function cut(text: string, width: number, ellipsis: string): string {
  if (widthOf(text) <= width) return text;
  const [first = ''] = slices(text, width - widthOf(ellipsis));
  return `${first.trimEnd()}${ellipsis}`;
}

/** Lines of at most `width` columns, broken between words; a longer word (or text without blanks) is broken anywhere. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(`${line} ${word}`) <= width) {
      line = `${line} ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = widthOf(word) <= width ? [word] : slices(word, width);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return [...lines, ...(line === '' && lines.length > 0 ? [] : [line])].map((full) => full.trimEnd());
}

/** The text and blanks up to `width` columns. */
export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Lines behind a first word that hangs out to the left of them. */
export function hanging(lead: string, text: string, width: number): string[] {
  const indent = widthOf(lead);
  return wrap(text, width - indent).map((line, index) => (index === 0 ? lead : ' '.repeat(indent)) + line);
}
