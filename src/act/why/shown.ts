import type { WhyChannel, WhyRow, WhySplit, WhyWord } from './types.ts';

/** What a page shows of a split: the worst rows, and the others in one line, so that what is shown adds up. */
interface ShownSplit {
  readonly title: string;
  readonly by: string;
  readonly rows: readonly WhyRow[];
  /** null: none is left. */
  readonly others: Others | null;
}

export interface Others {
  readonly count: number;
  readonly cases: number;
  /** null where there is no such sum. */
  readonly missed: number | null;
  readonly excess: number | null;
}

const MOST: Readonly<Record<string, number>> = { hour: 4, weekday: 7, hour_of_week: 5 };
const MOST_ROWS = 7;

/** Pairs that are no more than their parts would repeat them: they are left to the CSV and the JSON. */
export function shownSplits({ splits }: WhyChannel): readonly ShownSplit[] {
  return splits
    .map((split) => {
      const wanted =
        split.kind === 'pair'
          ? split.rows.filter((row) => row.beyond_its_parts === true && row.worse === true)
          : split.rows;
      const most = (split.kind === 'time' ? MOST[split.by] : undefined) ?? MOST_ROWS;
      // One row more takes no more room than a line that says so.
      const rows = wanted.length <= most + 1 ? wanted : wanted.slice(0, most);
      const left = split.rows.filter((row) => !rows.includes(row));
      return { title: `by ${split.by}`, by: split.by, rows, others: left.length === 0 ? null : othersOf(left) };
    })
    .filter(({ rows }) => rows.length > 0);
}

function othersOf(rows: readonly WhyRow[]): Others {
  return {
    count: rows.length,
    cases: sum(rows.map(({ cases }) => cases)) ?? 0,
    missed: sum(rows.map(({ missed }) => missed)),
    excess: sum(rows.map(({ excess }) => excess)),
  };
}

function sum(numbers: readonly (number | null)[]): number | null {
  let total = 0;
  for (const number of numbers) {
    if (number === null) return null;
    total += number;
  }
  return total;
}

/** How many pairs were looked at, and how many of them say more than their parts; null where there are none. */
export function pairsLine(splits: readonly WhySplit[]): string | null {
  const pairs = splits.filter(({ kind }) => kind === 'pair').flatMap(({ rows }) => rows);
  if (pairs.length === 0) return null;
  const beyond = pairs.filter((row) => row.beyond_its_parts === true && row.worse === true).length;
  const some =
    beyond === 0 ? 'none is worse than its' : beyond === 1 ? 'one is worse than its' : `${beyond} are worse than their`;
  return `of ${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'} of segments, ${some} two parts add up to`;
}

const MOST_WORDS = 8;

interface ShownWords {
  readonly rows: readonly WhyWord[];
  readonly more: number;
}

/** Words of missed cases first to be read; those of kept ones are in the other formats. */
export function shownWords({ words }: WhyChannel): ShownWords {
  const missed = (words?.rows ?? []).filter(({ more }) => more === 'missed');
  const rows = missed.slice(0, MOST_WORDS);
  return { rows, more: missed.length - rows.length };
}

/** How the change is split, a sentence a segment. */
export function shownMoves({ change }: WhyChannel): readonly string[] {
  return (change?.splits ?? []).map(({ sentence }) => sentence);
}
