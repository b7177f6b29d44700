import type { BaselineReport, CellReport, PromiseReport, Verdict } from '../../../model/report.ts';
import { scoreText } from '../../numbers.ts';
import { verdictWord } from '../../verdict-word.ts';
import { channelTable } from './channels.ts';
import type { Layout } from './layout.ts';
import { notes } from './notes.ts';
import type { Paper } from './paper.ts';
import { hanging, wrap } from './text.ts';

const isMeasured = (verdict: Verdict): boolean => verdict !== 'unmeasured' && verdict !== 'unproven';

/** The sentence behind its sign, and below it the verdict in a word and whose promise it is. */
export function heading(promise: PromiseReport, paper: Paper): string[] {
  const { bold, dim, glyphs, measure, say } = paper;
  const paint = paper.verdict[promise.verdict];
  const word = verdictWord[promise.verdict];
  // What has a figure that is not judged was measured all the same.
  const unseen = promise.channels.filter(({ value, verdict }) => value === null && !isMeasured(verdict)).length;
  const facts = [
    word,
    paper.name(promise.id),
    ...(promise.owner === null ? [] : [paper.name(promise.owner)]),
    ...(promise.score === null ? [] : [`score ${scoreText(promise.score, glyphs.numbers)}`]),
    ...(unseen > 0 ? [`${promise.channels.length - unseen} of ${promise.channels.length} channels measured`] : []),
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

/** How each channel with a figure, or a verdict, is measured. */
function formulasOf(channels: readonly CellReport[], { say }: Paper): ReadonlyMap<CellReport, string> {
  const shown = channels.filter(({ value, verdict }) => value !== null || verdict !== 'unmeasured');
  return new Map(shown.map((cell) => [cell, say(cell.formula ?? '')] as const).filter(([, formula]) => formula !== ''));
}

/**
 * A promise: its heading, how it is measured, its channels, and what has to be said about them.
 *
 * @param hasFormulas - false where they stand elsewhere on the page
 */
export function promiseBlock(
  promise: PromiseReport,
  layout: Layout | null,
  paper: Paper,
  baseline: BaselineReport | undefined,
  hasFormulas = true,
): string[] {
  const { channels } = promise;
  if (channels.length === 0) return [...heading(promise, paper), '  no channel is declared'];
  const formulas = hasFormulas ? formulasOf(channels, paper) : new Map<CellReport, string>();
  const [first, ...others] = new Set(formulas.values());
  const isShared = first !== undefined && others.length === 0;
  return [
    ...heading(promise, paper),
    ...(isShared ? hanging('  ', first, paper.measure).map(paper.dim) : []),
    ...channelTable(channels, layout, paper),
    ...notes(channels, layout, paper, isShared ? new Map() : formulas, baseline),
  ];
}
