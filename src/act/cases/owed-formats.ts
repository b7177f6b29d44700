import { exported, line } from '../../report/csv-text.ts';
import { windowText } from '../../report/dates.ts';
import type { FormatOptions } from '../../report/formats/format.ts';
import { harmless } from '../../report/formats/markdown/escape.ts';
import { grid } from '../../report/formats/markdown/grid.ts';
import { voice } from '../../report/formats/markdown/voice.ts';
import { type Paper, paperFor } from '../../report/formats/table/paper.ts';
import { wrap } from '../../report/formats/table/text.ts';
import { count, typeset } from '../../report/numbers.ts';
import { money } from '../../report/toll.ts';
import type { Voice } from '../../report/voice.ts';
import { laidOut, type Wish } from './columns.ts';
import type { Owed } from './owed.ts';
import type { OwedTotal } from './owed-row.ts';

const COLUMNS = ['promise', 'channel', 'customer', 'missed', 'amount', 'currency', 'remedy'];

/** One line a promise, channel, customer and currency; whoever adds the amounts up comes to what the report says. */
export function owedCsv({ rows }: Owed): string {
  const lines = rows.map(({ promise, channel, customer, missed, amount, currency, remedy }) =>
    line([promise, channel, exported(customer), missed, amount, currency, remedy]),
  );
  return [line(COLUMNS), ...lines].join('');
}

/** The same with its totals, schema 1; amounts are exact decimal numbers. */
export function owedJson({ head: { saydo, ...head }, rows, totals }: Owed): string {
  const document = {
    ...{ saydo, schema: 1, kind: 'owed', ...head },
    owed: rows,
    totals: totals.map(({ of, ...total }) => ({
      promise: of?.promise ?? null,
      channel: of?.channel ?? null,
      ...total,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const nothing = 'nothing is owed';

export function owedMarkdown({ head, rows, totals, warnings }: Owed): string {
  const titles = ['promise', 'channel', 'customer', 'missed', 'amount', 'remedy'];
  const columns = titles.map(
    (title) => ({ head: title, align: title === 'missed' || title === 'amount' ? 'right' : 'left' }) as const,
  );
  const body = rows.map(({ promise, channel, customer, missed, amount, currency, remedy }) => [
    ...[harmless(promise), harmless(channel), customer === null ? '*unknown*' : harmless(customer)],
    ...[count(missed, typeset), money({ amount, currency }, voice), harmless(remedy)],
  ]);
  const blocks = [
    `# ${harmless(head.brand)}: owed`,
    windowText(head.window),
    ...(rows.length === 0
      ? [[nothing, ...warnings.map(({ message }) => message)].map(harmless).join('\n\n')]
      : [totals.map((total) => `- ${totalText(total, voice)}`).join('\n'), grid(columns, body)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

export function owedTable(owed: Owed, options: Pick<FormatOptions, 'width' | 'color' | 'unicode'>): string {
  const paper = paperFor(options);
  const { head, rows, totals, warnings } = owed;
  const why = [nothing, ...warnings.flatMap(({ message, help }) => (help === null ? [message] : [message, help]))];
  const blocks = [
    [...wrap(paper.say(head.brand), paper.width).map(paper.bold), paper.dim(windowText(head.window))],
    ...(rows.length === 0
      ? [why.flatMap((text) => wrap(paper.say(text), paper.width))]
      : [table(owed, paper), totals.flatMap((total) => wrap(totalText(total, paper), paper.width))]),
  ];
  return `${blocks.map((block) => block.map((text) => text.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function table({ rows }: Owed, paper: Paper): string[] {
  const { say } = paper;
  const column = (
    head: string,
    spare: number,
    align: Wish['align'],
    textAt: (row: Owed['rows'][number]) => string,
  ) => ({
    ...{ head, spare, align },
    texts: rows.map(textAt),
  });
  const wished: readonly Wish[] = [
    column('amount', 0, 'right', ({ amount, currency }) => money({ amount, currency }, paper)),
    column('customer', 0, 'left', ({ customer }) => (customer === null ? 'unknown' : say(customer))),
    column('missed', 0, 'right', ({ missed }) => count(missed, paper.numbers)),
    { ...column('promise', 0, 'left', ({ promise }) => say(promise)), soft: true },
    { ...column('channel', 0, 'left', ({ channel }) => say(channel)), soft: true },
    column('remedy', 1, 'left', ({ remedy }) => say(remedy)),
  ];
  return laidOut(wished, paper);
}

/** `told-first, orders: 4 554 NOK for 46 missed, 45 customers`; `in all: 4 554 NOK for 46 missed`. */
function totalText({ of, customers, missed, amount, currency }: OwedTotal, spoken: Voice): string {
  const what = of === null ? 'in all' : `${spoken.name(of.promise)}, ${spoken.name(of.channel)}`;
  const whom =
    customers === null ? '' : `, ${count(customers, spoken.numbers)} ${customers === 1 ? 'customer' : 'customers'}`;
  return `${what}: ${money({ amount, currency }, spoken)} for ${count(missed, spoken.numbers)} missed${whom}`;
}
