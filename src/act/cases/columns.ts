import type { GridColumn } from '../../report/formats/table/grid.ts';
import type { Paper } from '../../report/formats/table/paper.ts';
import { cut, greatest, padEnd, padStart, widthOf } from '../../report/formats/table/text.ts';

/** A column as it would like to stand. */
export interface Wish {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly texts: readonly string[];
  /** Is left out where there is no room, the highest first; 0: never. */
  readonly spare: number;
  /** Is cut before the others, whose ends matter. */
  readonly soft?: boolean;
}

const GAP = 2;
const LEAST = 5;
const MOST = 24;
/** The last column takes what is left, if it is worth it. */
const LEAST_LAST = 12;

interface Fitted {
  /** Indexes of the wishes that are met. */
  readonly shown: readonly number[];
  readonly columns: readonly GridColumn[];
}

/** Fits columns into a width: some are left out, then the widest is cut; the last goes to the edge. */
function fitted(wishes: readonly Wish[], width: number): Fitted {
  let shown = wishes.map((_, index) => index);
  let widths: number[] = [];
  for (;;) {
    const own = shown.flatMap((index) => wishes[index] ?? []);
    const last = own.length - 1;
    widths = own.map((wish, place) => {
      const natural = greatest([wish.head, ...wish.texts].map(widthOf));
      return place === last && wish.spare > 0 ? natural : Math.min(MOST, natural);
    });
    const room = width - GAP * last - sum(widths.slice(0, last));
    const isRoomy = room >= Math.min(widths[last] ?? 0, LEAST_LAST);
    const spare = Math.max(...own.map((wish) => wish.spare));
    if (isRoomy || spare === 0) {
      if (isRoomy) widths[last] = Math.min(widths[last] ?? 0, room);
      break;
    }
    shown = shown.filter((index) => wishes[index]?.spare !== spare);
  }
  cutDown(widths, width, (place) => wishes[shown[place] ?? 0]?.soft === true);
  // A figure that is cut is another figure.
  cutDown(widths, width, (place) => wishes[shown[place] ?? 0]?.align === 'left');
  const columns = shown.map((index, place) => ({ align: wishes[index]?.align ?? 'left', width: widths[place] ?? 0 }));
  return { shown, columns };
}

/** Takes from the widest of some columns until all fit, but leaves each a few letters. */
function cutDown(widths: number[], width: number, isMeant: (place: number) => boolean): void {
  while (sum(widths) + GAP * (widths.length - 1) > width) {
    const meant = widths.map((own, place) => (isMeant(place) ? own : 0));
    const widest = meant.indexOf(Math.max(...meant));
    if ((meant[widest] ?? 0) <= LEAST) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, next) => all + next, 0);

/** Heads of the columns that there is no room for. */
export function withoutRoom(wishes: readonly Wish[], { width }: Pick<Paper, 'width'>): readonly string[] {
  const { shown } = fitted(wishes, width);
  return wishes.flatMap(({ head }, index) => (shown.includes(index) ? [] : [head]));
}

/** A head and a line for each row, however many there are. */
export function laidOut(wishes: readonly Wish[], { width, glyphs, dim }: Paper): string[] {
  const { shown, columns } = fitted(wishes, width);
  const lineOf = (textOf: (wish: Wish) => string): string =>
    shown
      .map((index, place) => {
        const wish = wishes[index];
        const { align, width: room } = columns[place] ?? { align: 'left', width: 0 };
        const text = cut(wish === undefined ? '' : textOf(wish), room, glyphs.ellipsis);
        return align === 'right' ? padStart(text, room) : padEnd(text, room);
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  const count = greatest(wishes.map(({ texts }) => texts.length));
  const rows = Array.from({ length: count }, (_, row) => lineOf(({ texts }) => texts[row] ?? ''));
  return [dim(lineOf(({ head }) => head)), ...rows];
}
