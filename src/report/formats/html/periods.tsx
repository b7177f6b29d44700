import type { VNode } from 'preact';
import type { CellReport } from '../../../model/report.ts';
import { isOpen } from '../table/trend.ts';
import { type Part, PartsTable } from './parts-table.tsx';
import type { Setting } from './setting.ts';

/** Value and counts a period. */
export function Periods({ cell, setting }: { cell: CellReport; setting: Setting }): VNode | null {
  const { words, locale } = setting;
  if (cell.periods.length === 0) return null;
  const parts = cell.periods.map(
    (period, index): Part => ({
      ...period,
      ...{ name: locale.period(period.from, period.to), place: index, excess: null, stands_out: null },
      standing: isOpen(period, cell) ? 'open' : period.verdict,
    }),
  );
  return (
    <PartsTable caption={words.periods.caption} head={words.periods.head} parts={parts} cell={cell} setting={setting} />
  );
}
