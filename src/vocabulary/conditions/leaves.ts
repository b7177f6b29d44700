import { by } from './by.ts';
import { compare } from './compare.ts';
import { compareColumns } from './compare-columns.ts';
import type { LeafDefinition, LeafKind } from './condition.ts';
import { contains, matches } from './contains.ts';
import { during } from './during.ts';
import { equals } from './equals.ts';
import { filled } from './filled.ts';
import { same } from './same.ts';
import { within } from './within.ts';

/** Every condition on a column. */
export const leaves: { readonly [K in LeafKind]: LeafDefinition<K> } = {
  equals,
  filled,
  compare,
  'compare-columns': compareColumns,
  within,
  by,
  during,
  same,
  contains,
  matches,
};
