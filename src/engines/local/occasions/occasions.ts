import type { SourceReading } from '../../../ingest/index.ts';
import type { Batch, IdColumn, RawColumn } from '../../../model/batch.ts';
import type { OccasionBatch, Selection } from '../../../model/engine.ts';
import type { ChannelPlan, Plan, SourcePlan } from '../../../model/plan.ts';
import { OccasionRows } from '../occasion-rows.ts';
import { Participation } from '../participation.ts';
import { SourceMemo } from '../source-memo.ts';
import { newestRows } from './newest-rows.ts';
import { rowsAgain } from './rows-again.ts';
import { SelectedCell } from './selected-cell.ts';

/** The source with what is shown behind its own columns; columns that nothing of it needs are not decoded. */
export function shownSource(source: SourcePlan, channel: ChannelPlan, { shows }: Selection): SourcePlan {
  const shown = shows.map(
    ({ name, headers, position }) => ({ name, headers, position, holds: 'raw', cell: SHOWN }) as const,
  );
  return { ...source, channels: [channel], columns: [...source.columns, ...shown] };
}

const SHOWN = { type: 'text', format: null, zone: '', decimal: '.', unit: null, blank: [], map: [] } as const;

/** The occasions of one channel in reading order, with what became of each. */
export async function* occasionsOf(
  plan: Plan,
  source: SourcePlan,
  channel: ChannelPlan,
  reading: SourceReading,
  { window, asOf, cells: selected, shows }: Selection,
): AsyncGenerator<OccasionBatch> {
  const { columns } = source;
  const memo = SourceMemo.of(source, plan.asOf);
  const then = memo.asItStood(channel.events, channel.at);
  const participation = new Participation(channel, memo, window, plan.asOf);
  const options = { channel, columns, memo, asOf: plan.asOf, until: asOf };
  const cells = selected.flatMap(({ cell, target }) => {
    const own = channel.cells[cell];
    return own === undefined ? [] : [new SelectedCell(own, target, options)];
  });
  const newest =
    channel.repeats === 'latest' && channel.case !== null
      ? await newestRows(reading, { case: channel.case, updated: channel.updated })
      : null;
  const occasions = new OccasionRows();
  let given = 0;
  for await (const { batch: lent, from } of rowsAgain(reading)) {
    const batch = then(lent);
    const superseded = newest?.superseded(batch, given - from) ?? null;
    given += batch.rows - from;
    const parts = participation.begin(batch, superseded);
    occasions.select(parts, batch.rows);
    occasions.leaveOut(from);
    const rows = occasions.rows.slice(0, occasions.count);
    yield {
      batch,
      rows,
      customers: customersOf(batch, rows, channel.customer),
      cells: cells.map((cell) => cell.of(batch, occasions)),
      shows: shows.map((_, index) => rawAt(batch, columns.length - shows.length + index)),
    };
  }
}

function customersOf(batch: Batch, rows: Int32Array, index: number | null): IdColumn | null {
  const column = index === null ? undefined : batch.columns[index];
  if (column?.kind !== 'id') return null;
  const hashes = new Uint32Array(rows.length * 4);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    for (let word = 0; word < 4; word += 1) hashes[at * 4 + word] = column.hashes[row * 4 + word] ?? 0;
  }
  return { kind: 'id', hashes, states: Uint8Array.from(rows, (row) => column.states[row] ?? 0) };
}

function rawAt(batch: Batch, index: number): RawColumn {
  const column = batch.columns[index];
  if (column?.kind !== 'raw') throw new TypeError(`column ${index} is not there to be shown`);
  return column;
}
