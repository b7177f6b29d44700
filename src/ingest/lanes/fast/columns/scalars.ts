import type { Column } from '../../../../model/batch.ts';
import { ColumnDecoder, type Stretch } from './column-decoder.ts';

/** Columns of one value and one state a row: what the builder has read goes where the kernel left a gap. */
export abstract class ScalarDecoder extends ColumnDecoder {
  protected put(stretch: Stretch, column: Column, rows: Int32Array | null): void {
    const { values: at, states: stateAt, rows: count } = stretch;
    if (column.kind !== 'numeric' && column.kind !== 'moment') throw new TypeError('no column of values');
    const values = this.shop.arena.floats(at, count);
    const states = this.shop.arena.bytes(stateAt, count);
    if (rows === null) {
      values.set(column.values);
      states.set(column.states);
    } else {
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index] ?? 0;
        values[row] = column.values[index] ?? Number.NaN;
        states[row] = column.states[index] ?? 0;
      }
    }
    for (const [index, text] of column.unreadable) {
      this.unreadable.set(stretch.at + (rows === null ? index : (rows[index] ?? 0)), text);
    }
  }
}
