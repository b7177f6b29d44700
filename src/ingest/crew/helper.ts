import type { MessagePort } from 'node:worker_threads';
import type { Dictionary } from '../../model/batch.ts';
import type { SourceTally } from '../../model/tally.ts';
import type { Filled } from '../lanes/fast/file-decoder.ts';
import { openShop } from '../lanes/fast/shop.ts';
import { HandOver } from '../lanes/hand-over.ts';
import { Board, Kind, MAIN } from './board.ts';
import { hashFile } from './hash-file.ts';
import { type Segment, segmentsOf } from './jobs.ts';
import type { BesideColumn, Message, Orders } from './messages.ts';
import { PartReader } from './part-reader.ts';

/** A thread beside the main one: takes segments in order, and puts their rows into its ring of slots. */
export class Helper {
  readonly #orders: Orders;
  readonly #port: MessagePort;
  readonly #board: Board;
  readonly #reader: PartReader;
  readonly #segments: readonly Segment[];
  readonly #slotsAt: number;
  readonly #slotBytes: number;
  readonly #last = new Map<string, { dictionary: Dictionary; id: number; sent: number }>();
  #dictionaries = 0;

  constructor(orders: Orders, port: MessagePort) {
    this.#orders = orders;
    this.#port = port;
    const { jobs, readings, board, slots } = orders;
    this.#segments = segmentsOf(jobs, orders.segmentBytes);
    this.#board = new Board(board, this.#segments.length + jobs.length + readings.length, slots);
    const shop = openShop(orders.module);
    this.#reader = new PartReader(shop, readings, jobs);
    this.#slotBytes = Math.max(...readings.map((_, reading) => this.#reader.layoutOf(reading).slotBytes));
    this.#slotsAt = shop.arena.take(slots * this.#slotBytes);
    this.#send({ kind: 'memory', memory: shop.arena.memory, slots: this.#slotsAt, slotBytes: this.#slotBytes });
  }

  /** Takes all files of a reading, to be counted here; false where another thread has them. */
  claims(reading: number): boolean {
    return this.#board.claim(this.#whole(reading), this.#thread);
  }

  /** Tells how far the counting of readings has come, over all of them. */
  tellProgress(bytes: number, rows: number): void {
    const words = new Float64Array(this.#orders.progress);
    words[this.#orders.helper * 2] = bytes;
    words[this.#orders.helper * 2 + 1] = rows;
  }

  /** Hands over what a reading came to; null: it could not be counted here. */
  tellTally(reading: number, tally: SourceTally | null): void {
    this.#say(this.#whole(reading), { kind: 'counted', reading, tally });
  }

  /** Decodes for the main thread, until there is nothing left or the crew is told to stop. */
  run(): void {
    // First what the main thread would else have to do at the end, while others wait.
    for (const [job, { isHashed, path, reading }] of this.#orders.jobs.entries()) {
      const index = this.#segments.length + job;
      if (!isHashed || this.#board.isStopped || this.#board.owner(this.#whole(reading)) !== MAIN) continue;
      if (!this.#board.claim(index, this.#thread)) continue;
      const sha256 = hashFile(path);
      if (!this.#say(index, { kind: 'hashed', job, sha256 })) break;
    }
    for (const [index, segment] of this.#segments.entries()) {
      if (this.#board.isStopped) break;
      // What another helper counts by itself it reads by itself.
      if (this.#board.owner(this.#whole(this.#jobOf(segment.job).reading)) !== MAIN) continue;
      if (this.#board.claim(index, this.#thread) && !this.#read(index, segment)) break;
    }
    this.#reader.close();
  }

  #whole(reading: number): number {
    return this.#segments.length + this.#orders.jobs.length + reading;
  }

  get #thread(): number {
    return this.#orders.helper + 1;
  }

  /** false: told to stop. */
  #read(index: number, { job, from, to }: Segment): boolean {
    const { dialect, reading } = this.#jobOf(job);
    try {
      const isFirst = this.#segments[index - 1]?.job !== job;
      const start = isFirst ? from : this.#reader.guess(job, from);
      if (!this.#say(index, { kind: 'began', start })) return false;
      if (start === null) return true;
      this.#reader.begin(job, start, to, 1, isFirst ? dialect.headerRows : 0);
      for (;;) {
        const slot = this.#board.slotToFill(this.#orders.helper);
        if (slot === null) return false;
        const filled = this.#reader.next(this.#slotsAt + slot * this.#slotBytes);
        if (filled === null) break;
        this.#tell(index, reading, filled);
      }
      return this.#say(index, { kind: 'ended', part: this.#reader.part() });
    } catch (error) {
      if (!(error instanceof HandOver)) throw error;
      return this.#say(index, { kind: 'refused', reason: error.reason });
    }
  }

  #tell(index: number, reading: number, { rows, beside }: Filled): void {
    const columns: BesideColumn[] = [];
    for (const [column, { unreadable, dictionary }] of beside.entries()) {
      const words = dictionary === null ? null : this.#newWords(`${reading} ${column}`, dictionary);
      if (words !== null || unreadable.size > 0) {
        columns.push({ column, dictionary: words, unreadable: [...unreadable] });
      }
    }
    if (columns.length > 0) this.#send({ kind: 'beside', columns });
    this.#board.write(this.#orders.helper, index, rows, columns.length > 0 ? Kind.ROWS_BESIDE : Kind.ROWS);
  }

  #newWords(column: string, dictionary: Dictionary): BesideColumn['dictionary'] {
    let last = this.#last.get(column);
    const isNew = last?.dictionary !== dictionary;
    if (last === undefined || isNew) {
      last = { dictionary, id: this.#dictionaries++, sent: 0 };
      this.#last.set(column, last);
    }
    if (!isNew && last.sent === dictionary.words.length) return null;
    const words = dictionary.words.slice(last.sent);
    last.sent = dictionary.words.length;
    return { id: last.id, words };
  }

  /** An entry of a message alone; false: told to stop. */
  #say(index: number, message: Message): boolean {
    if (this.#board.slotToFill(this.#orders.helper) === null) return false;
    this.#send(message);
    this.#board.write(this.#orders.helper, index, 0, Kind.MESSAGE);
    return true;
  }

  #send(message: Message): void {
    this.#port.postMessage(message);
  }

  #jobOf(index: number) {
    const job = this.#orders.jobs[index];
    if (job === undefined) throw new RangeError(`no job ${index}`);
    return job;
  }
}
