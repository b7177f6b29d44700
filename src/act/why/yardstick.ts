import type { Measure } from '../../model/measure.ts';
import type { Moments } from '../../model/tally.ts';
import type { Target } from '../../model/target.ts';
import { momentsOfSorted } from '../../statistics/sorted-runs.ts';
import type { Sample } from '../../vocabulary/measures/sample.ts';
import { countBeyond, openBeyond } from './beyond.ts';

/** What some occasions come to, before it is held against the target. */
export interface Weight {
  /** Decided occasions. */
  readonly cases: number;
  /** Those of them that count against the promise; null: they have values, of which none is a miss by itself. */
  readonly against: number | null;
  /** The values; null where occasions are counted. */
  readonly moments: Moments | null;
  /** false: what counts against it is counted elsewhere (a ratio), and may be more than the cases. */
  readonly isPart: boolean;
}

/**
 * What the target allows each case, so that the parts of any split add up to the whole: a `share` of the cases that may
 * count against the promise, or a `level` that their mean has to hold. null: the measure has no such unit.
 */
export interface Yardstick {
  readonly kind: 'share' | 'level';
  /** Of one case: a share of 1, or a value. Of what adds up (`count`, `sum`) an equal part of the target. */
  readonly allowed: number;
  /** Is a level above it bad? */
  readonly isCeiling: boolean;
  /** From the mean of the moments, or from the share that does not count against it, to the unit of the value. */
  readonly scale: number;
  readonly weigh: (sample: Sample) => Weight;
}

/** @param whole - the sample of all occasions: what adds up shares its target out among them */
export function yardstickOf(measure: Measure<string>, target: Target, whole: Sample): Yardstick | null {
  const isAtMost = target.op === '<=';
  switch (measure.kind) {
    case 'kept_when':
    case 'tally':
      return shareOf(isAtMost ? target.value : 1 - target.value, 1, countsOf(isAtMost));
    case 'rate':
      return shareOf(allowedOf(target.value / measure.per, isAtMost), measure.per, countsOf(isAtMost));
    case 'count': {
      const { cases } = countsOf(isAtMost)(whole);
      return cases === 0 ? null : shareOf(allowedOf(target.value / cases, isAtMost), 1, countsOf(isAtMost));
    }
    case 'median':
    case 'p75':
    case 'p90':
    case 'p95':
    case 'p99':
    case 'quantile':
      return shareOf(isAtMost ? 1 - measure.q : measure.q, 1, beyondOf(target));
    case 'mean':
    case 'difference':
      return levelOf(target.value, isAtMost, 1);
    case 'nps':
      return levelOf(target.value / 100, isAtMost, 100);
    case 'ratio':
      // What is to be at least so much has no misses: more of it is better without end.
      return isAtMost ? shareOf(target.value / measure.per, measure.per, eventsOf) : null;
    case 'sum': {
      const { cases } = valuesOf(whole);
      return cases === 0 ? null : levelOf(target.value / cases, isAtMost, 1);
    }
    default:
      return null;
  }
}

function shareOf(allowed: number, scale: number, weigh: Yardstick['weigh']): Yardstick {
  return { kind: 'share', allowed, isCeiling: true, scale, weigh };
}

function levelOf(allowed: number, isCeiling: boolean, scale: number): Yardstick {
  return { kind: 'level', allowed, isCeiling, scale, weigh: valuesOf };
}

/** Of what is counted: as many of it as the target has, or for at-least all others. */
function allowedOf(counted: number, isAtMost: boolean): number {
  return isAtMost ? counted : 1 - counted;
}

const COUNTED = { moments: null, isPart: true } as const;

/** @param isAtMost - what holds is what was not to happen */
function countsOf(isAtMost: boolean): Yardstick['weigh'] {
  return (sample) => {
    if (sample.kind === 'outcomes') {
      const { kept, missed } = sample;
      return { cases: kept + missed, against: isAtMost ? kept : missed, ...COUNTED };
    }
    if (sample.kind !== 'counts') throw new TypeError(`a sample of ${sample.kind} has no misses`);
    return { cases: sample.of, against: isAtMost ? sample.kept : sample.of - sample.kept, ...COUNTED };
  };
}

/** Of a quantile: values on the wrong side of the target; what is open counts once it has passed it. */
function beyondOf(target: Target): Yardstick['weigh'] {
  return (sample) => {
    if (sample.kind !== 'values') throw new TypeError(`a sample of ${sample.kind} has no values`);
    const { values, open } = sample;
    const beyond = countBeyond(values, target);
    const outlasted = openBeyond(open, target.value);
    return {
      cases: values.length + outlasted,
      against: target.op === '<=' ? beyond + outlasted : beyond,
      ...COUNTED,
    };
  };
}

function eventsOf(sample: Sample): Weight {
  if (sample.kind !== 'ratio') throw new TypeError(`a sample of ${sample.kind} has no exposure`);
  return { cases: sample.exposure, against: sample.events, moments: null, isPart: false };
}

function valuesOf(sample: Sample): Weight {
  if (sample.kind !== 'moments' && sample.kind !== 'values')
    throw new TypeError(`a sample of ${sample.kind} has no moments`);
  const moments = sample.kind === 'moments' ? sample.moments : momentsOfSorted(sample.values);
  return { cases: moments.count, against: null, moments, isPart: true };
}
