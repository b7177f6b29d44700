import type { LaneFacts } from '../lanes/lane.ts';

/** Of a file, from those of its parts. */
export function joinedFacts(parts: readonly LaneFacts[]): LaneFacts {
  const sum = (of: (facts: LaneFacts) => number): number => parts.reduce((total, facts) => total + of(facts), 0);
  const columns = Math.max(0, ...parts.map(({ fittingFormats }) => fittingFormats.length));
  return {
    rows: sum(({ rows }) => rows),
    misencoded: sum(({ misencoded }) => misencoded),
    skippedTimes: sum(({ skippedTimes }) => skippedTimes),
    repeatedTimes: sum(({ repeatedTimes }) => repeatedTimes),
    fittingFormats: Array.from({ length: columns }, (_, column) =>
      inAll(parts.map(({ fittingFormats }) => fittingFormats[column] ?? null)),
    ),
  };
}

/** What fits every date fits those of each part; a part without any says nothing. */
function inAll(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  const told = lists.filter((list) => list !== null);
  const [first, ...others] = told;
  return first?.filter((format) => others.every((list) => list.includes(format))) ?? null;
}
