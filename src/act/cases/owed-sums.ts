import { float64, Growing } from '../../engines/local/growing.ts';
import { IdTable } from '../../engines/local/id-table.ts';
import { CellState } from '../../model/batch.ts';
import type { Remedy } from '../../model/declaration.ts';
import { Fate, type OccasionBatch } from '../../model/engine.ts';
import { detach } from '../../vocabulary/types/cell.ts';
import type { FollowedCell } from '../followed.ts';
import { decimal, numberOf, times } from './decimal.ts';
import type { OwedRow } from './owed-row.ts';

/** A promise on a channel whose misses cost something. */
export interface OwingCell {
  readonly cell: FollowedCell;
  readonly remedy: Remedy;
  readonly cost: NonNullable<Remedy['cost']>;
}

/** Misses of one promise on one channel by customer. */
export class OwedSums {
  readonly #ids = new IdTable();
  readonly #missed = new Growing(float64);
  readonly #names: string[] = [];
  #unknown = 0;

  /** @param isTally - a row counts many occasions, and its distance is how many of them were missed */
  add({ rows, customers, cells, shows }: OccasionBatch, cell: number, isTally: boolean, shown: number | null): void {
    const own = cells[cell];
    if (own === undefined) return;
    for (let index = 0; index < rows.length; index += 1) {
      if (own.fates[index] !== Fate.MISSED) continue;
      const missed = isTally ? (own.beyond[index] ?? 0) : 1;
      if (customers === null || customers.states[index] !== CellState.VALUE) {
        this.#unknown += missed;
        continue;
      }
      const code = this.#ids.code(customers.hashes, index * 4);
      this.#missed.add(code, missed);
      this.#names[code] ??= shown === null ? '' : detach(shows[shown]?.text(rows[index] ?? 0) ?? '');
    }
  }

  rows({ cell: { promise, pledge }, remedy, cost }: OwingCell): readonly OwedRow[] {
    const each = decimal(cost.amount);
    const isOnce = remedy.per === 'customer';
    const row = (customer: string | null, missed: number): OwedRow => ({
      promise: promise.id,
      channel: pledge.channel,
      customer,
      missed,
      // Nobody can be given what is for each customer once, while it is not known who they are.
      amount: isOnce ? (customer === null ? 0 : cost.amount) : numberOf(times(each, missed)),
      currency: cost.currency,
      remedy: remedy.text,
    });
    const known = this.#names.map((name, code) => row(name, this.#missed.get(code)));
    return this.#unknown === 0 ? known : [...known, row(null, this.#unknown)];
  }
}
