import stringWidth from 'string-width';
import type { Diagnostic, Position } from '../model/diagnostic.ts';

/** How the parts of a message are coloured; each gets text without line breaks. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly dim: (text: string) => string;
}

const PLAIN: Paint = { error: (text) => text, warning: (text) => text, dim: (text) => text };
const TAB = '    ';
/** Made when a text needs it, which takes longer than all else of a message. */
let segmenter: Intl.Segmenter | null = null;

/**
 * Diagnostics as people read them: place and message, the line with a caret below it, then what to type next.
 *
 * `sources` gives the text of a file by the name that positions bear, or null; `width` is where a line is cut.
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: (file: string) => string | null,
  paint: Paint | null = null,
  width = 100,
): string {
  const lines = new Map<string, readonly string[] | null>();
  const linesOf = (file: string): readonly string[] | null => {
    const known = lines.get(file);
    if (known !== undefined) return known;
    const read =
      sources(file)
        ?.replace(/^\uFEFF/, '')
        .split(/\r?\n/) ?? null;
    lines.set(file, read);
    return read;
  };
  return diagnostics
    .map((diagnostic) => `${render(diagnostic, linesOf, paint ?? PLAIN, width).join('\n')}\n`)
    .join('\n');
}

function render(
  diagnostic: Diagnostic,
  linesOf: (file: string) => readonly string[] | null,
  paint: Paint,
  width: number,
): string[] {
  const { at, id, severity, message, help } = diagnostic;
  const colour = severity === 'error' ? paint.error : severity === 'warning' ? paint.warning : paint.dim;
  const kind = severity === 'error' ? '' : `${severity}: `;
  const lines = at === null ? null : linesOf(at.file);
  const place = at === null ? '' : `${paint.dim(printable(placeOf(at, lines !== null)))}  `;
  const [first = '', ...others] = message.split('\n').map(printable);
  const shown = [`${place}${colour(`${kind}${first}`)} ${paint.dim(`(${id})`)}`, ...others.map((line) => `   ${line}`)];
  if (at !== null && lines !== null) shown.push(...frame(at, lines, paint, colour, width));
  if (help !== null) shown.push(...help.split('\n').map((line) => `   ${printable(line)}`));
  return shown;
}

/** In an export, where only the line is known, the column is left out. */
function placeOf({ file, line, column }: Position, isQuoted: boolean): string {
  return !isQuoted && column === 1 ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** The line before, the line itself, and the caret. */
function frame(
  { line, column, length }: Position,
  lines: readonly string[],
  paint: Paint,
  colour: (text: string) => string,
  width: number,
): string[] {
  const text = lines[line - 1];
  if (text === undefined) return [];
  const gutter = Math.max(2, String(line).length);
  const bar = (number: string): string => paint.dim(`   ${number.padStart(gutter)} |`);
  const room = Math.max(20, width - gutter - 6);
  const previous = lines[line - 2];
  const { shown, before, marked } = cut(text, column, length, room);
  return [
    ...(previous === undefined ? [] : [`${bar(String(line - 1))} ${cut(previous, 1, 1, room).shown}`.trimEnd()]),
    `${bar(String(line))} ${shown}`.trimEnd(),
    `${bar('')} ${' '.repeat(before)}${colour('^'.repeat(marked))}`,
  ];
}

interface Cut {
  readonly shown: string;
  /** Cells of the screen before the mark, and under it. */
  readonly before: number;
  readonly marked: number;
}

/** The line as the screen shows it, cut to the room around the letters that are marked. */
function cut(line: string, column: number, length: number, room: number): Cut {
  // What is far from the mark is not looked at: a line may be megabytes long.
  const points = lettersAround(line, column - 1, room * 2);
  const at = points.skipped === 0 ? Math.min(column - 1, points.letters.length) : column - 1 - points.skipped;
  const before = asShown(points.letters.slice(0, at));
  const marked = asShown(points.letters.slice(at, at + length));
  const after = asShown(points.letters.slice(at + length));
  const markWidth = Math.min(Math.max(1, widthOf(marked)), room - 2);
  const beforeWidth = widthOf(before);
  if (points.skipped === 0 && !points.more && widthOf(before + marked + after) <= room) {
    return { shown: before + marked + after, before: beforeWidth, marked: Math.max(1, widthOf(marked)) };
  }
  const left = Math.min(beforeWidth, Math.max(10, Math.floor((room - markWidth) / 2)));
  const whole = points.skipped === 0 && beforeWidth <= left;
  const head = whole ? before : `…${ending(before, left - 1)}`;
  const tail = beginning(marked + after, room - widthOf(head) - 1);
  const rest = tail.length < (marked + after).length || points.more ? '…' : '';
  return {
    shown: head + tail + rest,
    before: widthOf(head),
    marked: Math.max(1, Math.min(markWidth, widthOf(tail))),
  };
}

function lettersAround(
  line: string,
  index: number,
  reach: number,
): { letters: readonly string[]; skipped: number; more: boolean } {
  if (!/[\uD800-\uDFFF]/.test(line)) {
    const skipped = Math.max(0, Math.min(index, line.length) - reach);
    const end = Math.min(line.length, index + reach);
    return { letters: line.slice(skipped, end).split(''), skipped, more: end < line.length };
  }
  const letters: string[] = [];
  let seen = 0;
  for (const letter of line) {
    if (seen > index + reach) return { letters, skipped: Math.max(0, index - reach), more: true };
    if (seen >= index - reach) letters.push(letter);
    seen += 1;
  }
  return { letters, skipped: Math.max(0, seen - letters.length), more: false };
}

function asShown(letters: readonly string[]): string {
  return printable(letters.map((letter) => (letter === '\t' ? TAB : letter)).join(''));
}

/** The longest end of the text that fits. */
function ending(text: string, room: number): string {
  if (isPlain(text)) return room > 0 ? text.slice(-room) : '';
  const parts = graphemes(text);
  let kept = parts.length;
  for (let left = room; kept > 0; kept -= 1) {
    left -= widthOf(parts[kept - 1] ?? '');
    if (left < 0) break;
  }
  return parts.slice(kept).join('');
}

/** The longest beginning of it that fits. */
function beginning(text: string, room: number): string {
  if (isPlain(text)) return text.slice(0, Math.max(0, room));
  let kept = '';
  let left = room;
  for (const grapheme of graphemes(text)) {
    left -= widthOf(grapheme);
    if (left < 0) break;
    kept += grapheme;
  }
  return kept;
}

function graphemes(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function widthOf(text: string): number {
  return isPlain(text) ? text.length : stringWidth(text);
}

/** Every letter of it takes one cell. */
function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** Without anything that steers a terminal or turns the direction of writing: a mark stands in its place. */
export function printable(text: string): string {
  return text.replaceAll(
    /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu,
    '\uFFFD',
  );
}
