import type { Export } from './export.ts';
import type { Feature } from './style.ts';

/** What the fast lane leaves to the reference lane by design: all else of a well-formed export it has to read. */
const LEFT: ReadonlySet<Feature> = new Set<Feature>([
  'CR alone',
  'blank lines',
  'blanks after quotes',
  'quotes within',
  'comments',
  'footer',
  'ragged',
  'padded',
  'repeated header',
  'misencoded',
  'wide delimiter',
  'other quote',
  'one column',
]);

/** Whether an export has anything that the fast lane need not read. */
export function mayHandOver({ features }: Export): boolean {
  return features.some((feature) => LEFT.has(feature));
}
