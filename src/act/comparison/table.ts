import { instant, windowText } from '../../report/dates.ts';
import type { FormatOptions } from '../../report/formats/format.ts';
import { type Paper, paperFor } from '../../report/formats/table/paper.ts';
import { cut, hanging, padStart, widthOf, wrap } from '../../report/formats/table/text.ts';
import { scoreText } from '../../report/numbers.ts';
import type { ComparedCell, Comparison } from '../compare.ts';
import { figuresText, others, sections, summary, verdictText, warnings } from './words.ts';

/** The comparison for a terminal: the answer, then what broke first. */
export function comparisonTable(
  comparison: Comparison,
  options: Pick<FormatOptions, 'width' | 'color' | 'unicode'>,
): string {
  const paper = paperFor(options);
  const arrow = options.unicode ? '→' : '->';
  const rest = others(comparison);
  const blocks = [
    head(comparison, arrow, paper),
    ...sections.map(([fate, title]) => {
      const cells = comparison.cells.filter((cell) => cell.fate === fate);
      return cells.length === 0 ? [] : [paper.bold(title), ...cells.flatMap((cell) => entry(cell, arrow, paper))];
    }),
    rest === '' ? [] : wrap(rest, paper.measure).map(paper.dim),
  ];
  const lines = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((line) => line.trimEnd()).join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function head(comparison: Comparison, arrow: string, paper: Paper): string[] {
  const { before, after } = comparison;
  const { bold, dim, glyphs, measure, numbers, say, width } = paper;
  const scores = [before, after].map(({ score }) => (score === null ? 'none' : scoreText(score, numbers)));
  const score = scores.every((text) => text === 'none') ? '' : `score ${scores.join(` ${arrow} `)}`;
  const brand = cut(say(comparison.brand), width - widthOf(score) - 3, glyphs.ellipsis);
  const when = [before, after].map(({ window, as_of }, index) => {
    const asOf = as_of === null ? '' : ` ${glyphs.dot} data as of ${instant(say(as_of))}`;
    return `${index === 0 ? 'from' : 'to  '} ${windowText(window)}${asOf}`;
  });
  return [
    `${bold(brand)}${padStart(score, width - widthOf(brand))}`,
    ...when.flatMap((line) => wrap(line, width)).map(dim),
    ...warnings(comparison).flatMap((text) => hanging(`${glyphs.severities.warning} `, text, measure)),
    '',
    ...wrap(summary(comparison), measure).map(bold),
  ];
}

function entry(compared: ComparedCell, arrow: string, paper: Paper): string[] {
  const { promise, channel, before, after } = compared;
  const { dim, glyphs, measure, name } = paper;
  const verdict = (after ?? before)?.verdict ?? 'unmeasured';
  const sign = glyphs.verdicts[verdict];
  const lines = hanging(`  ${sign} `, `${name(promise)}, ${name(channel)}: ${verdictText(compared, arrow)}`, measure);
  const figures = figuresText(compared, arrow, paper);
  return [
    ...lines.map((line, index) => (index === 0 ? line.replace(sign, paper.verdict[verdict]) : line)),
    ...(figures === '' ? [] : hanging('    ', figures, measure).map(dim)),
  ];
}
