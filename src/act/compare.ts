import type { CellReport, ChangeReport, GapReport, Verdict } from '../model/report.ts';
import { betweenOf, isRetargeted, sameBrand } from './against.ts';
import { cellsOf } from './cells.ts';
import { changeOf } from './change.ts';
import { isAfter, sharedDays, type Window } from './overlap.ts';

/** What can have become of a promise on a channel, in the order in which it is told: what asks for action first. */
export const fates = [
  /** Kept or close, and now missed. */
  'broken',
  /** Missed, and now kept or close. */
  'repaired',
  /** The same as it was, or the other verdict is not one of the two above; its figure moved by more than chance. */
  'worse',
  'better',
  /** Another verdict or target, and no figure that moved by more than chance. */
  'rejudged',
  /** It measures something else than it did. */
  'redefined',
  /** Nothing can be said of its figure, and why stands in `change.withheld`. */
  'untold',
  /** Only in the later report, only in the earlier one. */
  'new',
  'gone',
  /** The same verdict, and a figure that moved by no more than chance. */
  'unchanged',
  /** Measured in neither. */
  'unmeasured',
] as const;
export type Fate = (typeof fates)[number];

/** One cell of either report. */
export interface ComparedCell {
  readonly fate: Fate;
  readonly promise: string;
  readonly channel: string;
  readonly before: CellReport | null;
  readonly after: CellReport | null;
  /** null where one of the reports lacks the cell. */
  readonly change: ChangeReport | null;
  /** Judged by another target than before. */
  readonly retargeted: boolean;
}

/** When a report speaks for, and how well the promises were kept. */
export type ReportHead = Pick<GapReport, 'as_of' | 'window' | 'score' | 'verdict'>;

/** Two reports of one brand, cell by cell. */
export interface Comparison {
  readonly brand: string;
  readonly before: ReportHead;
  readonly after: ReportHead;
  /** Days that both windows hold, so that nothing is said of chance; null: none. */
  readonly shared: Window | null;
  /** The later report is the earlier one. */
  readonly backwards: boolean;
  /** Every cell of either report once: by fate, then the worst first. */
  readonly cells: readonly ComparedCell[];
}

/**
 * What broke, what was repaired, what moved beyond chance between two reports.
 *
 * @param file - name of the earlier one, for the message where it is about another brand
 * @throws Failure of kind `declaration` where the reports are about two brands.
 */
export function compare(earlier: GapReport, later: GapReport, file: string): Comparison {
  sameBrand(later, earlier, file);
  const between = betweenOf(later, earlier);
  const [then, now] = [cellsOf(earlier), cellsOf(later)];
  const keys = [...new Set([...now.keys(), ...then.keys()])];
  const cells = keys.flatMap((key): ComparedCell[] => {
    const [before, after] = [then.get(key), now.get(key)];
    const place = after ?? before;
    if (place === undefined) return [];
    const names = { promise: place.promise.id, channel: place.cell.channel };
    const sides = { before: before?.cell ?? null, after: after?.cell ?? null };
    if (sides.before === null || sides.after === null) {
      return [{ fate: sides.before === null ? 'new' : 'gone', ...names, ...sides, change: null, retargeted: false }];
    }
    const change = changeOf(sides.after, sides.before, between);
    const retargeted = isRetargeted(sides.after, sides.before);
    return [{ fate: fateOf(sides.before, sides.after, change), ...names, ...sides, change, retargeted }];
  });
  return {
    brand: later.brand,
    before: headOf(earlier),
    after: headOf(later),
    shared: sharedDays(later.window, earlier.window),
    backwards: isAfter(earlier.window, later.window),
    cells: cells.sort(inOrder),
  };
}

function headOf({ as_of, window, score, verdict }: GapReport): ReportHead {
  return { as_of, window, score, verdict };
}

const isHeld = (verdict: Verdict): boolean => verdict === 'kept' || verdict === 'close';

function fateOf(before: CellReport, after: CellReport, { withheld, moved }: ChangeReport): Fate {
  if (withheld === 'redefined') return 'redefined';
  if (isHeld(before.verdict) && after.verdict === 'missed') return 'broken';
  if (before.verdict === 'missed' && isHeld(after.verdict)) return 'repaired';
  if (moved === 'worse' || moved === 'better') return moved;
  const isSame = before.verdict === after.verdict;
  const isStill = isSame && before.value === after.value;
  if (isStill && after.value === null && after.verdict === 'unmeasured') return 'unmeasured';
  if (withheld === 'no-value' && !isStill) return 'untold';
  if (!isSame || isRetargeted(after, before)) return 'rejudged';
  return isStill || withheld === null ? 'unchanged' : 'untold';
}

const firstIsBest: ReadonlySet<Fate> = new Set(['repaired', 'better']);

/** By fate; then what scores least, or what gained most; then what moved most for its target; then by name. */
function inOrder(a: ComparedCell, b: ComparedCell): number {
  const sign = firstIsBest.has(a.fate) ? -1 : 1;
  return (
    fates.indexOf(a.fate) - fates.indexOf(b.fate) ||
    sign * (scoreOf(a) - scoreOf(b)) ||
    sign * (strideOf(a) - strideOf(b)) ||
    byName(a.promise, b.promise) ||
    byName(a.channel, b.channel)
  );
}

/** Of what was repaired or got better, by how much; else where it stands; what has none comes last. */
function scoreOf({ fate, before, after }: ComparedCell): number {
  if (firstIsBest.has(fate)) return (after?.score ?? 0) - (before?.score ?? 0);
  return (after ?? before)?.score ?? 101;
}

/** The change in parts of the target, below zero where it is for the worse. */
function strideOf({ after, change }: ComparedCell): number {
  if (after === null || change === null || change.value === null) return 0;
  const towards = after.target.op === '>=' ? change.value : -change.value;
  return towards / (Math.abs(after.target.value) || 1);
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
