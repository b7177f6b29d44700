import { createHash, type Hash } from 'node:crypto';
import type { Batch } from '../model/batch.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourcePlan } from '../model/plan.ts';
import type { FileFacts, SourceFile } from '../model/source.ts';
import { textBytes } from './encoding/transcode.ts';
import type { Lane } from './lanes/lane.ts';
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
  /**
   * Batches in reading order. May be called again for another reading of the same files, once the last has ended.
   *
   * @throws Failure of kind `data` where a file changed, vanished, or turns out to be damaged.
   */
  batches(): AsyncIterable<Batch>;
  /** What the last reading told, a file at a time as each has ended. */
  facts(): readonly FileFacts[];
  /** Removes what was put aside of standard input. To be called at the end, also after an error. */
  close(): Promise<void>;
}

export class FilesReading implements SourceReading {
  readonly files: readonly SourceFile[];
  readonly notes: readonly Diagnostic[];
  readonly #source: SourcePlan;
  readonly #opened: readonly OpenedFile[];
  readonly #options: IngestOptions;
  readonly #spool: Spool;
  readonly #lane: Lane;
  readonly #hashes = new Map<OpenedFile, string>();
  #facts: FileFacts[] = [];

  constructor(
    source: SourcePlan,
    opened: readonly OpenedFile[],
    notes: readonly Diagnostic[],
    options: IngestOptions,
    spool: Spool,
    lane: Lane,
  ) {
    this.files = opened.map(({ file: { name, bytes } }) => ({ name, bytes }));
    this.notes = notes;
    this.#source = source;
    this.#opened = opened;
    this.#options = options;
    this.#spool = spool;
    this.#lane = lane;
  }

  async *batches(): AsyncGenerator<Batch> {
    const { onProgress, signal, chunkBytes = CHUNK_BYTES, batchRows = BATCH_ROWS } = this.#options;
    const { columns } = this.#source;
    const totalBytes = this.files.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#facts = [];
    let [bytes, rowsBefore] = [0, 0];
    for (const [file, opened] of this.#opened.entries()) {
      const { dialect, binding, encoding } = opened;
      const hash = this.#hash(opened);
      const onChunk = (chunk: Buffer) => {
        hash?.update(chunk);
        bytes += chunk.length;
        onProgress?.({ bytes, totalBytes, rows: rowsBefore + lane.rows() });
      };
      const disk = diskBytes(opened.file, { chunkBytes, signal, onChunk });
      const text = textBytes(unpacked(disk, opened.file, chunkBytes), encoding);
      const { name } = opened.file;
      const lane = this.#lane.read({ name, file, bytes: text, dialect, binding, columns, batchRows });
      for await (const batch of lane.batches) {
        yield batch;
        signal?.throwIfAborted();
      }
      rowsBefore += lane.rows();
      if (hash !== null) this.#hashes.set(opened, hash.digest('hex'));
      this.#facts.push({
        file: name,
        bytes: opened.file.bytes,
        sha256: this.#hashes.get(opened) ?? null,
        encoding: encoding.encoding,
        delimiter: dialect.delimiter,
        ...lane.facts(),
      });
    }
  }

  facts(): readonly FileFacts[] {
    return this.#facts;
  }

  close(): Promise<void> {
    return this.#spool.close();
  }

  /** Computed in the first whole reading of a file, and kept. */
  #hash(opened: OpenedFile): Hash | null {
    const { bytes, isPiped } = opened.file;
    if (isPiped || this.#hashes.has(opened) || (bytes > HASHED_BYTES && !this.#options.hashes)) return null;
    return createHash('sha256');
  }
}
