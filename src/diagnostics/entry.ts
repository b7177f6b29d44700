import type { DiagnosticArgument, Severity } from '../model/diagnostic.ts';

/** One code of the catalog: all that saydo ever says under it. */
export interface Entry<Args> {
  /** Stable number, `SD` and four digits; never used again for another meaning. */
  readonly id: string;
  readonly severity: Severity;
  /** What is: lower case, no final period. */
  readonly message: (args: Args) => string;
  /** What was expected, what to type next. */
  readonly help: (args: Args) => string | null;
}

/** Writes down an entry with the type of its arguments. */
export function entry<Args extends Readonly<Record<string, DiagnosticArgument>>>(spec: Entry<Args>): Entry<Args> {
  return spec;
}

/** `did you mean x?`, or nothing where no name is near. */
export function didYouMean(nearest: string | null): string {
  return nearest === null ? '' : `; did you mean ${nearest}?`;
}

/** `a, b or c` */
export function oneOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
