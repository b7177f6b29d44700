import type { GapReport, OwedReport } from '../model/report.ts';
import { cases } from './remarks.ts';
import { money } from './toll.ts';
import type { Voice } from './voice.ts';

/** What is owed, a line a currency: `4 554 NOK: told-first, orders (45 customers)`. */
export const owedLines = ({ owed }: GapReport, voice: Voice): readonly string[] =>
  owed.map((one) => `${money(one, voice)}: ${owedFor(one, voice)}`);

function owedFor({ currency, promises }: OwedReport, voice: Voice): string {
  const isOne = promises.length === 1;
  return promises
    .map(({ promise, channel, amount, customers }) => {
      const part = isOne ? '' : ` ${money({ amount, currency }, voice)}`;
      const whom = customers === null ? '' : ` (${cases(customers, voice, 'customer')})`;
      return `${voice.name(promise)}, ${voice.name(channel)}${part}${whom}`;
    })
    .join('; ');
}
