import { inDaysOf } from '../../report/in-days.ts';
import { count, type Figures, figures, fixed, type NumberStyle, round } from '../../report/numbers.ts';
import type { Others } from './shown.ts';
import type { WhyChannel, WhyRow, WhyWord } from './types.ts';

export interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Where there is no room, those with the least number go first; 0 stays. */
  readonly spare: number;
}

/** The figures of a channel as columns: the same for each of its splits. */
export interface Cells {
  readonly columns: readonly Column[];
  readonly row: (row: WhyRow, name: string) => readonly string[];
  readonly others: (others: Others) => readonly string[];
  readonly whole: () => readonly string[];
  readonly value: (value: number) => string;
  readonly target: string;
}

const RIGHT = { align: 'right', spare: 0 } as const;

export function cellsOf(channel: WhyChannel, numbers: NumberStyle): Cells {
  const { unit, target, counts } = channel;
  const values = [channel.value, ...channel.splits.flatMap(({ rows }) => rows.map(({ value }) => value))];
  const own = figures(
    values.flatMap((value) => (value === null ? [] : [{ value, unit, target }])),
    numbers,
    inDaysOf({ ...channel, value_answered_only: null }),
  );
  const value = (one: number | null): string => (one === null ? '' : own.value(one, unit, target));
  const missed = (one: number | null): string[] =>
    counts === 'occasions' ? [one === null ? '' : count(one, numbers)] : [];
  const decimals = decimalsOf(channel);
  const excess = (one: number | null): string[] =>
    counts === null ? [] : [excessText(one, channel, own, numbers, decimals)];
  const columns: Column[] = [
    { head: '', align: 'left', spare: 0 },
    { head: 'cases', align: 'right', spare: 3 },
    ...(counts === 'occasions' ? [{ head: headOf(channel, own), ...RIGHT }] : []),
    {
      head: channel.measure === 'kept_when' || channel.measure === 'tally' ? 'kept' : channel.measure,
      align: 'right',
      spare: 2,
    },
    { head: 'interval', align: 'right', spare: 1 },
    ...(counts === null ? [] : [{ head: 'excess', ...RIGHT }]),
    { head: 'vs others', align: 'left', spare: 0 },
  ];
  return {
    columns,
    value,
    target: own.target(target, unit),
    row: (row, name) => [
      name,
      count(row.cases, numbers),
      ...missed(row.missed),
      value(row.value),
      intervalText(row, value),
      ...excess(row.excess),
      chanceOf(row),
    ],
    others: ({ count: number, cases, missed: bad, excess: beyond }) => [
      `${count(number, numbers)} ${number === 1 ? 'other' : 'others'}`,
      count(cases, numbers),
      ...missed(bad),
      '',
      '',
      ...excess(beyond),
      '',
    ],
    whole: () => [
      'all',
      count(channel.cases, numbers),
      ...missed(channel.missed),
      value(channel.value),
      channel.interval === null ? '' : intervalText(channel, value),
      ...excess(channel.excess),
      '',
    ],
  };
}

function headOf({ measure, target, unit }: WhyChannel, own: Figures): string {
  if (measure === 'kept_when' || measure === 'tally') return 'missed';
  if (measure === 'rate' || measure === 'count' || measure === 'ratio') return 'counted';
  return `${target.op === '<=' ? 'over' : 'below'} ${own.value(target.value, unit)}`;
}

function intervalText({ interval }: Pick<WhyRow, 'interval'>, value: (one: number) => string): string {
  if (interval === null) return '';
  const { low, high } = interval;
  if (low === null) return high === null ? '' : `up to ${value(high)}`;
  return high === null ? `from ${value(low)}` : `${value(low)} to ${value(high)}`;
}

/** `+51.7`, `−3.2`: cases, or of values their sum, in its unit. */
function excessText(
  excess: number | null,
  { counts, unit }: WhyChannel,
  own: Figures,
  numbers: NumberStyle,
  decimals: 0 | 1,
): string {
  if (excess === null) return '';
  if (counts === 'sum' && unit === 'seconds') return own.difference(excess, 'seconds', '');
  return signed(excess, decimals, numbers);
}

/** Where one of them has five digits before the point, none has any behind it. */
function decimalsOf({ splits, excess }: WhyChannel): 0 | 1 {
  const all = [excess, ...splits.flatMap(({ rows }) => rows.map((row) => row.excess))];
  return all.some((one) => Math.abs(one ?? 0) >= 10_000) ? 0 : 1;
}

/** Nothing has no sign. */
function signed(number: number, decimals: number, numbers: NumberStyle): string {
  return `${round(number, decimals) > 0 ? '+' : ''}${fixed(number, decimals, numbers)}`;
}

function chanceOf({ stands, worse }: WhyRow): string {
  if (stands === null) return 'no test';
  if (!stands) return 'chance';
  return worse === true ? 'worse' : 'better';
}

export const wordColumns: readonly Column[] = [
  { head: '', align: 'left', spare: 0 },
  { head: 'cases', ...RIGHT },
  { head: 'missed', ...RIGHT },
  { head: 'keyness', align: 'right', spare: 1 },
  { head: 'excess', ...RIGHT },
];

export function wordCells({ word, cases, missed, keyness, excess }: WhyWord, numbers: NumberStyle): readonly string[] {
  return [
    word,
    count(cases, numbers),
    missed === null ? '' : count(missed, numbers),
    fixed(keyness, 1, numbers),
    excess === null ? '' : signed(excess, 1, numbers),
  ];
}
