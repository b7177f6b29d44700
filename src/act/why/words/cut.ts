/** A longer run of letters is no word but a key, or noise; German compounds stay well below. */
const LONGEST_WORD = 64;

// Any named locale has the same rules, those of the root: left to itself, it would be the system's.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Marks and joiners, which belong to the letter before them. */
const MARK = '\\p{M}\\u200c\\u200d';
/** Scripts that set words apart by blanks, in which a pattern cuts as the segmenter does, at many times its speed. */
const SPACED = ['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Georgian', 'Hebrew', 'Arabic', 'Devanagari']
  .map((script) => `\\p{sc=${script}}`)
  .join('');

/** The syllables of Hangul: NFKC composes them of its letters. */
const HANGUL = '\\uac00-\\ud7a3';

const BEYOND_ASCII = /[^\x00-\x7f]/;
/** ASCII that the segmenter has rules of its own for, some by its version: `k:a`, `a_b`, digits. */
const RULED_ASCII = /[a-z]:[a-z]|[0-9_]/;
const ASCII_WORD = /[a-z]+(?:['.][a-z]+)*/g;

/** Other than letters and marks of those scripts, ASCII but digits and the underscore, and punctuation in common use. */
const STRANGE = new RegExp(
  '[^\\0-\\x2f\\x3a-\\x5e\\x60-\\x7f\\xa0¡£§«»¿–—“”„…€،؛؟।' +
    `\\u0300-\\u036f\\u064b-\\u0655\\u0670\\u200c\\u200d[[${SPACED}${HANGUL}]&&[\\p{L}\\p{M}]]]`,
  'v',
);
const COLON_WITHIN = new RegExp(`[\\p{L}${MARK}]:[${MARK}]*\\p{L}`, 'u');
/** Quotation marks are letters there, or nearly. */
const HEBREW_QUOTE = new RegExp(`(?![${MARK}])\\p{sc=Hebrew}[${MARK}]*['"]`, 'u');
const HAS_HANGUL = new RegExp(`[${HANGUL}]`);
/** ICU keeps Hangul apart from all else, as it does Chinese. */
const HANGUL_TOUCHED = new RegExp(
  `[${HANGUL}](?:['.${MARK}]|(?![${HANGUL}])\\p{L})|(?![${HANGUL}])[\\p{L}'.][${MARK}]*[${HANGUL}]`,
  'u',
);
const WORD = new RegExp(`\\p{L}[\\p{L}${MARK}]*(?:['.][${MARK}]*\\p{L}[\\p{L}${MARK}]*)*`, 'gu');

/** A letter of an alphabet, alone; a single character of Chinese, Japanese or Korean is a word, or may be. */
const LONE =
  /^(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Bopomofo}\p{sc=Hangul}])(?:.|[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]\p{Mn}*)$/u;
/** Endings and particles of Japanese, which the dictionary cuts off. */
const ENDING = /^\p{sc=Hiragana}{1,2}$/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
const JOINER = /[\u200c\u200d]/;
const JOINER_AT_END = /^[\u200c\u200d]+|[\u200c\u200d]+$/g;

/**
 * The words of a folded text, in its order, each as often as it stands there: by Unicode's word boundaries (UAX 29), and
 * for scripts without blanks by the dictionaries of ICU. Single letters are none, nor is what has a digit.
 *
 * @param segment - cuts what the patterns do not: `segmented`, or one that remembers what it gave
 */
export function cutWords(text: string, segment: (text: string) => readonly string[] = segmented): readonly string[] {
  if (BEYOND_ASCII.test(text)) return hasRules(text) ? segment(text) : wordsAmong(text.match(WORD) ?? []);
  if (RULED_ASCII.test(text)) return segment(text);
  return (text.match(ASCII_WORD) ?? []).filter(({ length }) => length > 1 && length <= LONGEST_WORD);
}

function hasRules(text: string): boolean {
  return (
    STRANGE.test(text) ||
    (text.includes(':') && COLON_WITHIN.test(text)) ||
    ((text.includes("'") || text.includes('"')) && HEBREW_QUOTE.test(text)) ||
    (HAS_HANGUL.test(text) && HANGUL_TOUCHED.test(text))
  );
}

/** Every word by the segmenter: what `cutWords` gives, whatever the text. */
export function segmented(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) if (isWordLike === true) words.push(segment);
  return wordsAmong(words);
}

function wordsAmong(found: readonly string[]): string[] {
  return found
    .filter((word) => word.length <= LONGEST_WORD)
    .map((word) => (JOINER.test(word) ? word.replace(JOINER_AT_END, '') : word))
    .filter((word) => LETTER.test(word) && !DIGIT.test(word) && !LONE.test(word) && !ENDING.test(word));
}
