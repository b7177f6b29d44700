import type { CellReport, GapReport, PeriodReport, PromiseReport, SegmentReport } from '../../model/report.ts';
import { addsUp } from '../adds-up.ts';
import { type Cell, line } from '../csv-text.ts';
import { followUp } from '../follow-up.ts';
import { inDaysOf } from '../in-days.ts';
import { digits, figures } from '../numbers.ts';
import type { Format, FormatOptions } from './format.ts';

const COLUMNS =
  'brand,promise,says,owner,channel,measure,unit,value,target_op,target,gap,interval_low,interval_high,cases,kept,missed,pending,excluded,unreadable,shortfall,customers_let_down,score,verdict,reason,window_from,window_to,as_of'.split(
    ',',
  );

/** After all others, where an earlier report is held against this one: what became of each channel. */
const CHANGE_COLUMNS = ['change', 'change_low', 'change_high', 'verdict_before', 'moved'] as const;

/** What a row counts: a channel, or one period or segment of it. What only a whole channel has is absent in its parts. */
interface Part {
  readonly value: number | null;
  readonly gap: number | null;
  readonly cases: number;
  readonly kept: number | null;
  readonly missed: number | null;
  readonly pending: number;
  readonly verdict: string | null;
  readonly whole: CellReport | null;
}

function row(report: GapReport, promise: PromiseReport, cell: CellReport, key: readonly Cell[], part: Part): string {
  const { whole } = part;
  const target = whole !== null || isHeld(part, cell) ? cell.target : null;
  return line([
    ...[report.brand, promise.id, promise.says, promise.owner, cell.channel, ...key, cell.measure, cell.unit],
    ...[part.value, target?.op ?? null, target?.value ?? null, part.gap],
    ...[whole?.interval?.low ?? null, whole?.interval?.high ?? null],
    ...[part.cases, part.kept, part.missed, part.pending, whole?.excluded ?? null, whole?.unreadable ?? null],
    ...[whole?.shortfall ?? null, whole?.customers?.let_down ?? null, whole?.score ?? null],
    ...[
      part.verdict,
      whole === null ? null : reasonOf(whole),
      report.window.from,
      report.window.to,
      cell.as_of ?? report.as_of,
    ],
    ...(whole === null ? [] : changeOf(report, whole)),
  ]);
}

function changeOf({ baseline }: GapReport, { change }: CellReport): readonly Cell[] {
  if (baseline === undefined) return [];
  const { value = null, interval = null, verdict_before: before = null, moved = null } = change ?? {};
  return [value, interval?.low ?? null, interval?.high ?? null, before, moved];
}

/** Where open cases were counted, how: whoever reads the columns alone sees no other figure. */
function reasonOf(cell: CellReport): string {
  const open = followUp(cell, figures([], digits, inDaysOf(cell)), digits);
  return [cell.reason, open ?? ''].filter((part) => part !== '').join('; ');
}

/** A part of what adds up is not held against the target of the whole, unless `every` asks for it. */
function isHeld({ verdict }: { readonly verdict: string | null }, cell: CellReport): boolean {
  return verdict !== null || !addsUp(cell);
}

function gapOf(part: PeriodReport | SegmentReport, cell: CellReport): number | null {
  const { value } = part;
  if (value === null || !isHeld(part, cell)) return null;
  const { target } = cell;
  const gap = target.op === '>=' ? value - target.value : target.value - value;
  // Twelve digits, as the gap of a channel: binary fractions leave no 0.020000000000000018 behind.
  return Number(gap.toPrecision(12));
}

const partOf = (part: PeriodReport | SegmentReport, cell: CellReport): Part => ({
  ...{ value: part.value, gap: gapOf(part, cell), cases: part.cases, kept: part.kept, missed: part.missed },
  ...{ pending: part.pending, verdict: part.verdict, whole: null },
});

/** The columns that tell one row of a channel from another, and the rows. */
const GRAINS: Readonly<
  Record<
    FormatOptions['by'],
    { readonly columns: readonly string[]; readonly rows: (cell: CellReport) => readonly (readonly [Cell[], Part])[] }
  >
> = {
  channel: { columns: [], rows: (cell) => [[[], { ...cell, whole: cell }]] },
  period: {
    columns: ['period_from', 'period_to'],
    rows: (cell) => cell.periods.map((period) => [[period.from, period.to], partOf(period, cell)] as const),
  },
  segment: {
    columns: ['segment', 'is'],
    rows: (cell) => cell.segments.map((segment) => [[segment.by, segment.is], partOf(segment, cell)] as const),
  },
};

/** One line a promise and channel, or a period or segment of it; RFC 4180, full precision, absent figures empty. */
export const csv = {
  id: 'csv',
  endings: ['.csv'],
  render: (report: GapReport, { by }: FormatOptions): string => {
    const grain = GRAINS[by];
    const after = COLUMNS.indexOf('channel') + 1;
    const changes = by === 'channel' && report.baseline !== undefined ? CHANGE_COLUMNS : [];
    const lines = [line([...COLUMNS.slice(0, after), ...grain.columns, ...COLUMNS.slice(after), ...changes])];
    for (const promise of report.promises) {
      for (const cell of promise.channels) {
        for (const [key, part] of grain.rows(cell)) lines.push(row(report, promise, cell, key, part));
      }
    }
    return lines.join('');
  },
} as const satisfies Format;
