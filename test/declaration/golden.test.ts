import { expect, test } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/render.ts';
import { cases } from './cases.ts';
import { foundIn } from './found.ts';

/** The messages as people see them, in a file a family; the texts that raise them are in `cases.ts`. */
const families: readonly (readonly [string, RegExp])[] = [
  ['yaml', /SD01/],
  ['keys-and-values', /SD02/],
  ['names', /SD03/],
];

test.each(families)('%s', async (family, ids) => {
  const shown = cases
    .filter(({ text }) => text.length < 3000)
    .map(({ text }) => ({ text, found: foundIn(text) }))
    .filter(({ found }) => ids.test(found[0]?.id ?? ''))
    .map(({ text, found }) => renderDiagnostics(found, () => text));
  await expect(shown.join('\n').replaceAll(/ +$/gm, '')).toMatchFileSnapshot(`golden/${family}.txt`);
});

test('all errors of a file at once, in its order, with the warnings', async () => {
  const text = `saydo: 1
brand: Fjellrute Cycles
timezone: Europe/Olso
chanels:
channels:
  email: { source: email.csv, at: opened, repeats: latest }
  chat: { extends: emails, source: chat.csv }
promises:
  quick-reply:
    says: We answer within four hours.
    kept_when: { replied: { within: four hours } }
    target: at leest 95%
    wieght: 3
    channels: [email, chat]
  kind-words:
    says: We answer with kind words, ticket #1 or #1000.
    kept_when: { csat: atleast 4 }
    target: >= 80%
    channels: { email:, fax: }
`;
  await expect(renderDiagnostics(foundIn(text), () => text)).toMatchFileSnapshot('golden/all-at-once.txt');
});
