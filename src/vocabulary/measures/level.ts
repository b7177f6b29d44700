import type { Operand } from '../../model/measure.ts';
import type { Path, Raw } from '../../model/raw.ts';
import type { Target, Unit } from '../../model/target.ts';
import type { Draft, Reading } from '../reading.ts';
import { readOperand } from './operand.ts';
import type { Figure, FigureContext, MomentSample, ValueSample } from './sample.ts';

type ReadLevel<M> = (raw: Raw, path: Path, reading: Reading, unit: Unit | null) => Draft<M>;

/** Reads a measure whose value is an operand and nothing else. */
export function readLevelOf<M>(key: string, measure: (operand: Operand<string>) => M): ReadLevel<M> {
  return (raw, path, reading, unit) => {
    const draft = readOperand(raw, path, reading, key, unit);
    return (settled) => {
      const operand = draft(settled);
      return operand === null ? null : measure(operand);
    };
  };
}

/** A level may be promised from either side, in the unit of what it is taken of. */
export const LEVEL_TARGET: { readonly ops: readonly Target['op'][]; readonly unit: null } = {
  ops: ['>=', '<='],
  unit: null,
};

/**
 * How many blank cells of a duration column the sample leaves out. A blank is no time, and yet it may be that of the
 * customer who waited in vain.
 */
export function blanks(
  operand: Operand<string>,
  { excluded }: ValueSample | MomentSample,
  { target }: FigureContext,
): number {
  return operand.kind === 'column' && target.unit === 'seconds' ? excluded : 0;
}

/**
 * What the value of a `mean`, `sum` or `max` leaves out. With the open cases at what they last so far (`withOpen`) it can
 * only grow, for no time falls below zero; where nothing has ended yet, that alone is known of it.
 */
export function leftOut(
  value: number | null,
  open: Float64Array,
  blank: number,
  withOpen: () => number | null,
): Pick<Figure, 'value' | 'above' | 'atLeast' | 'dropped'> {
  const atLeast = open.length === 0 ? null : withOpen();
  const cases = open.length + blank;
  const dropped = cases === 0 ? null : { cases, value: blank > 0 ? null : atLeast };
  return { value, above: value === null ? atLeast : null, atLeast, dropped };
}
