import CliTable3 from 'cli-table3';
import type { Paint } from './paper.ts';
import { widthOf } from './text.ts';

/** A cell, its lines already cut to their column. */
export interface GridCell {
  readonly lines: readonly string[];
  readonly paint?: Paint;
  /** Columns that it takes; 1 where left out. */
  readonly span?: number;
  /** Where left out, as its column. */
  readonly align?: GridColumn['align'];
}

export interface GridColumn {
  readonly align: 'left' | 'right';
  readonly width: number;
}

const none = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '' },
  ...{ 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '' },
};

/** The first of a range of private characters, as wide as a letter, that no text can hold here by accident. */
const STAND_INS = 0xf0000;

/**
 * Rows below each other, without a frame, `gap` blanks between columns.
 *
 * cli-table3 lays them out, but counts columns by a rule from before today's emoji and knows no styles beyond its own;
 * so it is handed stand-ins as wide as the terminal shows each line, and the words take their places afterwards.
 */
export function grid(columns: readonly GridColumn[], rows: readonly (readonly GridCell[])[], gap: number): string[] {
  if (rows.length === 0) return [];
  const texts: string[] = [];
  const standIn = (line: string, paint: Paint | undefined): string => {
    const width = widthOf(line);
    if (width === 0) return '';
    texts.push(paint === undefined ? line : paint(line));
    return String.fromCodePoint(STAND_INS + texts.length - 1).repeat(width);
  };
  const table = new CliTable3({
    chars: { ...none, middle: ' ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    // The blank that stands for a border is one column of the gap; the rest is the left column's own.
    colWidths: columns.map(({ width }, index) => width + (index < columns.length - 1 ? gap - 1 : 0)),
    colAligns: columns.map(({ align }) => align),
  });
  for (const row of rows) {
    let at = 0;
    table.push(
      row.map(({ lines, paint, align, span = 1 }) => {
        const last = at + span >= columns.length;
        at += span;
        const content = lines.map((line) => standIn(line.trimEnd(), paint)).join('\n');
        const style = { 'padding-right': last ? 0 : gap - 1 };
        return { content, colSpan: span, style, ...(align === undefined ? {} : { hAlign: align }) };
      }),
    );
  }
  return table
    .toString()
    .replace(/([\u{f0000}-\u{10fffd}])\1*/gu, (run) => texts[(run.codePointAt(0) ?? 0) - STAND_INS] ?? '')
    .split('\n')
    .map((line) => line.trimEnd());
}
