import { distance } from 'fastest-levenshtein';

/** The name most like the one given, in any letter case, or null where none is near enough to be meant. */
export function nearest(name: string, names: Iterable<string>): string | null {
  const wanted = fold(name);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of names) {
    const folded = fold(candidate);
    const gap = folded === wanted ? 0 : distance(wanted, folded);
    if (gap < least) {
      least = gap;
      best = candidate;
    }
  }
  return best;
}

function fold(name: string): string {
  return name.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ');
}
