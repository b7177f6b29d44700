import { shareInWords } from '../../vocabulary/words.ts';
import { type Phrases, partText, plainNumber } from './phrases.ts';
import { countsOf } from './rows.ts';
import type { FoundWords } from './text.ts';
import type { WhyCause, WhyWord, WhyWords } from './types.ts';
import type { WordRow, WordsFound } from './words.ts';
import type { Yardstick } from './yardstick.ts';

interface WordTerms {
  readonly yardstick: Yardstick;
  /** The whole gap; 0 where there is none. */
  readonly gap: number;
  readonly phrases: Phrases;
}

/** The words that stand out, with what they hold beyond what the target allows. */
export function wordReport({ column, all }: FoundWords, terms: WordTerms): WhyWords {
  const rows = all.rows.filter(({ stands }) => stands).map((row) => wordRow(row, all, terms));
  const { missed, kept, tested, rare } = all;
  return { column, missed, kept, tested, rare, rows, sentence: sentenceOf(all, rows.length) };
}

function sentenceOf({ missed, kept, tested, rare }: WordsFound, standing: number): string {
  const left = rare === 0 ? '' : `; ${rare} rarer ones were left out`;
  if (missed === 0 || kept === 0)
    return `every case was ${missed === 0 ? 'kept' : 'missed'}, so that no word can tell them apart`;
  if (tested === 0) return `no word stands in enough cases to be tested${left}`;
  return `${standing} of ${tested} ${tested === 1 ? 'word' : 'words'} tested ${standing === 1 ? 'stands' : 'stand'} out beyond chance${left}`;
}

function wordRow(row: WordRow, { missed, kept }: WordsFound, { yardstick, gap, phrases }: WordTerms): WhyWord {
  const weight = { cases: row.cases, against: row.missed, moments: null, isPart: true };
  // Where values are summed, a word has no share of them: the text is read again, the sums are not.
  const counts =
    yardstick.kind === 'share'
      ? countsOf(weight, yardstick, gap)
      : { cases: row.cases, kept: row.kept, missed: row.missed, allowed: null, excess: null, part: null };
  const excess = counts.excess === null ? '' : `, ${phrases.excess(counts.excess)}${partText(counts)}`;
  const sides = `in ${shareInWords(row.missed / missed)} of the missed cases and ${shareInWords(row.kept / kept)} of the kept`;
  const { low, high } = row.interval;
  return {
    word: row.word,
    ...counts,
    value: row.value,
    interval: { low, high, method: 'wilson' },
    keyness: row.keyness,
    p_adjusted: row.p_adjusted,
    more: row.more,
    sentence: `${phrases.found(weight, { ...weight, cases: missed + kept - row.cases, against: missed - row.missed })}${excess}; ${sides}`,
  };
}

const MOST_NAMED = 4;

/**
 * The strongest word of missed cases, where it stands out also among the occasions that no segment tells; what else
 * does is named beside it, for words come together. null: there is none, or it holds no more misses than are allowed.
 */
export function wordCause({ column, untold }: FoundWords, { rows }: WhyWords): WhyCause | null {
  const beside = new Set(untold.rows.filter(({ stands, more }) => stands && more === 'missed').map(({ word }) => word));
  const [first, ...others] = rows.filter(
    ({ word, more, excess }) => more === 'missed' && (excess === null || excess > 0) && beside.has(word),
  );
  if (first === undefined) return null;
  const { cases, kept, missed, allowed, excess, part, value, p_adjusted: p } = first;
  const named = others.slice(0, MOST_NAMED).map(({ word }) => `'${word}'`);
  const more = others.length > named.length ? ` and ${plainNumber(others.length - named.length)} more` : '';
  const also = named.length === 0 ? '' : `; so do ${named.join(', ')}${more}`;
  return {
    ...{ kind: 'word', by: column, is: first.word, cases, kept, missed, allowed, excess, part, value, p_adjusted: p },
    sentence: `the word '${first.word}' in ${column}: ${first.sentence}, which stands out beyond chance${also}`,
  };
}
