import type { CellReport, GapReport, Verdict } from '../../../model/report.ts';
import { plain } from '../../plain.ts';
import type { FormatOptions } from '../format.ts';
import { judgementsOf } from '../judgement.ts';
import { uniqueNames } from '../unique-names.ts';
import type { Family, Labels, Sample } from './family.ts';

interface Labelled {
  readonly cell: CellReport;
  readonly labels: Labels;
  readonly fails: boolean;
  readonly unjudged: boolean;
}

const VERDICTS: readonly Verdict[] = ['kept', 'close', 'waived', 'missed', 'unproven', 'unmeasured'];

function labelled(report: GapReport, { gate }: FormatOptions): readonly Labelled[] {
  const judgementOf = judgementsOf(gate);
  const brand = plain(report.brand);
  const ids = uniqueNames(report.promises.map(({ id }) => plain(id)));
  return report.promises.flatMap(({ id, channels }, at) => {
    const names = uniqueNames(channels.map(({ channel }) => plain(channel)));
    return channels.map((cell, index) => {
      const judgement = judgementOf(id, cell);
      return {
        cell,
        labels: { brand, promise: ids[at] ?? '', channel: names[index] ?? '' },
        fails: judgement === 'fails' || judgement === 'worse',
        unjudged: judgement === 'unjudged',
      };
    });
  });
}

type FigureOf = (cell: CellReport) => number | null;

/** One family for each unit, since a family has one unit. */
function measured(cells: readonly Labelled[], name: string, what: string, figureOf: FigureOf): readonly Family[] {
  const samples = (unit: CellReport['unit']): readonly Sample[] =>
    cells.flatMap(({ cell, labels }) => (cell.unit === unit ? [{ labels, value: figureOf(cell) }] : []));
  return [
    { name, unit: 'ratio', help: `${what}, of promises measured as a share.`, samples: samples('share') },
    { name, unit: 'seconds', help: `${what}, of promises measured as a duration.`, samples: samples('seconds') },
    { name, unit: null, help: `${what}, of promises measured as a number.`, samples: samples('number') },
  ];
}

const FIGURES: readonly (readonly [name: string, what: string, FigureOf])[] = [
  ['saydo_promise_value', 'What was measured', ({ value }) => value],
  ['saydo_promise_target', 'What was promised', ({ target }) => target.value],
  ['saydo_promise_gap', 'Value against target, below zero where it falls short', ({ gap }) => gap],
  ['saydo_promise_value_low', 'Lower bound of the interval of the value', ({ interval }) => interval?.low ?? null],
  ['saydo_promise_value_high', 'Upper bound of the interval of the value', ({ interval }) => interval?.high ?? null],
];

const COUNTS: readonly (readonly [name: string, help: string, FigureOf])[] = [
  ['saydo_promise_score', 'How far the promise is kept on the channel, 0 to 100.', ({ score }) => score],
  ['saydo_promise_cases', 'Occasions that were judged.', ({ cases }) => cases],
  ['saydo_promise_kept', 'Cases in which the promise was kept.', ({ kept }) => kept],
  ['saydo_promise_missed', 'Cases in which the promise was missed.', ({ missed }) => missed],
  ['saydo_promise_pending', 'Occasions whose outcome is still open.', ({ pending }) => pending],
  ['saydo_promise_excluded', 'Occasions with a needed cell blank.', ({ excluded }) => excluded],
  ['saydo_promise_unreadable', 'Occasions with a needed cell unreadable.', ({ unreadable }) => unreadable],
  ['saydo_promise_shortfall', 'Cases more that had to be kept to meet the target.', ({ shortfall }) => shortfall],
  [
    'saydo_promise_customers_let_down',
    'Customers for whom the promise was missed at least once.',
    ({ customers }) => customers?.let_down ?? null,
  ],
];

/** Families with a sample a promise and channel. */
export function cellFamilies(report: GapReport, options: FormatOptions): readonly Family[] {
  const cells = labelled(report, options);
  const counted = COUNTS.map(([name, help, figureOf]): Family => {
    const samples = cells.map(({ cell, labels }) => ({ labels, value: figureOf(cell) }));
    return { name, unit: null, help, samples };
  });
  const flag = (name: string, help: string, of: (one: Labelled) => boolean): Family => ({
    ...{ name, unit: null, help },
    samples: cells.map((one) => ({ labels: one.labels, value: of(one) ? 1 : 0 })),
  });
  return [
    ...FIGURES.flatMap(([name, what, figureOf]) => measured(cells, name, what, figureOf)),
    ...counted,
    {
      ...{
        name: 'saydo_promise_owed',
        unit: null,
        help: 'What the remedy costs for what was missed, in the currency.',
      },
      samples: cells.flatMap(({ cell, labels }) =>
        cell.owed === null
          ? []
          : [{ labels: { ...labels, currency: plain(cell.owed.currency) }, value: cell.owed.amount }],
      ),
    },
    {
      ...{ name: 'saydo_promise_verdict', unit: null, help: '1 for the verdict that holds, 0 for the others.' },
      samples: cells.flatMap(({ cell, labels }) =>
        VERDICTS.map((verdict) => ({ labels: { ...labels, verdict }, value: cell.verdict === verdict ? 1 : 0 })),
      ),
    },
    flag('saydo_promise_fails', '1 where the promise fails the check on the channel.', ({ fails }) => fails),
    flag('saydo_promise_unjudged', '1 where the check could not judge the channel.', ({ unjudged }) => unjudged),
  ];
}
