import type { Measure, MeasureKind } from '../../model/measure.ts';
import { measures } from './definitions.ts';
import type { MeasureDefinition, MeasureOf } from './measure.ts';

/** Calls `run` with a measure and the definition of its kind: the one place that brings the two together. */
export function dispatch<R, T>(
  measure: Measure<R>,
  run: <K extends MeasureKind>(definition: MeasureDefinition<K>, measure: MeasureOf<K, R>) => T,
): T {
  switch (measure.kind) {
    case 'kept_when':
      return run(measures.kept_when, measure);
    case 'tally':
      return run(measures.tally, measure);
    case 'median':
      return run(measures.median, measure);
    case 'p75':
      return run(measures.p75, measure);
    case 'p90':
      return run(measures.p90, measure);
    case 'p95':
      return run(measures.p95, measure);
    case 'p99':
      return run(measures.p99, measure);
    case 'quantile':
      return run(measures.quantile, measure);
    case 'mean':
      return run(measures.mean, measure);
    case 'sum':
      return run(measures.sum, measure);
    case 'min':
      return run(measures.min, measure);
    case 'max':
      return run(measures.max, measure);
    case 'count':
      return run(measures.count, measure);
    case 'distinct':
      return run(measures.distinct, measure);
    case 'rate':
      return run(measures.rate, measure);
    case 'ratio':
      return run(measures.ratio, measure);
    case 'nps':
      return run(measures.nps, measure);
    case 'difference':
      return run(measures.difference, measure);
  }
}
