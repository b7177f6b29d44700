import type { CellReport } from '../../../model/report.ts';
import { count, type Figures, figures } from '../../numbers.ts';
import { figuresFor, pointsOf, readingOf, readingsOf } from '../../readings.ts';
import { whyNot } from '../../why-not.ts';
import { draw } from './columns.ts';
import { type GridCell, type GridColumn, grid } from './grid.ts';
import { BEFORE_NAME, type Layout } from './layout.ts';
import type { Paint, Paper } from './paper.ts';
import { cut, hanging, wrap } from './text.ts';

const INDENT = ' '.repeat(BEFORE_NAME);

/** The channels of a promise below each other; what has no figure says why in the figures' place. */
export function channelTable(cells: readonly CellReport[], layout: Layout | null, paper: Paper): string[] {
  const numbers = figures(readingsOf(cells), paper.glyphs.numbers);
  if (layout === null) return stacked(cells, numbers, paper);
  const columns = layout.columns.map(({ id }) => draw(id, cells, numbers, paper, layout.arm));
  const rest = layout.columns.reduce((sum, { width }) => sum + width + layout.gap, -layout.gap);
  const head: GridCell[] = [
    { lines: [`${INDENT}channel`], paint: paper.dim },
    ...columns.map((column) => ({ lines: [column?.head ?? ''], paint: paper.dim })),
  ];
  const rows = cells.map((cell, index): GridCell[] => {
    const name = cut(paper.say(cell.channel), layout.name, paper.glyphs.ellipsis);
    const sign = paper.glyphs.verdicts[cell.verdict];
    const first: GridCell = { lines: [`  ${sign} ${name}`], paint: onSign(paper.verdict[cell.verdict]) };
    if (cell.value === null) {
      return [
        first,
        {
          lines: wrap(whyNot(cell, figuresFor(cell, numbers, paper.numbers), paper), rest),
          span: columns.length,
          paint: paper.dim,
          align: 'left',
        },
      ];
    }
    const figuresOf = columns.map((column): GridCell => {
      const lines = [column?.cells[index] ?? ''];
      return column?.paint === undefined ? { lines } : { lines, paint: column.paint(cell) };
    });
    return [first, ...figuresOf];
  });
  const measures: GridColumn[] = [
    { align: 'left', width: BEFORE_NAME + layout.name },
    ...layout.columns.map(({ width }, index) => ({ align: columns[index]?.align ?? 'left', width })),
  ];
  return grid(measures, [head, ...rows], layout.gap);
}

/** Inks the first sign of a line alone. */
const onSign =
  (paint: Paint): Paint =>
  (text) =>
    text.replace(/\S/u, paint);

/** For a page too narrow to set the figures side by side: each channel a few lines. */
function stacked(cells: readonly CellReport[], numbers: Figures, paper: Paper): string[] {
  return cells.flatMap((cell) => {
    const { numbers: style, ellipsis, verdicts } = paper.glyphs;
    const name = cut(paper.say(cell.channel), paper.width - BEFORE_NAME, ellipsis);
    const reading = readingOf(cell);
    const own = figuresFor(cell, numbers, paper.numbers);
    const lines =
      reading === null
        ? [whyNot(cell, own, paper)]
        : [
            `${own.value(reading.value, reading.unit, reading.target)}, target ${own.target(reading.target, reading.unit)}, ${own.gap(reading, pointsOf(cell))}`,
            `${count(cell.cases, style)} cases, ${count(cell.pending, style)} pending`,
          ];
    return [
      `  ${paper.verdict[cell.verdict](verdicts[cell.verdict])} ${name}`,
      ...lines.flatMap((line) => hanging(INDENT, line, paper.width)),
    ];
  });
}
