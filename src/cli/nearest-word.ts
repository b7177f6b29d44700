import { nearest } from '../diagnostics/nearest.ts';

/** The word that was meant, among the few that the command line knows; two letters that changed places count as near. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  return nearest(word, known) ?? known.find((other) => letters(other) === letters(word)) ?? null;
}

function letters(word: string): string {
  return [...word].sort().join('');
}
