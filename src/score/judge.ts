import type { Pledge } from '../model/declaration.ts';
import type { Measure } from '../model/measure.ts';
import type { Verdict } from '../model/report.ts';
import type { Target } from '../model/target.ts';
import type { DayNumber, Instant } from '../model/time.ts';
import { figureOf } from '../vocabulary/measures/index.ts';
import type { Figure, Interval } from '../vocabulary/measures/sample.ts';
import type { Cut } from './settle/index.ts';
import { figureInWords } from './words.ts';

/** The terms that a figure is judged by. */
export type Terms = Pick<Pledge, 'target' | 'warn' | 'judge' | 'minCases' | 'waived'>;

export interface Moment {
  readonly asOf: Instant | null;
  /** Local day of as_of, for waivers. */
  readonly asOfDay: DayNumber | null;
}

export interface JudgeContext extends Moment {
  readonly pledge: Pledge;
  /** That of the pledge. */
  readonly measure: Measure<string>;
  readonly confidence: number;
}

/** Beside its figure, what a cut says to the verdict. */
export type Beside = Omit<Cut, 'sample'>;

export interface VerdictAndReason {
  readonly verdict: Verdict;
  /** Why, in words. */
  readonly reason: string;
}

/** A figure with its verdict. */
export interface Judged extends VerdictAndReason {
  readonly figure: Figure;
  /** The sample itself is let go: all values of all periods and segments at once would be too many. */
  readonly beside: Beside;
}

/** Computes the figure of a cut and judges it. `every` is judged apart. */
export function judge(cut: Cut, context: JudgeContext): Judged {
  const { measure, pledge, confidence } = context;
  const figure = figureOf(cut.sample, measure, { confidence, target: pledge.target });
  const { sample: _, ...beside } = cut;
  return { figure, beside, ...verdictOf(figure, beside, pledge, context) };
}

/** Does the value meet the target, exactly? */
export function meets(value: number, { op, value: target }: Pick<Target, 'op' | 'value'>): boolean {
  return op === '>=' ? value >= target : value <= target;
}

/** Judges a figure by the table of verdicts of the language; a bound of its interval that is null lies without end. */
export function verdictOf(figure: Figure, beside: Beside, terms: Terms, { asOf, asOfDay }: Moment): VerdictAndReason {
  const { target, minCases, waived } = terms;
  const { value, above, interval } = figure;
  const decided = decidedCases(figure);
  if (value === null && (above === null || decided === 0)) return withoutValue(figure, beside);
  if (decided < minCases) {
    return { verdict: 'unproven', reason: `fewer decided cases (${decided}) than min_cases (${minCases})` };
  }
  if (asOf !== null && figure.cases > 0 && beside.earliestDue > asOf)
    return { verdict: 'unproven', reason: 'no deadline has passed yet' };
  const beyond = value !== null || above === null ? '' : `not yet reached after ${figureInWords(above, target.unit)}`;
  if (value === null && above !== null && above < target.value) {
    return { verdict: 'unproven', reason: `${beyond}, the longest that could be followed; the target lies beyond` };
  }
  if (terms.judge === 'interval' && holds(interval, target)) {
    return { verdict: 'unproven', reason: 'its confidence interval holds the target' };
  }
  // What was never reached lies above all that was followed.
  const isMet = value === null ? target.op === '>=' : meets(value, target);
  if (!isMet) {
    const side = `${target.op === '>=' ? 'below' : 'above'} the target${beyond === '' ? '' : `: ${beyond}`}`;
    // Where nothing bears a time, no day is past the end of the waiver.
    return waived !== null && (asOfDay === null || asOfDay <= waived.until)
      ? { verdict: 'waived', reason: `${side}, waived: ${waived.reason}` }
      : { verdict: 'missed', reason: side };
  }
  const close = onlyJust(figure, terms);
  if (close !== null) return { verdict: 'close', reason: `meets the target, but ${close}` };
  return { verdict: 'kept', reason: `meets the target${beyond === '' ? '' : `: ${beyond}`}` };
}

/** Why what meets the target does so only just; null where it does so with room. */
function onlyJust(figure: Figure, { target, warn }: Terms): string | null {
  const { value, above, interval, ifPendingMissed, events } = figure;
  const side = target.op === '>=' ? 'below' : 'above';
  const bound = interval === null ? null : target.op === '>=' ? interval.low : interval.high;
  if (interval !== null && !isExtreme(target)) {
    if (bound === null)
      return `with so few cases its confidence interval has no ${side === 'below' ? 'lower' : 'upper'} bound`;
    if (!meets(bound, target)) return `its confidence interval reaches ${side} it`;
  }
  const known = value ?? above;
  if (warn !== null && known !== null && !meets(known, { op: target.op, value: warn })) return `is ${side} warn`;
  if (ifPendingMissed !== null && !meets(ifPendingMissed, target)) {
    return `would not if every pending occasion ${events === null ? 'were missed' : 'came out worst'}`;
  }
  return null;
}

/** All or nothing is no matter of chance: no interval of a sample ever keeps clear of it. */
function isExtreme({ value, unit }: Target): boolean {
  return value === 0 || (unit === 'share' && value === 1);
}

function holds(interval: Interval | null, target: Target): boolean {
  if (interval === null) return false;
  const { low, high } = interval;
  return (low === null || low < target.value) && (high === null || target.value < high);
}

/** Where open cases are counted as not ended, those that have outlasted the target are decided too. */
export function decidedCases({ cases, pending, unsettled, above, answeredOnly }: Figure): number {
  return above !== null || answeredOnly !== null ? cases + pending - unsettled : cases;
}

function withoutValue(figure: Figure, { excluded, unreadable, filtered }: Beside): VerdictAndReason {
  const { cases, pending, kept, events } = figure;
  if (pending > 0) {
    const isLevel = kept === null && events === null;
    return { verdict: 'unproven', reason: isLevel ? 'nothing has ended yet' : 'no deadline has passed yet' };
  }
  return { verdict: 'unmeasured', reason: noCases(cases, excluded, unreadable, filtered) };
}

function noCases(cases: number, excluded: number, unreadable: number, filtered: number): string {
  if (cases > 0) return 'no figure can be had of its occasions';
  if (excluded > 0) return 'no occasion that it applies to: a needed cell is blank in every one';
  if (unreadable > 0) return 'no occasion that could be read';
  if (filtered > 0) return 'no occasion that its where takes';
  return 'no occasion in the window';
}
