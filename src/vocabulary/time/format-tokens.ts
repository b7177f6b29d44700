import { isBlank, isLetter } from './chars.ts';

export type Field =
  | 'year'
  | 'month'
  | 'day'
  | 'weekday'
  | 'hour'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'half'
  | 'offset'
  | 'zone';

/** One piece of a pattern; `at` counts from 0 in it. */
export type Token =
  | { readonly kind: 'blank'; readonly at: number }
  | { readonly kind: 'literal'; readonly at: number; readonly text: string }
  | {
      readonly kind: 'field';
      readonly at: number;
      readonly text: string;
      readonly letter: string;
      readonly field: Field;
    };

export type FormatFaultReason =
  /** Letters that are no token, or not as many as there may be: `YYYY`, `DD`, `yyy`. */
  | 'unknown'
  /** A word that has to be quoted: `T`. */
  | 'unquoted'
  | 'unclosed-quote'
  /** A token of strftime: `%d`. */
  | 'strftime'
  /** Minutes where a month is meant, or the other way round. */
  | 'misplaced'
  /** The same part twice. */
  | 'repeated'
  /** A part that the others need is not there; `meant` is its token. */
  | 'missing'
  /** `h` without `a`, or `a` beside the 24-hour clock. */
  | 'clock'
  /** Digits of no fixed number that touch other digits. */
  | 'adjacent'
  | 'empty';

/** What is wrong with a pattern: `found` at `position` (from 0), and the token to write instead where one is known. */
export interface FormatFault {
  readonly kind: 'fault';
  readonly position: number;
  readonly found: string;
  readonly meant: string | null;
  readonly reason: FormatFaultReason;
}

export function fault(reason: FormatFaultReason, position: number, found: string, meant: string | null): FormatFault {
  return { kind: 'fault', position, found, meant, reason };
}

/** Letter to its field and the numbers of letters that it may have. */
const FIELDS: ReadonlyMap<string, readonly [Field, readonly number[]]> = new Map<string, readonly [Field, number[]]>([
  ['y', ['year', [1, 2, 4]]],
  ['M', ['month', [1, 2, 3, 4]]],
  ['d', ['day', [1, 2]]],
  ['E', ['weekday', [1, 2, 3, 4]]],
  ['H', ['hour', [1, 2]]],
  ['h', ['hour', [1, 2]]],
  ['k', ['hour', [1, 2]]],
  ['K', ['hour', [1, 2]]],
  ['m', ['minute', [1, 2]]],
  ['s', ['second', [1, 2]]],
  ['S', ['fraction', [1, 2, 3, 4, 5, 6, 7, 8, 9]]],
  ['a', ['half', [1, 2, 3]]],
  ['X', ['offset', [1, 2, 3]]],
  ['x', ['offset', [1, 2, 3]]],
  ['Z', ['offset', [1, 2, 3, 5]]],
  ['z', ['zone', [1, 2, 3]]],
  ['V', ['zone', [2]]],
]);

const STRFTIME: Readonly<Record<string, string>> = {
  Y: 'yyyy',
  y: 'yy',
  m: 'MM',
  d: 'dd',
  e: 'd',
  b: 'MMM',
  h: 'MMM',
  B: 'MMMM',
  a: 'EEE',
  A: 'EEEE',
  H: 'HH',
  k: 'H',
  I: 'hh',
  l: 'h',
  M: 'mm',
  S: 'ss',
  f: 'SSS',
  L: 'SSS',
  p: 'a',
  P: 'a',
  z: 'XX',
  Z: 'z',
  F: 'yyyy-MM-dd',
  T: 'HH:mm:ss',
  R: 'HH:mm',
  D: 'MM/dd/yy',
};

/** Words that stand in times; each holds a letter that is no token. */
const WORDS = ['UTC', 'GMT', 'at', 'T'];

/** Cuts a pattern into fields, blanks and literals. */
export function tokenize(pattern: string): readonly Token[] | FormatFault {
  const tokens: Token[] = [];
  let at = 0;
  while (at < pattern.length) {
    const char = pattern.charAt(at);
    const code = pattern.charCodeAt(at);
    const start = at;
    if (isBlank(code)) {
      while (at < pattern.length && isBlank(pattern.charCodeAt(at))) at++;
      tokens.push({ kind: 'blank', at: start });
    } else if (char === "'") {
      const quoted = readQuoted(pattern, at);
      if (quoted === null) return fault('unclosed-quote', start, pattern.slice(start), null);
      at = quoted.end;
      for (const piece of quoted.text.split(/([\s\u00a0]+)/)) {
        if (piece !== '') {
          tokens.push(/\S/.test(piece) ? { kind: 'literal', at: start, text: piece } : { kind: 'blank', at: start });
        }
      }
    } else if (char === '%' && isLetter(pattern.charCodeAt(at + 1))) {
      return fault('strftime', at, pattern.slice(at, at + 2), STRFTIME[pattern.charAt(at + 1)] ?? null);
    } else if (isLetter(code)) {
      const word = WORDS.find((one) => pattern.startsWith(one, start));
      if (word !== undefined) return fault('unquoted', start, word, `'${word}'`);
      while (pattern.charAt(at) === char) at++;
      const text = pattern.slice(start, at);
      const known = FIELDS.get(char);
      if (!known?.[1].includes(text.length)) return fault('unknown', start, text, meantBy(char, text.length));
      tokens.push({ kind: 'field', at: start, text, letter: char, field: known[0] });
    } else {
      at++;
      tokens.push({ kind: 'literal', at: start, text: char });
    }
  }
  return tokens;
}

/** `''` is an apostrophe, within quotes and outside them. */
function readQuoted(pattern: string, start: number): { readonly text: string; readonly end: number } | null {
  if (pattern.charAt(start + 1) === "'") return { text: "'", end: start + 2 };
  let text = '';
  for (let at = start + 1; at < pattern.length; at++) {
    if (pattern.charAt(at) !== "'") text += pattern.charAt(at);
    else if (pattern.charAt(at + 1) === "'") text += pattern.charAt(at++);
    else return { text, end: at + 1 };
  }
  return null;
}

/** The token that people who write these letters mean, as other tools have them. */
function meantBy(letter: string, count: number): string | null {
  switch (letter) {
    case 'y':
    case 'Y':
    case 'u':
      return count === 2 ? 'yy' : 'yyyy';
    case 'D':
    case 'd':
      return count === 1 ? 'd' : count === 2 ? 'dd' : count === 3 ? 'EEE' : 'EEEE';
    case 'M':
      return 'MMM';
    case 'L':
      return 'M'.repeat(Math.min(count, 4));
    case 'n':
    case 'i':
    case 'I':
    case 'N':
      return count === 1 ? 'm' : 'mm';
    case 'H':
    case 'h':
    case 'k':
    case 'K':
    case 'm':
    case 's':
      return letter.repeat(2);
    case 'E':
      return 'EEEE';
    case 'c':
    case 'e':
      return 'EEE';
    case 'a':
    case 'A':
    case 'b':
    case 'B':
    case 't':
    case 'p':
    case 'P':
      return 'a';
    case 'f':
    case 'F':
    case 'S':
      return 'S'.repeat(Math.min(count, 9));
    case 'x':
    case 'X':
    case 'Z':
    case 'O':
      return 'XXX';
    case 'z':
      return 'z';
    case 'v':
    case 'V':
      return 'VV';
    default:
      return null;
  }
}
