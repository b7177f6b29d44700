import type { Condition, LeafCondition } from '../../model/condition.ts';
import type { LeafKind, LeafOf } from './condition.ts';
import { leaves } from './leaves.ts';

/** The same condition with its columns referred to another way: names become indexes. */
export function mapColumns<A, B>(condition: Condition<A>, map: (column: A) => B): Condition<B> {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map((part) => mapColumns(part, map)) };
    case 'not':
      return { kind: 'not', of: mapColumns(condition.of, map) };
    case 'compare-columns':
    case 'same':
      return {
        ...condition,
        columns: { subject: map(condition.columns.subject), other: map(condition.columns.other) },
      };
    case 'within':
      return {
        ...condition,
        columns: { subject: map(condition.columns.subject) },
        of: condition.of === null ? null : map(condition.of),
        minus: condition.minus === null ? null : map(condition.minus),
      };
    case 'by':
      return {
        ...condition,
        columns: { subject: map(condition.columns.subject), deadline: map(condition.columns.deadline) },
        at: condition.at === null ? null : map(condition.at),
      };
    default:
      return { ...condition, columns: { subject: map(condition.columns.subject) } };
  }
}

/** The leaves of a condition, from left to right. */
export function leavesOf<R>(condition: Condition<R>): readonly LeafCondition<R>[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(condition.of);
    default:
      return [condition];
  }
}

/** Every column that a condition reads, without repeats. */
export function columnsOf<R>(condition: Condition<R>): readonly R[] {
  const found = new Set<R>();
  mapColumns(condition, (column) => found.add(column));
  return [...found];
}

/**
 * Columns that hold what has come to pass, which say how far the data goes: the event and its start. Deadlines are no
 * events, and neither is what is only compared with a value.
 */
export function eventsOf<R>(condition: Condition<R>): readonly R[] {
  return leavesOf(condition).flatMap((leaf): readonly R[] => {
    if (leaf.kind === 'within') {
      const start = leaf.of === null ? [] : [leaf.of];
      return leaf.elapsed ? start : [leaf.columns.subject, ...start];
    }
    return leaf.kind === 'by' ? [leaf.columns.subject] : [];
  });
}

/** Columns that a condition takes for deadlines. */
export function deadlinesOf<R>(condition: Condition<R>): readonly R[] {
  return leavesOf(condition).flatMap((leaf) => (leaf.kind === 'by' ? [leaf.columns.deadline] : []));
}

/** The condition in words, columns by the names that the promise file gives them. */
export function conditionInWords(condition: Condition<string>): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.length === 0 ? 'every row' : condition.of.map(nested).join(' and ');
    case 'any':
      return condition.of.map(nested).join(' or ');
    case 'not':
      return `not (${conditionInWords(condition.of)})`;
    default:
      return leafInWords(condition);
  }
}

function nested(condition: Condition<string>): string {
  const words = conditionInWords(condition);
  return condition.kind === 'all' || condition.kind === 'any' ? `(${words})` : words;
}

function leafInWords<K extends LeafKind>(leaf: LeafOf<K, string>): string {
  const kind: K = leaf.kind;
  const words = leaves[kind].words(leaf);
  return leaf.blank === null ? words : `${words} (a blank is ${leaf.blank})`;
}
