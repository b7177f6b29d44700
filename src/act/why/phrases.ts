import type { CellContext } from '../../score/cell.ts';
import { figuresInWords, pointsInWords } from '../../score/words.ts';
import { shareInWords } from '../../vocabulary/words.ts';
import type { Counts } from './types.ts';
import type { Weight, Yardstick } from './yardstick.ts';

/** How the counts of one promise on one channel are put into words. */
export interface Phrases {
  /** `91.2%`, `3 h 10 min` */
  readonly value: (value: number) => string;
  /** `69 of 173 missed (39.9%; the others 10.5%)`, `120 cases` */
  readonly found: (weight: Weight, others?: Weight) => string;
  /** `51.7 more than the target allows`, `room for 46.1 more` */
  readonly excess: (excess: number) => string;
  /** A change of the value: `+2.1 points`, `-3 min` */
  readonly difference: (difference: number) => string;
}

export function phrasesOf({ pledge, measure }: CellContext, yardstick: Yardstick | null): Phrases {
  const value = figuresInWords(pledge);
  const { target } = pledge;
  const noun = nounOf(measure.kind, target.op === '<=', value(target.value));
  const sum = (size: number): string => {
    if (measure.kind === 'nps') return `${plainNumber(size)} net promoters`;
    return target.unit === 'share' ? pointsInWords(size).slice(1) : value(size);
  };
  const side = target.op === '<=' ? 'over' : 'short of';
  return {
    value,
    found: (weight, others) => {
      const { cases, against, moments } = weight;
      if (moments === null) {
        // Of a ratio it is no share.
        if (measure.kind === 'ratio') return `${against ?? 0} against ${cases}`;
        const beside =
          others === undefined || others.cases === 0
            ? ''
            : `; the others ${shareInWords((others.against ?? 0) / others.cases)}`;
        const share = cases === 0 ? '' : ` (${shareInWords((against ?? 0) / cases)}${beside})`;
        return `${against ?? 0} of ${cases} ${noun}${share}`;
      }
      return `${cases} ${cases === 1 ? 'case' : 'cases'}`;
    },
    excess: (excess) => {
      const size = Math.abs(excess);
      if (yardstick?.kind === 'level') {
        if (size === 0) return 'on the target';
        return excess > 0 ? `together ${sum(size)} ${side} the target` : `together ${sum(size)} better than the target`;
      }
      if (plainNumber(size) === '0') return 'as many as the target allows';
      return `${plainNumber(size)} ${excess > 0 ? 'more' : 'fewer'} than the target allows`;
    },
    difference: (difference) => {
      if (target.unit === 'share') return pointsInWords(difference);
      return `${difference > 0 ? '+' : ''}${value(difference)}`;
    },
  };
}

function nounOf(kind: CellContext['measure']['kind'], isAtMost: boolean, target: string): string {
  // Of a score only words are counted by case, by those who gave them.
  if (kind === 'nps') return 'answered 0 to 6';
  if (kind === 'kept_when' || (kind === 'tally' && !isAtMost)) return 'missed';
  if (kind === 'rate' || kind === 'count' || kind === 'ratio' || kind === 'tally')
    return isAtMost ? 'counted' : 'not counted';
  return isAtMost ? `over ${target}` : `below ${target}`;
}

/** Digits that a reader takes in: `57.5`, `105`, `12034`. */
export function plainNumber(size: number): string {
  return String(size >= 10_000 ? Math.round(size) : Number(size.toFixed(1)));
}

/** `, 89% of the gap`; empty where there is no gap, or no part of it; others may have room. */
export function partText({ part }: Pick<Counts, 'part'>): string {
  if (part === null || part < 0.005) return '';
  return part > 1.005 ? ', more than the whole gap' : `, ${Math.round(part * 100)}% of the gap`;
}

/** What the test says, of a row that is worse than the others, or better. */
export function chanceText(stands: boolean | null, isWorse: boolean | null): string {
  if (stands === null) return 'not tested against the others';
  if (!stands) return 'cannot be told from chance';
  return isWorse === true ? 'worse than the others beyond chance' : 'better than the others beyond chance';
}

/** `region North`, `region North and language de`, `Mon 08-10`, `weekday Mon`. */
export function nameOf(names: readonly string[], values: readonly string[]): string {
  return names
    .map((name, place) => {
      const value = values[place] ?? '';
      const block = blockText(name, value);
      return name === 'hour_of_week' && HOUR_OF_WEEK.test(value) ? block : `${name} ${block}`;
    })
    .join(' and ');
}

/** `09-10` of an hour, `Mon 08-09` of an hour of the week; all else as it is. */
export function blockText(name: string, value: string): string {
  const pattern = name === 'hour' ? HOUR : name === 'hour_of_week' ? HOUR_OF_WEEK : null;
  return pattern?.test(value) === true ? untilNext(value) : value;
}

const HOUR_OF_WEEK = /^[A-Z][a-z]{2} \d{2}(?:-\d{2})?$/;
const HOUR = /^\d{2}(?:-\d{2})?$/;

function untilNext(block: string): string {
  if (block.includes('-')) return block;
  return `${block}-${String(Number(block.slice(-2)) + 1).padStart(2, '0')}`;
}
