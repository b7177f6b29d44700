import type { GapReport } from '../../../model/report.ts';

/** A name for each promise that a link can lead to: its id where that is made of letters and figures, else its place. */
export function anchorsOf({ promises }: GapReport): ReadonlyMap<string, string> {
  return new Map(
    promises.map(({ id }, index) => [
      id,
      /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(id) ? `promise-${id}` : `place-${index + 1}`,
    ]),
  );
}
