import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { isLostAlready, meets } from '../meets.ts';
import { figuresInWords } from '../words.ts';
import { placeOfCell } from './place.ts';
import type { Scored } from './scored.ts';

/** The target is met by what was counted, and would not be with what was left out. */
export function droppedCases({ judged: { figure }, context }: Scored): readonly Diagnostic[] {
  const { target, measurePosition } = context.pledge;
  const { value, dropped } = figure;
  // Where what is open has broken the target already, the verdict says so.
  if (value === null || dropped === null || !meets(value, target) || isLostAlready(figure, target)) return [];
  if (dropped.value === null ? target.op === '>=' : meets(dropped.value, target)) return [];
  const say = figuresInWords(context.pledge);
  const args = {
    ...placeOfCell(context),
    cases: dropped.cases,
    value: say(value),
    would: dropped.value === null ? null : say(dropped.value),
    isTally: context.measure.kind === 'tally',
  };
  return [diagnose('dropped-cases', args, measurePosition)];
}

/** A mean that says something else than most occasions, or hides the worst of them. */
export function meanTail({ judged: { figure }, context }: Scored): readonly Diagnostic[] {
  const { target, measurePosition } = context.pledge;
  const { value, tail } = figure;
  if (value === null || tail === null) return [];
  const isMet = meets(value, target);
  // What is still open may have broken the target already: then the verdict speaks of more than the mean.
  const differs = !isLostAlready(figure, target) && isMet !== meets(tail.median, target);
  const isLong = target.op === '<=' && target.value > 0 && tail.p90 > 2 * target.value;
  if (!differs && !isLong) return [];
  const say = figuresInWords(context.pledge);
  const args = {
    ...placeOfCell(context),
    mean: say(value),
    median: say(tail.median),
    p90: say(tail.p90),
    target: target.text,
    isMet,
    differs,
  };
  return [diagnose('mean-tail', args, measurePosition)];
}
