import { isDeepStrictEqual } from 'node:util';
import type { ColumnCopy } from './column-copy.ts';
import type { Outcome, Told } from './outcome.ts';

/** The first thing that the two do not tell alike; null where there is none. Neither has handed over. */
export function difference(expected: Outcome, found: Outcome): string | null {
  if (expected.kind === 'told' && found.kind === 'told')
    return found.fault ?? expected.fault ?? betweenTold(expected, found);
  if (found.kind === 'crashed' || expected.kind === 'crashed') return `crash: ${show(expected)}; ${show(found)}`;
  return isDeepStrictEqual(expected, found) ? null : `outcome: expected ${show(expected)}, found ${show(found)}`;
}

function betweenTold(expected: Told, found: Told): string | null {
  return (
    listsDiffer('broken record', expected.broken, found.broken, isDeepStrictEqual) ??
    listsDiffer('line of row', expected.lines, found.lines, Object.is) ??
    firstOf(expected.columns.map((column, index) => columnsDiffer(`column ${index}`, column, found.columns[index]))) ??
    (isDeepStrictEqual(expected.facts, found.facts)
      ? null
      : `facts: expected ${JSON.stringify(expected.facts)}, found ${JSON.stringify(found.facts)}`)
  );
}

function columnsDiffer(name: string, expected: ColumnCopy, found: ColumnCopy | undefined): string | null {
  if (found === undefined) return `${name}: missing`;
  const isEmpty =
    expected.states.length + expected.words.length === 0 && found.states.length + found.words.length === 0;
  if (expected.kind !== found.kind && !isEmpty) return `${name}: expected ${expected.kind}, found ${found.kind}`;
  const texts = ({ states, unreadable }: ColumnCopy) => states.map((_, row) => unreadable.get(row));
  return (
    listsDiffer(`${name}: state of row`, expected.states, found.states, Object.is) ??
    listsDiffer(
      `${name}: ${expected.kind === 'id' ? 'hash word' : 'value of row'}`,
      expected.numbers,
      found.numbers,
      Object.is,
    ) ??
    listsDiffer(`${name}: word of row`, expected.words, found.words, Object.is) ??
    listsDiffer(`${name}: unreadable text of row`, texts(expected), texts(found), Object.is)
  );
}

function listsDiffer<T>(
  name: string,
  expected: readonly T[],
  found: readonly T[],
  same: (a: T | undefined, b: T | undefined) => boolean,
): string | null {
  for (let i = 0; i < Math.max(expected.length, found.length); i++) {
    if (!same(expected[i], found[i])) return `${name} ${i}: expected ${text(expected[i])}, found ${text(found[i])}`;
  }
  return null;
}

function firstOf(found: readonly (string | null)[]): string | null {
  return found.find((each) => each !== null) ?? null;
}

function text(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  return JSON.stringify(value) ?? 'nothing';
}

function show(outcome: Outcome): string {
  if (outcome.kind === 'told') return `read (${outcome.facts.rows} rows)`;
  return outcome.kind === 'failed' ? `failed ${JSON.stringify(outcome.diagnostics)}` : JSON.stringify(outcome);
}
