import { type Batch, CellState } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import type { ChannelPlan, SourcePlan } from '../../model/plan.ts';
import type { ChannelTally } from '../../model/tally.ts';
import type { DayRange, Instant } from '../../model/time.ts';
import { columnsOf, Outcome } from '../../vocabulary/conditions/index.ts';
import { CaseFold } from './case-fold.ts';
import { CompiledCell } from './compiled-cell.ts';
import { FaultNamer } from './fault-namer.ts';
import { FaultCollector, unreadableCells } from './faults.ts';
import type { Cases } from './folds/cell-fold.ts';
import { GroupTable } from './groups.ts';
import { IdTable } from './id-table.ts';
import { asOfThen } from './later.ts';
import { LatestRows } from './latest.ts';
import { Part, Participation } from './participation.ts';
import { RepeatFinder } from './repeat-finder.ts';
import { RowCounter } from './rows.ts';
import { timedIn, untimely } from './untimely.ts';
import { type Watcher, watchersOf } from './watch.ts';

/**
 * Counts one channel over the batches of its source. Counters of parts of the rows merge into the counter of the whole
 * by `absorb`, in reading order.
 */
export class ChannelCounter {
  readonly #channel: ChannelPlan;
  readonly #asOf: Instant | null;
  readonly #columns: readonly ColumnPlan[];
  readonly #cells: readonly CompiledCell[];
  readonly #participation: Participation;
  readonly #groups: GroupTable;
  readonly #customers = new IdTable();
  readonly #rows = new RowCounter();
  readonly #faults = new FaultCollector();
  readonly #watchers: readonly Watcher[];
  readonly #repeats: RepeatFinder | null;
  readonly #latest: LatestRows | null;
  readonly #fold: CaseFold | null;
  /** Columns whose unreadable cells keep a row from taking part. */
  readonly #gates: readonly number[];
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  constructor(channel: ChannelPlan, source: SourcePlan, window: DayRange | null, asOf: Instant | null) {
    const { columns } = source;
    this.#channel = channel;
    this.#asOf = asOf;
    const { case: caseColumn, repeats } = channel;
    const folds = caseColumn !== null && repeats === 'all';
    this.#cells = channel.cells.map((plan) => new CompiledCell(plan, { channel, columns, asOf, folds }));
    this.#participation = new Participation(channel, columns, window, asOf);
    this.#groups = new GroupTable(channel);
    this.#watchers = watchersOf(channel, columns);
    this.#repeats = caseColumn !== null && repeats === 'error' ? new RepeatFinder(caseColumn) : null;
    this.#latest = caseColumn !== null && repeats === 'latest' ? new LatestRows(caseColumn, channel.updated) : null;
    this.#fold = folds ? new CaseFold(channel.segments.length) : null;
    const where = channel.where === null ? [] : columnsOf(channel.where);
    const own = [channel.at, channel.repeats === 'latest' ? channel.updated : null].filter((column) => column !== null);
    this.#gates = [...new Set([...own, ...where])];
    this.#columns = columns;
  }

  add(batch: Batch): void {
    this.#rows.reach(batch.file);
    for (const watcher of this.#watchers) watcher.add(batch);
    for (const record of batch.broken) {
      this.#faults.add(batch.file, null, { kind: 'record', line: record.line, record });
      this.#faults.records += record.lines;
      this.#rows.count(batch.file, Part.UNREADABLE, record.lines);
    }
    const then = asOfThen(batch, this.#channel.events, this.#channel.at, this.#asOf);
    if (this.#latest !== null) this.#latest.hold(then);
    else this.#count(then, null);
  }

  /** Settles what no later as_of can change, so that memory does not grow with the rows that are open. */
  settle(atLeast: Instant): void {
    for (const { counter } of this.#cells) counter.settle(atLeast);
  }

  absorb(later: ChannelCounter): void {
    const customers = this.#customers.absorb(later.#customers);
    const { groups, labels } = this.#groups.absorb(later.#groups);
    for (const [index, { counter }] of this.#cells.entries()) {
      const other = later.#cells[index];
      if (other !== undefined) counter.absorb(other.counter, groups, customers);
    }
    this.#rows.absorb(later.#rows);
    this.#faults.absorb(later.#faults);
    for (const [index, watcher] of this.#watchers.entries()) {
      const other = later.#watchers[index];
      if (other !== undefined) watcher.absorb(other);
    }
    if (this.#repeats !== null && later.#repeats !== null) this.#repeats.absorb(later.#repeats);
    if (this.#latest !== null && later.#latest !== null) this.#latest.absorb(later.#latest);
    if (this.#fold !== null && later.#fold !== null) {
      const cases = this.#fold.absorb(later.#fold, customers, labels);
      for (const [index, { fold }] of this.#cells.entries()) {
        const other = later.#cells[index]?.fold ?? null;
        if (other !== null) fold?.absorb(other, cases);
      }
    }
    this.#first = Math.min(this.#first, later.#first);
    this.#last = Math.max(this.#last, later.#last);
  }

  /** To be called once, after the last batch and the last absorb. */
  finish(files: number): ChannelTally {
    if (this.#latest !== null)
      for (const { batch, superseded } of this.#latest.settled()) this.#count(batch, superseded);
    if (this.#fold !== null) this.#countCases(this.#fold);
    return {
      channel: this.#channel.name,
      groups: this.#groups.keys(),
      cells: this.#cells.map(({ counter }) => counter.tally(this.#groups.count, this.#customers.size)),
      customers: this.#customers.size,
      files: this.#rows.tally(files),
      days: this.#first <= this.#last ? { from: this.#first, to: this.#last } : null,
      faults: this.#faults.tally(),
      repeated: this.#repeats?.tally() ?? { count: 0, samples: [] },
      words: this.#watchers.map((watcher) => watcher.tally()),
    };
  }

  /** Rows of a batch that take part: those whose occasions `saydo` shows again. */
  entered(batch: Batch): Int32Array {
    const then = asOfThen(batch, this.#channel.events, this.#channel.at, this.#asOf);
    this.#participation.begin(then);
    const rows = Array.from({ length: batch.rows }, (_, row) => row);
    return Int32Array.from(rows.filter((row) => this.#part(then, row) === Part.ENTERED));
  }

  #part(batch: Batch, row: number): number {
    const participation = this.#participation;
    const part = participation.classify(participation.at(row), participation.atState(row), participation.where(row));
    const { updated } = this.#channel;
    if (part !== Part.ENTERED || updated === null || this.#latest === null) return part;
    const column = batch.columns[updated];
    return column?.kind === 'moment' && column.states[row] === CellState.UNREADABLE ? Part.UNREADABLE : part;
  }

  #count(batch: Batch, superseded: Uint8Array | null): void {
    const participation = this.#participation;
    participation.begin(batch);
    const fold = this.#fold;
    const cases = this.#channel.case === null ? undefined : batch.columns[this.#channel.case];
    const customers = this.#channel.customer === null ? undefined : batch.columns[this.#channel.customer];
    // -1: takes no part. In a fold the number of the case (as -2 - case), else the group.
    const groups = new Int32Array(batch.rows).fill(-1);
    const customerOf = new Int32Array(batch.rows).fill(-1);
    const segments = new Int32Array(this.#channel.segments.length);
    for (let row = 0; row < batch.rows; row += 1) {
      const at = participation.at(row);
      const state = participation.atState(row);
      const part = superseded?.[row] === 1 ? Part.REPEATED : this.#part(batch, row);
      const inCase = fold !== null && cases?.kind === 'id' && cases.states[row] === CellState.VALUE;
      const folds = inCase && this.#folds(row, part);
      if (!folds && part !== Part.ENTERED) {
        this.#rows.count(batch.file, part);
        if (part === Part.UNREADABLE) this.#nameGates(batch, row);
        continue;
      }
      if (customers?.kind === 'id' && customers.states[row] === CellState.VALUE) {
        customerOf[row] = this.#customers.code(customers.hashes, row * 4);
      }
      this.#groups.segmentCodes(batch, row, at, state, segments);
      if (folds) {
        const code = fold.ids.code(cases.hashes, row * 4);
        fold.row(code, batch.file, at, state, customerOf[row] ?? -1, segments);
        groups[row] = -2 - code;
        continue;
      }
      groups[row] = this.#enter(batch.file, at, segments);
      this.#repeats?.note(batch, row);
    }
    this.#countCells(batch, groups, customerOf);
  }

  /** Rows that `where` takes and that can be read belong to their case, but for those after an explicit as_of. */
  #folds(row: number, part: number): boolean {
    const { ENTERED, OUTSIDE, EXCEPTED, UNDATED } = Part;
    const participation = this.#participation;
    if (participation.where(row) !== Outcome.KEPT || participation.isLater(participation.at(row))) return false;
    return part === ENTERED || part === UNDATED || part === OUTSIDE || part === EXCEPTED;
  }

  #nameGates(batch: Batch, row: number): void {
    const { where } = this.#channel;
    const cells = unreadableCells(batch, row, this.#gates);
    // A date is read well, but opening hours cannot be told of it.
    const found =
      cells.length > 0 || where === null ? cells : untimely(batch, row, timedIn(where), 'timeless', this.#columns);
    for (const { column, fault } of found) this.#faults.add(batch.file, column, fault);
    this.#faults.rows += 1;
  }

  #enter(file: number, at: Instant, segments: Int32Array): number {
    this.#rows.count(file, Part.ENTERED);
    const day = this.#participation.dayOf(at);
    if (day !== null) {
      if (day < this.#first) this.#first = day;
      if (day > this.#last) this.#last = day;
    }
    return this.#groups.group(day, segments);
  }

  #countCells(batch: Batch, groups: Int32Array, customers: Int32Array): void {
    const namer = new FaultNamer(batch, this.#columns, this.#faults, this.#fold);
    for (const cell of this.#cells) {
      const codes = cell.codes(batch, groups);
      namer.name(cell, codes, groups);
      cell.counter.count(codes, batch.rows, { groups, customers });
      cell.fold?.add(batch, groups, codes);
    }
    this.#faults.rows += namer.rows;
  }

  #countCases(fold: CaseFold): void {
    const parts = Uint8Array.from({ length: fold.ids.size }, (_, code) =>
      this.#participation.classify(fold.at.get(code), fold.atState.get(code), Outcome.KEPT),
    );
    const cases = this.#enterCases(fold, parts);
    const faults = [...fold.faults, ...this.#cells.flatMap((cell) => cell.fold?.finish(cases) ?? [])];
    // A case is one occasion, however many of its rows cannot be read.
    const faulty = new Set<number>();
    for (const { code, file, column, fault } of faults) {
      if (parts[code] !== Part.ENTERED) continue;
      this.#faults.add(file, column, fault);
      faulty.add(code);
    }
    this.#faults.rows += faulty.size;
  }

  #enterCases(fold: CaseFold, parts: Uint8Array): Cases {
    const entered = new Uint8Array(parts.length);
    const segments = new Int32Array(fold.segments.length);
    const codes: number[] = [];
    const groups: number[] = [];
    for (let row = 0; row < fold.rowCase.length; row += 1) {
      const code = fold.rowCase.get(row);
      const file = fold.rowFile.get(row);
      const part = parts[code] ?? 0;
      if (part !== Part.ENTERED) this.#rows.count(file, part);
      else if (entered[code] === 1) this.#rows.count(file, Part.REPEATED);
      else {
        entered[code] = 1;
        for (const [index, list] of fold.segments.entries()) segments[index] = list.get(code);
        this.#groups.derivedCodes(fold.at.get(code), fold.atState.get(code), segments);
        codes.push(code);
        groups.push(this.#enter(file, fold.at.get(code), segments));
      }
    }
    const customers = Int32Array.from(codes, (code) => fold.customer.get(code));
    return { codes: Int32Array.from(codes), groups: Int32Array.from(groups), customers };
  }
}
