import { type Batch, CellState, type Column } from '../../../model/batch.ts';
import type { ColumnPlan } from '../../../model/column.ts';
import { mismatch } from '../counters/cell-counter.ts';
import { float64, Growing, uint8, uint32 } from '../growing.ts';

/** One column of the cases: of each the first cell that is not blank, or the earliest moment. */
export interface FoldedColumn {
  add(batch: Batch, row: number, at: number): void;
  absorb(later: FoldedColumn, cases: Int32Array): void;
  /** The column over these cases, in their order. */
  over(cases: Int32Array): Column;
}

/** @param earliest - the column says when the occasion began */
export function foldedColumn(index: number, { holds, cell }: ColumnPlan, earliest: boolean): FoldedColumn {
  if (holds === 'id') return new FoldedIds(index);
  if (cell.type === 'text') throw new TypeError(`column ${index} holds text, which no level reads`);
  const isMoment = cell.type === 'timestamp' || cell.type === 'date';
  return new FoldedCells(index, isMoment ? 'moment' : 'numeric', earliest);
}

class FoldedCells implements FoldedColumn {
  readonly #index: number;
  readonly #kind: 'numeric' | 'moment';
  readonly #earliest: boolean;
  readonly #values = new Growing(float64, Number.NaN);
  readonly #states = new Growing(uint8, CellState.BLANK);

  constructor(index: number, kind: 'numeric' | 'moment', earliest: boolean) {
    this.#index = index;
    this.#kind = kind;
    this.#earliest = earliest;
  }

  add(batch: Batch, row: number, at: number): void {
    const column = batch.columns[this.#index];
    if (column?.kind !== this.#kind) throw new TypeError(`column ${this.#index} is not ${this.#kind}`);
    this.#offer(at, column.values[row] ?? Number.NaN, column.states[row] ?? CellState.BLANK);
  }

  #offer(at: number, value: number, state: number): void {
    if (state === CellState.BLANK || state === CellState.UNREADABLE) return;
    const isFirst = this.#states.get(at) === CellState.BLANK;
    if (!isFirst && !(this.#earliest && value < this.#values.get(at))) return;
    this.#values.set(at, value);
    this.#states.set(at, state);
  }

  absorb(later: FoldedColumn, cases: Int32Array): void {
    if (!(later instanceof FoldedCells)) throw mismatch();
    for (const [from, at] of cases.entries()) this.#offer(at, later.#values.get(from), later.#states.get(from));
  }

  over(cases: Int32Array): Column {
    return {
      kind: this.#kind,
      values: Float64Array.from(cases, (at) => this.#values.get(at)),
      states: Uint8Array.from(cases, (at) => this.#states.get(at)),
      unreadable: new Map(),
    };
  }
}

class FoldedIds implements FoldedColumn {
  readonly #index: number;
  readonly #hashes = new Growing(uint32);
  readonly #states = new Growing(uint8, CellState.BLANK);

  constructor(index: number) {
    this.#index = index;
  }

  add(batch: Batch, row: number, at: number): void {
    const column = batch.columns[this.#index];
    if (column?.kind !== 'id') throw new TypeError(`column ${this.#index} holds no ids`);
    if (column.states[row] === CellState.VALUE) this.#offer(at, column.hashes.subarray(row * 4, row * 4 + 4));
  }

  #offer(at: number, hash: ArrayLike<number>): void {
    if (this.#states.get(at) !== CellState.BLANK) return;
    this.#states.set(at, CellState.VALUE);
    for (let word = 0; word < 4; word += 1) this.#hashes.set(at * 4 + word, hash[word] ?? 0);
  }

  absorb(later: FoldedColumn, cases: Int32Array): void {
    if (!(later instanceof FoldedIds)) throw mismatch();
    for (const [from, at] of cases.entries()) {
      if (later.#states.get(from) === CellState.VALUE) this.#offer(at, later.#hash(from));
    }
  }

  #hash(at: number): ArrayLike<number> {
    return this.#hashes.array.subarray(at * 4, at * 4 + 4);
  }

  over(cases: Int32Array): Column {
    const hashes = new Uint32Array(cases.length * 4);
    for (const [index, at] of cases.entries()) {
      for (let word = 0; word < 4; word += 1) hashes[index * 4 + word] = this.#hashes.get(at * 4 + word);
    }
    return { kind: 'id', hashes, states: Uint8Array.from(cases, (at) => this.#states.get(at)) };
  }
}
