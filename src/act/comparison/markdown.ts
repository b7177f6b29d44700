import { instant, windowText } from '../../report/dates.ts';
import { harmless, strong } from '../../report/formats/markdown/escape.ts';
import { voice } from '../../report/formats/markdown/voice.ts';
import { scoreText, typeset } from '../../report/numbers.ts';
import type { ComparedCell, Comparison } from '../compare.ts';
import { figuresText, others, sections, summary, verdictText, warnings } from './words.ts';

const arrow = '→';

/** The comparison for a pull request, an issue or a wiki; GitHub's Markdown. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { before, after } = comparison;
  const rest = others(comparison);
  const score = [before, after].map((side) => (side.score === null ? 'none' : scoreText(side.score, typeset)));
  const blocks = [
    `# ${harmless(comparison.brand)}: ${summary(comparison)}`,
    [
      '| | window | data as of | score |',
      '| --- | --- | --- | ---: |',
      ...[before, after].map(({ window, as_of }, index) => {
        const asOf = as_of === null ? '' : harmless(instant(as_of));
        return `| ${index === 0 ? 'before' : 'after'} | ${harmless(windowText(window))} | ${asOf} | ${score[index] ?? ''} |`;
      }),
    ].join('\n'),
    ...warnings(comparison).map((text) => `> **Mind:** ${text}`),
    ...sections.flatMap(([fate, title]) => {
      const cells = comparison.cells.filter((cell) => cell.fate === fate);
      return cells.length === 0 ? [] : [`## ${title}`, cells.map(entry).join('\n')];
    }),
    ...(rest === '' ? [] : [rest]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function entry(compared: ComparedCell): string {
  const { promise, channel } = compared;
  const figures = figuresText(compared, arrow, voice);
  return `- ${strong(`${promise}, ${channel}`)}: ${verdictText(compared, arrow)}${figures === '' ? '' : `  \n  ${figures}`}`;
}
