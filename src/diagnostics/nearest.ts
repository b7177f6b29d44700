import { distance } from 'fastest-levenshtein';

/**
 * The name most like the one given, in any letter case, or null where none is near enough to be meant; what is only
 * begun (`--prom`) is taken for the first name that goes on so.
 */
export function nearest(name: string, names: readonly string[]): string | null {
  const wanted = fold(name);
  const begun = wanted.length < 3 ? undefined : [...names].find((name) => fold(name).startsWith(wanted));
  if (begun !== undefined) return begun;
  let best: string | null = null;
  let least = mostSlips(wanted) + 1;
  for (const candidate of names) {
    const folded = fold(candidate);
    const gap = folded === wanted ? 0 : edits(wanted, folded);
    if (gap < least) {
      least = gap;
      best = candidate;
    }
  }
  return best;
}

/**
 * Edits between two names by the same rules, 0 where only letter case, blanks or dashes differ; null where there are too
 * many for the one to be meant by the other.
 */
export function slipsBetween(name: string, other: string): number | null {
  const [wanted, known] = [fold(name), fold(other)];
  if (wanted === known) return 0;
  const most = mostSlips(wanted);
  if (Math.abs(wanted.length - known.length) > most) return null;
  const slips = edits(wanted, known);
  return slips > most ? null : slips;
}

/** Words of one or two letters are too short to tell a slip from another word. */
const mostSlips = (wanted: string): number => (wanted.length < 3 ? 0 : Math.max(1, Math.floor(wanted.length / 3)));

/** Edits between two words, where two neighbouring letters that changed places (`emial`) are one. */
function edits(wanted: string, known: string): number {
  let least = distance(wanted, known);
  if (wanted.length !== known.length || least !== 2) return least;
  for (let index = 1; index < wanted.length; index += 1) {
    const swapped =
      wanted.slice(0, index - 1) + wanted.charAt(index) + wanted.charAt(index - 1) + wanted.slice(index + 1);
    if (swapped === known) least = 1;
  }
  return least;
}

function fold(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}
