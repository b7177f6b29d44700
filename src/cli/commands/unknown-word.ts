import { diagnose } from '../../diagnostics/catalog.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** A word that an option does not know, with those that it does. */
export function unknownWord(option: string, word: string, known: readonly string[]): Diagnostic {
  return diagnose('unknown-word', { option, word, known, nearest: nearest(word, known) }, null);
}
