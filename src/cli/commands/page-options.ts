import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Audience, audiences } from '../../report/formats/format.ts';
import { type Given, text } from '../values.ts';
import { unknownWord } from './unknown-word.ts';

/** English words, and dates that nobody takes for others: 31 January 2026. */
export const defaultLang = 'en-GB';

/** For whom a page is, and by whose dates and numbers; what is wrong about it goes to `problems`. */
export function pageOptions(
  given: Given,
  page: boolean,
  problems: Diagnostic[],
): { readonly audience: Audience; readonly lang: string } {
  return {
    audience: audienceOf(text(given, 'audience'), page, problems),
    lang: langOf(text(given, 'lang'), page, problems),
  };
}

function audienceOf(word: string | null, page: boolean, problems: Diagnostic[]): Audience {
  if (word === null) return audiences[0];
  const known = audiences.find((audience) => audience === word);
  if (known === undefined) problems.push(unknownWord('--audience', word, audiences));
  else if (!page) problems.push(diagnose('option-without-page', { option: `--audience ${word}` }, null));
  return known ?? audiences[0];
}

/** The tag as it is written by rule; one that this Node has no dates for would be shown in whatever it falls back on. */
export function langOf(tag: string | null, page: boolean, problems: Diagnostic[]): string {
  if (tag === null) return defaultLang;
  const known = supported(tag);
  if (known === null) problems.push(diagnose('unknown-language', { tag }, null));
  else if (!page) problems.push(diagnose('option-without-page', { option: `--lang ${tag}` }, null));
  return known ?? defaultLang;
}

function supported(tag: string): string | null {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? null;
  } catch {
    return null;
  }
}
