import { cutWords } from './cut.ts';
import { fold } from './fold.ts';
import { UNSPACED } from './scripts.ts';

/** An id that `withoutPersonal` leaves out wherever it stands: one run, with a digit. */
const DIGIT = /[0-9]/;
const BEYOND_RUN = /[^\w./:#+-]/;
const NUMBER = /\p{N}/u;
/** A longer id is looked at no further. */
const LONGEST_ID = 256;
/** Scripts without blanks are among it: a name's letters there are words only once they are cut. */
const BEYOND_ASCII = /[^\x00-\x7f]/;
const LETTERS = /[\p{L}\p{M}]+/gu;
const SYNTAX = /[\\^$.*+?()[\]{}|]/g;
const LETTER = `(?![${UNSPACED}])[\\p{L}\\p{N}]`;

/** What a case's own ids take out of its text. */
export interface Own {
  readonly text: string;
  /** Words that are left out, beside those that are gone from the text: `anna` and `berg` of the id `Anna Berg`. */
  readonly words: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * A folded text without the ids of its case and its customer, as far as `withoutPersonal`, which comes after, would leave
 * something of them. Where an id is a name (it has no digit, or is an e-mail address) each of its words is left out too;
 * of `ORDER-1234` it is not: `order` says nothing of anyone.
 */
export function withoutOwn(text: string, own: readonly string[]): Own {
  let left = text;
  let words: Set<string> | null = null;
  for (const id of own) {
    if (DIGIT.test(id) && !BEYOND_RUN.test(id)) continue;
    const folded = fold(id.slice(0, LONGEST_ID)).trim();
    const [name = ''] = folded.split('@');
    const hasNumber = NUMBER.test(folded);
    if (folded.length > name.length || !hasNumber) {
      words ??= new Set();
      for (const word of name.match(LETTERS) ?? []) words.add(word);
      if (BEYOND_ASCII.test(name)) for (const word of cutWords(name)) words.add(word);
    }
    // A digit, so that it goes with what it is joined to, and parts no address in two.
    if (hasNumber && left.includes(folded)) left = left.replace(wholly(folded), '0');
  }
  return { text: left, words: words ?? NONE };
}

/** Where an id stands by itself, not within a longer word. */
function wholly(id: string): RegExp {
  return new RegExp(`(?<!${LETTER})${id.replace(SYNTAX, '\\$&')}(?!${LETTER})`, 'gu');
}

/** Does a word consist of one that is left out, as `anna's` of `anna`? */
export function isOwn(word: string, own: ReadonlySet<string>): boolean {
  if (own.size === 0) return false;
  return own.has(word) || (word.match(LETTERS) ?? []).some((part) => own.has(part));
}
