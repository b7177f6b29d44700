import type { Batch, Column } from '../../model/batch.ts';

/** Copies of columns by batch, so that channels that hold the same batch hold one copy. */
const copies = new WeakMap<Batch, (Column | undefined)[]>();
const lines = new WeakMap<Batch, Float64Array>();

/** Stands where a column is not held. */
const NOTHING: Column = { kind: 'id', hashes: new Uint32Array(0), states: new Uint8Array(0) };

/** A batch that may be kept: its own arrays, for these columns alone. */
export function held(batch: Batch, wanted: ReadonlySet<number>): Batch {
  const known = copies.get(batch) ?? [];
  copies.set(batch, known);
  const columns = batch.columns.map((column, index) => {
    if (!wanted.has(index)) return NOTHING;
    const own = known[index] ?? copied(column, batch.rows);
    known[index] = own;
    return own;
  });
  const ownLines = lines.get(batch) ?? batch.lines.slice();
  lines.set(batch, ownLines);
  return { ...batch, lines: ownLines, columns };
}

function copied(column: Column, rows: number): Column {
  switch (column.kind) {
    case 'raw': {
      const texts = Array.from({ length: rows }, (_, row) => column.text(row));
      return { kind: 'raw', text: (row) => texts[row] ?? '' };
    }
    case 'text':
      return { ...column, codes: column.codes.slice() };
    case 'id':
      return { ...column, hashes: column.hashes.slice(), states: column.states.slice() };
    default:
      return { ...column, values: column.values.slice(), states: column.states.slice() };
  }
}
