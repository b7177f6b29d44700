import type { Batch } from '../../model/batch.ts';
import type { Fault, FaultGroup, Faults } from '../../model/tally.ts';

/** How many faults of a kind are named; the rest is counted. */
const NAMED = 10;

/** Collects what could not be read: the first ones by place, all by number. */
export class FaultCollector {
  rows = 0;
  records = 0;
  readonly #groups = new Map<
    string,
    { file: number; column: number | null; count: number; first: Fault; more: Fault[] }
  >();

  add(file: number, column: number | null, fault: Fault): void {
    const kind = fault.kind === 'record' ? fault.record.code : fault.kind;
    this.#join(`${file} ${column ?? ''} ${kind}`, { file, column, count: 1, first: fault, more: [] });
  }

  #join(key: string, group: FaultGroup): void {
    const known = this.#groups.get(key);
    if (known === undefined) {
      this.#groups.set(key, { ...group, more: [...group.more] });
      return;
    }
    known.count += group.count;
    for (const fault of [group.first, ...group.more]) if (known.more.length < NAMED - 1) known.more.push(fault);
  }

  absorb(later: FaultCollector): void {
    this.rows += later.rows;
    this.records += later.records;
    for (const [key, group] of later.#groups) this.#join(key, group);
  }

  tally(): Faults {
    return { rows: this.rows, records: this.records, groups: [...this.#groups.values()] };
  }
}

/** The unreadable cells of a row among the given columns, by column. */
export function unreadableCells(
  batch: Batch,
  row: number,
  columns: readonly number[],
): readonly { readonly column: number; readonly fault: Fault }[] {
  return columns.flatMap((column) => {
    const cells = batch.columns[column];
    if (cells?.kind !== 'numeric' && cells?.kind !== 'moment') return [];
    const text = cells.unreadable.get(row);
    return text === undefined ? [] : [{ column, fault: { kind: 'cell', line: batch.lines[row] ?? 0, text } }];
  });
}
