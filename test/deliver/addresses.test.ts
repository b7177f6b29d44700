import { expect, test } from 'vitest';
import { readMailboxes } from '../../src/deliver/addresses.ts';
import { largeMail } from '../../src/deliver/size.ts';

test.each([
  ['a@x.de', [['', 'a@x.de']]],
  [' <a@x.de> ', [['', 'a@x.de']]],
  ['Ada <a@x.de>', [['Ada', 'a@x.de']]],
  [
    "Ada B. O'Brien-Ærlig <a@x.de>,b@x.de",
    [
      ["Ada B. O'Brien-Ærlig", 'a@x.de'],
      ['', 'b@x.de'],
    ],
  ],
  [
    '"Berg, A. \\"(desk)\\" <x@y.de>" <a@x.de>, 日本 < b@x.de >',
    [
      ['Berg, A. "(desk)" <x@y.de>', 'a@x.de'],
      ['日本', 'b@x.de'],
    ],
  ],
  ['"" <a@x.de>', [['', 'a@x.de']]],
])('%s is read', (text, boxes) => {
  const mailboxes = boxes.map(([name, address]) => ({ name, address }));
  expect(readMailboxes(text)).toEqual({ mailboxes, others: [], encoded: [] });
});

test.each([
  ...['', 'Ada', 'a b@c.de', 'a@b.com SIZE=1', '<a@b.com> SIZE=1', 'a@b.com <', 'a@b.com>', '<a@x.de> b@x.de'],
  ...[
    'Ada (desk) <a@x.de>',
    'desk: a@x.de;',
    'b@x.de <a@x.de>',
    '"Ada <a@x.de>',
    '"a b"@x.de',
    'a@[1.2.3.4]',
    '<<a@x.de>>',
  ],
  ...['Ada <a@x.de', 'Ada <>', 'a@x.de (Ada)', '"Ada" Berg <a@x.de>'],
])('%j is refused', (text) => {
  expect(readMailboxes(text)).toEqual({ mailboxes: [], others: [text], encoded: [] });
});

test('what is wrong among others is named', () => {
  expect(readMailboxes('a@x.de,, nope, =?utf-8?Q?x?= <b@x.de>')).toEqual({
    mailboxes: [{ name: '', address: 'a@x.de' }],
    others: ['a@x.de,, nope, =?utf-8?Q?x?= <b@x.de>', 'nope'],
    encoded: ['=?utf-8?Q?x?= <b@x.de>'],
  });
});

test('many signs that open something are soon refused', () => {
  for (const sign of ['"', '<', '\\', '"a', '"\\']) expect(readMailboxes(sign.repeat(20_000)).mailboxes).toEqual([]);
});

test('a mail of more than 20 MB is remarked on', () => {
  expect(largeMail(20_000_000)).toBeNull();
  expect(largeMail(20_400_000)).toMatchObject({ id: 'SD0919', severity: 'note', args: { size: '20.4 MB' } });
});
