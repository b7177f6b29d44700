import { benjaminiHochberg } from '../../statistics/benjamini-hochberg.ts';
import type { Bounds } from '../../statistics/interval.ts';
import { keyness } from '../../statistics/keyness.ts';
import { wilson } from '../../statistics/wilson.ts';
import { cutWords, segmented } from './words/cut.ts';
import { fold } from './words/fold.ts';
import { isOwn, withoutOwn } from './words/own.ts';
import { withoutPersonal } from './words/personal.ts';
import { remembering } from './words/remember.ts';
import { CUSTOMERS_TOLD_APART, type HeldWord, WordTable } from './words/table.ts';

/** A word of fewer cases is not tested: nothing can be told of it, and it may point to someone. */
export const LEAST_CASES = 5;
/** Where customers are known: a word of fewer of them, as a name, would point to a person. */
export const LEAST_CUSTOMERS = CUSTOMERS_TOLD_APART;

export interface WordRow {
  /** NFKC, in small letters. */
  readonly word: string;
  /** Decided cases whose text holds the word, each once. */
  readonly cases: number;
  readonly missed: number;
  readonly kept: number;
  /** Share of those cases that was kept. */
  readonly value: number;
  /** Wilson's, of `value`. */
  readonly interval: Bounds;
  /** Share of those cases that was missed. */
  readonly share_missed: number;
  /** Log-likelihood ratio G2. */
  readonly keyness: number;
  readonly p: number;
  /** Benjamini and Hochberg's, for as many words as were tested. */
  readonly p_adjusted: number;
  /** Stands out by more than chance, as many as were tested. */
  readonly stands: boolean;
  /** The side in whose cases it is more frequent; null where it is as frequent in both. */
  readonly more: 'missed' | 'kept' | null;
}

export interface WordsFound {
  /** Decided cases, with and without words. */
  readonly missed: number;
  readonly kept: number;
  readonly tested: number;
  /** Words left out for being of too few cases, or of too few customers. */
  readonly rare: number;
  /** Cases with words that were not counted, as more were met than are held; 0 but for text of random letters. */
  readonly cases_beyond: number;
  /** Those tested, by keyness, the greatest first, then by word; none where nothing was missed, or nothing kept. */
  readonly rows: readonly WordRow[];
}

/**
 * Which words stand in more of the missed cases than of the kept, or in fewer. There is no list of stop words: `the`
 * stands in as many of either, so that its keyness is small, and lists would be for few languages. What may be personal
 * is left out before the text is cut (`withoutPersonal`). The result does not depend on the order of the cases, as long
 * as `cases_beyond` is 0.
 */
export class WordCounter {
  readonly #table: WordTable;
  readonly #segment = remembering(segmented);
  #missed = 0;
  #kept = 0;
  #knowsCustomers = false;

  constructor(table: WordTable = new WordTable()) {
    this.#table = table;
  }

  /**
   * One decided case.
   *
   * @param customer - tells customers apart, case by case; null: unknown
   * @param own - ids of the case and its customer, which are no words of this case
   */
  add(text: string, isMissed: boolean, customer: string | null, own: readonly string[]): void {
    if (isMissed) this.#missed += 1;
    else this.#kept += 1;
    if (customer !== null) this.#knowsCustomers = true;
    const number = this.#missed + this.#kept;
    const hash = customer === null ? null : hashOf(customer);
    const named = withoutOwn(fold(text), own);
    for (const word of cutWords(withoutPersonal(named.text), this.#segment))
      if (!isOwn(word, named.words)) this.#table.add(word, number, isMissed, hash);
  }

  /**
   * @param level - the part of the words that stand out which chance may bring about, as 0.05
   * @param confidence - of the intervals, as 0.95
   */
  finish({ level, confidence }: { readonly level: number; readonly confidence: number }): WordsFound {
    const missed = this.#missed;
    const kept = this.#kept;
    const common: HeldWord[] = [];
    let rare = 0;
    for (const word of this.#table.words()) {
      if (this.#isCommon(word)) common.push(word);
      else rare += 1;
    }
    const tested = common.flatMap((word) => {
      const test = keyness({ holding: word.missed, cases: missed }, { holding: word.kept, cases: kept });
      const interval = wilson(word.kept, word.missed + word.kept, confidence);
      return test === null || interval === null ? [] : [{ word, test, interval }];
    });
    const adjusted = benjaminiHochberg(tested.map(({ test }) => test.p));
    const rows = tested.map(({ word, test, interval }, index): WordRow => {
      const cases = word.missed + word.kept;
      const p = adjusted[index] ?? 1;
      return {
        word: word.word,
        cases,
        missed: word.missed,
        kept: word.kept,
        value: word.kept / cases,
        interval,
        share_missed: word.missed / cases,
        keyness: test.g,
        p: test.p,
        p_adjusted: p,
        stands: p <= level,
        more: test.more === null ? null : test.more === 'a' ? 'missed' : 'kept',
      };
    });
    rows.sort((a, b) => b.keyness - a.keyness || (a.word < b.word ? -1 : 1));
    return { missed, kept, tested: rows.length, rare, cases_beyond: this.#table.casesBeyond, rows };
  }

  #isCommon({ missed, kept, customers }: HeldWord): boolean {
    return missed + kept >= LEAST_CASES && (!this.#knowsCustomers || customers >= LEAST_CUSTOMERS);
  }
}

/** FNV-1a over the two bytes of each unit, 32 bits. G. Fowler, L. C. Noll and K.-P. Vo, 1991. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash;
}
