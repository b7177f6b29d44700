import { diagnose } from '../../diagnostics/catalog.ts';
import type { Condition } from '../../model/condition.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Measure } from '../../model/measure.ts';
import { leavesOf } from '../../vocabulary/conditions/index.ts';
import type { CellContext } from '../cell.ts';
import { placeOfCell } from './place.ts';

type Context = Pick<CellContext, 'promise' | 'pledge' | 'measure' | 'channelWhere'>;

/** A `where` that takes only rows with an answer, under a measure that waits for one: whoever got none is left out. */
export function answeredOnly(context: Context): readonly Diagnostic[] {
  const { pledge, measure, channelWhere } = context;
  const awaited = new Set(awaitedBy(measure));
  const asked = [pledge.where, channelWhere].flatMap((where) => (where === null ? [] : presentIn(where)));
  const column = asked.find((name) => awaited.has(name));
  if (column === undefined) return [];
  return [diagnose('answered-only', { ...placeOfCell(context), column }, pledge.measurePosition)];
}

/** Columns whose blank means that it has not come yet. */
function awaitedBy(measure: Measure<string>): readonly string[] {
  if ('operand' in measure) return measure.operand.kind === 'elapsed' ? [measure.operand.to] : [];
  if (!('condition' in measure)) return [];
  return leavesOf(measure.condition).flatMap((leaf) =>
    leaf.blank === null && (leaf.kind === 'by' || leaf.kind === 'within') ? [leaf.columns.subject] : [],
  );
}

/** Columns that a row must fill to be taken. */
function presentIn(where: Condition<string>): readonly string[] {
  if (where.kind === 'all') return where.of.flatMap(presentIn);
  const isFilled = where.kind === 'filled' && where.present;
  const hasCome = (where.kind === 'within' || where.kind === 'by') && where.blank !== null && where.blank !== 'kept';
  return isFilled || hasCome ? [where.columns.subject] : [];
}
