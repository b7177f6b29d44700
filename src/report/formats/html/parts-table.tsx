import type { VNode } from 'preact';
import type { CellReport, SegmentReport, Verdict } from '../../../model/report.ts';
import { fixed } from '../../numbers.ts';
import { partGap, valueText } from './figures.ts';
import { DataTable, Sign, type TableCell, type TableColumn } from './parts.tsx';
import type { Setting } from './setting.ts';

/** A period or a segment of a cell. */
export interface Part
  extends Pick<SegmentReport, 'value' | 'cases' | 'kept' | 'missed' | 'pending' | 'excess' | 'stands_out'> {
  readonly name: string;
  /** What its name is sorted by where that is no word. */
  readonly place: number | null;
  /** `open`: it can still change; null: it is not judged. */
  readonly standing: Verdict | 'open' | null;
}

interface Shown extends TableColumn {
  readonly of: (part: Part) => TableCell;
  /** Left out where no part has anything in it. */
  readonly has: (part: Part) => boolean;
}

/** The parts of a cell, their figures and counts; columns that hold nothing are left out. */
export function PartsTable({
  caption,
  head,
  parts,
  cell,
  setting,
}: {
  caption: string;
  head: string;
  parts: readonly Part[];
  cell: CellReport;
  setting: Setting;
}): VNode {
  const { words, amount, figuresOf, numbers, isPublic } = setting;
  const { columns: heads } = words;
  const figures = figuresOf(
    cell,
    parts.map(({ value }) => ({ ...cell, value })),
  );
  const counted = (head: string, of: (part: Part) => number | null): Shown => ({
    head,
    isNumber: true,
    of: (part) => {
      const count = of(part);
      return count === null ? { content: '' } : { content: amount(count).text, by: count };
    },
    has: (part) => !isPublic && of(part) !== null,
  });
  const all: readonly Shown[] = [
    {
      head,
      of: ({ name, place }) => ({ content: <bdi>{name}</bdi>, ...(place === null ? {} : { by: place }) }),
      has: () => true,
    },
    {
      head: heads.value,
      isNumber: true,
      of: ({ value }) => ({ content: valueText(value, cell, figures), ...(value === null ? {} : { by: value }) }),
      has: ({ value }) => value !== null,
    },
    {
      head: heads.gap,
      isNumber: true,
      of: ({ value }) => ({
        content: partGap(value, cell, figures, setting),
        ...(value === null ? {} : { by: cell.target.op === '>=' ? value : -value }),
      }),
      has: ({ value }) => partGap(value, cell, figures, setting) !== '',
    },
    counted(heads.cases, ({ cases }) => cases),
    counted(heads.kept, ({ kept }) => kept),
    counted(heads.missed, ({ missed }) => missed),
    counted(heads.pending, ({ pending }) => (pending === 0 ? null : pending)),
    {
      head: heads.excess,
      isNumber: true,
      of: ({ excess }) => (excess === null ? { content: '' } : { content: fixed(excess, 1, numbers), by: excess }),
      has: ({ excess }) => !isPublic && excess !== null,
    },
    {
      head: heads.verdict,
      of: ({ standing }) => ({
        content:
          standing === null ? (
            ''
          ) : standing === 'open' ? (
            words.open
          ) : (
            <span class={`verdict ${standing}`}>
              <Sign verdict={standing} /> {(isPublic ? words.publicVerdict : words.verdict)[standing]}
            </span>
          ),
      }),
      has: ({ standing }) => standing !== null,
    },
    {
      head: heads.beyondChance,
      of: ({ stands_out: stands }) => ({ content: stands === true ? words.yes : '' }),
      has: ({ stands_out: stands }) => stands === true,
    },
  ];
  const shown = all.filter(({ has }) => parts.some(has));
  const isUnjudged = parts.every(({ standing }) => standing === null);
  return (
    <>
      <DataTable
        caption={caption}
        columns={shown}
        rows={parts.map((part) => shown.map(({ of }) => of(part)))}
        isSortable={parts.length > 1}
        setting={setting}
      />
      {isUnjudged ? <p class="aside">{words.noVerdicts}</p> : null}
    </>
  );
}
