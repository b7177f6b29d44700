import type { OwedReport, PromiseReport } from '../model/report.ts';
import { type Expansion, grow, rounded } from '../statistics/expansion.ts';

/** What all remedies cost together, by currency in the order of code units; what costs nothing is left out. */
export function owedInAll(promises: readonly PromiseReport[]): readonly OwedReport[] {
  const byCurrency = new Map<string, OwedReport['promises'][number][]>();
  for (const { id, channels } of promises) {
    for (const { channel, owed, customers } of channels) {
      if (owed === null || owed.amount === 0) continue;
      const list = byCurrency.get(owed.currency) ?? [];
      list.push({ promise: id, channel, amount: owed.amount, customers: customers?.let_down ?? null });
      byCurrency.set(owed.currency, list);
    }
  }
  return [...byCurrency]
    .map(([currency, list]) => ({ currency, amount: decimalSum(list.map(({ amount }) => amount)), promises: list }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** The sum of the decimal numbers that are meant: exact, with no more decimals than any of them has. */
export function decimalSum(amounts: readonly number[]): number {
  const sum: Expansion = [];
  for (const amount of amounts) grow(sum, amount);
  const decimals = Math.max(0, ...amounts.map(decimalsOf));
  return Number(rounded(sum).toFixed(Math.min(100, decimals)));
}

/** Of 1.25 it is 2, of 1e-7 it is 7. */
function decimalsOf(amount: number): number {
  const [digits = '', power = '0'] = String(amount).split('e');
  return (digits.split('.')[1]?.length ?? 0) - Number(power);
}
