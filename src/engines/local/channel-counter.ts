import type { Batch, IdColumn } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import type { ChannelPlan, SourcePlan } from '../../model/plan.ts';
import type { ChannelTally } from '../../model/tally.ts';
import type { DayRange, Instant } from '../../model/time.ts';
import { columnsOf, Outcome } from '../../vocabulary/conditions/index.ts';
import { CaseFold } from './case-fold.ts';
import { channelColumns } from './channel-columns.ts';
import { idsAt, momentsAt } from './columns-at.ts';
import { CompiledCell } from './compiled-cell.ts';
import { enterCases } from './enter-cases.ts';
import { FaultNamer } from './fault-namer.ts';
import { FaultCollector, unreadableCells } from './faults.ts';
import { GroupTable } from './groups.ts';
import { IdTable } from './id-table.ts';
import { LatestRows } from './latest.ts';
import { OccasionRows } from './occasion-rows.ts';
import { ChannelPage } from './page/channel-page.ts';
import { FOLDED, Part, Participation } from './participation.ts';
import { RepeatFinder } from './repeat-finder.ts';
import { RowCounter } from './rows.ts';
import { SourceMemo } from './source-memo.ts';
import { timedIn, untimely } from './untimely.ts';
import { type Watcher, watchersOf } from './watch.ts';

/**
 * Counts one channel over the batches of its source. Counters of parts of the rows merge into the counter of the whole
 * by `absorb`, in reading order.
 */
export class ChannelCounter {
  readonly #channel: ChannelPlan;
  readonly #then: (batch: Batch) => Batch;
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
  readonly #occasions = new OccasionRows();
  /** null: no page is asked for. */
  readonly #page: ChannelPage | null;

  constructor(channel: ChannelPlan, source: SourcePlan, window: DayRange | null, asOf: Instant | null) {
    const { columns } = source;
    this.#channel = channel;
    const memo = SourceMemo.of(source, asOf);
    this.#then = memo.asItStood(channel.events, channel.at);
    const { case: caseColumn, repeats } = channel;
    const folds = caseColumn !== null && repeats === 'all';
    this.#page = channel.page ? new ChannelPage(channel, asOf) : null;
    this.#cells = channel.cells.map((plan, cell) => {
      const page = this.#page?.ofCell(cell) ?? null;
      return new CompiledCell(plan, { channel, columns, asOf, memo, folds, page });
    });
    this.#participation = new Participation(channel, memo, window, asOf);
    this.#groups = new GroupTable(channel);
    this.#watchers = watchersOf(channel, columns);
    this.#repeats = caseColumn !== null && repeats === 'error' ? new RepeatFinder(caseColumn) : null;
    this.#latest =
      caseColumn !== null && repeats === 'latest'
        ? new LatestRows(caseColumn, channel.updated, channelColumns(channel))
        : null;
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
    const then = this.#then(batch);
    if (this.#latest !== null) this.#latest.hold(then);
    else this.#count(then, null);
  }

  /** Settles what no later as_of can change, so that memory does not grow with the rows that are open. */
  settle(atLeast: Instant): void {
    for (const { counter, page } of this.#cells) {
      counter.settle(atLeast);
      page?.settle(atLeast);
    }
    this.#page?.settle(atLeast);
  }

  absorb(later: ChannelCounter): void {
    const customers = this.#customers.absorb(later.#customers);
    const { groups, labels } = this.#groups.absorb(later.#groups);
    for (const [index, { counter, page }] of this.#cells.entries()) {
      const other = later.#cells[index];
      if (other === undefined) continue;
      counter.absorb(other.counter, groups, customers);
      if (other.page !== null) page?.absorb(other.page);
    }
    if (later.#page !== null) this.#page?.absorb(later.#page, groups, customers);
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
  }

  /** To be called once, after the last batch and the last absorb. */
  finish(files: number): ChannelTally {
    if (this.#latest !== null)
      for (const { batch, superseded } of this.#latest.settled()) this.#count(batch, superseded);
    if (this.#fold !== null) this.#countCases(this.#fold);
    const paged = this.#page?.tally() ?? [];
    return {
      channel: this.#channel.name,
      groups: this.#groups.keys(),
      cells: this.#cells.map(({ counter }) => counter.tally(this.#groups.count, this.#customers.size)),
      page: this.#cells.flatMap(({ page }, cell) => page?.tally(paged[cell] ?? null) ?? []),
      customers: this.#customers.size,
      identities: this.#channel.identities ? this.#customers.hashes() : null,
      files: this.#rows.tally(files),
      days: this.#groups.days,
      faults: this.#faults.tally(),
      repeated: this.#repeats?.tally() ?? { count: 0, samples: [] },
      words: this.#watchers.map((watcher) => watcher.tally()),
    };
  }

  #count(batch: Batch, superseded: Uint8Array | null): void {
    const occasions = this.#occasions;
    const fold = this.#fold;
    const cases = fold === null ? null : idsAt(batch, this.#channel.case);
    const parts = this.#participation.begin(batch, superseded);
    if (fold !== null && cases !== null) this.#participation.markFolded(cases, parts, batch.rows);
    const rows = occasions.select(parts, batch.rows);
    const { count } = occasions;
    this.#countParts(batch, parts, superseded);
    const at = momentsAt(batch, this.#channel.at);
    const labels = this.#groups.labelCodes(batch, at, rows, count);
    const customers = idsAt(batch, this.#channel.customer);
    occasions.nameCustomers(customers, this.#customers);
    if (fold !== null && cases !== null) this.#groupFolded(fold, cases, batch, parts, labels);
    else this.#groups.groups(this.#participation.days, rows, count, occasions.groups);
    this.#repeats?.note(batch, rows, count);
    this.#countCells(batch);
  }

  #countParts(batch: Batch, parts: Uint8Array, superseded: Uint8Array | null): void {
    const { rows, file } = batch;
    if (this.#participation.isSimple && superseded === null && this.#fold === null && this.#latest === null) {
      const { count } = this.#occasions;
      this.#rows.count(file, Part.ENTERED, count);
      this.#rows.count(file, Part.FILTERED, rows - count);
      return;
    }
    const unreadable = this.#rows.countParts(file, parts, rows);
    for (let row = 0; unreadable > 0 && row < rows; row += 1) {
      if (parts[row] === Part.UNREADABLE) this.#nameGates(batch, row);
    }
  }

  #groupFolded(fold: CaseFold, cases: IdColumn, batch: Batch, parts: Uint8Array, labels: readonly Int32Array[]): void {
    const { count, rows, groups, customers } = this.#occasions;
    const segments = new Int32Array(labels.length);
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      for (let segment = 0; segment < segments.length; segment += 1) segments[segment] = labels[segment]?.[index] ?? 0;
      if (parts[row] !== FOLDED) {
        const days = this.#participation.days;
        groups[index] =
          this.#groups.groupsOf(
            [days?.[row] ?? null],
            labels.map((list) => list.slice(index, index + 1)),
          )[0] ?? 0;
        continue;
      }
      const code = fold.ids.code(cases.hashes, row * 4);
      const participation = this.#participation;
      fold.row(code, batch.file, participation.at(row), participation.atState(row), customers[index] ?? -1, segments);
      groups[index] = -2 - code;
    }
  }

  #nameGates(batch: Batch, row: number): void {
    const { where } = this.#channel;
    const cells = unreadableCells(batch, row, this.#gates);
    // Cells that are read well, but contradict each other, or are days where hours are asked for.
    const kind = this.#participation.where(row) === Outcome.EARLY ? 'early' : 'timeless';
    const found =
      cells.length > 0 || where === null ? cells : untimely(batch, row, timedIn(where), kind, this.#columns);
    for (const { column, fault } of found) this.#faults.add(batch.file, column, fault);
    this.#faults.rows += 1;
  }

  #countCells(batch: Batch): void {
    const occasions = this.#occasions;
    occasions.groupsMet = this.#groups.count;
    occasions.customersMet = this.#customers.size;
    const page = this.#page;
    const hours = page?.hoursOf(momentsAt(batch, this.#channel.at), occasions);
    page?.begin(occasions.count);
    let namer: FaultNamer | null = null;
    for (const cell of this.#cells) {
      const codes = cell.codes(batch, occasions);
      const hasUnreadable = cell.counter.count(codes, occasions);
      if (hours !== undefined) cell.page?.count(batch, codes, occasions, hours);
      if (hasUnreadable || this.#fold !== null) {
        namer ??= new FaultNamer(batch, this.#columns, this.#faults, this.#fold);
        namer.name(cell, codes, occasions);
      }
      cell.fold?.add(batch, occasions, codes);
    }
    page?.end(occasions);
    this.#faults.rows += namer?.rows ?? 0;
  }

  #countCases(fold: CaseFold): void {
    const parts = Uint8Array.from({ length: fold.ids.size }, (_, code) =>
      this.#participation.ofCase(fold.at.get(code), fold.atState.get(code)),
    );
    const cases = enterCases(fold, parts, {
      participation: this.#participation,
      groups: this.#groups,
      rows: this.#rows,
      hours: this.#page?.hours ?? null,
      customersMet: this.#customers.size,
    });
    this.#page?.begin(cases.codes.length);
    const faults = [...fold.faults, ...this.#cells.flatMap((cell) => cell.fold?.finish(cases) ?? [])];
    this.#page?.end({ ...cases, count: cases.codes.length });
    // A case is one occasion, however many of its rows cannot be read.
    const faulty = new Set<number>();
    for (const { code, file, column, fault } of faults) {
      if (parts[code] !== Part.ENTERED) continue;
      this.#faults.add(file, column, fault);
      faulty.add(code);
    }
    this.#faults.rows += faulty.size;
  }
}
