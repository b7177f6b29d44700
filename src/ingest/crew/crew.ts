import { createHash, type Hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Batch } from '../../model/batch.ts';
import type { SourceTally } from '../../model/tally.ts';
import { kernelModule } from '../lanes/fast/kernels/load.ts';
import { openShop } from '../lanes/fast/shop.ts';
import { HandOver } from '../lanes/hand-over.ts';
import type { LaneFacts } from '../lanes/lane.ts';
import { Ahead } from './ahead.ts';
import { Board, MAIN } from './board.ts';
import { joinedFacts } from './facts.ts';
import { FileHashes } from './file-hashes.ts';
import { HelperSide } from './helper-side.ts';
import { Helpers } from './helpers.ts';
import { type Job, type JobReading, SEGMENT_BYTES, type Segment, segmentsOf } from './jobs.ts';
import { type Part, PartReader } from './part-reader.ts';
import { type Script, startWorkers } from './start-workers.ts';

export interface CrewOptions {
  /** Threads beside this one; 0 where everything is done here. */
  readonly helpers: number;
  readonly segmentBytes?: number;
  /** What a thread runs; null where there are none. */
  readonly script: Script | null;
  readonly signal: AbortSignal | null;
}

/** Slots of a helper: how far it may run ahead. */
const SLOTS = 24;
/** Batches after which the event loop has its turn: an interrupt must be heard. */
const TURN = 32;

/**
 * Reads files of all sources by the fast lane, with threads or without: cut into segments, which threads take in reading
 * order, and given out in reading order. So what is counted does not depend on how many threads there are. Where a
 * segment begins is guessed by whoever takes it, and proved here: the segment before it must end there.
 */
export class Crew {
  readonly #jobs: readonly Job[];
  readonly #readings: readonly JobReading[];
  readonly #segments: readonly Segment[];
  readonly #board: Board;
  readonly #helpers: Helpers;
  readonly #reader: PartReader;
  readonly #slot: number;
  readonly #ahead: Ahead;
  readonly #signal: AbortSignal | null;
  readonly #facts = new Map<number, LaneFacts>();
  #spare: { readonly reader: PartReader; readonly slot: number } | null = null;
  #turn = 0;
  /** Tells how far the segment is read, and where that was last told. */
  #tell: (position: number) => void = () => {};
  #told = 0;

  /** @throws HandOver where there is no memory for the fast lane. */
  constructor(jobs: readonly Job[], readings: readonly JobReading[], options: CrewOptions) {
    const { helpers, signal, segmentBytes = helpers === 0 ? Number.POSITIVE_INFINITY : SEGMENT_BYTES } = options;
    this.#jobs = jobs;
    this.#readings = readings;
    this.#signal = signal;
    this.#segments = segmentsOf(jobs, segmentBytes);
    const tasks = this.#segments.length + jobs.length + readings.length;
    const buffer = new SharedArrayBuffer(Board.bytes(tasks, helpers, SLOTS));
    this.#board = new Board(buffer, tasks, SLOTS);
    const progress = new SharedArrayBuffer(16 * helpers);
    const orders = { module: kernelModule(), board: buffer, slots: SLOTS, jobs, readings, segmentBytes, progress };
    const shop = openShop();
    // The first, which is the largest, is for this thread; helpers decode for it what they have time for.
    this.claims(0);
    const sides = startWorkers(helpers, options.script, orders).map(
      ({ worker, port }, index) => new HelperSide(worker, port, this.#board, index),
    );
    this.#reader = new PartReader(shop, readings, jobs);
    const slotBytes = Math.max(0, ...readings.map((_, reading) => this.#reader.layoutOf(reading).slotBytes));
    this.#slot = shop.arena.take(slotBytes);
    const readingOf = (segment: number): number => jobs[this.#segments[segment]?.job ?? 0]?.reading ?? 0;
    this.#helpers = new Helpers(this.#board, sides, {
      segments: this.#segments.length,
      progress: new Float64Array(progress),
      readingOf,
      layoutOf: (reading) => this.#reader.layoutOf(reading),
    });
    this.#ahead = new Ahead(this.#reader, shop.arena, slotBytes, this.#helpers.count > 0);
  }

  /** Takes all files of a reading, to be counted here; false where a helper counts them. To be asked in their order. */
  claims(reading: number): boolean {
    return this.#board.claim(this.#whole(reading), MAIN) || this.#board.owner(this.#whole(reading)) === MAIN;
  }

  /**
   * What a helper has counted of a reading that it has taken; null where it could not: then it is to be counted here.
   *
   * @param onNap - called while there is nothing to do but wait
   */
  tally(reading: number, onNap: () => void): Promise<SourceTally | null> {
    return this.#helpers.tally(this.#whole(reading), reading, async () => {
      onNap();
      await this.#turned(true);
    });
  }

  /** Bytes and rows that helpers have counted by themselves, so far. */
  get counted(): { readonly bytes: number; readonly rows: number } {
    return this.#helpers.counted;
  }

  #whole(reading: number): number {
    return this.#segments.length + this.#jobs.length + reading;
  }

  /**
   * The batches of one file, in reading order, each lent until the next. Files are to be read in the order of the jobs;
   * what was not read of a file that is given up is passed over.
   *
   * @throws HandOver where the file is nothing for the fast lane.
   */
  async *read(index: number, onBytes: (bytes: number) => void): AsyncGenerator<Batch> {
    const first = this.#segments.findIndex((segment) => segment.job === index);
    const parts: Part[] = [];
    const hash = this.#hashAlong(index);
    try {
      yield* this.#readParts(index, first, parts, onBytes);
      this.#reader.checkUnchanged(index);
    } catch (error) {
      // Nobody needs its other parts.
      for (let at = first; this.#segments[at]?.job === index; at++) this.#board.claim(at, MAIN);
      throw error;
    }
    if (hash !== null) this.#helpers.hashes.set(index, hash.digest('hex'));
    this.#facts.set(index, joinedFacts(parts.map(({ facts }) => facts)));
  }

  async *#readParts(
    index: number,
    first: number,
    parts: Part[],
    onBytes: (bytes: number) => void,
  ): AsyncGenerator<Batch> {
    const job = this.#jobOf(index);
    let start = this.#segments[first]?.from ?? 0;
    let line = job.dialect.headerLine;
    for (let at = first; this.#segments[at]?.job === index; at++) {
      const segment = this.#segments[at];
      if (segment === undefined) break;
      this.#told = start;
      this.#tell = (position) => {
        onBytes(position - this.#told);
        this.#told = position;
      };
      const part = yield* this.#readSegment(at, segment, start, line);
      parts.push(part);
      this.#tell(part.end);
      start = part.end;
      line += part.lines;
    }
  }

  /** Where all bytes are read here, in order, they need not be read once more for their hash. */
  #hashAlong(index: number): Hash | null {
    this.#reader.watch = null;
    const job = this.#jobOf(index);
    const isWhole = this.#segments.filter((segment) => segment.job === index).length === 1;
    if (!job.isHashed || this.#helpers.count > 0 || !isWhole) return null;
    const hash = createHash('sha256').update(this.#reader.head(index, job.mark + job.dialect.headerOffset));
    this.#reader.watch = (bytes) => hash.update(bytes);
    return hash;
  }

  /** Of a file that was read to its end. */
  facts(index: number): LaneFacts | null {
    return this.#facts.get(index) ?? null;
  }

  /** sha256 of the files that it is asked for: of those that were read to their end. To be called once all are read. */
  hashes(): Promise<ReadonlyMap<number, string | null>> {
    const firstTask = this.#segments.length;
    const turn = (now: boolean): Promise<void> => this.#turned(now);
    const threads = { board: this.#board, helpers: this.#helpers, firstTask, turn };
    return new FileHashes(this.#jobs, threads).of(this.#facts.keys());
  }

  close(): void {
    this.#board.stop(this.#helpers.count);
    this.#helpers.end();
    this.#reader.close();
    this.#spare?.reader.close();
  }

  /** @param start - where the segment before it ended, which proves where this one begins */
  async *#readSegment(at: number, segment: Segment, start: number, line: number): AsyncGenerator<Batch, Part> {
    this.#helpers.passOverBefore(at);
    if (start >= segment.to) return { start, end: start, lines: 0, facts: NO_FACTS };
    if (this.#board.claim(at, MAIN)) return yield* this.#readHere(this.#reader, this.#slot, at, start, line);
    const owner = this.#board.owner(at);
    if (owner === MAIN) return yield* this.#readAhead(at, start, line);
    const helper = this.#helpers.of(at);
    const { reading, file } = this.#jobOf(segment.job);
    const layout = this.#reader.layoutOf(reading);
    for (let isProved = false; await this.#arrives(helper, at); ) {
      const entry = helper.take(layout, reading, file);
      if ('kind' in entry) {
        helper.release();
        if (entry.kind === 'ended') return entry.part;
        if (entry.kind === 'refused') throw new HandOver(entry.reason);
        isProved = entry.kind === 'began' && entry.start === start;
        if (!isProved) return yield* this.#readAgain(at, start, line);
        continue;
      }
      shift(entry.lines, line - 1);
      yield entry;
      helper.release();
      await this.#turned();
    }
    throw new HandOver('a thread that failed');
  }

  async *#readHere(
    reader: PartReader,
    slot: number,
    at: number,
    start: number,
    line: number,
  ): AsyncGenerator<Batch, Part> {
    const { job, to } = this.#segmentOf(at);
    const { dialect } = this.#jobOf(job);
    const isFirst = this.#segments[at - 1]?.job !== job;
    reader.begin(job, start, to, line, isFirst ? dialect.headerRows : 0);
    for (let batch = reader.batch(slot); batch !== null; batch = reader.batch(slot)) {
      yield batch;
      this.#tell(reader.position);
      await this.#turned();
    }
    return reader.part();
  }

  /** What was read ahead here, and then its rest. */
  async *#readAhead(at: number, start: number, line: number): AsyncGenerator<Batch, Part> {
    const ahead = this.#ahead;
    if (ahead.segment !== at || ahead.start !== start) {
      ahead.drop();
      return yield* this.#readHere(this.#reader, this.#slot, at, start, line);
    }
    for (;;) {
      const batch = ahead.take();
      if (batch === null) break;
      shift(batch.lines, line - 1);
      yield batch;
      ahead.release();
      await this.#turned();
    }
    return ahead.finish();
  }

  /** A segment whose first record was guessed wrong: what lies ahead here stays as it is. */
  async *#readAgain(at: number, start: number, line: number): AsyncGenerator<Batch, Part> {
    this.#spare ??= this.#openSpare();
    const { reader, slot } = this.#spare;
    return yield* this.#readHere(reader, slot, at, start, line);
  }

  #openSpare() {
    const shop = openShop();
    const reader = new PartReader(shop, this.#readings, this.#jobs);
    const slotBytes = Math.max(0, ...this.#readings.map((_, reading) => reader.layoutOf(reading).slotBytes));
    return { reader, slot: shop.arena.take(slotBytes) };
  }

  /** Waits until a helper's oldest entry is one of a task; false where it never will be. */
  #arrives(helper: HelperSide, task: number): Promise<boolean> {
    return this.#helpers.arrives(helper, task, {
      meanwhile: () => this.#workAhead(task),
      nap: () => this.#turned(true),
    });
  }

  /** Something useful while a helper has nothing yet; false where there is nothing to do. */
  #workAhead(behind: number): boolean {
    const ahead = this.#ahead;
    if (ahead.segment !== null && ahead.segment < behind) ahead.drop();
    if (ahead.segment !== null) return ahead.step();
    for (let at = behind + 1; at < this.#segments.length; at++) {
      const segment = this.#segmentOf(at);
      if (this.#board.owner(this.#whole(this.#jobOf(segment.job).reading)) !== MAIN) return false;
      if (this.#board.owner(at) >= 0 || !this.#board.claim(at, MAIN)) continue;
      const isFirst = this.#segments[at - 1]?.job !== segment.job;
      const { dialect } = this.#jobOf(segment.job);
      ahead.begin(at, segment, isFirst ? dialect.headerRows : null);
      return true;
    }
    return false;
  }

  /** The event loop has its turn now and then, and an interrupt is heard. */
  async #turned(now = false): Promise<void> {
    this.#turn += 1;
    if (!now && this.#turn % TURN !== 0) return;
    await setImmediate();
    this.#signal?.throwIfAborted();
  }

  #jobOf(index: number): Job {
    const job = this.#jobs[index];
    if (job === undefined) throw new RangeError(`no job ${index}`);
    return job;
  }

  #segmentOf(index: number): Segment {
    const segment = this.#segments[index];
    if (segment === undefined) throw new RangeError(`no segment ${index}`);
    return segment;
  }
}

/** Lines of a segment are counted from its beginning, until it is known how many lie before it. */
function shift(lines: Float64Array, by: number): void {
  if (by === 0) return;
  for (let row = 0; row < lines.length; row++) lines[row] = (lines[row] ?? 0) + by;
}

const NO_FACTS = joinedFacts([]);
