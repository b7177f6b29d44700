import type { Condition } from './condition.ts';

/** `R` as in `Condition`. One variant a measure; each has its file in `vocabulary/measures`. */
export type Measure<R> = { readonly kind: 'kept_when'; readonly condition: Condition<R> };
