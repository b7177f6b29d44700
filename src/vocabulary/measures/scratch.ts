import type { OpenLevels } from './measure.ts';

/** Arrays that are used again for every batch, as long as they are large enough. */
export class LevelScratch {
  #codes = new Uint8Array(0);
  #values = new Float64Array(0);
  #pause = new Float64Array(0);
  #wholeDays = new Uint8Array(0);

  levels(rows: number): { readonly codes: Uint8Array; readonly values: Float64Array } {
    if (this.#codes.length < rows) {
      this.#codes = new Uint8Array(rows);
      this.#values = new Float64Array(rows);
    }
    return { codes: this.#codes, values: this.#values };
  }

  /** `start` is the column itself; pauses are 0 as long as none is written. */
  open(rows: number, start: Float64Array): OpenLevels {
    if (this.#pause.length < rows) {
      this.#pause = new Float64Array(rows);
      this.#wholeDays = new Uint8Array(rows);
    }
    return { start, pause: this.#pause, wholeDays: this.#wholeDays };
  }
}
