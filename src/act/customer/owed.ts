import { tidy } from '../../score/figures.ts';
import { decimalSum } from '../../score/owed.ts';
import type { FoundOccasion } from './read.ts';
import type { CustomerRecord, OwedRemedy, RecordOccasion } from './record.ts';

/** Tells what is owed for each missed occasion; to be asked in the order of the record. */
type Owe = (occasion: FoundOccasion) => OwedRemedy | null;

/** As the report has it: for misses of `kept_when` and `tally`; with `per: customer` once a promise and channel. */
export function owing(): Owe {
  const owedBefore = new Set<string>();
  return ({ outcome, over, channel, cell: { promise, pledge } }) => {
    const { remedy, measure } = pledge;
    if (outcome !== 'missed' || remedy === null || measure === null) return null;
    if (measure.kind !== 'kept_when' && measure.kind !== 'tally') return null;
    const { text, cost, per } = remedy;
    if (measure.kind === 'tally') {
      // A row tells how many were missed, and not of whom: what is owed to each customer is not known.
      const amount = tidy((cost?.amount ?? 0) * (over ?? 0));
      return { text, per, cost: cost === null || per === 'customer' ? null : { ...cost, amount } };
    }
    const key = JSON.stringify([promise.id, channel.channel.name]);
    if (per === 'customer' && owedBefore.has(key)) return null;
    owedBefore.add(key);
    return { text, per, cost };
  };
}

/** The exact sum of each currency. */
export function owedInAll(occasions: readonly RecordOccasion[]): CustomerRecord['owed'] {
  const amounts = new Map<string, number[]>();
  for (const { owed } of occasions) {
    if (owed?.cost == null || owed.cost.amount === 0) continue;
    const { amount, currency } = owed.cost;
    const known = amounts.get(currency);
    if (known === undefined) amounts.set(currency, [amount]);
    else known.push(amount);
  }
  return [...amounts]
    .map(([currency, own]) => ({ currency, amount: decimalSum(own) }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}
