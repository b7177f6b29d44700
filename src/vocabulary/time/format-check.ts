import { type Field, type FormatFault, fault, type Token } from './format-tokens.ts';

type FieldToken = Extract<Token, { kind: 'field' }>;

/** What makes a pattern of known tokens unfit to read a moment by, or null where it is fit. */
export function checkTokens(pattern: string, tokens: readonly Token[]): FormatFault | null {
  const fields = tokens.filter((token) => token.kind === 'field');
  if (fields.length === 0) return fault('empty', 0, pattern, 'yyyy-MM-dd');
  return misplaced(fields) ?? repeated(fields) ?? missing(pattern, fields) ?? wrongClock(fields) ?? touching(tokens);
}

/** `mm` beside a year or a day means the month, `MM` behind an hour the minutes. */
function misplaced(fields: readonly FieldToken[]): FormatFault | null {
  for (const [index, token] of fields.entries()) {
    const before = fields[index - 1]?.field;
    const after = fields[index + 1]?.field;
    if (token.letter === 'm' && before !== 'hour' && (isCalendar(before) || isCalendar(after))) {
      return fault('misplaced', token.at, token.text, token.text.toUpperCase());
    }
    if (token.letter === 'M' && token.text.length <= 2 && before === 'hour' && !isCalendar(after)) {
      return fault('misplaced', token.at, token.text, token.text.toLowerCase());
    }
  }
  return null;
}

function isCalendar(field: Field | undefined): boolean {
  return field === 'year' || field === 'day';
}

function repeated(fields: readonly FieldToken[]): FormatFault | null {
  const seen = new Set<Field>();
  for (const token of fields) {
    // A wall clock with an offset names its moment; a zone beside it could only contradict.
    const part = token.field === 'zone' ? 'offset' : token.field;
    if (seen.has(part)) return fault('repeated', token.at, token.text, null);
    seen.add(part);
  }
  return null;
}

/** Each part with the one that it means nothing without, and the token of that one. */
const NEEDS: readonly (readonly [Field, Field, string])[] = [
  ['fraction', 'second', 'ss'],
  ['second', 'minute', 'mm'],
  ['minute', 'hour', 'HH'],
  ['half', 'hour', 'hh'],
  ['offset', 'hour', 'HH'],
  ['zone', 'hour', 'HH'],
];

function missing(pattern: string, fields: readonly FieldToken[]): FormatFault | null {
  const present = new Map(fields.map((token) => [token.field, token]));
  for (const [part, needed, token] of NEEDS) {
    const found = present.get(part);
    if (found !== undefined && !present.has(needed)) return fault('missing', found.at, found.text, token);
  }
  if (!present.has('year')) return fault('missing', 0, pattern, 'yyyy');
  if (!present.has('month')) return fault('missing', 0, pattern, 'MM');
  return present.has('day') ? null : fault('missing', 0, pattern, 'dd');
}

function wrongClock(fields: readonly FieldToken[]): FormatFault | null {
  const hour = fields.find((token) => token.field === 'hour');
  const half = fields.find((token) => token.field === 'half');
  if (hour === undefined) return null;
  const twelve = hour.letter === 'h' || hour.letter === 'K';
  if (twelve && half === undefined) {
    return fault('clock', hour.at, hour.text, (hour.letter === 'h' ? 'H' : 'k').repeat(hour.text.length));
  }
  if (!twelve && half !== undefined) return fault('clock', hour.at, hour.text, 'h'.repeat(hour.text.length));
  return null;
}

/** In a run of digits only the first number may have a length of its own: the others are counted off from the end. */
function touching(tokens: readonly Token[]): FormatFault | null {
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (before === undefined || !isNumeric(before) || !isNumeric(token) || token.kind !== 'field') continue;
    if (token.text.length === 1 && token.letter !== 'y' && token.letter !== 'S') {
      return fault('adjacent', token.at, token.text, token.text.repeat(2));
    }
  }
  return null;
}

/** Whether the token reads digits alone. */
export function isNumeric(token: Token | undefined): boolean {
  if (token?.kind !== 'field') return false;
  if (token.field === 'month') return token.text.length <= 2;
  return token.field !== 'weekday' && token.field !== 'half' && token.field !== 'offset' && token.field !== 'zone';
}
