import type { TypeDefinition } from './definition.ts';
import { NumericBuilder } from './numeric-builder.ts';

/** Yes and no, held as 1 and 0. */
export const boolean: TypeDefinition = {
  id: 'boolean',
  expects: () => 'yes or no (or true/false, y/n, 1/0)',
  builder: (cell) =>
    new NumericBuilder(cell, (text) => {
      const value = readBoolean(text);
      return value === null ? Number.NaN : value ? 1 : 0;
    }),
};

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['y', true],
  ['1', true],
  ['no', false],
  ['false', false],
  ['n', false],
  ['0', false],
]);

/** Yes or no of a trimmed text in any letter case; null where it is neither. */
export function readBoolean(text: string): boolean | null {
  return WORDS.get(text) ?? WORDS.get(text.toLowerCase()) ?? null;
}
