import type { Settled } from '../../../score/settle/index.ts';
import type { Looked } from '../look.ts';

/** A description of occasions that may be told as a cause. */
export interface Candidate {
  readonly kind: 'segment' | 'pair' | 'time';
  readonly by: string;
  readonly is: string;
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly groups: readonly number[];
  /** What these are groups of. */
  readonly of: Settled;
  /** The values of what it was joined from; one entry where it was not joined. */
  readonly blocks: readonly (readonly string[])[];
  /** null for hours that were joined: each of them stands by itself. */
  readonly pAdjusted: number | null;
}

/** Rows that stand as worse than the others; of pairs those that say something beyond their parts; and hours in a row. */
export function candidates(rows: readonly Looked[]): readonly Candidate[] {
  const bad = rows.filter(({ stands, isWorse }) => stands === true && isWorse === true);
  const single = bad.filter(({ isBeyondParts }) => isBeyondParts !== false).map(candidateOf);
  return [...single, ...spans(single)];
}

function candidateOf({ division, part, pAdjusted }: Looked): Candidate {
  const { by, is, names, values, groups } = part;
  return { kind: division.kind, by, is, names, values, groups, of: division.of, blocks: [values], pAdjusted };
}

const HOUR = /^(?:([A-Z][a-z]{2}) )?(\d{2})$/;

interface Block {
  readonly day: string;
  readonly hour: number;
  readonly of: Candidate;
}

/** Hours of the same day that follow each other, every stretch of two or more. */
function spans(single: readonly Candidate[]): readonly Candidate[] {
  const blocks = single
    .filter(({ kind, by }) => kind === 'time' && by !== 'weekday')
    .flatMap((of): Block[] => {
      const [, day = '', hour] = HOUR.exec(of.is) ?? [];
      return hour === undefined ? [] : [{ day: `${of.by} ${day}`, hour: Number(hour), of }];
    });
  const byDay = new Map<string, Block[]>();
  for (const block of blocks) byDay.set(block.day, [...(byDay.get(block.day) ?? []), block]);
  return [...byDay.values()].flatMap((day) => {
    const hours = day.toSorted((a, b) => a.hour - b.hour);
    return hours.flatMap((first, from) => {
      const joined: Candidate[] = [];
      for (let to = from + 1; to < hours.length && hours[to]?.hour === first.hour + to - from; to += 1) {
        joined.push(
          spanOf(
            hours.slice(from, to + 1).map(({ of }) => of),
            first.hour + to - from,
          ),
        );
      }
      return joined;
    });
  });
}

/** @param last - the hour that it ends with */
function spanOf(blocks: readonly Candidate[], last: number): Candidate {
  const [first] = blocks;
  if (first === undefined) throw new TypeError('a span of no hours');
  const is = `${first.is}-${String(last + 1).padStart(2, '0')}`;
  const groups = blocks.flatMap((block) => block.groups);
  return { ...first, is, values: [is], groups, blocks: blocks.flatMap((block) => block.blocks), pAdjusted: null };
}
