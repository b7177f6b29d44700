import type { YAMLError } from 'yaml';
import { type Code, diagnose } from '../diagnostics/catalog.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Lines } from './lines.ts';
import type { Stretch } from './tree.ts';

/** How deep values may be nested; YAML's reader gives up later. */
export const MAX_DEPTH = 100;

/** Faults that leave the rest of the file readable, so that its other errors are shown at once with them. */
const LOCAL: ReadonlySet<string> = new Set<Code>([
  'unquoted-comparison',
  'unquoted-character',
  'unquoted-dash',
  'bad-escape',
  'unknown-tag',
  'two-documents',
]);

export function leavesRestReadable(diagnostic: Diagnostic): boolean {
  return LOCAL.has(diagnostic.code);
}

/**
 * The faults that YAML's reader found, one a line. What it says after a fault of structure is mostly a consequence, but
 * for the faults that a line has by itself.
 */
export function yamlFaults(faults: readonly YAMLError[], lines: Lines, quotes: readonly Stretch[]): Diagnostic[] {
  const exhausted = faults.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (exhausted !== undefined) return [tooDeep(lines, exhausted.pos[0])];
  const found = new Map<number, Diagnostic>();
  let broken = false;
  for (const fault of faults.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const diagnostic = translate(fault, lines, quotes);
    const line = diagnostic.at?.line ?? 0;
    const ofItself = leavesRestReadable(diagnostic) || diagnostic.code === 'tab-indent';
    if (found.has(line) || (broken && !ofItself)) continue;
    found.set(line, diagnostic);
    broken ||= !ofItself || diagnostic.code === 'tab-indent';
  }
  return [...found.values()];
}

export function tooDeep(lines: Lines, offset: number): Diagnostic {
  return diagnose('too-deep', { limit: MAX_DEPTH }, lines.position(offset, offset + 1));
}

function translate({ code, pos, message }: YAMLError, lines: Lines, quotes: readonly Stretch[]): Diagnostic {
  const [start, end] = pos;
  const at = lines.position(start, end);
  const sign = lines.text[start] ?? '';
  const before = lines.before(start);
  switch (code) {
    case 'TAB_AS_INDENT':
      return diagnose('tab-indent', {}, at);
    case 'BAD_INDENT':
      return message.includes('end with a') ? openBracket(message, lines, start) : indent(lines, start);
    case 'MISSING_CHAR':
      if (message.includes('quote')) return openQuote(lines, start, quotes);
      if (message.includes('end with a')) return openBracket(message, lines, start);
      if (before.endsWith('$') && sign === '{') return variable(lines, start);
      if (/directives-end/.test(message)) return directive(lines);
      if (before.trimEnd().endsWith('-')) return diagnose('unquoted-dash', {}, at);
      return syntax('a comma is missing between two values in { } or [ ]', lines, pos);
    case 'UNEXPECTED_TOKEN':
      return unexpected(message, lines, pos);
    case 'BAD_SCALAR_START':
      return character(lines, start);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return nested(lines, start);
    case 'MULTILINE_IMPLICIT_KEY':
      return diagnose(
        'missing-colon',
        { text: short(lines.rest(start)) },
        lines.position(start, start + lines.rest(start).length),
      );
    case 'BLOCK_IN_FLOW':
      if (sign === '-') return diagnose('unquoted-dash', {}, lines.position(start, start + 1));
      return syntax('keys over several lines stand in { } or [ ]', lines, pos);
    case 'BAD_DQ_ESCAPE':
      return diagnose('bad-escape', { written: lines.text.slice(start, end + 1) }, lines.position(start, end + 1));
    case 'BAD_ALIAS':
      return character(lines, sign === '*' || sign === '&' ? start : start - 1);
    case 'MULTIPLE_DOCS':
      return diagnose('two-documents', {}, at);
    case 'TAG_RESOLVE_FAILED':
      return diagnose('unknown-tag', { tag: lines.text.slice(start, end) }, at);
    case 'BAD_DIRECTIVE':
      return character(lines, start);
    case 'KEY_OVER_1024_CHARS':
      return syntax('a key is longer than 1024 letters', lines, pos);
    default:
      return syntax(message.charAt(0).toLowerCase() + message.slice(1), lines, pos);
  }
}

function unexpected(message: string, lines: Lines, pos: readonly [number, number]): Diagnostic {
  const [start, end] = pos;
  const at = lines.position(start, end);
  const before = lines.before(start);
  if (message.includes('Block scalar header') || message.includes('Not a YAML token')) {
    const header = before.search(/[>|][^>|]*$/);
    return character(lines, header < 0 ? start : start - before.length + header);
  }
  if (message.includes('block-seq-ind')) {
    if (lines.rest(start).trim() === '-') return diagnose('unquoted-dash', {}, at);
    return syntax('a list begins on the line after its key, or stands in [ ]', lines, pos);
  }
  if (message.includes('flow-map-start') && before.endsWith('$')) return variable(lines, start);
  const sign = lines.text[start] ?? '';
  if (message.includes('in YAML stream') && '}]'.includes(sign))
    return diagnose('stray-bracket', { bracket: sign }, at);
  if (message.includes('at node end')) {
    const text = lines.rest(start);
    return diagnose(
      'yaml-text-after-quote',
      { text: short(text) },
      lines.position(start, start + text.trimEnd().length),
    );
  }
  if (sign === ',') return syntax('a comma has no value before it', lines, pos);
  return syntax(`'${short(lines.text.slice(start, end))}' is not expected here`, lines, pos);
}

/** A value that begins with a sign that YAML keeps for itself. */
function character(lines: Lines, start: number): Diagnostic {
  const rest = lines.rest(start);
  const inFlow = /[{[]/.test(lines.before(start));
  const text = (inFlow ? rest.replace(/\s*[,\]}].*$/, '') : rest.replace(/\s+#.*$/, '')).trim();
  const sign = text.charAt(0);
  const at = lines.position(start, start + Math.max(1, text.length));
  if (sign === '>') {
    const value = text.replace(/^>=?\s*/, '');
    const words = text.startsWith('>=') ? 'at least' : 'over';
    return diagnose(
      'unquoted-comparison',
      { text: short(text), proposal: value === '' ? null : `${words} ${short(value)}` },
      at,
    );
  }
  const meant = /^%\s*\d[\d.,]*$/.test(text) ? `${text.slice(1).trim()}%` : null;
  return diagnose('unquoted-character', { character: sign, text: short(text), meant }, at);
}

/** `a: b: c`, or a value on one line with keys indented below it. */
function nested(lines: Lines, start: number): Diagnostic {
  const text = lines.rest(start).trimEnd();
  if (/:(\s|$)/.test(text))
    return diagnose('unquoted-colon', { text: short(text) }, lines.position(start, start + text.length));
  const next = lines.text.indexOf('\n', start) + 1;
  return next === 0 ? syntax(`'${short(text)}' is not expected here`, lines, [start, start + 1]) : indent(lines, next);
}

function indent(lines: Lines, offset: number): Diagnostic {
  const rest = lines.rest(offset);
  const start = offset + rest.length - rest.trimStart().length;
  return diagnose('bad-indent', {}, lines.position(start, start + rest.trim().length));
}

function openQuote(lines: Lines, end: number, quotes: readonly Stretch[]): Diagnostic {
  const opened = quotes.findLast((quote) => quote.start < end && end <= quote.end + 1) ?? { start: end, end };
  const quote = lines.text[opened.start] ?? '"';
  return diagnose('yaml-unclosed-quote', { quote }, lines.position(opened.start, opened.start + 1));
}

function openBracket(message: string, lines: Lines, start: number): Diagnostic {
  const close = message.includes('}') ? '}' : ']';
  const bracket = close === '}' ? '{' : '[';
  const rest = lines.rest(start);
  return diagnose(
    'unclosed-bracket',
    { bracket, close },
    lines.position(start, start + Math.max(1, rest.trimEnd().length)),
  );
}

function variable(lines: Lines, brace: number): Diagnostic {
  const text = `$${/^\{[^}]*\}?/.exec(lines.rest(brace))?.[0] ?? '{'}`;
  return diagnose('unquoted-variable', { text }, lines.position(brace - 1, brace - 1 + text.length));
}

function directive(lines: Lines): Diagnostic {
  const start = /^%/m.exec(lines.text)?.index ?? 0;
  return character(lines, start);
}

function syntax(detail: string, lines: Lines, pos: readonly [number, number]): Diagnostic {
  return diagnose('yaml-syntax', { detail }, lines.position(pos[0], pos[1]));
}

function short(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 60 ? `${trimmed.slice(0, 59)}…` : trimmed;
}
