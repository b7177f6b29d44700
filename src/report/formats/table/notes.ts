import type { BaselineReport, CellReport } from '../../../model/report.ts';
import { changeWords } from '../../change-words.ts';
import { figures } from '../../numbers.ts';
import { figuresFor, readingsOf } from '../../readings.ts';
import { remarks } from '../../remarks.ts';
import { BEFORE_NAME, type Layout } from './layout.ts';
import type { Paper } from './paper.ts';
import { cut, hanging, padEnd, widthOf } from './text.ts';

/** Columns of a channel's name before a note. */
const MOST_NAME = 16;
const LEAST_NAME = 8;

/**
 * Lines below the table, a channel each.
 *
 * @param formulas - how each channel is measured, where it is not said of all at once; empty: it is
 * @param baseline - what the channels are held against, if anything
 */
export function notes(
  cells: readonly CellReport[],
  layout: Layout | null,
  paper: Paper,
  formulas: ReadonlyMap<CellReport, string>,
  baseline: BaselineReport | undefined,
): string[] {
  const shared = figures(readingsOf(cells), paper.glyphs.numbers);
  const name = Math.min(layout?.name ?? 0, MOST_NAME) || LEAST_NAME;
  return cells.flatMap((cell) => {
    const own = figuresFor(cell, shared, paper.numbers);
    const texts = [formulas.get(cell) ?? '', remarks(cell, own, paper), changeWords(cell, baseline, paper)];
    const label = padEnd(cut(paper.say(cell.channel), name, paper.glyphs.ellipsis), name);
    return texts
      .filter((text) => text !== '')
      .flatMap((text, index) => {
        const lead = `${' '.repeat(BEFORE_NAME)}${index === 0 ? label : ' '.repeat(widthOf(label))}  `;
        return hanging(lead, text, paper.measure);
      })
      .map(paper.dim);
  });
}
