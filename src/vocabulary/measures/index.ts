import type { Measure, MeasureKind } from '../../model/measure.ts';
import type { Unit } from '../../model/target.ts';
import type { CompileContext } from '../conditions/index.ts';
import type { Settled } from '../reading.ts';
import { measures } from './definitions.ts';
import { dispatch } from './dispatch.ts';
import type { Observe } from './measure.ts';
import type { Figure, FigureContext, Sample } from './sample.ts';

export { calendarInWords, calendarsIn, calendarsOf } from './calendars.ts';
export { meantMeasure } from './familiar.ts';
export type { Counted, Ids, Levels, MeasureDefinition, Observe, Teaching, WorkedExample } from './measure.ts';
export { ratioChannels } from './ratio.ts';
export type * from './sample.ts';
export { type Holds, mapMeasure, measureColumns, measureConditions, measureDeadlines, measureEvents } from './walk.ts';
export { measures };

/** The definition of one measure, whichever it is. */
export type AnyMeasure = (typeof measures)[MeasureKind];

/** Every measure's key, in the order of its page. */
export const measureKeys: readonly MeasureKind[] = Object.values(measures).map(({ kind }) => kind);

/**
 * How a measure runs over batches.
 *
 * @throws TypeError for a ratio: its parts are counted each for itself.
 */
export function observe(measure: Measure<number>, context: CompileContext): Observe {
  return dispatch(measure, (definition, own) => {
    if (definition.compile === null) throw new TypeError(`a ${definition.kind} does not run over rows of one channel`);
    return definition.compile(own, context);
  });
}

/**
 * What a measure comes to.
 *
 * @throws TypeError where the sample is not of the measure's kind.
 */
export function figureOf(sample: Sample, measure: Measure<string>, context: FigureContext): Figure {
  return dispatch(measure, (definition, own) => definition.figure(sample, own, context));
}

/** The formula in words, columns by the names that the promise file gives them. */
export function measureInWords(measure: Measure<string>): string {
  return dispatch(measure, (definition, own) => definition.words(own));
}

/** Unit of the value, once the types of the columns are known. */
export function unitOf(measure: Measure<string>, settled: Settled): Unit {
  return dispatch(measure, (definition, own) => definition.unit(own, settled));
}

/** Does it grow with the number of occasions? Then no period and no segment is held against the target of the whole. */
export function isAdditive(kind: MeasureKind): boolean {
  return measures[kind].additive;
}

/** Lowest value there can be; null: there is none. */
export function bottomOf(kind: MeasureKind): number | null {
  return measures[kind].bottom;
}
