import type { RawColumn } from '../../../model/batch.ts';
import type { CellFormat, ColumnPlan } from '../../../model/column.ts';
import type { ShownColumn } from '../../../model/engine.ts';
import { prepareCell } from '../../../vocabulary/types/cell.ts';
import { CaseTexts } from './case-texts.ts';

interface OfCases {
  /** Index into what is shown. */
  readonly index: number;
  readonly ofCase: 'first' | 'earliest';
  readonly isBlank: (text: string) => boolean;
  readonly texts: CaseTexts;
}

/** What is shown of cases whose rows are one occasion, where a case has a cell of its own (`ShownColumn.ofCase`). */
export class CaseShown {
  readonly #columns: readonly OfCases[];

  /** @param columns - those of the source: what means blank in a column that is shown is what the plan says of it */
  constructor(shows: readonly ShownColumn[], columns: readonly ColumnPlan[]) {
    this.#columns = shows.flatMap((show, index): OfCases[] =>
      show.ofCase === undefined
        ? []
        : [{ index, ofCase: show.ofCase, isBlank: blankIn(show, columns), texts: new CaseTexts() }],
    );
  }

  /**
   * One more row of a case.
   *
   * @param isEarliest - the case began with it, as far as is known
   */
  add(code: number, row: number, shows: readonly RawColumn[], isEarliest: boolean): void {
    for (const { index, ofCase, isBlank, texts } of this.#columns) {
      if (ofCase === 'earliest' ? !isEarliest : texts.has(code)) continue;
      const text = shows[index]?.text(row) ?? '';
      if (ofCase === 'earliest' || !isBlank(text)) texts.set(code, text);
    }
  }

  /**
   * Puts the cells of the cases in the place of those of their rows.
   *
   * @param codeOf - the case of a row of the batch, below 0 for none
   */
  of(shows: readonly RawColumn[], codeOf: (row: number) => number): readonly RawColumn[] {
    return shows.map((own, index) => {
      const texts = this.#columns.find((column) => column.index === index)?.texts;
      if (texts === undefined) return own;
      return {
        kind: 'raw',
        text: (row) => {
          const code = codeOf(row);
          return (code < 0 ? null : texts.get(code)) ?? own.text(row);
        },
      };
    });
  }
}

function blankIn({ name, headers }: ShownColumn, columns: readonly ColumnPlan[]): OfCases['isBlank'] {
  const same = columns.filter(
    ({ holds, headers: own }) =>
      holds !== 'raw' && own.length === headers.length && own.every((header, place) => header === headers[place]),
  );
  const format: CellFormat | undefined = (same.find((column) => column.name === name) ?? same[0])?.cell;
  if (format === undefined) return (text) => text === '';
  const prepare = prepareCell(format);
  return (text) => prepare(text) === '';
}
