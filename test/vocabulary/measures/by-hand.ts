import { declare } from '../../../src/declaration/index.ts';
import type { Batch } from '../../../src/model/batch.ts';
import type { CellFormat, ColumnPlan } from '../../../src/model/column.ts';
import type { Channel, Pledge } from '../../../src/model/declaration.ts';
import type { Measure } from '../../../src/model/measure.ts';
import { momentsOf } from '../../../src/statistics/moments.ts';
import { isOpen, Outcome, settled } from '../../../src/vocabulary/conditions/index.ts';
import {
  type Figure,
  figureOf,
  type Levels,
  mapMeasure,
  measureEvents,
  observe,
  type Sample,
} from '../../../src/vocabulary/measures/index.ts';
import { openClock } from '../../../src/vocabulary/time/open-clock.ts';
import { columnBuilder } from '../../../src/vocabulary/types/index.ts';

export interface Told {
  readonly figure: Figure;
  readonly pledge: Pledge;
  readonly measure: Measure<string>;
  readonly codes: readonly number[];
  readonly values: readonly number[];
}

/**
 * One promise on one channel without an engine: each cell read, each row observed, all of them settled at as_of (else at
 * the newest event) and told as one figure. No window, no where, no repeats.
 */
export function byHand(lines: readonly string[], rows: readonly string[], asOf: number | null = null): Told {
  const declaration = declare(lines.join('\n'), { file: 'promises.yaml', directory: '/', env: {} });
  const [channel] = declaration.channels;
  const pledge = declaration.promises[0]?.channels[0];
  if (channel === undefined || pledge?.measure == null) throw new Error('nothing is measured');
  const { measure } = pledge;
  const plans: ColumnPlan[] = [];
  const indexed = mapMeasure(measure, (name, holds) => plans.push(planOf(channel, name, holds === 'word')) - 1);
  const events = [...(channel.at === null ? [] : [channel.at]), ...measureEvents(measure)];
  const moments = events.map((name) => plans.push(planOf(channel, name, false)) - 1);
  const batch = batchOf(plans, rows);
  const newest = Math.max(...moments.flatMap((index) => instants(batch, index)));
  const found = observe(indexed, { columns: plans, place: 'kept_when', asOf });
  const at = asOf ?? newest;
  const context = { confidence: declaration.confidence, target: pledge.target };
  if (found.kind === 'outcomes') {
    const { codes, due } = found.run(batch);
    const ends = listed(codes, batch.rows).map((code, row) => settled(code, due?.[row] ?? at, at));
    const count = (code: number | null): number => ends.filter((end) => end === code).length;
    const sample: Sample = {
      kind: 'outcomes',
      kept: count(Outcome.KEPT),
      missed: count(Outcome.MISSED),
      pending: count(null),
      excluded: count(Outcome.EXCLUDED),
    };
    return {
      figure: figureOf(sample, measure, context),
      pledge,
      measure,
      codes: listed(codes, batch.rows),
      values: [],
    };
  }
  if (found.kind === 'counts' || found.kind === 'ids') {
    const run = found.run(batch);
    const codes = listed(run.codes, batch.rows);
    const kept = codes.flatMap((code, row) => (code === Outcome.KEPT ? [row] : []));
    const sample: Sample =
      'kept' in run
        ? { kind: 'counts', kept: sum(kept, run.kept), of: sum(kept, run.of), rows: kept.length, left: 0 }
        : {
            kind: 'ids',
            distinct: new Set(kept.map((row) => run.hashes.slice(4 * row, 4 * row + 4).join())).size,
            rows: kept.length,
          };
    return { figure: figureOf(sample, measure, context), pledge, measure, codes, values: [] };
  }
  const levels = found.run(batch);
  const codes = listed(levels.codes, batch.rows);
  const values = codes.flatMap((code, row) => (code === Outcome.KEPT ? [levels.values[row] ?? Number.NaN] : []));
  const open = Float64Array.from(codes.flatMap((code, row) => (isOpen(code) ? [age(measure, levels, row, at)] : [])));
  const excluded = codes.filter((code) => code === Outcome.EXCLUDED).length;
  const sample: Sample =
    found.kind === 'values'
      ? { kind: 'values', values: Float64Array.from(values).sort(), open, excluded }
      : { kind: 'moments', moments: momentsOf(values), open, excluded };
  return { figure: figureOf(sample, measure, context), pledge, measure, codes, values };
}

function planOf(channel: Channel, name: string, isWord: boolean): ColumnPlan {
  const column = channel.columns.get(name);
  if (column === undefined) throw new Error(`no column ${name}`);
  const { headers, type, format, unit, blank, map, position } = column;
  const zone = column.timezone ?? channel.timezone;
  const cell: CellFormat = { type, format, zone, decimal: '.', unit, blank, map };
  return isWord
    ? { name, headers, holds: 'id', position, cell: { ...cell, anyCase: true } }
    : { name, headers, holds: 'values', position, cell };
}

function batchOf(plans: readonly ColumnPlan[], rows: readonly string[]): Batch {
  const [header = '', ...cells] = rows;
  const names = header.split(',').map((name) => name.toLowerCase());
  const columns = plans.map((plan) => {
    const at = names.indexOf(String(plan.headers[0]).toLowerCase());
    if (at < 0) throw new Error(`no header ${plan.headers.join()}`);
    const builder = columnBuilder(plan);
    for (const row of cells) builder.push(row.split(',')[at] ?? '');
    return builder.take();
  });
  return { file: 0, rows: cells.length, lines: new Float64Array(cells.length), columns, broken: [] };
}

function instants(batch: Batch, index: number): readonly number[] {
  const column = batch.columns[index];
  return column?.kind === 'moment' ? [...column.values].filter((value) => !Number.isNaN(value)) : [];
}

function age(measure: Measure<string>, { open }: Levels, row: number, asOf: number): number {
  const start = open?.start[row] ?? Number.NaN;
  const calendar = 'operand' in measure && measure.operand.kind === 'elapsed' ? measure.operand.calendar : null;
  const passed = calendar === null ? asOf - start : openClock(calendar).between(start, asOf);
  return Math.max(0, passed - (open?.pause[row] ?? 0)) / 1000;
}

function listed(codes: Uint8Array, rows: number): readonly number[] {
  return [...codes.subarray(0, rows)];
}

function sum(rows: readonly number[], of: Float64Array): number {
  return rows.reduce((total, row) => total + (of[row] ?? 0), 0);
}
