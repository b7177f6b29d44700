import type { RowCounts } from '../../model/tally.ts';
import { FOLDED, Part } from './participation.ts';

const PARTS = 7;
const LANES = 4;

/** Rows of each file by part. */
export class RowCounter {
  readonly #counts: number[] = [];
  readonly #ofBatch = new Int32Array((FOLDED + 1) * LANES);
  #files = 0;

  count(file: number, part: number, rows = 1): void {
    this.reach(file);
    const index = file * PARTS + part;
    this.#counts[index] = (this.#counts[index] ?? 0) + rows;
  }

  /** Counts the rows of a batch by their parts, but for those that belong to a case; gives how many are unreadable. */
  countParts(file: number, parts: Uint8Array, rows: number): number {
    const counts = this.#ofBatch.fill(0);
    for (let row = 0; row < rows; row += 1) {
      // A lane each for rows that follow one another, so that no sum waits for the one before.
      const at = (parts[row] ?? 0) * LANES + (row & (LANES - 1));
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (let part = 0; part < PARTS; part += 1) {
      const count = counts.subarray(part * LANES, (part + 1) * LANES).reduce((sum, lane) => sum + lane, 0);
      if (count > 0) this.count(file, part, count);
      if (part === Part.UNREADABLE) return count;
    }
    return 0;
  }

  reach(file: number): void {
    this.#files = Math.max(this.#files, file + 1);
  }

  absorb(other: RowCounter): void {
    this.reach(other.#files - 1);
    for (const [index, rows] of other.#counts.entries()) {
      this.#counts[index] = (this.#counts[index] ?? 0) + (rows ?? 0);
    }
  }

  total(part: number): number {
    let sum = 0;
    for (let file = 0; file < this.#files; file += 1) sum += this.#counts[file * PARTS + part] ?? 0;
    return sum;
  }

  tally(files: number): readonly RowCounts[] {
    return Array.from({ length: files }, (_, file) => {
      const of = (part: number): number => this.#counts[file * PARTS + part] ?? 0;
      const counts = {
        entered: of(Part.ENTERED),
        outsideWindow: of(Part.OUTSIDE),
        excepted: of(Part.EXCEPTED),
        filtered: of(Part.FILTERED),
        repeated: of(Part.REPEATED),
        undated: of(Part.UNDATED),
        unreadable: of(Part.UNREADABLE),
      };
      return { rows: Object.values(counts).reduce((sum, rows) => sum + rows, 0), ...counts };
    });
  }
}
