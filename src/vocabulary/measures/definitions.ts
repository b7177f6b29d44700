import type { MeasureKind } from '../../model/measure.ts';
import { count } from './count.ts';
import { difference } from './difference.ts';
import { distinct } from './distinct.ts';
import { keptWhen } from './kept-when.ts';
import { max } from './max.ts';
import { mean } from './mean.ts';
import type { MeasureDefinition } from './measure.ts';
import { min } from './min.ts';
import { nps } from './nps.ts';
import { median, p75, p90, p95, p99, quantile } from './quantiles.ts';
import { rate } from './rate.ts';
import { ratio } from './ratio.ts';
import { sum } from './sum.ts';
import { tally } from './tally.ts';

/** Every measure of the language, in the order of its page. */
export const measures: { readonly [K in MeasureKind]: MeasureDefinition<K> } = {
  kept_when: keptWhen,
  tally,
  median,
  p75,
  p90,
  p95,
  p99,
  quantile,
  mean,
  sum,
  min,
  max,
  count,
  distinct,
  rate,
  ratio,
  nps,
  difference,
};
