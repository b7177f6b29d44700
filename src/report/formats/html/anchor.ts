import type { GapReport } from '../../../model/report.ts';

/**
 * A name for each promise that a link can lead to: its id where that is made of letters and figures, else its place. Ids
 * are for those who keep the promises.
 */
export function anchorsOf({ promises }: GapReport, isPublic: boolean): ReadonlyMap<string, string> {
  return new Map(
    promises.map(({ id }, index) => [
      id,
      !isPublic && /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(id) ? `promise-${id}` : `place-${index + 1}`,
    ]),
  );
}
