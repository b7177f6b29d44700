import type { SourceTally } from '../../model/tally.ts';
import type { BatchLayout } from '../lanes/fast/batch-layout.ts';
import type { Board } from './board.ts';
import type { HelperSide } from './helper-side.ts';

/** Milliseconds between two looks at a helper that has nothing yet. */
const NAP = 4;

interface Facts {
  /** Tasks below it are segments. */
  readonly segments: number;
  /** Float64: for each helper the bytes, and the rows, that it has counted by itself. */
  readonly progress: Float64Array;
  readonly readingOf: (segment: number) => number;
  readonly layoutOf: (reading: number) => BatchLayout;
}

interface Waiting {
  /** Does something useful; false where there is nothing to do. */
  readonly meanwhile: () => boolean;
  readonly nap: () => Promise<void>;
}

/** All helpers of a crew, as the main thread sees them: waits for what they write, and keeps what they found by themselves. */
export class Helpers {
  readonly #board: Board;
  readonly #sides: readonly HelperSide[];
  readonly #facts: Facts;
  readonly #tallies = new Map<number, SourceTally | null>();
  /** sha256 by job, also of those that were taken elsewhere. */
  readonly hashes = new Map<number, string | null>();

  constructor(board: Board, sides: readonly HelperSide[], facts: Facts) {
    this.#board = board;
    this.#sides = sides;
    this.#facts = facts;
  }

  get count(): number {
    return this.#sides.length;
  }

  /** The helper that has claimed a task. */
  of(task: number): HelperSide {
    const helper = this.#sides[this.#board.owner(task) - 1];
    if (helper === undefined) throw new RangeError(`task ${task} has no helper`);
    return helper;
  }

  /** Waits until a helper's oldest entry is one of a task; false where it never will be. */
  async arrives(helper: HelperSide, task: number, { meanwhile, nap }: Waiting): Promise<boolean> {
    for (;;) {
      while (helper.isWaiting) {
        if (helper.segment === task) return true;
        if (helper.segment > task && helper.segment < this.#facts.segments) return false;
        // Of a file that was given up, of a segment that was guessed wrong; or what a helper has found by itself.
        this.passOver(helper);
      }
      if (helper.isLost) return false;
      if (meanwhile()) continue;
      helper.await(NAP);
      if (!helper.isWaiting) await nap();
    }
  }

  /** Gives helpers back the slots that hold rows of segments before one: of files that were given up. */
  passOverBefore(segment: number): void {
    for (const helper of this.#sides) while (helper.isWaiting && helper.segment < segment) this.passOver(helper);
  }

  /** Takes the oldest entry of a helper, and keeps of it what is no row. */
  passOver(helper: HelperSide): void {
    const reading = this.#facts.readingOf(helper.segment);
    const entry = helper.take(this.#facts.layoutOf(reading), reading, 0);
    if ('kind' in entry && entry.kind === 'hashed') this.hashes.set(entry.job, entry.sha256);
    if ('kind' in entry && entry.kind === 'counted') this.#tallies.set(entry.reading, entry.tally);
    helper.release();
  }

  /** What a helper has counted of a reading; null where it could not. */
  async tally(task: number, reading: number, nap: () => Promise<void>): Promise<SourceTally | null> {
    const helper = this.of(task);
    while (!this.#tallies.has(reading)) {
      if (helper.isWaiting) this.passOver(helper);
      else if (helper.isLost) return null;
      else {
        helper.await(NAP);
        await nap();
      }
    }
    return this.#tallies.get(reading) ?? null;
  }

  /** Bytes and rows that helpers have counted by themselves, so far. */
  get counted(): { readonly bytes: number; readonly rows: number } {
    const { progress } = this.#facts;
    let [bytes, rows] = [0, 0];
    for (let at = 0; at < progress.length; at += 2) {
      bytes += progress[at] ?? 0;
      rows += progress[at + 1] ?? 0;
    }
    return { bytes, rows };
  }

  end(): void {
    for (const helper of this.#sides) helper.end();
  }
}
