import type { Batch } from '../../model/batch.ts';
import type { Arena } from '../lanes/fast/arena.ts';
import { HandOver } from '../lanes/hand-over.ts';
import type { Segment } from './jobs.ts';
import type { Part, PartReader } from './part-reader.ts';

/** Batches that the main thread decodes ahead, at most, while it waits for a helper. */
const SLOTS = 16;

/** A segment that the main thread has begun while those before it were not done. */
export class Ahead {
  readonly #reader: PartReader;
  readonly #slots: readonly number[];
  readonly #batches: Batch[] = [];
  /** Slots in use: of the batches, and of the one that was taken last. */
  #used = 0;
  #next = 0;
  #headerRows: number | null = null;
  #segment: { readonly index: number; readonly segment: Segment } | null = null;
  #isBegun = false;
  #isEnded = false;
  #refused: HandOver | null = null;
  /** Where its first record is guessed to begin. */
  start: number | null = null;

  constructor(reader: PartReader, arena: Arena, slotBytes: number, isUsed: boolean) {
    this.#reader = reader;
    this.#slots = Array.from({ length: isUsed ? SLOTS : 0 }, () => arena.take(slotBytes));
  }

  get segment(): number | null {
    return this.#segment?.index ?? null;
  }

  /** @param headerRows - where the segment is the first of its file, else null */
  begin(index: number, segment: Segment, headerRows: number | null): void {
    this.drop();
    this.#segment = { index, segment };
    this.#headerRows = headerRows;
  }

  drop(): void {
    this.#batches.length = 0;
    this.#used = 0;
    this.#segment = null;
    this.#isBegun = this.#isEnded = false;
    this.#refused = null;
    this.start = null;
  }

  /** Decodes one more batch; false where there is nothing to do. */
  step(): boolean {
    if (this.#segment === null || this.#isEnded || this.#used >= this.#slots.length) return false;
    try {
      this.#begin();
      const batch = this.#isEnded ? null : this.#decode();
      if (batch !== null) this.#batches.push(batch);
    } catch (error) {
      if (!(error instanceof HandOver)) throw error;
      this.#refused = error;
      this.#isEnded = true;
    }
    return true;
  }

  /** The next batch, decoded ahead or now; to be released before the one after it. null at the end. */
  take(): Batch | null {
    if (this.#batches.length === 0 && !this.#isEnded) this.step();
    const batch = this.#batches.shift() ?? null;
    if (batch === null && this.#refused !== null) throw this.#refused;
    return batch;
  }

  release(): void {
    this.#used--;
  }

  finish(): Part {
    const part = this.#reader.part();
    this.drop();
    return part;
  }

  #begin(): void {
    if (this.#isBegun || this.#segment === null) return;
    this.#isBegun = true;
    const { job, from, to } = this.#segment.segment;
    this.start = this.#headerRows === null ? this.#reader.guess(job, from) : from;
    if (this.start === null) this.#isEnded = true;
    else this.#reader.begin(job, this.start, to, 1, this.#headerRows ?? 0);
  }

  #decode(): Batch | null {
    const slot = this.#slots[this.#next % this.#slots.length] ?? 0;
    const batch = this.#reader.batch(slot);
    if (batch === null) this.#isEnded = true;
    else {
      this.#next++;
      this.#used++;
    }
    return batch;
  }
}
