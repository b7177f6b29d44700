import type { Condition } from '../../model/condition.ts';
import type { Measure } from '../../model/measure.ts';
import { deadlinesOf, eventsOf, mapColumns } from '../conditions/index.ts';
import { mapOperand } from './operand.ts';

/** What a measure needs of a column: its values, or only which of its words are the same, in any letter case. */
export type Holds = 'values' | 'word';

/**
 * The same measure with its columns referred to another way: names become indexes.
 *
 * @throws TypeError for a ratio: its columns are those of two channels.
 */
export function mapMeasure<A, B>(measure: Measure<A>, map: (column: A, holds: Holds) => B): Measure<B> {
  const values = (column: A): B => map(column, 'values');
  switch (measure.kind) {
    case 'kept_when':
    case 'count':
      return { kind: measure.kind, condition: mapColumns(measure.condition, values) };
    case 'rate':
      return { ...measure, condition: mapColumns(measure.condition, values) };
    case 'tally':
      return { kind: 'tally', kept: values(measure.kept), of: values(measure.of) };
    case 'mean':
    case 'sum':
    case 'min':
    case 'max':
      return { kind: measure.kind, operand: mapOperand(measure.operand, values) };
    case 'distinct':
      return { kind: 'distinct', column: map(measure.column, 'word') };
    case 'nps':
      return { kind: 'nps', column: values(measure.column) };
    case 'difference':
      return {
        kind: 'difference',
        pairs: measure.pairs.map(({ of, from }) => ({ of: values(of), from: values(from) })),
      };
    case 'ratio':
      throw new TypeError('the columns of a ratio are those of two channels');
    default:
      return { ...measure, operand: mapOperand(measure.operand, values) };
  }
}

/** Every column that a measure reads, without repeats; none of a ratio, whose parts are each of its own channel. */
export function measureColumns<R>(measure: Measure<R>): readonly R[] {
  if (measure.kind === 'ratio') return [];
  const found = new Set<R>();
  mapMeasure(measure, (column) => found.add(column));
  return [...found];
}

/** Conditions within a measure; those of a ratio are its channels'. */
export function measureConditions<R>(measure: Measure<R>): readonly Condition<R>[] {
  return 'condition' in measure ? [measure.condition] : [];
}

/** Columns that hold what has come to pass, which say how far the data goes. */
export function measureEvents<R>(measure: Measure<R>): readonly R[] {
  if ('operand' in measure) {
    const { operand } = measure;
    return operand.kind === 'elapsed' ? [operand.from, operand.to] : [];
  }
  return measureConditions(measure).flatMap(eventsOf);
}

/** Columns that a measure takes for deadlines. */
export function measureDeadlines<R>(measure: Measure<R>): readonly R[] {
  return measureConditions(measure).flatMap(deadlinesOf);
}
