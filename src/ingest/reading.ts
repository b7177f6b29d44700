import { createHash, type Hash } from 'node:crypto';
import type { Batch } from '../model/batch.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourcePlan } from '../model/plan.ts';
import type { FileFacts, SourceFile } from '../model/source.ts';
import type { Crew } from './crew/crew.ts';
import type { Job, JobReading } from './crew/jobs.ts';
import { textBytes } from './encoding/transcode.ts';
import type { Lane, LaneFacts } from './lanes/lane.ts';
import type { OpenedFile } from './open-file.ts';
import { BATCH_ROWS, CHUNK_BYTES, HASHED_BYTES, type IngestOptions } from './options.ts';
import { diskBytes } from './sources/bytes.ts';
import type { Spool } from './sources/spool.ts';
import { unpacked } from './sources/unpack.ts';

/** A source whose files are found, recognised and bound: ready to be read, as often as needed. */
export interface SourceReading {
  readonly files: readonly SourceFile[];
  /** Warnings met on the way: a file that was matched twice. */
  readonly notes: readonly Diagnostic[];
  /** Which files they are, and of what size and time: equal where another opening found the same. */
  readonly stamp: string;
  /** Nothing came through a pipe, which only this process can read. */
  readonly canBeReadElsewhere: boolean;
  /**
   * The batches of one file, each lent until the next is asked for. Files are to be read in order.
   *
   * @param lane - `fast`: HandOver is thrown at the first thing that only the reference lane knows; what was given of
   *   the file until then counts for nothing
   * @throws Failure of kind `data` where the file changed, vanished, or turns out to be damaged.
   */
  read(file: number, lane: LaneName): AsyncIterable<Batch>;
  /** Batches of all files in reading order, by the reference lane. May be called again once the last has ended. */
  batches(): AsyncIterable<Batch>;
  /** What the last reading of each file told, once it has ended. */
  facts(): Promise<readonly FileFacts[]>;
  /** Removes what was put aside of standard input. To be called at the end, also after an error. */
  close(): Promise<void>;
}

export type LaneName = 'fast' | 'reference';

/** The lanes, loaded when they are asked for. */
export type LoadLane = (lane: LaneName) => Promise<Lane>;

export class FilesReading implements SourceReading {
  readonly files: readonly SourceFile[];
  readonly notes: readonly Diagnostic[];
  readonly #source: SourcePlan;
  readonly #opened: readonly OpenedFile[];
  readonly #options: IngestOptions;
  readonly #spool: Spool;
  readonly #load: LoadLane;
  readonly #hashes = new Map<OpenedFile, string>();
  readonly #facts = new Map<number, { readonly lane: LaneFacts; readonly crewed: boolean }>();
  #crew: { readonly crew: Crew; readonly jobs: ReadonlyMap<number, number> } | null = null;
  /** Bytes of the files that are read, and rows: for progress. */
  #bytes = 0;
  #rows = 0;

  constructor(
    source: SourcePlan,
    opened: readonly OpenedFile[],
    notes: readonly Diagnostic[],
    options: IngestOptions,
    spool: Spool,
    load: LoadLane,
  ) {
    this.files = opened.map(({ file: { name, bytes } }) => ({ name, bytes }));
    this.notes = notes;
    this.#source = source;
    this.#opened = opened;
    this.#options = options;
    this.#spool = spool;
    this.#load = load;
  }

  get stamp(): string {
    return JSON.stringify(this.#opened.map(({ file: { path, bytes, modified } }) => [path, bytes, modified]));
  }

  get canBeReadElsewhere(): boolean {
    return this.#opened.every(({ file }) => !file.isPiped);
  }

  /** The files that a crew can read straight from disk. */
  jobs(reading: number): readonly Job[] {
    return this.#opened.flatMap((opened, file): readonly Job[] => {
      const { encoding, dialect, binding, isPacked } = opened;
      if (isPacked || encoding.encoding.startsWith('utf-16')) return [];
      const { path, bytes, modified } = opened.file;
      const isHashed = this.#isHashed(opened);
      return [{ reading, file, path, bytes, modified, mark: encoding.mark, dialect, binding, isHashed }];
    });
  }

  get jobReading(): JobReading {
    return { columns: this.#source.columns, batchRows: this.#options.batchRows ?? BATCH_ROWS };
  }

  /** @param jobs - index of the crew's job for each file that it reads */
  join(crew: Crew, jobs: ReadonlyMap<number, number>): void {
    this.#crew = { crew, jobs };
  }

  async *batches(): AsyncGenerator<Batch> {
    this.#bytes = 0;
    this.#rows = 0;
    for (const file of this.#opened.keys()) yield* this.read(file, 'reference');
  }

  async *read(file: number, lane: LaneName): AsyncGenerator<Batch> {
    const opened = this.#opened[file];
    if (opened === undefined) throw new RangeError(`no file ${file}`);
    this.#facts.delete(file);
    const [bytes, rows] = [this.#bytes, this.#rows];
    try {
      const job = lane === 'fast' ? this.#crew?.jobs.get(file) : undefined;
      if (job === undefined) yield* this.#stream(file, opened, await this.#load(lane));
      else yield* this.#crewed(file, job);
    } finally {
      // Of a file that is given up nothing counts.
      if (!this.#facts.has(file)) [this.#bytes, this.#rows] = [bytes, rows];
    }
  }

  async *#crewed(file: number, job: number): AsyncGenerator<Batch> {
    if (this.#crew === null) return;
    const { crew } = this.#crew;
    for await (const batch of crew.read(job, (bytes) => this.#progress(bytes, 0))) {
      this.#rows += batch.rows;
      yield batch;
    }
    const facts = crew.facts(job);
    if (facts !== null) this.#facts.set(file, { lane: facts, crewed: true });
  }

  async *#stream(file: number, opened: OpenedFile, lane: Lane): AsyncGenerator<Batch> {
    const { signal, chunkBytes = CHUNK_BYTES, batchRows = BATCH_ROWS } = this.#options;
    const { columns } = this.#source;
    const { dialect, binding, encoding } = opened;
    const hash = this.#hash(opened);
    const rowsBefore = this.#rows;
    const onChunk = (chunk: Buffer): void => {
      hash?.update(chunk);
      this.#progress(chunk.length, reading.rows());
    };
    const disk = diskBytes(opened.file, { chunkBytes, signal, onChunk });
    const bytes = textBytes(unpacked(disk, opened.file, chunkBytes), encoding);
    const { name } = opened.file;
    const reading = lane.read({ name, file, bytes, dialect, binding, columns, batchRows });
    for await (const batch of reading.batches) {
      yield batch;
      signal?.throwIfAborted();
    }
    this.#rows = rowsBefore + reading.rows();
    if (hash !== null) this.#hashes.set(opened, hash.digest('hex'));
    this.#facts.set(file, { lane: reading.facts(), crewed: false });
  }

  #progress(bytes: number, rows: number): void {
    this.#bytes += bytes;
    const totalBytes = this.files.reduce((sum, file) => sum + file.bytes, 0);
    this.#options.onProgress?.({ bytes: this.#bytes, totalBytes, rows: this.#rows + rows });
  }

  async facts(): Promise<readonly FileFacts[]> {
    const all: FileFacts[] = [];
    for (const [index, opened] of this.#opened.entries()) {
      const known = this.#facts.get(index);
      if (known === undefined) continue;
      const { lane, crewed } = known;
      const job = this.#crew?.jobs.get(index);
      const hashes = crewed ? await this.#crew?.crew.hashes() : undefined;
      all.push({
        file: opened.file.name,
        bytes: opened.file.bytes,
        sha256: (job === undefined ? null : hashes?.get(job)) ?? this.#hashes.get(opened) ?? null,
        encoding: opened.encoding.encoding,
        delimiter: opened.dialect.delimiter,
        ...lane,
        fittingFormats: lane.fittingFormats.map((formats) => formats ?? []),
      });
    }
    return all;
  }

  close(): Promise<void> {
    return this.#spool.close();
  }

  /** Computed in the first whole reading of a file, and kept. */
  #hash(opened: OpenedFile): Hash | null {
    return this.#hashes.has(opened) || !this.#isHashed(opened) ? null : createHash('sha256');
  }

  #isHashed({ file: { bytes, isPiped } }: OpenedFile): boolean {
    return !isPiped && (bytes <= HASHED_BYTES || this.#options.hashes);
  }
}
