import { CellState, type MomentColumn } from '../../model/batch.ts';
import type { CellFormat } from '../../model/column.ts';
import { type Zone, zoneOf } from '../time/zone.ts';
import { type PrepareCell, prepareCell } from './cell.ts';
import { Cells } from './cells.ts';
import type { ColumnBuilder, ColumnNotes } from './definition.ts';
import { momentReader } from './moment-readers.ts';
import { type MomentReader, MomentReading } from './moment-reading.ts';

/** Builder of timestamp and date columns; `whole` cuts every moment to its local day. */
export class MomentBuilder implements ColumnBuilder {
  readonly #prepare: PrepareCell;
  readonly #zone: Zone;
  readonly #reader: MomentReader;
  readonly #whole: boolean;
  readonly #cells = new Cells();
  // What the cell before this one was read as: exports repeat times, and blanks, from row to row.
  readonly #last = new MomentReading();
  #lastText = '';
  #skipped = 0;
  #repeated = 0;

  constructor(cell: CellFormat, whole: boolean) {
    this.#prepare = prepareCell(cell);
    this.#zone = zoneOf(cell.zone);
    this.#reader = momentReader(cell.format, this.#zone);
    this.#whole = whole;
    this.#keep('');
  }

  push(text: string): void {
    if (text !== this.#lastText) this.#keep(text);
    const last = this.#last;
    if (last.state === CellState.UNREADABLE) {
      this.#cells.pushUnreadable(text);
      return;
    }
    if (last.irregular !== null) {
      if (last.irregular === 'skipped') this.#skipped++;
      else this.#repeated++;
    }
    this.#cells.push(last.value, last.state);
  }

  take(): MomentColumn {
    return { kind: 'moment', ...this.#cells.take() };
  }

  notes(): ColumnNotes {
    return {
      skippedTimes: this.#skipped,
      repeatedTimes: this.#repeated,
      fittingFormats: this.#reader.fittingFormats(),
    };
  }

  #keep(text: string): void {
    this.#lastText = text;
    const prepared = this.#prepare(text);
    if (prepared === '') {
      this.#last.setUnreadable();
      this.#last.state = CellState.BLANK;
      return;
    }
    this.#reader.read(prepared, this.#last);
    if (this.#whole) this.#last.cutToDay(this.#zone);
  }
}
