import type { GapReport } from '../../model/report.ts';
import { plain } from '../plain.ts';
import type { Format, FormatOptions } from './format.ts';
import { cellFamilies } from './openmetrics/cells.ts';
import { asOfFamily, newestFamily } from './openmetrics/channels.ts';
import { exposition, type Family } from './openmetrics/family.ts';

/** What is told of the brand as a whole. */
function brandFamilies(report: GapReport, { gate }: FormatOptions): readonly Family[] {
  const labels = { brand: plain(report.brand) };
  const missed = report.promises.filter(({ verdict }) => verdict === 'missed').length;
  const figures = [
    ['saydo_brand_score', 'How far the promises are kept, 0 to 100.', report.score],
    ['saydo_promises_declared', 'Promises in the promise file.', report.promises_declared],
    ['saydo_promises_measured', 'Promises that could be judged.', report.promises_measured],
    ['saydo_promises_kept', 'Promises that are kept, if only just.', report.promises_kept],
    ['saydo_promises_missed', 'Promises that are missed.', missed],
    ['saydo_check_exit_code', 'What saydo check ends with: 0 holds, 1 fails, 4 could not be judged.', gate.exit],
  ] as const;
  return figures.map(([name, help, value]) => ({ name, unit: null, help, samples: [{ labels, value }] }));
}

/** Gauges that Prometheus scrapes, by way of a collector of text files or as they are. */
export const openmetrics = {
  id: 'openmetrics',
  endings: ['.prom'],
  render: (report: GapReport, options: FormatOptions): string =>
    exposition([
      ...brandFamilies(report, options),
      asOfFamily(report),
      newestFamily(report),
      ...cellFamilies(report, options),
    ]),
} as const satisfies Format;
