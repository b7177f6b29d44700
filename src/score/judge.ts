import type { Pledge } from '../model/declaration.ts';
import type { Measure } from '../model/measure.ts';
import type { Verdict } from '../model/report.ts';
import type { DayNumber, Instant } from '../model/time.ts';
import { figureOf } from '../vocabulary/measures/index.ts';
import type { Figure } from '../vocabulary/measures/sample.ts';
import { decidedCases, isLostAlready, meets } from './meets.ts';
import { leftOpen, onlyJust } from './only-just.ts';
import type { Cut } from './settle/index.ts';
import { figuresInWords } from './words.ts';

/** The terms that a figure is judged by. */
export type Terms = Pick<Pledge, 'measure' | 'target' | 'warn' | 'judge' | 'minCases' | 'waived'>;

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

const NOTHING_ENDED = 'nothing has ended yet';

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

/** Judges a figure by the table of verdicts of the language; a bound of its interval that is null lies without end. */
export function verdictOf(figure: Figure, beside: Beside, terms: Terms, { asOf, asOfDay }: Moment): VerdictAndReason {
  const { target, minCases, waived } = terms;
  const { value, above, interval } = figure;
  const isLost = isLostAlready(figure, target);
  const decided = decidedCases(figure, target);
  if (value === null && (above === null || decided === 0)) return withoutValue(figure, beside);
  if (decided < minCases) {
    return { verdict: 'unproven', reason: `fewer decided cases (${decided}) than min_cases (${minCases})` };
  }
  if (asOf !== null && figure.cases > 0 && beside.earliestDue > asOf)
    return { verdict: 'unproven', reason: 'no deadline has passed yet' };
  if (value === null && above !== null && !isLost) {
    const isBound = figure.atLeast !== null && target.op === '<=';
    if (isBound || above < target.value) return notYet(figure, terms);
  }
  // What is lost already is no matter of chance.
  const open = terms.judge === 'interval' && interval !== null && !isLost ? leftOpen(interval, target) : null;
  if (open !== null) return { verdict: 'unproven', reason: open };
  // What was never reached lies above all that was followed.
  const isMet = value === null ? target.op === '>=' : meets(value, target);
  const beyond = isMet && !isLost && value !== null ? '' : beyondValue(figure, terms);
  const because = beyond === '' ? '' : `: ${beyond}`;
  if (!isMet || isLost) {
    const side = `${target.op === '>=' ? 'below' : 'above'} the target${because}`;
    // Where nothing bears a time, no day is past the end of the waiver.
    return waived !== null && (asOfDay === null || asOfDay <= waived.until)
      ? { verdict: 'waived', reason: `${side}, waived: ${waived.reason}` }
      : { verdict: 'missed', reason: side };
  }
  const close = onlyJust(figure, terms);
  if (close !== null) return { verdict: 'close', reason: `meets the target, but ${close}` };
  return { verdict: 'kept', reason: `meets the target${because}` };
}

/** What is known beyond the value; empty where the value says it all. */
function beyondValue({ value, above, atLeast, pending }: Figure, terms: Terms): string {
  const say = figuresInWords(terms);
  if (atLeast !== null && (value === null || meets(value, terms.target))) {
    const [open, they] = pending === 1 ? ['the one', 'it lasts'] : [`the ${pending}`, 'they last'];
    return `with ${open} still open at what ${they} so far it is ${say(atLeast)} already`;
  }
  return value !== null || above === null ? '' : `not yet reached after ${say(above)}`;
}

function notYet(figure: Figure, terms: Terms): VerdictAndReason {
  const reason =
    figure.atLeast === null
      ? `${beyondValue(figure, terms)}, the longest that could be followed; the target lies beyond`
      : NOTHING_ENDED;
  return { verdict: 'unproven', reason };
}

function withoutValue(figure: Figure, { excluded, unreadable, filtered }: Beside): VerdictAndReason {
  const { cases, pending, kept, events } = figure;
  if (pending > 0) {
    const isLevel = kept === null && events === null;
    return { verdict: 'unproven', reason: isLevel ? NOTHING_ENDED : 'no deadline has passed yet' };
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
