import type { Condition } from '../../model/condition.ts';
import type { Pledge } from '../../model/declaration.ts';
import type { Measure } from '../../model/measure.ts';
import type { SetsRightReport } from '../../model/report.ts';
import { countsOf } from '../../vocabulary/measures/nps.ts';
import type { Figure } from '../../vocabulary/measures/sample.ts';
import { tidy } from '../figures.ts';
import { fails, type JudgedSegment } from '../segments.ts';
import type { Cut } from '../settle/index.ts';
import { eventsShort, promotersShort } from './counted.ts';
import { endedShort, valuesShort } from './values.ts';

export interface Missed {
  /** Of the whole. */
  readonly figure: Figure;
  readonly shortfall: number | null;
  /** Segments that have to meet the target each. */
  readonly every: readonly JudgedSegment[];
  readonly pledge: Pledge;
  /** That of the pledge. */
  readonly measure: Measure<string>;
}

/**
 * The number that would have kept what was missed; null where there is none, or none that is certain: where an interval
 * is judged, where several splits have to meet the target each, or segments of a measure that has no shortfall.
 *
 * @param whole - called where the number follows from the values themselves
 */
export function setsRight(missed: Missed, whole: () => Cut): SetsRightReport | null {
  const { figure, shortfall, every, pledge, measure } = missed;
  if (pledge.judge === 'interval') return null;
  const splits = new Set(every.filter(({ judged }) => fails(judged.verdict)).map(({ by }) => by)).size;
  if (shortfall !== null) {
    const of = measure.kind === 'kept_when' && isDeadline(measure.condition) ? 'in-time' : 'kept';
    return splits > 1 || shortfall === 0 ? null : { number: shortfall, of, unit: null };
  }
  return splits > 0 ? null : byMeasure(figure, pledge, measure, whole);
}

/** Do deadlines alone decide? */
function isDeadline(condition: Condition<string>): boolean {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.every(isDeadline);
  return condition.kind === 'within' || condition.kind === 'by';
}

function byMeasure(
  figure: Figure,
  { target }: Pledge,
  measure: Measure<string>,
  whole: () => Cut,
): SetsRightReport | null {
  const { value, cases, events, atLeast } = figure;
  // With what is still open it may have broken the target already, however little the rest comes to.
  const isOpen = atLeast !== null && target.op === '<=';
  switch (measure.kind) {
    case 'count':
      return events === null ? null : eventsShort(events, target, (number) => number, cases);
    case 'distinct':
      return value === null ? null : eventsShort(value, target, (number) => number, Math.ceil(target.value));
    case 'rate':
      return events === null ? null : eventsShort(events, target, (number) => (measure.per * number) / cases, cases);
    case 'ratio': {
      if (events === null) return null;
      // One more than the quotient, which may lie a digit below what is judged.
      const most = Math.ceil((target.value * cases) / measure.per) + 1;
      return eventsShort(events, target, (number) => (measure.per * number) / cases, most);
    }
    case 'mean':
    case 'difference':
    case 'sum': {
      if (value === null || isOpen) return null;
      const number = tidy(target.value - value);
      return number === 0 ? null : { number, of: measure.kind === 'sum' ? 'total' : 'average', unit: target.unit };
    }
    case 'nps': {
      const { sample } = whole();
      return sample.kind === 'moments' ? promotersShort(countsOf(sample.moments), target) : null;
    }
    case 'median':
    case 'p75':
    case 'p90':
    case 'p95':
    case 'p99':
    case 'quantile': {
      const { sample } = whole();
      if (sample.kind !== 'values') return null;
      const { values, open } = sample;
      // What is still open may yet reach an at-least target.
      if (open.length > 0 && target.op === '>=') return null;
      const number =
        open.length > 0 ? endedShort(values, open, measure.q, target.value) : valuesShort(values, measure.q, target);
      return number === null ? null : { number, of: target.op === '<=' ? 'within' : 'reaching', unit: null };
    }
    default:
      return null;
  }
}
