import { UNSPACED } from './scripts.ts';

/** Anything that could be personal: most texts have none of it, and are not looked through. */
const HINT = /[\p{N}@]|:\/\/|\.[^\s.]/u;
/** `https://` or `www.` and all behind it, up to a blank or a mark that no link holds. */
const LINK = /(?:(?:[a-z][a-z+.-]{0,15})?:\/\/|www\.)[^\s<>"“”«»、。，！？「」『』（）]*/g;
const SENTENCE_MARKS = ',;!?()[\\]{}<>"«»“”„…、。，！？「」『』（）';
/** What stands between blanks and the marks of a sentence. */
const RUN = new RegExp(`[^\\s${SENTENCE_MARKS}]+`, 'g');
/** The same within one kind of script: a number amid Chinese does not take the sentence along. */
const SPACED_RUN = new RegExp(`[^\\s${SENTENCE_MARKS}${UNSPACED}]+`, 'gu');
/** The groups of an account, `gb29 nwbk 6016`, of which some have no digit. */
const ACCOUNT = /(?<![a-z\d])[a-z]{2}\d{2}(?:[ -][a-z\d]{4}){1,7}[ -](?=[a-z]*\d)[a-z\d]{1,4}(?![a-z\d])/g;
/** A host without a scheme, `example.com` or `t.co/x`; also `late.please`, which is no word either. */
const HOST = /[\p{L}\p{M}]{2}\.[\p{L}\p{M}]{2}|\.\p{L}+\//u;
const DIGIT = /\p{N}/u;

/**
 * A folded text without what may tell who wrote it: e-mail addresses, @handles, links and hosts, and all that has a digit
 * in it, as telephone numbers, ids and accounts. Each goes as a whole: its parts must not come up as words. No pattern
 * takes longer than the length of the text, times a constant.
 */
export function withoutPersonal(text: string): string {
  if (!HINT.test(text)) return text;
  const unlinked = text.includes('://') || text.includes('www.') ? text.replace(LINK, ' ') : text;
  const unnamed = unlinked.includes('@') ? unlinked.replace(RUN, (run) => (run.includes('@') ? ' ' : run)) : unlinked;
  return unnamed.replace(ACCOUNT, ' ').replace(SPACED_RUN, (run) => (DIGIT.test(run) || HOST.test(run) ? ' ' : run));
}
