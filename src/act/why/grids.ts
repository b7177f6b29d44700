import type { Paper } from '../../report/formats/table/paper.ts';
import { cut, greatest, padEnd, padStart, widthOf } from '../../report/formats/table/text.ts';
import type { Column } from './cells.ts';

interface Grid {
  /** Stands over the names. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** What they add up to; null: they do not. */
  readonly last: readonly string[] | null;
}

const GAP = 2;
const INDENT = 2;
const LEAST_NAME = 10;
const MOST_NAME = 32;
/** What is left out, step by step. */
const STEPS = [0, 1, 2, 3] as const;

const isGone = (spare: number, gone: number): boolean => spare > 0 && spare <= gone;

/** Tables with the same columns, each under its title, that stand below each other as one. */
export function grids(all: readonly Grid[], paper: Paper): readonly string[][] {
  const [first] = all;
  if (first === undefined) return [];
  const { bold, dim, glyphs, width } = paper;
  const { columns } = first;
  const heads = all.map(({ title }) => columns.map(({ head }, at) => (at === 0 ? title : head)));
  const texts = [...heads, ...all.flatMap(({ rows, last }) => (last === null ? rows : [...rows, last]))];
  const widths = columns.map((_, at) => greatest(texts.map((row) => widthOf(row[at] ?? ''))));
  const whole = columns.map((_, at) => at);
  const names = Math.min(widths[0] ?? 0, MOST_NAME);
  const room = (shown: readonly number[]): number =>
    shown.reduce((left, at) => left - (at === 0 ? 0 : GAP + (widths[at] ?? 0)), width - INDENT);
  const least = Math.min(names, LEAST_NAME);
  const left = STEPS.map((gone) => whole.filter((at) => !isGone(columns[at]?.spare ?? 0, gone)));
  const shown =
    left.find((some) => room(some) >= (some === left[0] ? Math.min(names, 2 * LEAST_NAME) : least)) ??
    left.at(-1) ??
    whole;
  const name = Math.max(least, Math.min(names, room(shown)));
  const set = (row: readonly string[]): string => {
    const cells = shown.map((at) => {
      const text = row[at] ?? '';
      if (at === 0) return padEnd(cut(text, name, glyphs.ellipsis), name);
      return columns[at]?.align === 'right' ? padStart(text, widths[at] ?? 0) : padEnd(text, widths[at] ?? 0);
    });
    return ' '.repeat(INDENT) + cells.join(' '.repeat(GAP));
  };
  return all.map(({ rows, last }, index) => [
    bold(set(heads[index] ?? [])),
    ...rows.map(set),
    ...(last === null ? [] : [dim(set(last))]),
  ]);
}
