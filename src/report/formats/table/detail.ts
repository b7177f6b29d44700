import type { CellReport, GapReport, PromiseReport } from '../../../model/report.ts';
import { instant, windowText } from '../../dates.ts';
import { ownFigures } from '../../readings.ts';
import { verdictWord } from '../../verdict-word.ts';
import { facts } from './facts.ts';
import { files } from './files.ts';
import { ladder } from './ladder.ts';
import { layoutFor } from './layout.ts';
import type { Paper } from './paper.ts';
import { periodTable, segmentTables } from './parts.ts';
import { promiseBlock } from './promise.ts';
import { cut, padStart, widthOf, wrap } from './text.ts';

/** The page that an auditor asks for: a promise, and for each channel everything that led to its figure. */
export function detail(report: GapReport, promise: PromiseReport, paper: Paper): string[][] {
  const { say, dim, glyphs, width } = paper;
  const asOf = report.as_of === null ? '' : ` ${glyphs.dot} data as of ${instant(say(report.as_of))}`;
  const line = `${say(report.brand)} ${glyphs.dot} ${windowText(report.window)}${asOf}`;
  const block = promiseBlock(promise, layoutFor([promise.channels], paper), paper, report.baseline, false);
  return [wrap(line, width).map(dim), block, ...promise.channels.flatMap((cell) => channel(report, cell, paper))];
}

function channel(report: GapReport, cell: CellReport, paper: Paper): string[][] {
  const { glyphs, say, width, bold } = paper;
  const verdict = `${glyphs.verdicts[cell.verdict]} ${verdictWord[cell.verdict]}`;
  const name = cut(say(cell.channel), width - widthOf(verdict) - 3, glyphs.ellipsis);
  const between = padStart(verdict, width - widthOf(name));
  const title = [
    paper.dim(glyphs.rule.repeat(width)),
    `${bold(name)}${between.slice(0, between.length - verdict.length)}${paper.verdict[cell.verdict](verdict)}`,
  ];
  const parts = [...cell.periods, ...cell.segments].map(({ value }) => ({ ...cell, value }));
  const numbers = ownFigures(cell, paper.numbers, parts);
  const sources = report.sources.filter((source) => source.channel === cell.channel);
  const others = report.sources.filter(({ channel: other }) => other === cell.against && other !== cell.channel);
  return [
    [...title, ...facts(cell, report, numbers, paper)],
    ladder(cell, sources, numbers, paper),
    periodTable(cell, numbers, paper),
    ...segmentTables(cell, numbers, paper),
    files([...sources, ...others], paper),
  ];
}
