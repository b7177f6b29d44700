/**
 * The promise file as plain data. A scalar is its source text (`02134` keeps its zero, `yes` stays a word), an empty
 * value is null. Maps have no prototype, so that a key such as `constructor` is only a key.
 */
export type Raw = string | null | readonly Raw[] | RawMap;
export interface RawMap {
  readonly [key: string]: Raw;
}

/** Keys and list indexes that lead from the top of the file to a value. */
export type Path = readonly (string | number)[];
