import { CellState, type IdColumn } from '../../model/batch.ts';
import type { CellFormat } from '../../model/column.ts';
import { folded } from '../conditions/folded.ts';
import { type PrepareCell, prepareCell } from './cell.ts';
import { type ColumnBuilder, type ColumnNotes, NO_NOTES } from './definition.ts';
import { hashText } from './hash.ts';

const FIRST_ROOM = 1024;

/** Builder of what is only told apart: a 128-bit hash of each trimmed text. Zeros count, and letter case unless `anyCase`. */
export class IdBuilder implements ColumnBuilder {
  readonly #prepare: PrepareCell;
  #hashes = new Uint32Array(FIRST_ROOM * 4);
  #states = new Uint8Array(FIRST_ROOM);
  #rows = 0;

  constructor(cell: CellFormat) {
    const prepare = prepareCell(cell);
    this.#prepare = cell.anyCase === true ? (text) => folded(prepare(text)) : prepare;
  }

  push(text: string): void {
    if (this.#rows === this.#states.length) this.#grow();
    const id = this.#prepare(text);
    if (id === '') {
      // The room is used again, and what a blank holds is not to depend on what stood there before.
      this.#hashes.fill(0, this.#rows * 4, this.#rows * 4 + 4);
      this.#states[this.#rows] = CellState.BLANK;
    } else {
      hashText(id, this.#hashes, this.#rows * 4);
      this.#states[this.#rows] = CellState.VALUE;
    }
    this.#rows++;
  }

  take(): IdColumn {
    const column: IdColumn = {
      kind: 'id',
      hashes: this.#hashes.slice(0, this.#rows * 4),
      states: this.#states.slice(0, this.#rows),
    };
    this.#rows = 0;
    return column;
  }

  notes(): ColumnNotes {
    return NO_NOTES;
  }

  #grow(): void {
    const hashes = new Uint32Array(this.#rows * 8);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const states = new Uint8Array(this.#rows * 2);
    states.set(this.#states);
    this.#states = states;
  }
}
