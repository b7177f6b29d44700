import type { GapReport } from '../../model/report.ts';
import { checkAnswer } from '../answer.ts';
import { instant, windowText } from '../dates.ts';
import { count, fixed, scoreText } from '../numbers.ts';
import { verdictOrder, verdictSign, verdictWord } from '../verdict-word.ts';
import type { Format, FormatOptions } from './format.ts';
import { actions, blindSpotList, findings, owed, sources } from './markdown/closing.ts';
import { harmless, strong } from './markdown/escape.ts';
import { promiseSection } from './markdown/promise.ts';
import { summary } from './markdown/summary.ts';
import { voice } from './markdown/voice.ts';

/** Whose promises, which days, what came out. */
function about({ brand, window, as_of, score, promises }: GapReport): string {
  const facts = [
    strong(brand),
    harmless(windowText(window)),
    ...(as_of === null ? [] : [`data as of ${harmless(instant(as_of))}`]),
    score === null ? 'no score' : `score ${scoreText(score, voice.numbers)}`,
  ];
  const tally = verdictOrder.flatMap((verdict) => {
    const number = promises.filter((promise) => promise.verdict === verdict).length;
    return number === 0 ? [] : [`${verdictSign[verdict]} ${count(number, voice.numbers)} ${verdictWord[verdict]}`];
  });
  const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
  return [join(facts), join(tally)].filter((line) => line !== '').join('\n\n');
}

/** The report as GitHub Flavored Markdown, for a merge request, a wiki or the summary of a job. */
export const markdown = {
  id: 'markdown',
  endings: ['.md'],
  render: (report: GapReport, { gate }: Pick<FormatOptions, 'gate'>): string => {
    const sure = report.confidence * 100;
    const blocks = [
      `# ${harmless(checkAnswer(report, gate))}`,
      about(report),
      summary(report),
      actions(report),
      owed(report),
      blindSpotList(report),
      findings(report),
      ...(report.promises.length === 0 ? [] : ['## Promises']),
      ...report.promises.map(promiseSection),
      sources(report),
      `saydo ${harmless(report.saydo)}, ${fixed(sure, Number.isInteger(sure) ? 0 : 1, voice.numbers)}% confidence`,
    ];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  },
} as const satisfies Format;
