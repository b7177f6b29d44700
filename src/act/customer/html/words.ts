import type { Outcome } from '../record.ts';

/** A number, and the same as the page writes it. */
interface Times {
  readonly n: number;
  readonly text: string;
}

/** Every word of the letter that the promise file and the exports do not bring; a translation is one more such table. */
export interface LetterWords {
  readonly lang: string;
  readonly title: (brand: string) => string;
  readonly kicker: string;
  readonly customer: string;
  readonly asOf: (moment: string) => string;
  /** The whole record in a sentence. */
  readonly answer: (kept: Times, missed: Times, pending: Times) => string;
  readonly lead: string;
  readonly sorry: string;
  readonly headings: Readonly<Record<'owed' | 'open' | 'promised' | 'occasions' | 'unseen', string>>;
  readonly inAll: (amounts: readonly string[]) => string;
  readonly until: (moment: string) => string;
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly missedBy: (length: string) => string;
  readonly counted: (outcome: Outcome, times: Times) => string;
  readonly undated: string;
  readonly unseen: (channels: string) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly quoted: (text: string) => string;
  readonly origin: readonly string[];
}

const times = ({ n, text }: Times): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${text} times`);

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const outcome: LetterWords['outcome'] = {
  kept: 'kept',
  missed: 'not kept',
  pending: 'still open',
  excluded: 'did not apply',
  unreadable: 'our records do not tell',
};

/** `Not kept once` would be never. */
const countedAs: LetterWords['outcome'] = { ...outcome, missed: 'missed', unreadable: 'not told by our records' };

/** The letter in English. */
export const en: LetterWords = {
  lang: 'en',
  title: (brand) => `${brand}: what we promised you, and what we did`,
  kicker: 'What we promised you, and what we did',
  customer: 'Customer',
  asOf: (moment) => `as our records had it on ${moment}`,
  answer: (kept, missed, pending) => {
    if (kept.n > 0 && missed.n > 0) return `We kept our word to you ${times(kept)}, and ${times(missed)} we did not.`;
    if (kept.n > 0) return kept.n === 1 ? 'We kept our word to you.' : 'We kept our word to you every time.';
    if (missed.n > 0)
      return missed.n === 1 ? 'We did not keep our word to you.' : `We did not keep our word to you, ${times(missed)}.`;
    return pending.n > 0
      ? 'What we promised you is still open.'
      : 'We find nothing in our records that we promised you.';
  },
  lead: 'This is what our records hold of our promises to you: each occasion, how it went, what is still open, and what we owe you.',
  sorry: 'Where we did not do as we said, we are sorry.',
  headings: {
    owed: 'What we owe you',
    open: 'What is still open',
    promised: 'What we promised you',
    occasions: 'Every occasion, one by one',
    unseen: 'What we cannot see',
  },
  inAll: (amounts) => `${list(amounts)} in all.`,
  until: (moment) => `We have until ${moment}.`,
  outcome,
  missedBy: (length) => `missed by ${length}`,
  counted: (of, counted) => `${countedAs[of]} ${times(counted)}`,
  undated: 'On a day that our records do not name',
  unseen: (channels) => `What you had to do with us through ${channels} cannot be seen from here.`,
  list,
  quoted: (text) => `“${text}”`,
  origin: [
    'Each occasion was looked up in our own records by the number that we know you by, and judged by the same rules for everyone.',
    'If something here is not as you remember it, tell us.',
  ],
};
