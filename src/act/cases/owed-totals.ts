import type { GapReport } from '../../model/report.ts';
import { keyOf } from '../cells.ts';
import { decimal, NOTHING, numberOf, plus } from './decimal.ts';
import type { OwedRow, OwedTotal } from './owed-row.ts';

/** Of each promise and channel in the order of the report, then of each currency. */
export function owedTotals(rows: readonly OwedRow[], { promises }: GapReport): readonly OwedTotal[] {
  const ofCell = new Map<string, OwedRow[]>();
  const ofCurrency = new Map<string, OwedRow[]>();
  for (const row of rows) {
    put(ofCell, keyOf(row.promise, row.channel), row);
    put(ofCurrency, row.currency, row);
  }
  const cells = promises.flatMap(({ id, channels }) =>
    channels.flatMap(({ channel }) => {
      const own = ofCell.get(keyOf(id, channel)) ?? [];
      const currency = own[0]?.currency;
      if (currency === undefined) return [];
      const customers = own.filter(({ customer }) => customer !== null).length;
      return [{ of: { promise: id, channel }, customers, currency, ...sumOf(own) }];
    }),
  );
  // The same customer may be owed for several promises.
  const all = [...ofCurrency].map(([currency, own]) => ({ of: null, customers: null, currency, ...sumOf(own) }));
  return [...cells, ...all];
}

function put(lists: Map<string, OwedRow[]>, key: string, row: OwedRow): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [row]);
  else list.push(row);
}

const sumOf = (rows: readonly OwedRow[]): Pick<OwedTotal, 'missed' | 'amount'> => ({
  missed: rows.reduce((misses, { missed }) => misses + missed, 0),
  amount: numberOf(rows.reduce((whole, { amount }) => plus(whole, decimal(amount)), NOTHING)),
});
