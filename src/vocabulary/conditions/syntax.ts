import { diagnose } from '../../diagnostics/catalog.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { BlankRule, Condition } from '../../model/condition.ts';
import type { Path, Raw, RawMap } from '../../model/raw.ts';
import { comparisonOf } from '../comparison.ts';
import { type Draft, isList, isMap, type Reading } from '../reading.ts';
import { readCompare } from './compare.ts';
import type { Place } from './condition.ts';
import { readEquals } from './equals.ts';
import { kindOf, textValues } from './literal.ts';
import { operators } from './operators.ts';
import { isTooHigh } from './too-high.ts';

type Drafted = Draft<Condition<string>>;
const NOTHING: Drafted = () => null;
/** Words of their own, however like `blank` or `present` they look. */
const LIKE_BLANK = new Set([
  'black',
  'bland',
  'blink',
  'bank',
  'plank',
  'flank',
  'clank',
  'blanc',
  'blanco',
  'blanca',
  'blond',
  'prevent',
  'percent',
  'presents',
  'recent',
]);
const BLANK_RULES = ['missed', 'kept', 'excluded'] as const satisfies readonly BlankRule[];

/** Reads the condition at `path` of the promise file: every fault is reported, with the nearest word. */
export function readCondition(raw: Raw, path: Path, reading: Reading, place: Place): Drafted {
  if (!isMap(raw)) {
    reading.report(diagnose('condition-shape', { found: kindOf(raw), column: null }, reading.position(path)));
    return NOTHING;
  }
  const parts = Object.entries(raw).map(([key, value]) => {
    const at = [...path, key];
    if (key === 'all' || key === 'any') return readGroup(key, value, at, reading, place);
    if (key === 'not') return negation(readCondition(value, at, reading, place));
    if (isTooHigh(key, raw, at, reading)) return NOTHING;
    return readOnColumn(key, value, at, reading, place);
  });
  if (parts.length === 0) {
    reading.report(diagnose('empty-condition', { of: 'this map' }, reading.position(path)));
  }
  return together('all', parts);
}

function readGroup(kind: 'all' | 'any', raw: Raw, path: Path, reading: Reading, place: Place): Drafted {
  if (!isList(raw)) {
    const expected = `a list of conditions: ${kind}: [{ ... }, { ... }]`;
    reading.report(diagnose('operator-value', { key: kind, expected, found: kindOf(raw) }, reading.position(path)));
    return NOTHING;
  }
  if (raw.length === 0) {
    reading.report(diagnose('empty-condition', { of: `'${kind}'` }, reading.position(path)));
    return NOTHING;
  }
  return together(
    kind,
    raw.map((part, index) => readCondition(part, [...path, index], reading, place)),
  );
}

function negation(part: Drafted): Drafted {
  return (settled) => {
    const of = part(settled);
    return of === null ? null : { kind: 'not', of };
  };
}

/** Parts that mean all (or any) of them; one alone stands for itself. */
function together(kind: 'all' | 'any', parts: readonly Drafted[]): Drafted {
  return (settled) => {
    const read = parts.map((part) => part(settled));
    const of = read.filter((part) => part !== null);
    if (of.length < read.length) return null;
    const [only] = of;
    return of.length === 1 && only !== undefined ? only : of.length === 0 ? null : { kind, of };
  };
}

function readOnColumn(subject: string, raw: Raw, path: Path, reading: Reading, place: Place): Drafted {
  if (isMap(raw)) return readLongForm(subject, raw, path, reading, place);
  return readShortForm({ subject, raw, blank: null, path, valuePath: path, reading });
}

interface ShortForm {
  readonly subject: string;
  readonly raw: Raw;
  readonly blank: BlankRule | null;
  readonly path: Path;
  readonly valuePath: Path;
  readonly reading: Reading;
}

/** `present`, `blank`, a comparison, a value or a list of values. */
function readShortForm({ subject, raw, blank, path, valuePath, reading }: ShortForm): Drafted {
  if (isList(raw)) {
    const texts = textValues(raw, subject, valuePath, reading);
    if (texts === null) return NOTHING;
    return readEquals({ subject, texts, list: true, negate: false, blank, path, valuePath, reading });
  }
  if (typeof raw !== 'string' || raw.trim() === '') {
    reading.report(diagnose('condition-shape', { found: kindOf(raw), column: subject }, reading.position(valuePath)));
    return NOTHING;
  }
  const text = raw.trim();
  const word = text.toLowerCase();
  if (word === 'present' || word === 'blank') {
    reading.use(subject, null, path);
    const present = word === 'present';
    return () => ({ kind: 'filled', columns: { subject }, present, blank, position: reading.position(path) });
  }
  const found = comparisonOf(text);
  const meant = found.kind === 'text' && !LIKE_BLANK.has(word) ? nearest(word, ['present', 'blank']) : null;
  if (meant !== null && Math.abs(meant.length - word.length) <= 1) {
    reading.report(diagnose('nearly-filled', { found: text, meant }, reading.position(valuePath)));
    return NOTHING;
  }
  if (found.kind === 'text') {
    return readEquals({ subject, texts: [text], list: false, negate: false, blank, path, valuePath, reading });
  }
  if (found.kind === 'misspelt') {
    const args = { found: found.found, proposal: found.proposal, text: /^\p{L}/u.test(text) ? text : null };
    reading.report(diagnose('condition-comparison', args, reading.position(valuePath)));
    return NOTHING;
  }
  const { comparison, rest } = found;
  const draft = readCompare({ subject, comparison, text: rest, blank, path, valuePath, reading });
  if (draft !== null) return draft;
  reading.report(diagnose('comparison-value', { value: rest, comparison, text }, reading.position(valuePath)));
  return NOTHING;
}

/** `{ within: 4h, of: opened }`, `{ is: at least 4, blank: missed }`; several comparisons mean all. */
function readLongForm(subject: string, raw: RawMap, path: Path, reading: Reading, place: Place): Drafted {
  const blank = readBlankRule(raw['blank'], [...path, 'blank'], reading);
  const present = new Set(Object.keys(raw));
  const parts: Drafted[] = [];
  for (const key of present) {
    const value = raw[key] ?? null;
    const valuePath = [...path, key];
    if (key === 'blank') continue;
    if (key === 'is') {
      parts.push(readShortForm({ subject, raw: value, blank, path, valuePath, reading }));
      continue;
    }
    const operator = operators.find((candidate) => candidate.key === key);
    if (operator !== undefined) {
      if (place === 'where' && operator.inWhere === 'with blank' && raw['blank'] === undefined) {
        const example = `{ ${key}: ${operator.takes === 'span' ? '4h' : 'promised'}, blank: missed }`;
        reading.report(diagnose('not-in-where', { key, example }, reading.position(valuePath, 'key')));
      }
      const companions = Object.fromEntries(Object.keys(operator.companions).map((name) => [name, raw[name]]));
      parts.push(operator.read({ key, subject, value, companions, blank, path, valuePath, reading }));
      continue;
    }
    const owners = operators.filter(({ companions }) => Object.hasOwn(companions, key)).map((owner) => owner.key);
    if (owners.some((owner) => present.has(owner))) continue;
    parts.push(NOTHING);
    const at = reading.position(valuePath, 'key');
    if (owners.length > 0) reading.report(diagnose('stray-companion', { key, owners }, at));
    else reading.report(unknownOperator(key, subject, at));
  }
  if (parts.length === 0) {
    const of = `the condition on '${subject}'`;
    reading.report(diagnose('empty-condition', { of }, reading.position(path)));
  }
  return together('all', parts);
}

function unknownOperator(
  key: string,
  column: string,
  at: ReturnType<Reading['position']>,
): ReturnType<typeof diagnose> {
  const known = ['is', ...operators.map((operator) => operator.key), 'blank'];
  const companions = operators.flatMap((operator) => Object.keys(operator.companions));
  return diagnose(
    'unknown-operator',
    { key, column, known: [...known, ...new Set(companions)], nearest: nearest(key, [...known, ...companions]) },
    at,
  );
}

function readBlankRule(raw: Raw | undefined, path: Path, reading: Reading): BlankRule | null {
  if (raw === undefined) return null;
  const found = typeof raw === 'string' ? raw.trim().toLowerCase() : kindOf(raw);
  const rule = BLANK_RULES.find((known) => known === found);
  if (rule !== undefined) return rule;
  reading.report(diagnose('blank-rule', { found, nearest: nearest(found, BLANK_RULES) }, reading.position(path)));
  return null;
}
