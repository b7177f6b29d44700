import { blankOutcome } from './blank.ts';
import { Scratch, texts } from './columns.ts';
import type { LeafDefinition, Operator } from './condition.ts';
import { folded, perWord } from './folded.ts';
import { columnValue } from './literal.ts';

/** Codes of ISO 639 that name one language: Norwegian in its two written forms, and codes since replaced. */
const SYNONYMS: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', iw: 'he', in: 'id', ji: 'yi', jw: 'jv' };

/** BCP 47's primary language of a tag, in any letter case: `pt-BR` is `pt`; nb, nn and no are one. */
export function primaryLanguage(tag: string): string {
  const primary = folded(tag).split(/[-_]/u)[0] ?? '';
  return Object.hasOwn(SYNONYMS, primary) ? (SYNONYMS[primary] ?? primary) : primary;
}

/** `reply_language: { same_as: language }` and `{ same_language_as: language }`. */
export const same: LeafDefinition<'same'> = {
  kind: 'same',
  compile: (leaf, { place }) => {
    const key = leaf.as === 'language' ? primaryLanguage : folded;
    // One numbering for both columns, so that a row costs a comparison of integers.
    const numbers = new Map<string, number>();
    const number = (word: string): number => {
      const name = key(word);
      const known = numbers.get(name) ?? numbers.size;
      numbers.set(name, known);
      return known;
    };
    const subjectNumbers = perWord(number);
    const otherNumbers = perWord(number);
    const subjectBlank = blankOutcome(leaf.blank, place);
    const otherBlank = blankOutcome(null, place);
    // By a blank subject, a blank other and whether they differ: a branch on what is as good as random is guessed wrong
    // time and again. KEPT is 0 and MISSED 1.
    const table = Uint8Array.of(0, 1, otherBlank, otherBlank, subjectBlank, subjectBlank, subjectBlank, subjectBlank);
    const scratch = new Scratch();
    return (batch) => {
      const { codes: subject, dictionary } = texts(batch, leaf.columns.subject);
      const { codes: other, dictionary: otherDictionary } = texts(batch, leaf.columns.other);
      const left = subjectNumbers(dictionary);
      const right = otherNumbers(otherDictionary);
      const codes = scratch.codes(batch.rows);
      for (let row = 0; row < batch.rows; row += 1) {
        const a = subject[row] ?? -1;
        const b = other[row] ?? -1;
        // A blank is -1, and stands for the first word here.
        const differs = Number((left[Math.max(0, a)] ?? 0) !== (right[Math.max(0, b)] ?? 0));
        codes[row] = table[(a >>> 31) * 4 + (b >>> 31) * 2 + differs] ?? 0;
      }
      return { codes, due: null };
    };
  },
  words: ({ columns, as }) =>
    `${columns.subject} is the same ${as === 'language' ? 'language' : 'text'} as ${columns.other}`,
};

/** `same_as` and `same_language_as`, whose value is a column. */
export const sameOperators: readonly Operator[] = [sameAs('same_as', 'text'), sameAs('same_language_as', 'language')];

function sameAs(key: string, as: 'text' | 'language'): Operator {
  return {
    key,
    takes: 'column',
    companions: {},
    inWhere: 'always',
    teaches: as === 'text' ? 'the same text as this column' : 'the same BCP 47 primary language as this column',
    read: ({ subject, value, blank, path, valuePath, reading }) => {
      const other = columnValue(value, key, { is: 'text', firm: true }, valuePath, reading);
      reading.use(subject, { is: 'text', firm: true }, path);
      if (other === null) return () => null;
      const columns = { subject, other };
      return () => ({ kind: 'same', columns, as, blank, position: reading.position(path) });
    },
  };
}
