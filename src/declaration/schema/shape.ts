import type { Words } from './words.ts';

/** What may stand at a place of the promise file: plain data, worked out from its zod schema. */
export interface Shape {
  /** What an error says of a value that has another shape. */
  readonly words: Words;
  /** The key may be missing. */
  readonly isOptional: boolean;
  /** The value may be empty. */
  readonly isNullable: boolean;
  /** The vocabulary reads and checks what is inside: a condition, a measure. */
  readonly isReadElsewhere: boolean;
  /** Any text, or one of these words; null: no text. */
  readonly text: 'any' | readonly string[] | null;
  /** Of each item; null: no list. */
  readonly list: Shape | null;
  /** Of a map with these keys alone; null: no such map. */
  readonly keys: Readonly<Record<string, Shape>> | null;
  /** Of each value of a map with names for keys; null: no such map. */
  readonly values: Shape | null;
}
