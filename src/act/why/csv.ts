import { line } from '../../report/csv-text.ts';
import type { Why } from './types.ts';

const COLUMNS =
  'promise,channel,split,is,cases,kept,missed,value,interval_low,interval_high,allowed,excess,p_adjusted,stands,sentence'.split(
    ',',
  );

/** One line a row of every split, worst first within it; RFC 4180, full precision, absent figures empty. */
export function whyCsv({ promise, channels }: Why): string {
  const lines = channels.flatMap(({ channel, splits }) =>
    splits.flatMap(({ by, rows }) =>
      rows.map((row) =>
        line([
          ...[promise, channel, by, row.is, row.cases, row.kept, row.missed, row.value],
          ...[row.interval?.low ?? null, row.interval?.high ?? null, row.allowed, row.excess, row.p_adjusted],
          ...[row.stands === null ? null : String(row.stands), row.sentence],
        ]),
      ),
    ),
  );
  return [line(COLUMNS), ...lines].join('');
}
