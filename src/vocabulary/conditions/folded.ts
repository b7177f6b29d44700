import type { Dictionary } from '../../model/batch.ts';
import { PerDictionary } from './per-dictionary.ts';

/** Text as it is compared: trimmed (by the reader), composed, in any letter case. */
export function folded(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/**
 * One number a word of a dictionary, worked out once a word and kept as long as the dictionary is: conditions on text
 * cost a look-up a row. Gives the numbers by code, at least as many as the dictionary has words.
 */
export function perWord(value: (word: string) => number): (dictionary: Dictionary) => Int32Array {
  const tables = new PerDictionary(() => new WordNumbers());
  return (dictionary) => tables.of(dictionary).upTo(dictionary.words, value);
}

class WordNumbers {
  #numbers = new Int32Array(0);
  #known = 0;

  upTo(words: readonly string[], value: (word: string) => number): Int32Array {
    if (this.#known === words.length) return this.#numbers;
    if (words.length > this.#numbers.length) {
      const larger = new Int32Array(Math.max(64, words.length * 2));
      larger.set(this.#numbers.subarray(0, this.#known));
      this.#numbers = larger;
    }
    for (; this.#known < words.length; this.#known += 1) this.#numbers[this.#known] = value(words[this.#known] ?? '');
    return this.#numbers;
  }
}
