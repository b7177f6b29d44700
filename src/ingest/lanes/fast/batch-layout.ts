import type { Column, Dictionary, RawColumn, UnreadableTexts } from '../../../model/batch.ts';
import type { ColumnPlan } from '../../../model/column.ts';

export type Kind = Column['kind'];

/** Where the arrays of a column lie, as offsets in a slot. */
export interface Place {
  readonly kind: Kind;
  /** Float64 values, Int32 codes of text, or Uint32 hashes; nothing of what is raw. */
  readonly values: number;
  /** Uint8; none for text and what is raw. */
  readonly states: number;
}

export function kindOf({ holds, cell }: ColumnPlan): Kind {
  if (holds !== 'values') return holds;
  if (cell.type === 'text') return 'text';
  return cell.type === 'timestamp' || cell.type === 'date' ? 'moment' : 'numeric';
}

/** Bytes that a row takes in a slot. */
const ROW: Readonly<Record<Kind, number>> = { numeric: 9, moment: 9, text: 4, id: 17, raw: 0 };

/** Bytes of its value alone, without the state. */
const VALUE: Readonly<Record<Kind, number>> = { numeric: 8, moment: 8, text: 4, id: 16, raw: 0 };

const MOST_ROWS = 4096;

/** How the batches of one reading lie in slots of a fixed size: the lines, then column by column. */
export class BatchLayout {
  /** Rows of a batch at most. */
  readonly rows: number;
  readonly places: readonly Place[];
  readonly slotBytes: number;

  constructor(columns: readonly ColumnPlan[], wantedRows: number) {
    const kinds = columns.map(kindOf);
    const rowBytes = kinds.reduce((sum, kind) => sum + ROW[kind], 8);
    // A reading of very many columns has batches of fewer rows, so that a slot stays below some megabytes.
    const rows = Math.max(1, Math.min(wantedRows, MOST_ROWS, Math.floor(4_000_000 / rowBytes)));
    this.rows = rows;
    let next = aligned(rows * 8);
    this.places = kinds.map((kind) => {
      const values = next;
      next += aligned(rows * VALUE[kind]);
      const states = next;
      if (kind !== 'text' && kind !== 'raw') next += aligned(rows);
      return { kind, values, states };
    });
    this.slotBytes = next;
  }

  lines(buffer: ArrayBufferLike, slot: number, rows: number): Float64Array {
    return new Float64Array(buffer, slot, rows);
  }

  /** The columns of a filled slot, as views of it. */
  columns(buffer: ArrayBufferLike, slot: number, rows: number, beside: readonly Beside[]): readonly Column[] {
    return this.places.map((place, index) => column(buffer, slot, rows, place, beside[index] ?? NOTHING));
  }
}

/** What of a column is no array. */
export interface Beside {
  readonly unreadable: UnreadableTexts;
  /** Of a text column. */
  readonly dictionary: Dictionary | null;
  /** Of a raw column: the cell of a row. */
  readonly text?: RawColumn['text'];
}

const NOTHING: Beside = { unreadable: new Map(), dictionary: null };
const NO_WORDS: Dictionary = { words: [] };
const NO_TEXT: RawColumn['text'] = () => '';

function column(buffer: ArrayBufferLike, slot: number, rows: number, place: Place, beside: Beside): Column {
  const at = slot + place.values;
  const states = slot + place.states;
  switch (place.kind) {
    case 'text':
      return { kind: 'text', codes: new Int32Array(buffer, at, rows), dictionary: beside.dictionary ?? NO_WORDS };
    case 'raw':
      return { kind: 'raw', text: beside.text ?? NO_TEXT };
    case 'id':
      return {
        kind: 'id',
        hashes: new Uint32Array(buffer, at, rows * 4),
        states: new Uint8Array(buffer, states, rows),
      };
    default:
      return {
        kind: place.kind,
        values: new Float64Array(buffer, at, rows),
        states: new Uint8Array(buffer, states, rows),
        unreadable: beside.unreadable,
      };
  }
}

function aligned(bytes: number): number {
  return (bytes + 63) & ~63;
}
