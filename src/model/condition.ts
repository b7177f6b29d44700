import type { Calendar } from './calendar.ts';
import type { DurationUnit } from './column.ts';
import type { Position } from './diagnostic.ts';
import type { DayNumber } from './time.ts';

/** What a blank cell means, where the condition's own reading of it is not wanted. */
export type BlankRule = 'missed' | 'kept' | 'excluded';

/** A value of the language, read from its source text. Durations are seconds, percents shares, moments instants. */
export type Literal =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly value: number; readonly text: string }
  | { readonly type: 'percent'; readonly value: number; readonly text: string }
  | { readonly type: 'boolean'; readonly value: boolean; readonly text: string }
  | { readonly type: 'duration'; readonly value: number; readonly text: string; readonly days: number | null }
  /** `day`: the text is a date without a time; `value` is then its first instant in the channel's zone. */
  | { readonly type: 'moment'; readonly value: number; readonly text: string; readonly day: DayNumber | null };

/** A length of time: `4h` is 14 400 seconds; `2d` and `1w` also bear their days, which whole days are counted by. */
export interface Span {
  readonly seconds: number;
  /** Set where the text is in days or weeks alone. */
  readonly days: number | null;
  readonly text: string;
}

export type Comparison = 'at least' | 'at most' | 'over' | 'under';

/** `R` is how columns are referred to: by name in a declaration, by index in a plan. */
interface Leaf<Kind extends string, R, Roles extends string> {
  readonly kind: Kind;
  /** `subject` is the cell that decides; the others are what it is held against. */
  readonly columns: Readonly<Record<'subject' | Roles, R>>;
  readonly blank: BlankRule | null;
  readonly position: Position;
}

export interface Equals<R> extends Leaf<'equals', R, never> {
  readonly negate: boolean;
  /** One of them; several for a list. Text unless the column's type says otherwise. */
  readonly values: readonly Literal[];
}
export interface Filled<R> extends Leaf<'filled', R, never> {
  /** true: `present`; false: `blank`. */
  readonly present: boolean;
}
export interface Compare<R> extends Leaf<'compare', R, never> {
  readonly comparison: Comparison;
  readonly value: Literal;
}
export interface CompareColumns<R> extends Leaf<'compare-columns', R, 'other'> {
  readonly comparison: Comparison;
}
/** Elapsed time from `of` (a moment) to the subject (a moment); or the subject is itself a duration. */
export interface Within<R> extends Leaf<'within', R, never> {
  /** null where the row bears no beginning: `at` is left out and the subject is a duration. */
  readonly of: R | null;
  readonly limit: Span;
  readonly minus: R | null;
  /** Time counts while it is open; days are open days. */
  readonly calendar: Calendar | null;
  /** The subject is a duration column. */
  readonly elapsed: boolean;
}
export interface By<R> extends Leaf<'by', R, 'deadline'> {
  readonly grace: Span | null;
  /** Of the grace. */
  readonly calendar: Calendar | null;
  /** The channel's `at`: an event before it is unreadable. */
  readonly at: R | null;
}
/** The subject, a moment, lies in opening hours. */
export interface During<R> extends Leaf<'during', R, never> {
  readonly calendar: Calendar;
}
export interface Same<R> extends Leaf<'same', R, 'other'> {
  /** `text` compares words in any letter case, `language` BCP 47 primary languages. */
  readonly as: 'text' | 'language';
}
export interface Contains<R> extends Leaf<'contains', R, never> {
  readonly texts: readonly string[];
}
export interface Matches<R> extends Leaf<'matches', R, never> {
  /** RE2 syntax, matched anywhere, in any letter case. */
  readonly pattern: string;
}

export type LeafCondition<R> =
  | Equals<R>
  | Filled<R>
  | Compare<R>
  | CompareColumns<R>
  | Within<R>
  | By<R>
  | During<R>
  | Same<R>
  | Contains<R>
  | Matches<R>;

export type Condition<R> =
  | { readonly kind: 'all'; readonly of: readonly Condition<R>[] }
  | { readonly kind: 'any'; readonly of: readonly Condition<R>[] }
  | { readonly kind: 'not'; readonly of: Condition<R> }
  | LeafCondition<R>;

export type { DurationUnit };
