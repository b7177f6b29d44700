/**
 * The loops over bytes that the fast lane spends its time in. They are written twice, in AssemblyScript (`assembly/`,
 * built to WebAssembly) and in TypeScript (`twin/`), and both do the same to the same memory.
 *
 * All pointers are byte offsets into one memory; what they point to is aligned to its elements, and lies behind the
 * first 64 KiB. 64 bytes behind a region of text may be read, and count for nothing. A kernel keeps no state of its own:
 * many threads may run it over one shared memory, each on its own stretch.
 *
 * A *cell* is named by `Cells` and a row. Its bytes lie between two separators; a CR before the line end is not part of
 * the last cell of a row; the quotes around a quoted cell are not part of it. Spaces and tabs at both ends are passed
 * over. Where a kernel is not sure what the reference lane would make of a cell it reports a *miss*: the row, counted
 * from `row0` as are the places of all that is written, is appended to `misses`, and what it wrote for that row means
 * nothing. So for every quoted cell that holds a quote, and, but for `words`, for every cell that begins or ends with a
 * byte below 0x20 or above 0x7f. Of cells with an odd quote (see `Met`) they know nothing.
 */
export interface Kernels {
  /**
   * Finds all separators of bytes [from, to), which begin at the start of a record.
   *
   * Into `separators`: one Uint32 a delimiter or line end (LF) outside quotes: its offset less `from`, plus LINE_END
   * where it is a line end. Into `quotedEnds`: one Uint32 a physical line end within quotes (LF, CRLF as the place of
   * its LF, CR alone), its offset less `from`. It stops at the end of the last 64 bytes for which there is room in both.
   * What the room of either holds behind the last one written means nothing.
   *
   * Into `result`, four Int32: separators written, line ends among them, quoted ends written, bytes looked at.
   *
   * @param quote - 0 where no cell is quoted
   * @returns flags of `Met`, about the bytes looked at
   */
  index(
    from: number,
    to: number,
    delimiter: number,
    quote: number,
    separators: number,
    separatorRoom: number,
    quotedEnds: number,
    quotedRoom: number,
    result: number,
  ): number;

  /** Whether the first `rows` line ends are each the `width`th separator: no record has more cells or fewer. 1 or 0. */
  regular(separators: number, rows: number, width: number): number;

  /**
   * The first row from `row` on, before `rows`, whose first cell is exactly these bytes; -1 where there is none. Blanks
   * at its ends are part of it here, the quotes around it are not, and a quote within quotes is two.
   */
  findFirst(
    from: number,
    separators: number,
    width: number,
    row: number,
    rows: number,
    quote: number,
    text: number,
    length: number,
  ): number;

  /** Physical line on which each of the first `rows` records begins, the first on `line`, as Float64 into `lines`. */
  lines(
    separators: number,
    width: number,
    rows: number,
    line: number,
    quotedEnds: number,
    quotedCount: number,
    lines: number,
  ): void;

  /**
   * ISO 8601: `YYYY-MM-DD`, then nothing, or T or one space, `HH:MM`, `:SS`, a fraction after a point (cut to the
   * millisecond), `Z` or an offset `+HH:MM`. Real dates of the years 0 to 9999, hours to 23, offsets to 14 hours; a miss
   * for all else. Float64 into `values`: milliseconds since 1970; of a wall clock without an offset as if it were UTC.
   * Uint8 into `states`: VALUE, BLANK (value NaN), DATE for a day alone (its midnight as if in UTC), and LOCAL for a
   * wall clock; where `utc` is 1 VALUE stands for LOCAL. `result`, one Int32: how many cells are LOCAL or DATE.
   *
   * @returns misses
   */
  moments(cells: Cells, utc: number, values: number, states: number, misses: number, result: number): number;

  /** The same for a declared format, by its steps (see `Step`). A format without an hour gives DATE. */
  patternMoments(
    cells: Cells,
    steps: number,
    stepCount: number,
    utc: number,
    values: number,
    states: number,
    misses: number,
    result: number,
  ): number;

  /**
   * A sign (+ or -), digits, at most one decimal `mark` among or after them: up to 15 digits, at least one; digits alone
   * where `mark` is 0. The value is digits * scale / 10^(decimals + shift), one rounding, never -0, for a whole `scale`
   * of 1 or more and a `shift` of 0 to 7; a miss where digits * scale is above 2^53 - 1, and where the value is not in
   * [least, most]. Float64 into `values`, VALUE or BLANK (NaN) into `states`.
   */
  numbers(
    cells: Cells,
    mark: number,
    scale: number,
    shift: number,
    least: number,
    most: number,
    values: number,
    states: number,
    misses: number,
  ): number;

  /** `h:mm:ss` with 1 to 9 digits of hours and both others below 60, in seconds. */
  clocks(cells: Cells, values: number, states: number, misses: number): number;

  /**
   * Int32 into `codes`: what `addWord` was told of these bytes, or -1 for a blank; a miss for bytes not told of. Any
   * bytes may be told, so that a word of other letters than ASCII's need not be a miss each time: those of the cell
   * without quotes around it, and without spaces and tabs at both ends.
   */
  words(cells: Cells, table: number, codes: number, misses: number): number;

  /**
   * Makes an empty table for `words` in `wordTableBytes(slots, keyRoom)` bytes, at a multiple of 8. `slots` is a power of
   * two. A word of more than 16 bytes takes what it has beyond them of `keyRoom`, rounded up to eights; others take nothing.
   */
  makeTable(table: number, slots: number, keyRoom: number): void;

  /**
   * Tells a table of bytes; of bytes told twice the later code stands. 0 where it has no room (it is filled to three
   * quarters at most), else 1. No thread may run `words` over the table meanwhile.
   */
  addWord(table: number, bytes: number, length: number, code: number): number;

  /**
   * The 128-bit hash of `hashText` in src/vocabulary/types/hash.ts, over the cell's bytes; ASCII alone. Four Uint32 into
   * `hashes` (zeros for a blank), VALUE or BLANK into `states`. A miss for cells shorter than `shortest`.
   *
   * @param lower - 1: capital letters A to Z are hashed as small ones
   */
  ids(cells: Cells, lower: number, shortest: number, hashes: number, states: number, misses: number): number;
}

/** Cells of one column: pointer to eight Int32: from, separators, width, column, row0, rows, quote, 0. */
export type Cells = number;

export const LINE_END = 0x8000_0000;

/** A wall clock whose zone has still to be applied; beside the states of `CellState`. */
export const LOCAL = 4;

/** What `index` met. */
export const Met = {
  /** A quote within an unquoted cell, or something else than a separator after a closing quote. */
  ODD_QUOTE: 1,
  /** A CR outside quotes that no LF follows. */
  LONE_CR: 2,
  NUL: 4,
  /** The bytes end within quotes. */
  OPEN_QUOTE: 8,
} as const;

/** Bytes of a table for `words`. */
export function wordTableBytes(slots: number, keyRoom: number): number {
  return 48 + slots * 32 + keyRoom;
}

/**
 * A step of a declared format, four Int32: what it reads, fewest and most digits, and the byte of a literal. Numbers are
 * followed by a literal, a blank or the end, or have as many digits at least as at most.
 */
export const Read = {
  LITERAL: 0,
  /** One or more spaces or tabs. */
  BLANK: 1,
  YEAR: 2,
  /** Two digits: 69 to 99 are of the last century. */
  YEAR_OF_CENTURY: 3,
  MONTH: 4,
  DAY: 5,
  /** 0 to 23; a miss for 24. */
  HOUR: 6,
  /** 1 to 12, with HALF. */
  HOUR_OF_HALF: 7,
  MINUTE: 8,
  SECOND: 9,
  /** Digits of a fraction of a second, cut to the millisecond. */
  FRACTION: 10,
  /** AM or PM in any letter case. */
  HALF: 11,
} as const;
