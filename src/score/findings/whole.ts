import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CellReport } from '../../model/report.ts';
import { isAdditive } from '../../vocabulary/measures/index.ts';
import type { CellContext } from '../cell.ts';
import { type Judged, meets } from '../judge.ts';
import { figureInWords } from '../words.ts';
import { placeOfCell } from './place.ts';

interface Scored {
  readonly cell: CellReport;
  readonly judged: Judged;
  readonly context: CellContext;
}

/** The target is met by what was counted, and would not be with what was left out. */
export function droppedCases({ judged: { figure }, context }: Scored): readonly Diagnostic[] {
  const { target, measurePosition } = context.pledge;
  const { value, dropped } = figure;
  if (value === null || dropped === null || !meets(value, target)) return [];
  if (dropped.value === null ? target.op === '>=' : meets(dropped.value, target)) return [];
  const args = {
    ...placeOfCell(context),
    cases: dropped.cases,
    value: figureInWords(value, target.unit),
    would: dropped.value === null ? null : figureInWords(dropped.value, target.unit),
  };
  return [diagnose('dropped-cases', args, measurePosition)];
}

/** A mean that says something else than most occasions, or hides the worst of them. */
export function meanTail({ judged: { figure }, context }: Scored): readonly Diagnostic[] {
  const { target, measurePosition } = context.pledge;
  const { value, tail } = figure;
  if (value === null || tail === null) return [];
  const differs = meets(value, target) !== meets(tail.median, target);
  const isLong = target.op === '<=' && target.value > 0 && tail.p90 > 2 * target.value;
  if (!differs && !isLong) return [];
  const args = {
    ...placeOfCell(context),
    mean: figureInWords(value, target.unit),
    median: figureInWords(tail.median, target.unit),
    p90: figureInWords(tail.p90, target.unit),
    target: target.text,
    isMet: meets(value, target),
    differs,
  };
  return [diagnose('mean-tail', args, measurePosition)];
}

/** Below this, a share of cases is a matter of single ones. */
const HANDFUL = 20;
const DEFAULT_MIN_CASES = 1;

/** A verdict over so few cases that it says little of what is to come, where the promise sets no least number itself. */
export function handful({ cell, context }: Scored): readonly Diagnostic[] {
  const { pledge, measure, confidence } = context;
  const { verdict, cases, interval } = cell;
  if (verdict !== 'kept' && verdict !== 'close' && verdict !== 'missed') return [];
  if (cases >= HANDFUL || pledge.minCases !== DEFAULT_MIN_CASES) return [];
  // What was counted, or met as the worst, is no estimate.
  if (isAdditive(measure.kind) || measure.kind === 'min' || measure.kind === 'max') return [];
  const bound = (side: number | null): string | null =>
    side === null ? null : figureInWords(side, pledge.target.unit);
  const args = {
    ...placeOfCell(context),
    cases,
    low: bound(interval?.low ?? null),
    high: bound(interval?.high ?? null),
    confidence: figureInWords(confidence, 'share'),
  };
  return [diagnose('handful', args, pledge.measurePosition)];
}
