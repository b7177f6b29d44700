import { UNSPACED } from './scripts.ts';

/** UTF-16 units of a cell that are looked at: a longer one is no subject, and a hostile one must not cost seconds. */
export const LOOKED_AT = 10_000;

const BEYOND_ASCII = /[^\x00-\x7f]/;
/** Ways to write one apostrophe; NFKC leaves them apart. */
const APOSTROPHES = /[\u2018\u2019\u02bc]/g;
/** What is not seen: soft hyphens, direction marks, selectors. Joiners stay: Persian and Indic words are spelt with them. */
const UNSEEN = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;
/** Behind it a text may be cut. */
const LOOSE = new RegExp(`[\\s${UNSPACED}]`, 'u');
const HELD_TO_THE_LAST = /[\p{M}\u200c\u200d]/u;

/**
 * The beginning of a cell in the form in which words are compared: NFKC, in small letters whatever the locale, with one
 * kind of apostrophe and without what is not seen.
 */
export function fold(text: string): string {
  const looked = text.length > LOOKED_AT ? text.slice(0, endOfWhole(text)) : text;
  if (!BEYOND_ASCII.test(looked)) return looked.toLowerCase();
  return looked.normalize('NFKC').toLowerCase().replace(APOSTROPHES, "'").replace(UNSEEN, '');
}

/** Where to cut: not within a word or an address, of which the rest would be another word. */
function endOfWhole(text: string): number {
  let end = LOOKED_AT;
  while (end > 0 && (!LOOSE.test(text[end - 1] ?? '') || HELD_TO_THE_LAST.test(text[end] ?? ''))) end -= 1;
  return end;
}
