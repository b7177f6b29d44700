const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const HOURS: readonly string[] = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/** Every block of a segment that follows from when an occasion began, in the order of the week. */
export const BLOCKS: ReadonlyMap<string, readonly string[]> = new Map([
  ['hour', HOURS],
  ['weekday', DAYS],
  ['hour_of_week', DAYS.flatMap((day) => HOURS.map((hour) => `${day} ${hour}`))],
]);

/** Blocks in a row as ranges: `Sun 02 to Sun 05`, `Tue 11`. The week runs on from its end to its beginning. */
export function rangesOf(blocks: readonly string[], among: ReadonlySet<string>): readonly string[] {
  if (blocks.every((block) => among.has(block))) return [rangeOf(blocks)];
  const begins = blocks.findIndex((block, at) => among.has(block) && !among.has(blocks.at(at - 1) ?? ''));
  const ranges: string[][] = [];
  let last: string[] | null = null;
  for (let step = 0; step < blocks.length && begins >= 0; step += 1) {
    const block = blocks[(begins + step) % blocks.length] ?? '';
    if (!among.has(block)) last = null;
    else if (last === null) {
      last = [block];
      ranges.push(last);
    } else last.push(block);
  }
  return ranges.toSorted((a, b) => b.length - a.length).map(rangeOf);
}

function rangeOf(blocks: readonly string[]): string {
  const first = blocks[0] ?? '';
  return blocks.length === 1 ? first : `${first} to ${blocks.at(-1) ?? first}`;
}
