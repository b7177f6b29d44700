// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of the promise language
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/render.ts';
import { cases, SOUND } from './cases.ts';
import { foundIn } from './found.ts';

const words = fc.constantFrom(
  ...[
    'saydo',
    'brand',
    'channels',
    'promises',
    'email',
    'kept_when',
    'where',
    'target',
    'extends',
    'columns',
    'calendars',
    'hours',
    'mon-fri',
    '08:00-17:00',
    'during',
    'calendar',
    'csv',
    'window',
    'last',
    'all',
    'any',
    'not',
  ],
  ...[
    'within',
    'is',
    'by',
    'null',
    '~',
    '95%',
    'at least 4',
    '4h',
    '2026-01-01',
    '-',
    '*a',
    '&a',
    '!x',
    '${A}',
    '#1',
    '"',
    "'",
    '|',
    '>',
    '<<',
    '__proto__',
    'constructor',
    'toString',
    '1e999',
    '💛',
    '\t',
    '\u202E',
  ],
  ...[':', ': ', '\n', '\n  ', '\n    ', '- ', '{ ', ' }', '[', ']', ', ', '? ', '---\n', '...\n', '%'],
);
const soup = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(''));
const mutated = fc
  .tuple(fc.constantFrom(...cases.filter(({ text }) => text.length < 2000)), fc.nat(), fc.nat(10), words)
  .map(([{ text }, at, length, word]) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + word + text.slice(start + length);
  });
const anything: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.constant(null),
    fc.integer(),
    words,
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(words, fc.string()), tie('value')),
  ),
})).value;
const keyed = fc
  .tuple(fc.constantFrom('channels', 'promises', 'calendars', 'window', 'brand', 'timezone', 'as_of'), anything)
  .map(([key, value]) => {
    return `${SOUND.filter((line) => !line.startsWith(key)).join('\n')}\n${key}: ${JSON.stringify(value)}\n`;
  });
const inside = fc.tuple(fc.constantFrom('email', 'quick'), fc.dictionary(words, anything)).map(([which, value]) => {
  const channel = which === 'email' ? JSON.stringify(value) : '{ source: a.csv, at: t }';
  const promise =
    which === 'email'
      ? '{ says: S, kept_when: { r: present }, target: 95%, channels: [email] }'
      : JSON.stringify(value);
  return `brand: B\nchannels:\n  email: ${channel}\npromises:\n  quick: ${promise}\n`;
});

test('any text is a declaration or a failure, with places that lie in it and messages fit for a terminal', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 200 }), soup, mutated, keyed, inside), (text) => {
      const found = foundIn(text, { A: 'x' });
      const lines = text.split('\n');
      for (const { at } of found) {
        if (at === null) continue;
        expect(at.line).toBeGreaterThanOrEqual(1);
        expect(at.line).toBeLessThanOrEqual(lines.length);
        expect(at.column).toBeLessThanOrEqual([...(lines[at.line - 1] ?? '')].length + 1);
        expect(at.length).toBeGreaterThanOrEqual(1);
      }
      expect(renderDiagnostics(found, () => text)).not.toMatch(
        /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/,
      );
    }),
    { numRuns: 400 },
  );
});

const large: readonly (readonly [string, string])[] = [
  ['brackets', '['.repeat(20_000)],
  ['maps in maps', '{a: '.repeat(20_000)],
  ['dashes', '- '.repeat(20_000)],
  ['unknown keys', Array.from({ length: 20_000 }, (_, i) => `key${i}: 1`).join('\n')],
  ['twin keys on one line', `{${'a: 1, '.repeat(5000)}}`],
  ['an endless line', `brand: ${'x'.repeat(1_000_000)} #y`],
  ['wide letters', `brand: ${'💛'.repeat(200_000)}\nx: ${'💛'.repeat(200_000)}: `],
  [
    'unknown channels',
    `${SOUND.slice(0, 9).join('\n')}\n    channels: [${Array.from({ length: 5000 }, (_, i) => `c${i}`).join(', ')}]`,
  ],
  [
    'many channels',
    `brand: B\nchannels:\n${Array.from({ length: 5000 }, (_, i) => `  c${i}: { extends: d${i} }`).join('\n')}\npromises: {}`,
  ],
  [
    'a chain of channels',
    `brand: B\nchannels:\n${Array.from({ length: 20_000 }, (_, i) => `  c${i}: { extends: c${i + 1} }`).join('\n')}\npromises: {}`,
  ],
  [
    'an alias bomb',
    `a: &a [${'x,'.repeat(9)}]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${`*${'abcdefghi'[i]},`.repeat(9)}]`).join('\n')}`,
  ],
  ['many aliases', `a: &a 1\nb: [${'*a, '.repeat(50_000)}]`],
  ['blanks in hours', `calendars: { "a": { hours: { "m${' '.repeat(50_000)}n": "8${' '.repeat(50_000)}x" } } }`],
  [
    'many spans',
    `calendars: { a: { hours: { mon: [${Array.from({ length: 20_000 }, (_, i) => `0${i % 10}:00-0${(i + 1) % 10}:00`).join(', ')}] } } }`,
  ],
  ['quotes', '"'.repeat(100_000)],
  ['tabs', '\t'.repeat(100_000)],
  ['signs', `a: ${'>'.repeat(100_000)}`],
];

test.each(large)('%s end in bounded time', (_name, text) => {
  expect(renderDiagnostics(foundIn(text), () => text)).not.toBe('');
});
