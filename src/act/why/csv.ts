import { line } from '../../report/csv-text.ts';
import type { Why, WhyChannel, WhyRow, WhyWord } from './types.ts';

const COLUMNS =
  'promise,channel,kind,split,is,cases,kept,missed,value,interval_low,interval_high,allowed,excess,p,p_adjusted,stands,worse,beyond_its_parts,sentence'.split(
    ',',
  );

type Cell = string | number | null;

/**
 * One line a row of every split, worst first within it, then the words that stand; RFC 4180, full precision, absent
 * figures empty.
 */
export function whyCsv({ promise, channels }: Why): string {
  const lines = channels.flatMap((channel) => [...splitLines(promise, channel), ...wordLines(promise, channel)]);
  return [line(COLUMNS), ...lines].join('');
}

function splitLines(promise: string, { channel, splits }: WhyChannel): readonly string[] {
  return splits.flatMap(({ by, kind, rows }) =>
    rows.map((row) => {
      const chance = [row.p, row.p_adjusted, said(row.stands), said(row.worse), said(row.beyond_its_parts)];
      return line([promise, channel, kind, by, row.is, ...figures(row), ...chance, row.sentence]);
    }),
  );
}

function wordLines(promise: string, { channel, words }: WhyChannel): readonly string[] {
  return (words?.rows ?? []).map((row) => {
    const worse = row.more === null ? null : row.more === 'missed';
    const chance = [null, row.p_adjusted, said(true), said(worse), null];
    return line([promise, channel, 'word', words?.column ?? '', row.word, ...figures(row), ...chance, row.sentence]);
  });
}

function figures({ cases, kept, missed, value, interval, allowed, excess }: WhyRow | WhyWord): readonly Cell[] {
  return [cases, kept, missed, value, interval?.low ?? null, interval?.high ?? null, allowed, excess];
}

const said = (answer: boolean | null): string | null => (answer === null ? null : String(answer));
