import type { VNode } from 'preact';
import type { CellReport, SegmentReport } from '../../../model/report.ts';
import { PartsTable } from './parts-table.tsx';
import type { Setting } from './setting.ts';

/** The others are in the CSV. */
const MOST = 30;

/** Value and counts a segment, a table for each column that divides them; worst first, as the report has them. */
export function Segments({
  cell,
  hasWeek,
  setting,
}: {
  cell: CellReport;
  /** The week has a picture of its own. */
  hasWeek: boolean;
  setting: Setting;
}): VNode {
  const { words, say, amount } = setting;
  const groups = new Map<string, SegmentReport[]>();
  for (const segment of cell.segments) groups.set(segment.by, [...(groups.get(segment.by) ?? []), segment]);
  return (
    <>
      {[...groups]
        .filter(([by]) => !hasWeek || by !== 'hour_of_week')
        .map(([by, segments]) => (
          <>
            <PartsTable
              caption={words.segments.caption(say(by))}
              head={say(by)}
              parts={segments.slice(0, MOST).map((segment) => ({
                ...segment,
                ...{ name: say(segment.is), place: null, standing: segment.verdict },
              }))}
              cell={cell}
              setting={setting}
            />
            {segments.length > MOST ? <p>{words.segments.more(amount(segments.length - MOST))}</p> : null}
          </>
        ))}
    </>
  );
}
