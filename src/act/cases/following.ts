import { type Batch, CellState } from '../../model/batch.ts';
import type { Pledge } from '../../model/declaration.ts';
import type { OccasionBatch } from '../../model/engine.ts';
import { isoInstant } from '../../report/assemble.ts';
import { inDaysOf } from '../../report/in-days.ts';
import { FROM_THREE } from '../../report/numbers.ts';
import { isoDate } from '../../vocabulary/time/civil.ts';
import { cellsOf, keyOf } from '../cells.ts';
import type { Examination } from '../examination.ts';
import type { FollowedCell, FollowedChannel } from '../followed.ts';
import { type LetDownAgain, letDownAgain } from './again.ts';
import type { CasesAsked } from './asked.ts';
import type { Case, CaseOf, CaseOutcome, CasePromise, LengthUnit, NamedCell } from './case.ts';
import { segmentFilter } from './segment-filter.ts';
import { segmentOf } from './segments.ts';
import { type NamedColumn, type Shown, shownOf } from './shown.ts';

/** A channel whose occasions are read for their cases. */
export interface Following {
  readonly channel: FollowedChannel;
  /** Parallel to the cells of the channel. */
  readonly of: readonly CasePromise[];
  /** Of rows of which it cannot be read whether they are occasions at all. */
  readonly ofNone: CaseOf;
  readonly shown: Shown;
  readonly outcome: CaseOutcome;
  readonly isIn: ReturnType<typeof segmentFilter>;
  readonly again: LetDownAgain;
}

/** What is the same of all cases of one promise on one channel. */
export function casePromise(
  { promise, pledge }: FollowedCell,
  { channel: { at }, asOf }: Pick<FollowedChannel, 'channel' | 'asOf'>,
  { audited, declaration }: Examination,
): CasePromise {
  const { act, owner } = pledge;
  const cell = cellsOf(audited.report).get(keyOf(promise.id, pledge.channel))?.cell;
  return {
    promise: promise.id,
    channel: pledge.channel,
    says: promise.says,
    owner,
    act: act === null ? null : { text: act.text, by: act.by === null ? null : isoDate(act.by) },
    asOf: asOf === null ? null : isoInstant(asOf, declaration.timezone),
    at,
    unit: unitOf(pledge),
    // What is beyond a deadline is told by the clock on the wall.
    inDays: pledge.measure?.kind === 'kept_when' || cell === undefined ? FROM_THREE : inDaysOf(cell),
  };
}

function noPromise({ channel: { name, at }, asOf }: FollowedChannel, { declaration }: Examination): CaseOf {
  return {
    ...{ promise: null, channel: name, says: '', owner: null, act: null },
    asOf: asOf === null ? null : isoInstant(asOf, declaration.timezone),
    ...{ at, unit: 'number', inDays: FROM_THREE },
  };
}

function unitOf({ measure, target }: Pledge): LengthUnit {
  if (measure?.kind === 'kept_when') return 'seconds';
  return measure?.kind === 'tally' ? 'misses' : target.unit;
}

/** @param lacks - columns asked for that the channel does not have */
export async function following(
  channel: FollowedChannel,
  { outcome, segments, columns }: CasesAsked,
  lacks: ReadonlySet<string>,
  examination: Examination,
): Promise<Following> {
  const { plan } = channel;
  const filtering = segments.flatMap(({ name }) => segmentOf(plan, name)?.name ?? []);
  const shown = shownOf(channel, columns, lacks, filtering);
  return {
    channel,
    of: channel.cells.map((cell) => casePromise(cell, channel, examination)),
    ofNone: noPromise(channel, examination),
    shown,
    outcome,
    isIn: segmentFilter(plan, segments, examination.plan, shown.indexOf),
    again: await letDownAgain(channel, examination),
  };
}

/** Seconds beyond, seconds left or whatever else is known of an occasion's distance; NaN: nothing. */
export function lengthAt({ cells }: OccasionBatch, occasion: number, cell: number): number {
  return cells[cell]?.beyond[occasion] ?? Number.NaN;
}

/** null: nobody knows whose occasion it is. */
export function isAgain(
  { again }: Following,
  { customers }: OccasionBatch,
  occasion: number,
  cell: number,
): boolean | null {
  if (again === null || customers === null || customers.states[occasion] !== CellState.VALUE) return null;
  return again[cell]?.has(customers.hashes, occasion * 4) ?? null;
}

/** A case of a batch: its row, and indexes of its occasion and cell as `Met` has them. */
interface At {
  readonly row: number;
  readonly occasion: number;
  readonly cell: number;
}

/**
 * One case with its texts.
 *
 * @param kept - copies a text that is kept, which else may hold on to a piece of the file
 */
export function caseAt(
  following: Following,
  batch: OccasionBatch,
  { row, occasion, cell }: At,
  kept: (text: string) => string = (same) => same,
): Case {
  const { channel, of, ofNone, shown, outcome } = following;
  const own = occasion < 0 ? ofNone : of[cell];
  if (own === undefined) throw new TypeError('no such case');
  const text = (index: number | null): string | null =>
    index === null ? null : kept(batch.shows[index]?.text(row) ?? '');
  const named = ({ name, index }: NamedColumn): NamedCell => ({ name, text: text(index) });
  const length = lengthAt(batch, occasion, cell);
  const known = Number.isNaN(length) ? null : length;
  const isNamed = occasion < 0 || batch.customers === null || batch.customers.states[occasion] === CellState.VALUE;
  return {
    of: own,
    outcome,
    case: nameIn(text(shown.case)),
    customer: isNamed ? nameIn(text(shown.customer)) : null,
    again: isAgain(following, batch, occasion, cell),
    over: outcome === 'missed' ? known : null,
    left: outcome === 'pending' ? known : null,
    at: text(shown.at),
    cells: (shown.measured[cell] ?? []).map(named),
    added: shown.added.map(named),
    ...placeOf(channel, batch.batch, row),
  };
}

function placeOf({ files }: FollowedChannel, { file, lines }: Batch, row: number): Pick<Case, 'file' | 'line'> {
  return { file: files[file] ?? '', line: lines[row] ?? 0 };
}

const nameIn = (text: string | null): string | null => (text === '' ? null : text);
