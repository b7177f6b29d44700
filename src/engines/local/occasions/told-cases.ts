import { type Batch, CellState, type IdColumn, type RawColumn } from '../../../model/batch.ts';
import { Fate, type OccasionBatch, type OccasionCell } from '../../../model/engine.ts';
import type { ChannelPlan } from '../../../model/plan.ts';
import { CaseFold } from '../case-fold.ts';
import { idsAt } from '../columns-at.ts';
import type { Rows } from '../counters/cell-counter.ts';
import { caseOf } from '../folds/cell-fold.ts';
import { LevelFold } from '../folds/level-fold.ts';
import { OutcomeFold } from '../folds/outcome-fold.ts';
import { IdTable } from '../id-table.ts';
import type { OccasionRows } from '../occasion-rows.ts';
import { FOLDED, Part, type Participation } from '../participation.ts';
import type { CaseShown } from './case-shown.ts';
import type { SelectedCell } from './selected-cell.ts';
import { WorstRows } from './worst-rows.ts';

/** What the cases come to for one promise, by code; `told` where one of their rows has been given. */
interface CellCases {
  readonly fates: Uint8Array;
  readonly beyond: Float64Array;
  readonly told: Uint8Array;
  /** The first row that the promise takes stands for the case: no row has the outcome of the case for itself. */
  readonly isLevel: boolean;
  /** Where those missed are told; null: at the first row with the outcome of the case. */
  readonly worst: WorstRows | null;
}

/**
 * The cases of a channel whose rows are one occasion (`repeats: all`): `add` all rows, `end`, then for all rows again
 * `place` and `tell`. Memory grows with the cases.
 */
export class ToldCases {
  readonly #channel: ChannelPlan;
  readonly #participation: Participation;
  readonly #cells: readonly SelectedCell[];
  readonly #shown: CaseShown;
  readonly #worst: readonly (WorstRows | null)[];
  readonly #fold = new CaseFold(0);
  readonly #customers = new IdTable();
  #parts = new Uint8Array(0);
  #folded = new Int32Array(0);
  #codes = new Int32Array(0);
  #cases: readonly CellCases[] = [];
  #hashes: Uint32Array = new Uint32Array(0);
  #caseOfRow = new Int32Array(0);

  constructor(channel: ChannelPlan, participation: Participation, cells: readonly SelectedCell[], shown: CaseShown) {
    this.#channel = channel;
    this.#participation = participation;
    this.#cells = cells;
    this.#shown = shown;
    this.#worst = cells.map(({ hasLateness }) => (hasLateness ? new WorstRows() : null));
  }

  /**
   * Adds the rows of a batch from one on.
   *
   * @param first - number of the batch's first row, counted through the source
   * @param shows - cells of the batch that are shown
   */
  add(batch: Batch, from: number, first: number, occasions: OccasionRows, shows: readonly RawColumn[]): void {
    this.place(batch, this.#participation.begin(batch, null), from, occasions);
    occasions.nameCustomers(idsAt(batch, this.#channel.customer), this.#customers);
    const { count, rows, groups, customers } = occasions;
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      if (group >= -1) continue;
      const row = rows[index] ?? 0;
      const participation = this.#participation;
      const code = caseOf(group);
      const [at, state, customer] = [participation.at(row), participation.atState(row), customers[index] ?? -1];
      this.#shown.add(code, row, shows, this.#fold.begin(code, at, state, customer));
    }
    for (const [index, cell] of this.#cells.entries()) {
      const codes = cell.compiled.codes(batch, occasions);
      this.#worst[index]?.add(cell.of(batch, occasions, codes), occasions, first);
      cell.compiled.fold?.add(batch, occasions, codes);
    }
  }

  /** Selects the rows from one on that take part, with their cases as groups; parts of rows are told as `Part` has them. */
  place(batch: Batch, parts: Uint8Array, from: number, occasions: OccasionRows): void {
    const ids = idsAt(batch, this.#channel.case);
    if (ids === null) throw new TypeError('the case column holds no ids');
    this.#participation.markFolded(ids, parts, batch.rows);
    const known = this.#parts;
    occasions.select(parts, batch.rows);
    occasions.leaveOut(from);
    const { rows, groups } = occasions;
    const codes = this.#codesOf(ids, parts, occasions);
    let [kept, folded] = [0, 0];
    for (let index = 0; index < occasions.count; index += 1) {
      const row = rows[index] ?? 0;
      const isFolded = parts[row] === FOLDED;
      const code = isFolded ? (codes[folded] ?? 0) : -1;
      folded += isFolded ? 1 : 0;
      rows[kept] = row;
      groups[kept] = isFolded ? -2 - code : -1;
      // Before the cases are known each may take part.
      kept += !isFolded || (known[code] ?? Part.ENTERED) === Part.ENTERED ? 1 : 0;
    }
    occasions.count = kept;
  }

  /** The cases of the rows selected that belong to one; scratch. */
  #codesOf(ids: IdColumn, parts: Uint8Array, { count, rows }: Rows): Int32Array {
    if (this.#folded.length < count) {
      this.#folded = new Int32Array(rows.length);
      this.#codes = new Int32Array(rows.length);
    }
    let folded = 0;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      this.#folded[folded] = row;
      folded += parts[row] === FOLDED ? 1 : 0;
    }
    this.#fold.ids.codes(ids.hashes, this.#folded, folded, this.#codes);
    return this.#codes;
  }

  /** To be called once all rows are added. */
  end(): void {
    const { at, atState, ids } = this.#fold;
    this.#parts = Uint8Array.from({ length: ids.size }, (_, code) =>
      this.#participation.ofCase(at.get(code), atState.get(code)),
    );
    this.#hashes = this.#customers.hashes();
    this.#cases = this.#cells.map((cell, index) => this.#casesOf(cell, this.#worst[index] ?? null));
  }

  #casesOf(cell: SelectedCell, worst: WorstRows | null): CellCases {
    const { size } = this.#fold.ids;
    const { fold } = cell.compiled;
    const [fates, beyond, told] = [new Uint8Array(size), new Float64Array(size), new Uint8Array(size)];
    if (fold instanceof OutcomeFold) {
      for (let code = 0; code < size; code += 1) {
        const of = fold.of(code);
        const own = cell.told(of.code, of.due);
        fates[code] = own.fate;
        beyond[code] = own.beyond;
      }
    } else if (fold instanceof LevelFold) {
      const all = Int32Array.from({ length: size }, (_, code) => code);
      for (const { batch, codes, from } of fold.observed(all)) {
        const toldOf = cell.toldLevels(batch, codes);
        for (let row = 0; row < batch.rows; row += 1) {
          const own = toldOf(row);
          fates[from + row] = own.fate;
          beyond[from + row] = own.beyond;
        }
      }
    }
    return { fates, beyond, told, isLevel: fold instanceof LevelFold, worst };
  }

  /**
   * Puts what the cases come to in the place of what their rows come to, each at one of them; rows in reading order.
   *
   * @param first - as for `add`
   */
  tell(cell: number, { fates, beyond }: OccasionCell, { count, rows, groups }: Rows, first: number): void {
    const cases = this.#cases[cell];
    for (let index = 0; cases !== undefined && index < count; index += 1) {
      const group = groups[index] ?? -1;
      if (group >= -1) continue;
      const code = caseOf(group);
      const own = fates[index] ?? 0;
      const whole = cases.fates[code] ?? 0;
      const isMeant = cases.isLevel ? (own === Fate.FILTERED) === (whole === Fate.FILTERED) : own === whole;
      const isWorst =
        cases.worst === null || whole !== Fate.MISSED || cases.worst.rowOf(code) === first + (rows[index] ?? 0);
      if (!isMeant || !isWorst || cases.told[code] === 1) {
        fates[index] = Fate.ELSEWHERE;
        beyond[index] = Number.NaN;
        continue;
      }
      cases.told[code] = 1;
      fates[index] = whole;
      if (cases.isLevel || whole !== Fate.MISSED) beyond[index] = cases.beyond[code] ?? Number.NaN;
    }
  }

  /** Puts the cells of the cases in the place of those of their rows, where cases have some; to be asked till the next. */
  show(shows: readonly RawColumn[], batch: Batch, { count, rows, groups }: Rows): readonly RawColumn[] {
    if (this.#caseOfRow.length < batch.rows) this.#caseOfRow = new Int32Array(batch.rows);
    const caseOfRow = this.#caseOfRow.fill(-1);
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      if (group < -1) caseOfRow[rows[index] ?? 0] = caseOf(group);
    }
    return this.#shown.of(shows, (row) => caseOfRow[row] ?? -1);
  }

  /** Puts when the cases began in the place of when their rows did. */
  begin({ values, states }: NonNullable<OccasionBatch['began']>, { count, groups }: Rows): void {
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      if (group >= -1) continue;
      values[index] = this.#fold.at.get(caseOf(group));
      states[index] = this.#fold.atState.get(caseOf(group));
    }
  }

  /** Puts the customers of the cases in the place of those of their rows. */
  name({ hashes, states }: IdColumn, { count, groups }: Rows): void {
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      if (group >= -1) continue;
      const customer = this.#fold.customer.get(caseOf(group));
      states[index] = customer < 0 ? CellState.BLANK : CellState.VALUE;
      for (let word = 0; word < 4; word += 1) {
        hashes[index * 4 + word] = customer < 0 ? 0 : (this.#hashes[customer * 4 + word] ?? 0);
      }
    }
  }
}
