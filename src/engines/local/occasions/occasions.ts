import type { SourceReading } from '../../../ingest/index.ts';
import type { Batch, RawColumn } from '../../../model/batch.ts';
import type { ColumnPlan } from '../../../model/column.ts';
import type { OccasionBatch, Selection } from '../../../model/engine.ts';
import type { ChannelPlan, SourcePlan } from '../../../model/plan.ts';
import type { Instant } from '../../../model/time.ts';
import { OccasionRows } from '../occasion-rows.ts';
import { Part, Participation } from '../participation.ts';
import { SourceMemo } from '../source-memo.ts';
import { CaseShown } from './case-shown.ts';
import type { NewestRows } from './newest-rows.ts';
import { OccasionCustomers } from './occasion-customers.ts';
import { OccasionTimes } from './occasion-times.ts';
import { rowsAgain } from './rows-again.ts';
import { SelectedCell } from './selected-cell.ts';
import { ToldCases } from './told-cases.ts';

/** The files of a channel, opened with what `shownSource` makes of its source. */
export interface ChannelReading {
  readonly source: SourcePlan;
  /** Those of the whole source: they say how cells are read, also where nothing is decoded of them. */
  readonly declared: readonly ColumnPlan[];
  /** As the whole plan has it. */
  readonly channel: ChannelPlan;
  readonly reading: SourceReading;
  /** Where of each case only the newest row counts; else null. */
  readonly newest: NewestRows | null;
  /** The explicit as_of of the plan. */
  readonly asOf: Instant | null;
}

/** The occasions of one channel in reading order, with what became of each. */
export async function* occasionsOf(
  { source, declared, channel, reading, newest, asOf }: ChannelReading,
  { window, asOf: until, cells: selected, shows }: Selection,
): AsyncGenerator<OccasionBatch> {
  const { columns } = source;
  const memo = SourceMemo.of(source, asOf);
  const then = memo.asItStood(channel.events, channel.at);
  const participation = new Participation(channel, memo, window, asOf);
  const folds = channel.case !== null && channel.repeats === 'all';
  const terms = { channel, columns, memo, asOf, until, folds };
  const cells = selected.flatMap(({ cell, target }) => {
    const own = channel.cells[cell];
    return own === undefined ? [] : [new SelectedCell(own, target, terms)];
  });
  const occasions = new OccasionRows();
  const customers = new OccasionCustomers(channel.customer);
  const times = new OccasionTimes(channel.at);
  const rawOf = (batch: Batch): readonly RawColumn[] =>
    shows.map((_, index) => rawAt(batch, columns.length - shows.length + index));
  const cases = folds ? new ToldCases(channel, participation, cells, new CaseShown(shows, declared)) : null;
  if (cases !== null) {
    let added = 0;
    for await (const { batch, from } of rowsAgain(reading)) {
      cases.add(then(batch), from, added - from, occasions, rawOf(batch));
      added += batch.rows - from;
    }
    cases.end();
  }
  let given = 0;
  for await (const { batch: lent, from } of rowsAgain(reading)) {
    const batch = then(lent);
    const first = given - from;
    const parts = participation.begin(batch, newest?.superseded(batch, first) ?? null);
    given += batch.rows - from;
    if (cases === null) {
      occasions.select(parts, batch.rows);
      occasions.leaveOut(from);
    } else cases.place(batch, parts, from, occasions);
    const unplaced = unplacedRows(parts, from, batch.rows);
    if (occasions.count === 0 && unplaced.length === 0 && batch.broken.length === 0) continue;
    const rows = occasions.rows.subarray(0, occasions.count);
    const named = customers.of(batch, rows);
    if (named !== null) cases?.name(named, occasions);
    const began = times.of(batch, rows);
    if (began !== null) cases?.begin(began, occasions);
    const told = cells.map((cell, index) => {
      const own = cell.of(batch, occasions);
      cases?.tell(index, own, occasions, first);
      return own;
    });
    const own = rawOf(batch);
    const shown = cases?.show(own, batch, occasions) ?? own;
    yield { batch, rows, unplaced, customers: named, began, cells: told, shows: shown };
  }
}

const NO_ROWS = new Int32Array(0);

function unplacedRows(parts: Uint8Array, from: number, rows: number): Int32Array {
  let found: number[] | null = null;
  for (let row = parts.indexOf(Part.UNREADABLE, from); row >= 0 && row < rows; ) {
    found ??= [];
    found.push(row);
    row = parts.indexOf(Part.UNREADABLE, row + 1);
  }
  return found === null ? NO_ROWS : Int32Array.from(found);
}

function rawAt(batch: Batch, index: number): RawColumn {
  const column = batch.columns[index];
  if (column?.kind !== 'raw') throw new TypeError(`column ${index} is not there to be shown`);
  return column;
}
