import { WordCounter } from '../../../src/act/why/words.ts';

/** What the counter takes for the words of a text, by code unit: the text is in as many cases as a word needs. */
export function wordsOf(text: string, own: readonly string[] = []): string[] {
  const counter = new WordCounter();
  for (let time = 0; time < 5; time += 1) counter.add(text, true, null, own);
  counter.add('', false, null, []);
  return counter
    .finish({ level: 0.05, confidence: 0.95 })
    .rows.map(({ word }) => word)
    .sort();
}
