import type { SourceTally } from '../../model/tally.ts';
import type { Job, JobReading } from './jobs.ts';
import type { Part } from './part-reader.ts';

/** What a helper is started with. */
export interface Orders {
  readonly module: WebAssembly.Module | null;
  readonly board: SharedArrayBuffer;
  readonly helper: number;
  readonly slots: number;
  readonly jobs: readonly Job[];
  readonly readings: readonly JobReading[];
  readonly segmentBytes: number;
  /** Float64: for each helper the bytes, and the rows, that it has counted by itself. */
  readonly progress: SharedArrayBuffer;
}

/** Sent by a helper, in the order in which its entries ask for them. */
export type Message =
  | { readonly kind: 'memory'; readonly memory: WebAssembly.Memory; readonly slots: number; readonly slotBytes: number }
  /** Beside rows: words that are new, cells that cannot be read. */
  | { readonly kind: 'beside'; readonly columns: readonly BesideColumn[] }
  /** Where the first record of the segment is guessed to begin; null where it cannot be told: nothing follows then. */
  | { readonly kind: 'began'; readonly start: number | null }
  /** The segment, or why the file is nothing for the fast lane. */
  | { readonly kind: 'ended'; readonly part: Part }
  | { readonly kind: 'refused'; readonly reason: string }
  /** All files of a reading, counted by the helper itself; null: it could not, and leaves it to the main thread. */
  | { readonly kind: 'counted'; readonly reading: number; readonly tally: SourceTally | null }
  | { readonly kind: 'hashed'; readonly job: number; readonly sha256: string | null };

export interface BesideColumn {
  readonly column: number;
  /** The dictionary that the codes point into from here on, and the words that it has more. */
  readonly dictionary: { readonly id: number; readonly words: readonly string[] } | null;
  readonly unreadable: readonly (readonly [row: number, text: string])[];
}
