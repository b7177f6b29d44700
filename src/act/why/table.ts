import type { Verdict } from '../../model/report.ts';
import { windowText } from '../../report/dates.ts';
import type { FormatOptions } from '../../report/formats/format.ts';
import { type Paper, paperFor } from '../../report/formats/table/paper.ts';
import { cut, hanging, padStart, widthOf, wrap } from '../../report/formats/table/text.ts';
import { verdictWord } from '../../report/verdict-word.ts';
import { cellsOf, wordCells, wordColumns } from './cells.ts';
import { grids } from './grids.ts';
import { blockText } from './phrases.ts';
import { prose } from './prose.ts';
import { pairsLine, shownMoves, shownSplits, shownWords } from './shown.ts';
import type { Why, WhyChannel } from './types.ts';

/** Where the misses come from, for a terminal: the causes first, then what they are read from. */
export function whyTable(why: Why, options: Pick<FormatOptions, 'width' | 'color' | 'unicode'>): string {
  const paper = paperFor(options);
  const blocks = [
    head(why, paper),
    ...why.channels.flatMap((channel) => channelBlocks(channel, paper)),
    why.unmeasured.flatMap(({ channel, reason }) =>
      signed('unmeasured', `${paper.say(channel)}: not measured, ${paper.say(reason)}`, paper),
    ),
  ];
  const lines = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((line) => line.trimEnd()).join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function head({ brand, promise, says, window }: Why, { bold, dim, glyphs, measure, say, width }: Paper): string[] {
  const when = windowText(window);
  const name = cut(`${say(brand)} ${glyphs.dot} why ${say(promise)}`, width - widthOf(when) - 3, glyphs.ellipsis);
  return [`${bold(name)}${padStart(when, width - widthOf(name))}`, ...wrap(say(says), measure).map(dim)];
}

/** A line behind the sign of a verdict; colour only repeats it. */
function signed(verdict: Verdict, text: string, { glyphs, measure, verdict: paint }: Paper): string[] {
  const sign = glyphs.verdicts[verdict];
  return hanging(`${sign} `, text, measure).map((line, at) =>
    at === 0 ? line.replace(sign, paint[verdict](sign)) : line,
  );
}

function channelBlocks(channel: WhyChannel, paper: Paper): readonly (readonly string[])[] {
  const { bold, dim, glyphs, measure, numbers, say } = paper;
  const cells = cellsOf(channel, numbers);
  const value = channel.value === null ? 'no figure' : cells.value(channel.value);
  const title = `${say(channel.channel)}: ${value}, target ${cells.target}, ${verdictWord[channel.verdict]}`;
  const pairs = pairsLine(channel.splits);
  const points = (sentences: readonly string[], sign: string): string[] =>
    sentences.flatMap((sentence) => hanging(`  ${sign} `, prose(say(sentence), numbers), measure));
  const moves = shownMoves(channel);
  return [
    [...signed(channel.verdict, title, paper).map(bold), ...points(channel.summary, glyphs.dot)],
    ...grids(
      shownSplits(channel).map(({ by, title: head, rows, others }) => ({
        title: say(head),
        columns: cells.columns,
        rows: [
          ...rows.map((row) => cells.row(row, say(blockText(by, row.is)))),
          ...(others === null ? [] : [cells.others(others)]),
        ],
        last: cells.whole(),
      })),
      paper,
    ),
    pairs === null ? [] : hanging('  ', prose(pairs, numbers), measure).map(dim),
    wordLines(channel, paper),
    moves.length === 0 ? [] : [bold('  the change since the previous period'), ...points(moves, glyphs.dot)],
    points(channel.notes, glyphs.severities.note).map(dim),
  ];
}

function wordLines(channel: WhyChannel, paper: Paper): string[] {
  const { words } = channel;
  if (words === null) return [];
  const { rows, more } = shownWords(channel);
  const title = paper.say(`words in ${words.column}`);
  const rest = more > 0 ? `; ${more} more of missed cases ${more === 1 ? 'is' : 'are'} not shown` : '';
  const note = hanging('  ', prose(`${words.sentence}${rest}`, paper.numbers), paper.measure).map(paper.dim);
  const cells = rows.map((row) => wordCells({ ...row, word: paper.say(row.word) }, paper.numbers));
  const [table] = grids([{ title, columns: wordColumns, rows: cells, last: null }], paper);
  return [...(rows.length === 0 || table === undefined ? [paper.bold(`  ${title}`)] : table), ...note];
}
