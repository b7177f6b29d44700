import type { PromiseReport } from '../../../model/report.ts';
import { scoreText } from '../../numbers.ts';
import { channelTable } from './channels.ts';
import type { Layout } from './layout.ts';
import { notes } from './notes.ts';
import { type Paper, verdictWord } from './paper.ts';
import { wrap } from './text.ts';

/** The sentence behind its sign, and below it the verdict in a word and whose promise it is. */
export function heading(promise: PromiseReport, paper: Paper): string[] {
  const { bold, dim, glyphs, measure, say } = paper;
  const paint = paper.verdict[promise.verdict];
  const word = verdictWord[promise.verdict];
  const partly = promise.channels_measured < promise.channels_declared;
  const facts = [
    word,
    paper.name(promise.id),
    ...(promise.owner === null ? [] : [paper.name(promise.owner)]),
    ...(promise.score === null ? [] : [`score ${scoreText(promise.score, glyphs.numbers)}`]),
    ...(partly ? [`${promise.channels_measured} of ${promise.channels_declared} channels measured`] : []),
  ].join(` ${glyphs.dot} `);
  return [
    ...wrap(say(promise.says), measure - 2).map(
      (line, index) => `${index === 0 ? paint(glyphs.verdicts[promise.verdict]) : ' '} ${bold(line)}`,
    ),
    ...wrap(facts, measure - 2).map((line, index) =>
      index === 0 ? `  ${paint(word)}${dim(line.slice(word.length))}` : `  ${dim(line)}`,
    ),
  ];
}

/** A promise: its heading, its channels, and what has to be said about them. */
export function promiseBlock(promise: PromiseReport, layout: Layout | null, paper: Paper): string[] {
  const { channels } = promise;
  if (channels.length === 0) return [...heading(promise, paper), '  no channel is declared'];
  return [...heading(promise, paper), ...channelTable(channels, layout, paper), ...notes(channels, layout, paper)];
}
