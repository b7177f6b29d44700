import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { named } from '../../src/deliver/attachment.ts';
import { compose, type Letter } from '../../src/deliver/message.ts';
import { hasPython, parsed } from './python.ts';

const letter: Letter = {
  from: { name: 'Reports, "daily" Ærlig', address: 'reports@example.com' },
  to: [
    { name: '', address: 'ada@example.com' },
    { name: '日本', address: 'bob@example.com' },
  ],
  cc: [{ name: 'C', address: 'cc@example.com' }],
  replyTo: [{ name: '', address: 'desk@example.com' }],
  subject: '2 of 7 promises missed: Fjellrute Cycles, Q1 2026',
  text: 'Text\n.\n.dots\nFrom here\n--_NmP- no boundary\n',
  html: '<p>HTML &amp; ü</p>\n',
  attachments: [
    { name: 'gap.csv', text: 'brand,æøå\r\n"a\r\nb",1\r\n' },
    { name: 'ærlig-日本.csv', text: 'x\r\n' },
    { name: "a b;c%'.json", text: '{}\n' },
  ],
  sentAt: Date.UTC(2026, 3, 1, 12),
};

const linesOf = (bytes: Uint8Array): readonly string[] => Buffer.from(bytes).toString('latin1').split('\r\n');

test('it goes to everyone it names', async () => {
  expect(await compose(letter)).toMatchObject({
    from: 'reports@example.com',
    to: ['ada@example.com', 'bob@example.com', 'cc@example.com'],
  });
});

test('lines are short, end as they are to, and hold ASCII alone', async () => {
  const { bytes } = await compose({ ...letter, subject: '🚲 '.repeat(100), text: 'ü'.repeat(5000) });
  const text = Buffer.from(bytes).toString('latin1');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text).toMatch(/^[\t\r\n -~]*$/);
  for (const line of linesOf(bytes)) expect(line.length, line).toBeLessThanOrEqual(78);
});

test('nobody is to answer it by a machine', async () => {
  const head = linesOf((await compose(letter)).bytes);
  expect(head).toContain('Auto-Submitted: auto-generated');
  expect(head).toContain('X-Auto-Response-Suppress: All');
  expect(head).toContain('Date: Wed, 01 Apr 2026 12:00:00 +0000');
  expect(head.filter((line) => line.startsWith('Message-ID: '))).toMatchObject([/^Message-ID: <[\w-]+@example\.com>$/]);
});

test('two of the same words differ in Message-ID and boundary alone', async () => {
  const same = (bytes: Uint8Array) =>
    Buffer.from(bytes)
      .toString()
      .replace(/^Message-ID: .*$/m, '')
      .replace(/_NmP-[0-9a-f]+/g, '');
  const [one, other] = [await compose(letter), await compose(letter)];
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(false);
  expect(same(one.bytes)).toBe(same(other.bytes));
});

describe.skipIf(!hasPython)("read by Python's email", () => {
  test('it is whole and without a defect', async () => {
    const { headers, parts, defects } = parsed((await compose(letter)).bytes);
    expect(defects).toEqual([]);
    expect(headers).toMatchObject({
      from: '"Reports, \\"daily\\" Ærlig" <reports@example.com>',
      to: 'ada@example.com, 日本 <bob@example.com>',
      cc: 'C <cc@example.com>',
      'reply-to': 'desk@example.com',
      subject: letter.subject,
      'mime-version': '1.0',
    });
    expect(parts.map(({ type }) => type)).toEqual([
      ...['multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html'],
      ...['text/csv', 'text/csv', 'application/json'],
    ]);
    const content = parts.map((part) => Buffer.from(part.content, 'base64').toString());
    expect(content[2]?.replaceAll('\r\n', '\n').trimEnd()).toBe(letter.text.trimEnd());
    expect(content[3]?.replaceAll('\r\n', '\n').trimEnd()).toBe(letter.html.trimEnd());
    expect(content.slice(4)).toEqual(letter.attachments.map(({ text }) => text));
    expect(parts.slice(4).map(({ name }) => name)).toEqual(letter.attachments.map(({ name }) => name));
    expect(parts.slice(4).every(({ disposition }) => disposition === 'attachment')).toBe(true);
    expect(parts[4]?.params).toEqual({ charset: 'utf-8', header: 'present' });
  });

  test('a subject of 300 emoji comes through in encoded words of at most 75 letters', async () => {
    const subject = `2 of 7 promises missed: ${'🚲👩‍🚀é'.repeat(100)}`;
    const { bytes } = await compose({ ...letter, subject });
    const { headers, defects } = parsed(bytes);
    expect(defects).toEqual([]);
    expect(headers['subject']).toBe(subject);
    const words =
      Buffer.from(bytes)
        .toString()
        .match(/=\?[^\s?]+\?[BQ]\?[^\s?]*\?=/g) ?? [];
    expect(words.length).toBeGreaterThan(10);
    for (const word of words) expect(word.length).toBeLessThanOrEqual(75);
  });

  test('a subject that looks encoded comes through as it was written, and so does the head', async () => {
    const word = fc.constantFrom(
      '=?utf-8?Q?x=0d=0aBcc:_x?=',
      '=?',
      '?=',
      '=?utf-8?B?DQpCY2M6IHg=?=',
      'ü',
      '🚲🚲',
      'a b',
      '"',
    );
    const subject = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => `=? ${words.join(' ')}`);
    await fc.assert(
      fc.asyncProperty(subject, async (text) => {
        const { bytes } = await compose({ ...letter, subject: text });
        const { headers, defects } = parsed(bytes);
        expect(defects).toEqual([]);
        expect(headers['subject']).toBe(text.trim());
        expect(headers).not.toHaveProperty('bcc');
        for (const line of linesOf(bytes)) expect(line.length, line).toBeLessThanOrEqual(78);
      }),
      { numRuns: 10, examples: [['=?utf-8?Q?x=0d=0aBcc:_x?='], [`4 of 5 kept: =?utf-8?Q?=0d=0aBcc:_x?=`]] },
    );
    const name = '=?utf-8?Q?=0d=0aBcc:_x?=';
    const { headers } = parsed((await compose({ ...letter, from: { name, address: 'a@b.de' } })).bytes);
    expect(headers['from']).toContain('utf-8?Q?=0d=0aBcc:_x?=');
    const file = { name: '=?utf-8?Q?x=0d=0a?=.csv', text: 'x' };
    const { parts } = parsed((await compose({ ...letter, attachments: named([file]) })).bytes);
    expect(parts.at(-1)?.name).toBe('=-utf-8-Q-x=0d=0a-=.csv');
  });

  test('no text makes a header or a part of its own', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 60 });
    const hostile = fc.oneof(
      line,
      line.map((text) => `${text}\r\nBcc: x@example.com\r\n\r\n--_NmP-${text}`),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (subject, text, name) => {
        const { bytes } = await compose({
          ...letter,
          ...{ subject: `s ${subject}`, text, html: `<p>${text}`, from: { name: `n ${name}`, address: 'a@b.de' } },
        });
        const { headers, parts, defects } = parsed(bytes);
        expect(defects).toEqual([]);
        expect(Object.keys(headers).sort()).toEqual([
          ...['auto-submitted', 'cc', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'reply-to'],
          ...['subject', 'to', 'x-auto-response-suppress'],
        ]);
        expect(parts.length).toBe(7);
      }),
      { numRuns: 15 },
    );
  });
});
