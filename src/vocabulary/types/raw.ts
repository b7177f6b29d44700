import type { RawColumn } from '../../model/batch.ts';
import { detach } from './cell.ts';
import { type ColumnBuilder, type ColumnNotes, NO_NOTES } from './definition.ts';

/** Cells that are shown as they stand. */
export class RawBuilder implements ColumnBuilder {
  #texts: string[] = [];

  push(text: string): void {
    this.#texts.push(text);
  }

  take(): RawColumn {
    const texts = this.#texts;
    this.#texts = [];
    return { kind: 'raw', text: (row) => detach((texts[row] ?? '').trim()) };
  }

  notes(): ColumnNotes {
    return NO_NOTES;
  }
}
