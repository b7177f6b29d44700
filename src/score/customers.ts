import type { Pledge } from '../model/declaration.ts';
import type { CellReport } from '../model/report.ts';
import { tidy } from './figures.ts';

export type CustomerFigures = NonNullable<CellReport['customers']>;

/** Customers with a decided occasion, and how many of them were let down, once or more often. */
export function customerFigures(standing: Uint8Array): CustomerFigures {
  let affected = 0;
  let once = 0;
  let again = 0;
  for (const state of standing) {
    if (state > 0) affected += 1;
    if (state === 2) once += 1;
    if (state === 3) again += 1;
  }
  const letDown = once + again;
  const keptShare = affected === 0 ? null : (affected - letDown) / affected;
  return { affected, let_down: letDown, let_down_again: again, kept_share: keptShare };
}

/** The remedy's cost for each missed occasion, or for each customer let down. */
export function owedFor(pledge: Pledge, missed: number, customers: CustomerFigures | null): CellReport['owed'] {
  const { remedy } = pledge;
  if (remedy?.cost == null) return null;
  const times = remedy.per === 'customer' ? customers?.let_down : missed;
  if (times === undefined) return null;
  return { amount: tidy(remedy.cost.amount * times), currency: remedy.cost.currency };
}
