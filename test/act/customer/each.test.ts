import { expect, test } from 'vitest';
import { customerFormats } from '../../../src/act/customer/formats.ts';
import { promisedOfEach } from '../../../src/act/customer/html/each.ts';
import { everything } from './samples.ts';

test('a letter tells of what is promised of each occasion, and counts nothing else', async () => {
  const letter = promisedOfEach(everything);
  expect(everything.promises.flatMap(({ pledges }) => pledges.map(({ measure }) => measure))).toContain('mean');
  expect(new Set(letter.occasions.map(({ promise }) => promise))).toEqual(new Set(['secret-quick']));
  const { kept, missed, pending } = letter.counts;
  const told = everything.occasions.filter(({ promise }) => promise === 'secret-quick');
  for (const [outcome, count] of Object.entries({ kept, missed, pending })) {
    expect(count).toBe(told.filter((occasion) => occasion.outcome === outcome).length);
  }
  const html = customerFormats.find(({ id }) => id === 'html');
  const page = await html?.render(everything, { width: 80, color: 0, unicode: true, lang: 'en-GB' });
  expect(page).toContain('We answer within two hours.');
  expect(page).not.toContain('Getting help is easy.');
});
