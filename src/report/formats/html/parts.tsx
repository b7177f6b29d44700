import type { ComponentChildren, VNode } from 'preact';
import type { Verdict } from '../../../model/report.ts';
import { verdictSign } from '../../verdict-word.ts';
import type { Setting } from './setting.ts';

/** The sign alone, for where the word stands beside it. */
export const Sign = ({ verdict }: { verdict: Verdict }): VNode => (
  <span class={`sign ${verdict}`} aria-hidden="true">
    {verdictSign[verdict]}
  </span>
);

/** Sign and word. */
export function VerdictMark({ verdict, setting }: { verdict: Verdict; setting: Setting }): VNode {
  const { words, isPublic } = setting;
  return (
    <span class={`verdict ${verdict}`}>
      <Sign verdict={verdict} /> {(isPublic ? words.publicVerdict : words.verdict)[verdict]}
    </span>
  );
}

/** Short facts beside each other; nothing where there are none. */
export const Facts = ({ facts }: { facts: readonly string[] }): VNode | null =>
  facts.length === 0 ? null : (
    <ul class="meta">
      {facts.map((fact) => (
        <li>
          <bdi>{fact}</bdi>
        </li>
      ))}
    </ul>
  );

/** Markup that was made here, never by people who write promise files or exports. */
export const Drawing = ({ svg }: { svg: string }): VNode => (
  <span class="drawing" dangerouslySetInnerHTML={{ __html: svg }} />
);

export interface TableColumn {
  readonly head: string;
  readonly isNumber?: boolean;
}

export interface TableCell {
  readonly content: ComponentChildren;
  /** What the script sorts by, where the content does not say. The page has its rank alone: it may be more than is shown. */
  readonly by?: number;
}

interface TableProps {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly TableCell[])[];
  readonly isSortable?: boolean;
  readonly setting: Setting;
}

/** A table that reads as a list where there is no room for it. */
export function DataTable({ caption, columns, rows, isSortable = false, setting }: TableProps): VNode {
  const ranks = columns.map((_, at) => {
    const known = new Set(rows.flatMap((row) => row[at]?.by ?? []));
    return new Map([...known].sort((a, b) => a - b).map((by, rank) => [by, rank]));
  });
  return (
    <table class={isSortable ? 'sortable' : undefined}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head, isNumber }) => (
            <th
              scope="col"
              class={isNumber === true ? 'n' : undefined}
              data-sort={isSortable ? setting.words.sortBy(head) : undefined}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map(({ content, by }, index) => {
              const column = columns[index];
              const shared = {
                class: column?.isNumber === true ? 'n' : undefined,
                'data-by': by === undefined ? undefined : ranks[index]?.get(by),
              };
              return index === 0 ? (
                <th scope="row" {...shared}>
                  {content}
                </th>
              ) : (
                <td data-h={column?.head} {...shared}>
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
