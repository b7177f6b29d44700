import type { Column, UnreadableTexts } from '../../../../model/batch.ts';
import type { ColumnPlan } from '../../../../model/column.ts';
import { type ColumnBuilder, type ColumnNotes, columnBuilder } from '../../../../vocabulary/types/index.ts';
import type { Arena } from '../arena.ts';
import type { Beside } from '../batch-layout.ts';
import type { Cells, Kernels } from '../kernels/kernels.ts';
import type { Region } from '../region.ts';

/** What all columns of a thread share. */
export interface Workshop {
  readonly arena: Arena;
  readonly kernels: Kernels;
  /** Place of `Cells`, which is filled before a kernel is called. */
  readonly cells: Cells;
  /** Place of as many Int32 as a batch has rows. */
  readonly misses: number;
  /** Place of some Int32 that kernels tell a number by. */
  readonly result: number;
}

/** Rows of a region, and where their values go. */
export interface Stretch {
  readonly region: Region;
  readonly row0: number;
  readonly rows: number;
  readonly values: number;
  readonly states: number;
  /** Row of the batch that the first one is. */
  readonly at: number;
}

const NONE: UnreadableTexts = new Map();

/** Rows of a column whose words are all new that are read first: mostly the next ones are known then. */
const FIRST_ROWS = 64;

/**
 * Decodes one column straight from bytes. What the kernels pass over goes through the builder of the reference lane, so
 * that it is read the same way.
 */
export abstract class ColumnDecoder {
  protected readonly shop: Workshop;
  protected readonly plan: ColumnPlan;
  protected builder: ColumnBuilder;
  /** Cells of the file that the column is made of. */
  protected places: readonly number[] = [0];
  protected unreadable = new Map<number, string>();
  /** Whether the kernel knows no words yet of those that it goes by. */
  protected isNew = false;
  /** Of a row. */
  protected readonly valueBytes: number = 8;

  constructor(plan: ColumnPlan, shop: Workshop) {
    this.shop = shop;
    this.plan = plan;
    this.builder = columnBuilder(plan);
  }

  /** To be called before a file, or a part of it: notes begin anew. */
  begin(places: readonly number[]): void {
    this.places = places;
    this.builder = columnBuilder(this.plan);
  }

  /** @throws HandOver where a cell is nothing that the lane takes for granted. */
  decode(stretch: Stretch): void {
    if (this.unreadable.size > 0) this.unreadable = new Map();
    if (this.isNew && this.places.length === 1 && stretch.rows > FIRST_ROWS) {
      this.isNew = false;
      this.#decodeRows(stretch, 0, FIRST_ROWS);
      this.#decodeRows(stretch, FIRST_ROWS, stretch.rows);
    } else {
      this.#decodeAll(stretch);
    }
  }

  #decodeRows({ region, row0, values, states }: Stretch, from: number, to: number): void {
    const { arena, cells } = this.shop;
    arena.ints(cells + 16, 2).set([row0 + from, to - from]);
    this.#decodeAll({
      region,
      row0: row0 + from,
      rows: to - from,
      values: values + from * this.valueBytes,
      states: states + from,
      at: from,
    });
  }

  #decodeAll(stretch: Stretch): void {
    const misses = this.places.length === 1 ? this.run(stretch) : -1;
    if (misses !== 0) this.#readMisses(stretch, misses);
  }

  /** Of the rows decoded last. */
  beside(): Beside {
    return { unreadable: this.texts(), dictionary: null };
  }

  /** Of cells that could not be read. An empty map is not given away: the next rows fill it, and who reads ahead still has these. */
  protected texts(): UnreadableTexts {
    return this.unreadable.size > 0 ? this.unreadable : NONE;
  }

  notes(): ColumnNotes {
    return this.builder.notes();
  }

  /** Runs the kernel; gives how many rows it left, which `shop.misses` names, or -1 for all of them. */
  protected abstract run(stretch: Stretch): number;

  /** Puts the cells that the builder has read in their places; `rows` null: all, in order. */
  protected abstract put(stretch: Stretch, column: Column, rows: Int32Array | null): void;

  #readMisses(stretch: Stretch, misses: number): void {
    const { region, row0 } = stretch;
    const rows = misses < 0 ? null : this.shop.arena.ints(this.shop.misses, misses);
    const count = rows === null ? stretch.rows : misses;
    for (let index = 0; index < count; index++) {
      this.builder.push(region.joined(row0 + (rows === null ? index : (rows[index] ?? 0)), this.places));
    }
    this.put(stretch, this.builder.take(), rows);
  }
}

/** Keys of `blank` and `map`, which a kernel knows nothing of. */
export function specialTexts({ cell }: ColumnPlan): readonly string[] {
  return [...cell.blank, ...cell.map.map(([from]) => from)].map((text) => text.trim());
}
