import type { RowCounts } from '../../model/tally.ts';
import { Part } from './participation.ts';

const PARTS = 7;

/** Rows of each file by part. */
export class RowCounter {
  readonly #counts: number[] = [];
  #files = 0;

  count(file: number, part: number, rows = 1): void {
    this.reach(file);
    const index = file * PARTS + part;
    this.#counts[index] = (this.#counts[index] ?? 0) + rows;
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
