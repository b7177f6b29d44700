import { diagnose } from '../diagnostics/catalog.ts';
import type { Path } from '../model/raw.ts';
import type { Target, Unit } from '../model/target.ts';
import { comparisonOf } from '../vocabulary/comparison.ts';
import type { AnyMeasure } from '../vocabulary/measures/index.ts';
import { parseNumber, parsePercent, parseSpan } from '../vocabulary/types/literals.ts';
import { lastKey } from './last-key.ts';
import { asPercent, badValue, textAt } from './literals.ts';
import type { Source } from './source.ts';

type Op = Target['op'];

const WORDS: Readonly<Record<Op, string>> = { '>=': 'at least', '<=': 'at most' };

/** What is expected of a level in a unit, with an example of a target. */
const UNITS: Readonly<Record<Unit, readonly [expected: string, example: string]>> = {
  share: ['a share', '95%'],
  seconds: ['a length of time with its unit', 'at most 4h'],
  number: ['a number', 'at least 45'],
};

/** The target at a path, for a measure; for none (a blind spot) its unit is the one that it is written in. */
export function readTarget(source: Source, path: Path, measure: AnyMeasure | null): Target | null {
  const text = textAt(source, path);
  if (text === null) return null;
  const found = comparisonOf(text);
  if (found.kind === 'misspelt' || (found.kind === 'comparison' && !isDirection(found.comparison))) {
    const meant = found.kind === 'misspelt' ? found.meant : found.comparison;
    const word = found.kind === 'misspelt' ? found.found : found.comparison;
    const [only, ...others] = measure?.target.ops ?? [];
    const sense: Op = meant === 'at least' || meant === 'over' ? '>=' : '<=';
    const op = only !== undefined && others.length === 0 ? only : sense;
    const proposal = `${WORDS[op]} ${found.rest}`.trim();
    const at = source.part(path, 0, word.length);
    const misspelt = found.kind === 'misspelt' && /^\p{L}/u.test(word);
    source.report(
      misspelt
        ? diagnose('unknown-comparison', { found: word, proposal }, at)
        : diagnose('target-direction', { found: word, proposal }, at),
    );
    return null;
  }
  const words = found.kind === 'comparison' ? found.rest : text;
  const said: Op | null = found.kind === 'text' ? null : found.comparison === 'at least' ? '>=' : '<=';
  const shown = said !== null && measure?.target.ops.includes(said) === false ? null : said;
  const value = readValue(source, path, words, measure, shown);
  if (value === null) return null;
  const op = said ?? (value.unit === 'share' ? '>=' : value.unit === 'seconds' ? '<=' : null);
  if (op === null) {
    source.report(diagnose('target-without-direction', { value: words }, source.at(path)));
    return null;
  }
  const [only] = measure?.target.ops ?? [];
  if (measure !== null && only !== undefined && !measure.target.ops.includes(op)) {
    const args = { found: WORDS[op], measure: measure.kind, proposal: `${WORDS[only]} ${words}` };
    source.report(diagnose('direction-of-measure', args, source.at(path)));
    return null;
  }
  return { op, ...value, text };
}

/** The unit that a text is most likely meant in, whatever is wrong with its words; null where it holds no value. */
export function unitHint(source: Source, path: Path): Unit | null {
  const text = textAt(source, path);
  return text === null ? null : (levelOf(text.replace(/^[^\d.+-]+/, ''))?.unit ?? null);
}

/** A level without a direction, in the target's unit: `warn`, `floor`, `benchmark`. */
export function readLevel(source: Source, path: Path, unit: Unit, measure: AnyMeasure | null): number | null {
  const text = textAt(source, path);
  if (text === null) return null;
  if (comparisonOf(text).kind !== 'text') {
    return badValue(
      source,
      path,
      text,
      'a level alone, for its direction is the target’s',
      `${lastKey(path)}: ${bare(UNITS[unit][1])}`,
    );
  }
  return readValue(source, path, text, measure, null, unit)?.value ?? null;
}

/** Whether a level lies on the better side of the target. */
export function isBetter(level: number, { op, value }: Target): boolean {
  return op === '>=' ? level > value : level < value;
}

/**
 * Whether the score has no lower end to count from: the measure has none, or the target does not lie on the better side
 * of it. An at-most target is counted from infinity, which what lies below zero has no share of.
 */
export function needsFloor(bottom: number | null, { op, value }: Target): boolean {
  if (bottom === null) return true;
  return op === '>=' ? value <= bottom : bottom < 0 || value < 0;
}

interface Level {
  readonly value: number;
  readonly unit: Unit;
}

function readValue(
  source: Source,
  path: Path,
  text: string,
  measure: AnyMeasure | null,
  shown: Op | null,
  wanted = measure?.target.unit ?? null,
): Level | null {
  const level = levelOf(text);
  const key = lastKey(path);
  if (level === null || !Number.isFinite(level.value)) return unreadable(source, path, text, wanted, shown);
  const unit = wanted ?? level.unit;
  if (unit !== level.unit) {
    const [expected, example] = UNITS[unit];
    // A length of time alone means at most.
    const direction = level.unit === 'seconds' && measure?.target.ops.includes('<=') === true ? '<=' : null;
    const giver = measure === null || measure.target.unit === null ? 'the target' : measure.kind;
    const args = {
      key,
      value: text,
      measure: giver,
      expected,
      example: `${key}: ${directed(example, key, shown ?? direction)}`,
    };
    const wrong =
      unit === 'share' && level.unit === 'number'
        ? diagnose('share-as-number', { key, value: text, proposal: asPercent(level.value) }, source.at(path))
        : diagnose('wrong-unit', args, source.at(path));
    source.report(wrong);
    return null;
  }
  // What a level of percentages is taken of may lie beyond them: growth, discounts.
  const isPart = measure === null || measure.target.unit === 'share';
  if (unit === 'share' && isPart && (level.value < 0 || level.value > 1)) {
    source.report(diagnose('share-out-of-range', { key, value: text, low: '0%', high: '100%' }, source.at(path)));
    return null;
  }
  return level;
}

function levelOf(text: string): Level | null {
  const share = parsePercent(text);
  if (share !== null) return { value: share, unit: 'share' };
  const number = parseNumber(text);
  if (number !== null) return { value: number, unit: 'number' };
  const span = parseSpan(text);
  return span === null ? null : { value: span.seconds, unit: 'seconds' };
}

/** Words before a number that resemble no comparison at all, or no value. */
function unreadable(source: Source, path: Path, text: string, unit: Unit | null, said: Op | null): null {
  const [, word] = /^(\p{L}[\p{L} ]*?)\s+[-+\d]/u.exec(text) ?? [];
  const key = lastKey(path);
  if (word !== undefined && key === 'target') {
    source.report(diagnose('unknown-comparison', { found: word, proposal: null }, source.part(path, 0, word.length)));
    return null;
  }
  const [expected, example] = unit === null ? ['a share, a length of time or a number', '95%'] : UNITS[unit];
  return badValue(source, path, text, expected, `${key}: ${directed(example, key, said)}`);
}

function isDirection(comparison: string): boolean {
  return comparison === 'at least' || comparison === 'at most';
}

/** An example as the key takes it: a target in the direction that is said, any other level without one. */
function directed(example: string, key: string, said: Op | null): string {
  if (key !== 'target') return bare(example);
  return said === null ? example : `${WORDS[said]} ${bare(example)}`;
}

/** An example without its direction. */
function bare(example: string): string {
  return example.replace(/^at (least|most) /, '');
}
