import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uniqueNames } from '../../src/report/formats/unique-names.ts';

test('a name that stood before gets a number, and none is taken twice', () => {
  expect(uniqueNames(['a', 'b', 'a', 'a (2)', 'a', 'a (2)'])).toEqual([
    'a',
    'b',
    'a (2)',
    'a (2) (2)',
    'a (3)',
    'a (2) (3)',
  ]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom('', 'a', 'b', 'a (2)', 'a (3)', 'a (2) (2)')), (names) => {
      const unique = uniqueNames(names);
      expect(new Set(unique).size).toBe(names.length);
      for (const [index, name] of unique.entries()) {
        expect(name.startsWith(names[index] ?? '')).toBe(true);
        // The first of a name keeps it, unless a number took it.
        if (names.indexOf(names[index] ?? '') === index && !unique.slice(0, index).includes(names[index] ?? '')) {
          expect(name).toBe(names[index]);
        }
      }
    }),
  );
});
