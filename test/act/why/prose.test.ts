import { expect, test } from 'vitest';
import { prose } from '../../../src/act/why/prose.ts';
import { typeset, typewriter } from '../../../src/report/numbers.ts';

test.each([
  ['202 of 1445 missed (14%): -57.5 too many', '202 of 1\u2009445 missed (14%): −57.5 too many'],
  ['12034 of 1000000 missed, 5000 more', '12\u2009034 of 1\u2009000\u2009000 missed, 5\u2009000 more'],
  ['81.3% (23 to 29 Mar 2026): -2.7 points', '81.3% (23 to 29 Mar 2026): −2.7 points'],
  ['Line 2000: 5 of 30 missed', 'Line 2000: 5 of 30 missed'],
  ['Mon 08-10 and region A-1', 'Mon 08-10 and region A-1'],
])('%s', (sentence, set) => {
  expect(prose(sentence, typeset)).toBe(set);
});

test('without Unicode', () => {
  expect(prose('-2.7 points of 1445 cases', typewriter)).toBe('-2.7 points of 1,445 cases');
});
