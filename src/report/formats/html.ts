import type { GapReport } from '../../model/report.ts';
import type { Format, FormatOptions } from './format.ts';
import { page } from './html/page.ts';

/** One page to send or to publish: it fetches nothing, and works without its script. */
export const html = {
  id: 'html',
  endings: ['.html'],
  render: (report: GapReport, options: FormatOptions): string => page(report, options),
} as const satisfies Format;
