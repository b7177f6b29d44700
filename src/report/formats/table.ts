import type { GapReport } from '../../model/report.ts';
import type { Format, FormatOptions } from './format.ts';
import { actions, blindSpots, findings, owed } from './table/closing.ts';
import { detail } from './table/detail.ts';
import { head } from './table/head.ts';
import { layoutsFor } from './table/layout.ts';
import { paperFor } from './table/paper.ts';
import { promiseBlock } from './table/promise.ts';

/** The report for a terminal: the answer, the promises, what to do; or one promise with all that led to its figures. */
export const table = {
  id: 'table',
  endings: ['.txt'],
  render: (report: GapReport, options: FormatOptions): string => {
    const paper = paperFor(options);
    const layouts = layoutsFor(
      report.promises.map(({ channels }) => channels),
      paper,
    );
    const one = report.promises.find(({ id }) => id === options.promise);
    const blocks =
      one === undefined
        ? [
            head(report, paper),
            ...report.promises.map((promise, index) =>
              promiseBlock(promise, layouts[index] ?? null, paper, report.baseline),
            ),
            owed(report, paper),
            blindSpots(report, paper),
            findings(report, paper),
            actions(report, paper),
          ]
        : [...detail(report, one, paper), blindSpots(report, paper), findings(report, paper)];
    const lines = blocks
      .filter((block) => block.length > 0)
      .map((block) => block.map((line) => line.trimEnd()).join('\n'));
    return `${lines.join('\n\n')}\n`;
  },
} as const satisfies Format;
