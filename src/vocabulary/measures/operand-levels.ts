import { type Batch, CellState } from '../../model/batch.ts';
import type { Operand } from '../../model/measure.ts';
import { milliseconds, moments, numbers, pausesOf, zoneAt } from '../conditions/columns.ts';
import { type CompileContext, Outcome } from '../conditions/index.ts';
import { DAY_MS } from '../time/civil.ts';
import { openClock } from '../time/open-clock.ts';
import type { Levels } from './measure.ts';
import { LevelScratch } from './scratch.ts';

type RunLevels = (batch: Batch) => Levels;

/** An operand as a loop over columns: a value a row, or why there is none. */
export function compileOperand(operand: Operand<number>, context: CompileContext): RunLevels {
  return operand.kind === 'elapsed' ? elapsed(operand, context) : columnLevels(operand, context);
}

/** A duration that would end after an explicit as_of has not ended yet. */
function columnLevels(operand: Extract<Operand<number>, { kind: 'column' }>, context: CompileContext): RunLevels {
  const { column, at } = operand;
  const { asOf, columns } = context;
  const isDuration = columns[column]?.cell.type === 'duration';
  const scratch = new LevelScratch();
  return (batch) => {
    const { values: cells, states } = numbers(batch, column);
    const starts = isDuration && at !== null && asOf !== null ? moments(batch, at) : null;
    const { codes, values } = scratch.levels(batch.rows);
    const open = starts === null ? null : scratch.open(batch.rows, starts.values);
    for (let row = 0; row < batch.rows; row += 1) {
      const state = states[row];
      const value = cells[row] ?? Number.NaN;
      values[row] = value;
      codes[row] =
        state === CellState.BLANK
          ? Outcome.EXCLUDED
          : state === CellState.UNREADABLE
            ? Outcome.UNREADABLE
            : isDuration && value < 0
              ? Outcome.EARLY
              : Outcome.KEPT;
      if (codes[row] !== Outcome.KEPT || starts === null || open === null || asOf === null) continue;
      const start = starts.values[row] ?? Number.NaN;
      if (start + milliseconds(value) <= asOf || Number.isNaN(start)) continue;
      codes[row] = Outcome.OPEN_MISSED;
    }
    return { codes, values, open };
  };
}

/**
 * What a plain row comes to, by whether it has ended and whether it did before its start: a table, since the one is as
 * good as random, and a branch on it is guessed wrong time and again.
 */
const PLAIN = Uint8Array.of(Outcome.KEPT, Outcome.EARLY, Outcome.OPEN_MISSED, Outcome.OPEN_MISSED);

/** Seconds from one moment to the other; between whole days whole days, under a calendar open time alone. */
function elapsed(operand: Extract<Operand<number>, { kind: 'elapsed' }>, context: CompileContext): RunLevels {
  const { from, to, calendar, minus } = operand;
  const clock = calendar === null ? null : openClock(calendar);
  const startZone = zoneAt(context.columns, from);
  const endZone = zoneAt(context.columns, to);
  const endsOnDates = context.columns[to]?.cell.type === 'date';
  const isPlain = clock === null && minus === null && !endsOnDates;
  const scratch = new LevelScratch();
  return (batch) => {
    const { values: starts, states: startStates } = moments(batch, from);
    const { values: ends, states: endStates } = moments(batch, to);
    const pauses = minus === null ? null : pausesOf(batch, minus);
    const { codes, values } = scratch.levels(batch.rows);
    const open = scratch.open(batch.rows, starts);
    for (let row = 0; row < batch.rows; row += 1) {
      const startState = startStates[row];
      const endState = endStates[row] ?? CellState.UNREADABLE;
      open.wholeDays[row] = 0;
      if (isPlain && startState === CellState.VALUE && endState <= CellState.BLANK) {
        // What nearly every row is, ended or not, without what the others need.
        const span = (ends[row] ?? Number.NaN) - (starts[row] ?? Number.NaN);
        codes[row] = PLAIN[endState * 2 + Number(span < 0)] ?? 0;
        values[row] = Math.max(0, span) / 1000;
        continue;
      }
      const pause = pauses === null ? 0 : pauses(row);
      values[row] = Number.NaN;
      if (startState === CellState.UNREADABLE || endState === CellState.UNREADABLE || pause === null) {
        codes[row] = Outcome.UNREADABLE;
        continue;
      }
      if (startState === CellState.BLANK) {
        codes[row] = Outcome.EXCLUDED;
        continue;
      }
      const start = starts[row] ?? Number.NaN;
      if (endState === CellState.BLANK) {
        codes[row] = Outcome.OPEN_MISSED;
        if (pauses !== null) open.pause[row] = pause;
        open.wholeDays[row] = startState === CellState.DATE || endsOnDates ? 1 : 0;
        continue;
      }
      const end = ends[row] ?? Number.NaN;
      const startIsDay = startState === CellState.DATE;
      const endIsDay = endState === CellState.DATE;
      let span = end - start;
      if (startIsDay || endIsDay) {
        // A timestamp's day is taken where the date is a day of.
        const firstDay = (startIsDay ? startZone : endZone).dayOf(start);
        const lastDay = (endIsDay ? endZone : startZone).dayOf(end);
        span = (lastDay - firstDay) * DAY_MS;
        if (clock !== null && span > 0) span = clock.openDays(firstDay, lastDay) * DAY_MS;
      } else if (clock !== null && span > 0) span = clock.between(start, end);
      codes[row] = span < 0 ? Outcome.EARLY : Outcome.KEPT;
      values[row] = Math.max(0, span - pause) / 1000;
    }
    return { codes, values, open };
  };
}
