import type { TextColumn } from '../../model/batch.ts';
import { folded, PerDictionary } from '../../vocabulary/conditions/index.ts';

const BLANK_LABEL = '(blank)';
const UNKNOWN = -1;

/**
 * Labels of one segment. Spellings that differ in letter case alone are one; the one shown is the least by code unit,
 * so that the order of rows changes nothing.
 */
export class Labels {
  readonly shown: string[] = [BLANK_LABEL];
  readonly #codes = new Map<string, number>();
  readonly #known = new PerDictionary(() => new KnownWords());

  code(label: string): number {
    const key = folded(label);
    const known = this.#codes.get(key);
    if (known === undefined) {
      this.#codes.set(key, this.shown.length);
      return this.shown.push(label) - 1;
    }
    if (label < (this.shown[known] ?? label)) this.shown[known] = label;
    return known;
  }

  /**
   * Codes of the words of a column, for the first `count` of `rows`: each word is looked at once, and only where a row
   * that takes part holds it.
   */
  codesOf({ codes, dictionary }: TextColumn, rows: Int32Array, count: number, into: Int32Array): void {
    const { words } = dictionary;
    const known = this.#known.of(dictionary).room(words.length);
    for (let index = 0; index < count; index += 1) {
      const word = codes[rows[index] ?? 0] ?? -1;
      let code = word < 0 ? 0 : (known[word] ?? UNKNOWN);
      if (code === UNKNOWN) {
        code = this.code(words[word] ?? '');
        known[word] = code;
      }
      into[index] = code;
    }
  }

  absorb(other: Labels): Int32Array {
    return Int32Array.from(other.shown, (label, code) => (code === 0 ? 0 : this.code(label)));
  }
}

/** Label codes by word of one dictionary. */
class KnownWords {
  #codes = new Int32Array(0);

  room(words: number): Int32Array {
    if (words > this.#codes.length) {
      const larger = new Int32Array(Math.max(64, words * 2)).fill(UNKNOWN);
      larger.set(this.#codes);
      this.#codes = larger;
    }
    return this.#codes;
  }
}
