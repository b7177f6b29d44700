import { diagnose } from '../../diagnostics/catalog.ts';
import type { BrandPromise, Pledge } from '../../model/declaration.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CellReport } from '../../model/report.ts';
import { bottomOf, isAdditive } from '../../vocabulary/measures/index.ts';
import { figureInWords, figuresInWords } from '../words.ts';

/** Below this, a share of cases is a matter of single ones. */
const HANDFUL = 20;
const DEFAULT_MIN_CASES = 1;
/** Channels that the sentence names. */
const MOST_NAMED = 5;

/**
 * Verdicts over so few cases that they say little of what is to come, where the promise sets no least number itself: told
 * once a promise.
 *
 * @param cells - in the order of its channels
 */
export function handful(
  promise: Pick<BrandPromise, 'id' | 'position' | 'channels'>,
  cells: readonly CellReport[],
  confidence: number,
): readonly Diagnostic[] {
  const few = promise.channels.flatMap((pledge, index) => {
    const cell = cells[index];
    return cell === undefined || !isHandful(pledge, cell) ? [] : [itemOf(pledge, cell)];
  });
  const [first] = few;
  if (first === undefined) return [];
  const named = few.slice(0, MOST_NAMED);
  const args = {
    promise: promise.id,
    named: named.map(({ channel, cases, range }) => `${channel} ${cases}${range ? ` (${range})` : ''}`),
    more: few.length - named.length,
    channel: few.length === 1 ? first.channel : null,
    cases: first.cases,
    range: first.range,
    confidence: named.some(({ range }) => range) ? figureInWords(confidence, 'share') : null,
  };
  return [diagnose('handful', args, promise.position)];
}

function isHandful({ measure, minCases }: Pledge, { verdict, cases }: CellReport): boolean {
  if (measure === null || (verdict !== 'kept' && verdict !== 'close' && verdict !== 'missed')) return false;
  // What was counted, or met as the worst, is no estimate.
  if (isAdditive(measure.kind) || measure.kind === 'min' || measure.kind === 'max') return false;
  return cases > 0 && cases < HANDFUL && minCases === DEFAULT_MIN_CASES;
}

interface Few {
  readonly channel: string;
  readonly cases: number;
  readonly range: string | null;
}

/** @returns `range` null: there is no interval; empty: it holds all that there can be, or nothing beside the value */
function itemOf(pledge: Pledge, { channel, cases, interval }: CellReport): Few {
  if (interval === null) return { channel, cases, range: null };
  const say = figuresInWords(pledge);
  const words = (bound: number | null): string | null => (bound === null ? null : say(bound));
  const [bottom, top] = endsOf(pledge);
  const isOpen = (interval.low ?? bottom) === bottom && (interval.high ?? top) === top;
  const [from, to] = [words(interval.low), words(interval.high)];
  if (isOpen || from === to) return { channel, cases, range: '' };
  if (from === null) return { channel, cases, range: `at most ${to}` };
  return { channel, cases, range: to === null ? `at least ${from}` : `${from} to ${to}` };
}

/** Lowest and highest value that there can be; null: there is none. */
function endsOf({ measure, target }: Pledge): readonly [number | null, number | null] {
  const top = target.unit === 'share' ? 1 : measure?.kind === 'nps' ? 100 : null;
  return [measure === null ? null : bottomOf(measure.kind), top];
}
