import { byOperator } from './by.ts';
import { comparisonOperators } from './compare.ts';
import type { Operator } from './condition.ts';
import { containsOperator, matchesOperator } from './contains.ts';
import { duringOperator } from './during.ts';
import { not } from './equals.ts';
import { sameOperators } from './same.ts';
import { withinOperator } from './within.ts';

/** Every key that may stand in the long form of a condition on a column. */
export const operators: readonly Operator[] = [
  not,
  ...comparisonOperators,
  withinOperator,
  byOperator,
  duringOperator,
  ...sameOperators,
  containsOperator,
  matchesOperator,
];
