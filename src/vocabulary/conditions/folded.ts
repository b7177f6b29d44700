import type { Dictionary } from '../../model/batch.ts';

/** Text as it is compared: trimmed (by the reader), composed, in any letter case. */
export function folded(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/**
 * One number a word of a dictionary, worked out once a word and kept as long as the dictionary is: conditions on text
 * cost a look-up a row. Gives the numbers by code, at least as many as the dictionary has words.
 */
export function perWord(value: (word: string) => number): (dictionary: Dictionary) => Int32Array {
  let last: Dictionary | null = null;
  let table = new Int32Array(0);
  let known = 0;
  return (dictionary) => {
    if (dictionary !== last) {
      last = dictionary;
      known = 0;
    }
    const { words } = dictionary;
    if (words.length > table.length) {
      const larger = new Int32Array(Math.max(64, words.length * 2));
      larger.set(table.subarray(0, known));
      table = larger;
    }
    for (; known < words.length; known += 1) table[known] = value(words[known] ?? '');
    return table;
  };
}
