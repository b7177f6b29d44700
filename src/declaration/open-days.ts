import { diagnose } from '../diagnostics/catalog.ts';
import type { Calendar } from '../model/calendar.ts';
import type { Span } from '../model/condition.ts';
import type { Measure } from '../model/measure.ts';
import type { Path } from '../model/raw.ts';
import type { Target } from '../model/target.ts';
import { comparisonOf } from '../vocabulary/comparison.ts';
import { isMap, type Settled } from '../vocabulary/reading.ts';
import { parseSpan } from '../vocabulary/types/literals.ts';
import { lastKey } from './last-key.ts';
import { textAt } from './literals.ts';
import type { Source } from './source.ts';

const LEVELS = ['target', 'warn', 'floor', 'benchmark'] as const;
const EXAMPLE = '16h';

/**
 * Reports levels in days that open time is held against: `2d` is 48 hours, and a desk is open for few of them. Where a
 * moment is a date, whole open days are counted, and days are what they say.
 */
export function checkOpenDays(
  measure: Measure<string>,
  { op }: Target,
  pathOf: (key: string) => Path,
  settled: Settled,
  source: Source,
): void {
  if (!('operand' in measure) || measure.operand.kind !== 'elapsed') return;
  const { from, to, calendar } = measure.operand;
  if (calendar === null || settled.typeOf(from) === 'date' || settled.typeOf(to) === 'date') return;
  for (const level of LEVELS) {
    const path = isMap(source.raw(pathOf(level))) ? [...pathOf(level), 'value'] : pathOf(level);
    const value = textAt(source, path);
    const found = value === null ? null : comparisonOf(value);
    const words = found?.kind === 'comparison' ? found.rest : value;
    const span = words === null ? null : parseSpan(words);
    if (value === null || span === null || span.seconds === 0 || !/\d\s*[dw]/i.test(span.text)) continue;
    const key = lastKey(path);
    const hours = openHours(calendar, span) ?? EXAMPLE;
    const args = {
      key,
      value,
      calendar: calendar.name,
      example: `${key}: ${level === 'target' ? (op === '>=' ? 'at least ' : 'at most ') : ''}${hours}`,
      instead: `kept_when: { ${to}: { within: ${span.days === null ? '2d' : span.text}, of: ${from}, calendar: ${calendar.name} } }`,
    };
    source.report(diagnose('open-days', args, source.at(path)));
  }
}

/** Usual open hours of so many open days, where all are open equally long, or of so many weeks; null: nobody can tell. */
function openHours({ week }: Calendar, { days, text }: Span): string | null {
  const open = week.map((spans) => spans.reduce((sum, { from, to }) => sum + to - from, 0)).filter((ms) => ms > 0);
  const [usual] = open;
  if (days === null || usual === undefined) return null;
  const inWeeks = !/\d\s*d/i.test(text);
  if (!inWeeks && open.some((ms) => ms !== usual)) return null;
  const ms = inWeeks ? (days / 7) * open.reduce((sum, one) => sum + one, 0) : days * usual;
  const minutes = Math.round(ms / 60_000);
  const parts = [`${Math.floor(minutes / 60)}h`, `${minutes % 60}m`].filter((part) => !part.startsWith('0'));
  return parts.length === 0 ? null : parts.join(' ');
}
