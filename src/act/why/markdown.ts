import { windowText } from '../../report/dates.ts';
import { harmless } from '../../report/formats/markdown/escape.ts';
import { grid } from '../../report/formats/markdown/grid.ts';
import { typeset } from '../../report/numbers.ts';
import { verdictWord } from '../../report/verdict-word.ts';
import { type Column, cellsOf, wordCells, wordColumns } from './cells.ts';
import { blockText } from './phrases.ts';
import { prose } from './prose.ts';
import { pairsLine, shownMoves, shownSplits, shownWords } from './shown.ts';
import type { Why, WhyChannel } from './types.ts';

/** What was found for an issue or a wiki; GitHub's Markdown. */
export function whyMarkdown(why: Why): string {
  const { brand, promise, says, window, channels, unmeasured } = why;
  const blocks = [
    `# ${harmless(brand)}: why ${harmless(promise)}`,
    `> ${harmless(says)}`,
    harmless(windowText(window)),
    ...channels.flatMap(channelBlocks),
    unmeasured.map(({ channel, reason }) => `- ${harmless(channel)}: not measured, ${harmless(reason)}`).join('\n'),
  ].filter((block) => block !== '');
  return `${blocks.join('\n\n')}\n`;
}

function channelBlocks(channel: WhyChannel): readonly string[] {
  const cells = cellsOf(channel, typeset);
  const value = channel.value === null ? 'no figure' : cells.value(channel.value);
  const pairs = pairsLine(channel.splits);
  const { words, notes } = channel;
  return [
    `## ${harmless(channel.channel)}: ${harmless(value)}, target ${harmless(cells.target)}, ${verdictWord[channel.verdict]}`,
    list(channel.summary),
    ...shownSplits(channel).flatMap(({ title, by, rows, others }) => [
      table(title, cells.columns, [
        ...rows.map((row) => cells.row(row, blockText(by, row.is))),
        ...(others === null ? [] : [cells.others(others)]),
        cells.whole(),
      ]),
    ]),
    pairs === null ? '' : harmless(prose(pairs, typeset)),
    ...wordBlocks(channel),
    words === null ? '' : harmless(prose(words.sentence, typeset)),
    list(shownMoves(channel)),
    list(notes),
  ];
}

function wordBlocks(channel: WhyChannel): readonly string[] {
  const { rows } = shownWords(channel);
  if (rows.length === 0 || channel.words === null) return [];
  const cells = rows.map((row) => wordCells(row, typeset));
  return [table(`words in ${channel.words.column}`, wordColumns, cells)];
}

function table(title: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  return grid(
    columns.map(({ head, align }, at) => ({ head: at === 0 ? harmless(title) : head, align })),
    rows.map((row) => row.map(harmless)),
  );
}

const list = (sentences: readonly string[]): string =>
  sentences.map((sentence) => `- ${harmless(prose(sentence, typeset))}`).join('\n');
