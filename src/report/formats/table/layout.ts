import type { CellReport } from '../../../model/report.ts';
import { figures } from '../../numbers.ts';
import { readingsOf } from '../../readings.ts';
import { type ColumnId, draw, drawnWidth, FIGURES } from './columns.ts';
import type { Paper } from './paper.ts';
import { greatest, widthOf } from './text.ts';

/** Where the columns stand: the same for every promise, so that the page reads as one table from top to bottom. */
export interface Layout {
  /** Columns of a channel's name. */
  readonly name: number;
  readonly columns: readonly { readonly id: ColumnId; readonly width: number }[];
  /** Columns of a bar on either side of the target's tick. */
  readonly arm: number;
  readonly gap: number;
}

/**
 * A layout a promise: one for the page, unless the widest figures would take the bars of all others; then the promises
 * with such figures have one of their own.
 */
export function layoutsFor(promises: readonly (readonly CellReport[])[], paper: Paper): readonly (Layout | null)[] {
  const whole = layoutFor(promises, paper);
  if (whole === null || hasBar(whole)) return promises.map(() => whole);
  const alone = promises.map((cells) => layoutFor([cells], paper));
  const narrow = promises.filter((_, index) => hasBar(alone[index] ?? null));
  const shared = narrow.length === 0 ? whole : layoutFor(narrow, paper);
  return promises.map((_, index) => {
    const own = alone[index] ?? null;
    return hasBar(own) ? (hasBar(shared) ? shared : own) : whole;
  });
}

function hasBar(layout: Layout | null): boolean {
  return layout?.columns.some(({ id }) => id === 'bar') ?? false;
}

/** Two blanks, the sign, a blank. */
export const BEFORE_NAME = 4;
const NAME = { most: 28, least: 12 };
const GAPS = [3, 2] as const;
/** The head of the column needs 7 on its right. */
const ARMS = [20, 16, 12, 10, 8] as const;

/**
 * What fits on the page: the bar goes first, then the trend, then the tails of long names, the figures never; null
 * where even they do not fit beside each other.
 */
export function layoutFor(promises: readonly (readonly CellReport[])[], paper: Paper): Layout | null {
  const names = promises.flat().map(({ channel }) => widthOf(paper.say(channel)));
  const widest = greatest(['channel'.length, ...names]);
  const [full, least] = [Math.min(widest, NAME.most), Math.min(widest, NAME.least)];

  const widths = new Map<ColumnId, number>();
  const hasBars = promises.some((cells) => cells.some(({ value }) => value !== null));
  const widthIn = (id: ColumnId, arm: number): number => {
    if (id === 'bar') return hasBars ? 2 * arm + 1 : 0;
    const known = widths.get(id);
    if (known !== undefined) return known;
    const drawn = promises.map((cells) =>
      draw(id, cells, figures(readingsOf(cells), paper.glyphs.numbers), paper, arm),
    );
    const width = greatest(drawn.map((column) => (column === null ? 0 : drawnWidth(column))));
    widths.set(id, width);
    return width;
  };
  const attempt = (ids: readonly ColumnId[], arm: number, gap: number, named: number): Layout | null => {
    const columns = ids.map((id) => ({ id, width: widthIn(id, arm) })).filter(({ width }) => width > 0);
    const spare = columns.reduce((left, { width }) => left - gap - width, paper.width - BEFORE_NAME - named);
    const name = Math.min(full, named + spare);
    return spare < 0 ? null : { name, columns, arm, gap };
  };

  const choices: readonly (readonly [readonly ColumnId[], number, number])[] = [
    ...ARMS.map((arm) => [[...FIGURES, 'trend', 'bar'], arm, full] as const),
    [[...FIGURES, 'trend'], 0, full],
    [FIGURES, 0, full],
    [FIGURES, 0, least],
  ];
  for (const [ids, arm, named] of choices) {
    // Narrow gaps only where the last resort of a set of columns would be lost without them.
    const gaps = arm > (ARMS.at(-1) ?? 0) ? GAPS.slice(0, 1) : GAPS;
    for (const gap of gaps) {
      const layout = attempt(ids, arm, gap, named);
      if (layout !== null) return layout;
    }
  }
  return null;
}
