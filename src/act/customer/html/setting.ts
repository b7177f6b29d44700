import { type Locale, localeFor } from '../../../report/formats/html/locale.ts';
import { wordsFor } from '../../../report/formats/html/words/index.ts';
import { count } from '../../../report/numbers.ts';
import { plain } from '../../../report/plain.ts';
import { money } from '../../../report/toll.ts';
import type { CustomerRecord, RecordOccasion } from '../record.ts';
import { lengthText, pledgeOf } from '../words.ts';
import type { LetterWords } from './words.ts';

/** All that the parts of a letter share. */
export interface LetterSetting {
  readonly record: CustomerRecord;
  readonly words: LetterWords;
  readonly locale: Locale;
  /** Days of the record in words; null for all. */
  readonly span: string | null;
  /** What people wrote, made harmless; the markup is escaped where it is written. */
  readonly say: (text: string) => string;
  readonly times: (n: number) => { readonly n: number; readonly text: string };
  /** The promise as it was given. */
  readonly saysOf: (promise: string) => string;
  /** Day, and time where it is known. */
  readonly when: (moment: string) => string;
  readonly money: (cost: { readonly amount: number; readonly currency: string }) => string;
  /** How late a missed one was; how far from what is aimed for over all of them is no matter of a letter. */
  readonly late: (occasion: RecordOccasion) => string | null;
}

/** @param lang - BCP 47 tag by which dates and numbers are written; words are English */
export function settingFor(record: CustomerRecord, lang: string, words: LetterWords): LetterSetting {
  const pageWords = wordsFor(lang);
  const locale = localeFor(lang, pageWords);
  const { numbers } = locale;
  const span = locale.span(record.window);
  const says = new Map(record.promises.map((promise) => [promise.promise, plain(promise.says)]));
  return {
    record,
    words,
    locale,
    span: span.kind === 'all' ? null : pageWords.span(span),
    say: plain,
    times: (n) => ({ n, text: count(n, numbers) }),
    saysOf: (promise) => says.get(promise) ?? '',
    when: (moment) => (moment.includes('T') ? locale.instant(moment) : locale.day(moment)),
    money: (cost) => money(cost, { numbers, say: plain, name: plain }),
    late: (occasion) => {
      const pledge = pledgeOf(record, occasion);
      if (pledge?.measure !== 'kept_when' || occasion.outcome !== 'missed') return null;
      return lengthText(occasion, pledge, numbers);
    },
  };
}
