import { closeSync, fstatSync, openSync, statSync } from 'node:fs';
import type { Batch } from '../../model/batch.ts';
import { BatchLayout } from '../lanes/fast/batch-layout.ts';
import { ColumnSet } from '../lanes/fast/column-set.ts';
import { FileDecoder, type Filled } from '../lanes/fast/file-decoder.ts';
import { BLOCK_BYTES, type Shop } from '../lanes/fast/shop.ts';
import { HandOver } from '../lanes/hand-over.ts';
import type { LaneFacts } from '../lanes/lane.ts';
import { firstRecord } from './first-record.ts';
import type { Job, JobReading } from './jobs.ts';
import { readAt } from './read-at.ts';

/** Bytes read at a time behind the end of a part, to the end of its last record. */
const TAIL_BYTES = 32 * 1024;

/** A part of a file as it was read. */
export interface Part {
  /** Offset in the file of its first record, and behind its last. */
  readonly start: number;
  readonly end: number;
  /** Physical lines that its records cover. */
  readonly lines: number;
  readonly facts: LaneFacts;
}

/** Reads parts of files in one thread: the bytes from disk, the rows into slots. */
export class PartReader {
  readonly #shop: Shop;
  readonly #layouts: readonly BatchLayout[];
  readonly #sets: readonly ColumnSet[];
  readonly #jobs: readonly Job[];
  readonly #decoders = new Map<number, FileDecoder>();
  #open: { readonly job: number; readonly file: number } | null = null;
  #decoder: FileDecoder | null = null;
  #job = 0;
  #start = 0;
  #to = 0;
  #position = 0;
  #line = 1;
  #isAtEnd = false;
  /** Sees all bytes that are read, in order. */
  watch: ((bytes: Uint8Array) => void) | null = null;

  constructor(shop: Shop, readings: readonly JobReading[], jobs: readonly Job[]) {
    this.#shop = shop;
    this.#jobs = jobs;
    this.#layouts = readings.map(({ columns, batchRows }) => new BatchLayout(columns, batchRows));
    this.#sets = readings.map(({ columns }, index) => new ColumnSet(shop, columns, this.layoutOf(index)));
  }

  layoutOf(reading: number): BatchLayout {
    const layout = this.#layouts[reading];
    if (layout === undefined) throw new RangeError(`no reading ${reading}`);
    return layout;
  }

  /** Where a file's first record after a place begins, as far as can be told from some bytes; null where it cannot. */
  guess(job: number, from: number): number | null {
    return firstRecord(this.#file(job), from, this.#jobOf(job), this.#shop);
  }

  /** The bytes of a file before a place. */
  head(job: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    readAt(this.#file(job), bytes, 0);
    return bytes;
  }

  /**
   * Begins with the record at `start`; records from `to` on are left to others.
   *
   * @param line - its physical line
   */
  begin(job: number, start: number, to: number, line: number, headerRows: number): void {
    this.#file(job);
    this.#job = job;
    this.#start = this.#position = start;
    this.#to = to;
    this.#line = line;
    this.#isAtEnd = false;
    this.#decoder = this.#decoderOf(job);
    this.#decoder.begin({ line, headerRows, limit: to - start });
  }

  /**
   * The next rows, into a slot; null at the end.
   *
   * @throws HandOver where the file is nothing for the fast lane, or cannot be read.
   */
  next(slot: number): Filled | null {
    const decoder = this.#decoder;
    if (decoder === null) return null;
    for (;;) {
      const filled = decoder.next(slot);
      if (filled !== null || decoder.isDone) return filled;
      if (!this.#read(decoder)) return null;
    }
  }

  /** The next rows as a batch of the slot's own memory. */
  batch(slot: number): Batch | null {
    const filled = this.next(slot);
    if (filled === null) return null;
    const { reading, file } = this.#jobOf(this.#job);
    const layout = this.layoutOf(reading);
    const { buffer } = this.#shop.arena.memory;
    const { rows, beside } = filled;
    const columns = layout.columns(buffer, slot, rows, beside);
    return { file, rows, lines: layout.lines(buffer, slot, rows), columns, broken: [] };
  }

  /** Offset in the file behind the last record that was cut. */
  get position(): number {
    return this.#start + (this.#decoder?.consumed ?? 0);
  }

  /** @throws HandOver where a file is no longer what it was when it was found: the reference lane says so. */
  checkUnchanged(job: number): void {
    const { path, bytes, modified } = this.#jobOf(job);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.size !== bytes || found.mtimeMs !== modified) throw new HandOver('a file that has changed');
  }

  /** Of the part that has come to its end. */
  part(): Part {
    const { consumed = 0, line = 1 } = this.#decoder ?? {};
    const facts = this.#decoder?.facts() ?? { rows: 0, skippedTimes: 0, repeatedTimes: 0, fittingFormats: [] };
    return {
      start: this.#start,
      end: this.#start + consumed,
      lines: line - this.#line,
      facts: { misencoded: 0, ...facts },
    };
  }

  close(): void {
    if (this.#open !== null) closeSync(this.#open.file);
    this.#open = null;
  }

  /** false: the file has ended, and all of its records are given. */
  #read(decoder: FileDecoder): boolean {
    const { bytes } = this.#jobOf(this.#job);
    if (this.#position >= bytes) {
      if (this.#isAtEnd) return false;
      this.#isAtEnd = true;
      decoder.end();
      return true;
    }
    this.#isAtEnd = false;
    const { at, length } = decoder.room();
    const wanted = this.#position < this.#to ? Math.min(BLOCK_BYTES, this.#to - this.#position) : TAIL_BYTES;
    const into = this.#shop.arena.bytes(at, Math.min(length, wanted, bytes - this.#position));
    const got = readAt(this.#file(this.#job), into, this.#position);
    // It was longer when it was found.
    if (got === 0) throw new HandOver('a file that has changed');
    this.watch?.(into.subarray(0, got));
    this.#position += got;
    decoder.filled(got);
    return true;
  }

  #decoderOf(job: number): FileDecoder {
    const { reading, dialect, binding } = this.#jobOf(job);
    const known = this.#decoders.get(job);
    if (known !== undefined) return known;
    const set = this.#sets[reading];
    if (set === undefined) throw new RangeError(`no reading ${reading}`);
    const made = new FileDecoder(this.#shop, set.of(dialect), this.layoutOf(reading), dialect, binding);
    this.#decoders.clear();
    this.#decoders.set(job, made);
    return made;
  }

  #jobOf(index: number): Job {
    const job = this.#jobs[index];
    if (job === undefined) throw new RangeError(`no job ${index}`);
    return job;
  }

  /** @throws HandOver where the file is no longer what it was: the reference lane says so. */
  #file(index: number): number {
    if (this.#open?.job === index) return this.#open.file;
    this.close();
    const { path, bytes, modified } = this.#jobOf(index);
    try {
      const file = openSync(path, 'r');
      this.#open = { job: index, file };
      const { size, mtimeMs } = fstatSync(file);
      if (size !== bytes || mtimeMs !== modified) throw new HandOver('a file that has changed');
      return file;
    } catch (error) {
      throw error instanceof HandOver ? error : new HandOver('a file that cannot be read');
    }
  }
}
