import type { OpenCell } from '../../../score/open-cell.ts';
import { judgeSegments } from '../../../score/segments.ts';
import type { Divided } from '../divide.ts';
import type { Look } from '../look.ts';
import type { Candidate } from './candidates.ts';
import { type FoundCause, MOST_CAUSES, strongest } from './causes.ts';

/** Counts the same occasions again, divided by these segments alone, every one crossed with every other. */
export type Recount = (segments: readonly string[]) => Promise<OpenCell | null>;

/** Beyond so many combinations, causes of columns and of times are told beside each other. */
const MOST_CROSSED = 200_000;

/**
 * Causes of columns and causes of times may be the same occasions told twice: the two are crossed by a second count, and
 * what one of them leaves of the other is tested as before.
 */
export async function crossed(
  divided: Divided,
  { thresholds }: Look,
  causes: readonly FoundCause[],
  recount: Recount,
): Promise<readonly FoundCause[]> {
  const { yardstick, whole } = divided;
  const isMixed = new Set(causes.map(({ of }) => of)).size > 1;
  if (!isMixed || yardstick === null || whole === null) return causes.slice(0, MOST_CAUSES);
  const names = [...new Set(causes.flatMap((cause) => cause.names))];
  const sizes = names.map((name) => divided.divisions.find(({ by }) => by === name)?.parts.length ?? 1);
  if (sizes.reduce((product, size) => product * size, 1) > MOST_CROSSED) return causes.slice(0, MOST_CAUSES);
  const open = await recount(names);
  if (open === null) return causes.slice(0, MOST_CAUSES);
  const { settled, context } = open;
  const again = causes.map((cause): Candidate => {
    const parts = judgeSegments(settled, cause.names, context);
    const wanted = new Set(cause.blocks.map((values) => JSON.stringify(values)));
    const groups = parts.flatMap((part) => (wanted.has(JSON.stringify(part.values)) ? part.groups : []));
    return { ...cause, of: settled, groups };
  });
  const left = new Set(
    strongest(again, { divided, yardstick, whole, thresholds, of: settled }).map(({ by, is }) =>
      JSON.stringify([by, is]),
    ),
  );
  return causes.filter(({ by, is }) => left.has(JSON.stringify([by, is])));
}
