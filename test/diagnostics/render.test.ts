import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/catalog.ts';
import { renderDiagnostics } from '../../src/diagnostics/render.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';

function at(line: number, column: number, length: number): Diagnostic {
  return diagnose(
    'unknown-comparison',
    { found: 'at leest', proposal: 'at least 95%' },
    { file: 'promises.yaml', line, column, length },
  );
}

const shown = (diagnostic: Diagnostic, text: string | null, width?: number): string[] =>
  renderDiagnostics([diagnostic], () => text, null, width).split('\n');

test('an error as look.md has it', () => {
  const text = `${'\n'.repeat(34)}    kept_when: { replied: { within: 4h } }\n    target: at leest 95%\n`.replace(
    '\n\n    kept',
    '\n    kept',
  );
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.includes('leest')) + 1;
  expect(
    renderDiagnostics([at(line, 13, 8)], () => text),
  ).toBe(`promises.yaml:${line}:13  unknown comparison 'at leest' (SD0207)
   ${line - 1} |     kept_when: { replied: { within: 4h } }
   ${line} |     target: at leest 95%
      |             ^^^^^^^^
   expected at least, at most, over or under; did you mean at least 95%?
`);
});

describe('the caret stands under the letters that it means', () => {
  const lines: readonly (readonly [name: string, line: string, word: string])[] = [
    ['plain', 'target: at leest', 'at leest'],
    ['tabs', '\ttarget:\tat leest', 'at leest'],
    ['wide letters', '約束: 九割 at leest', 'at leest'],
    ['wide letters under it', 'brand: 約束', '約束'],
    ['an emoji', 'says: 💛💛 at leest', 'at leest'],
    ['an accent of its own', 'sa\u0308gt: at leest', 'at leest'],
    ['a long line', `${'x'.repeat(500)} at leest ${'y'.repeat(500)}`, 'at leest'],
    ['a long line of wide letters', `${'束'.repeat(300)} at leest ${'💛'.repeat(300)}`, 'at leest'],
    ['the end of a long line', `${'x'.repeat(500)} at leest`, 'at leest'],
    ['the start of a long line', `at leest ${'x'.repeat(500)}`, 'at leest'],
  ];
  test.each(lines)('%s', (_name, line, word) => {
    const column = [...line.slice(0, line.indexOf(word))].length + 1;
    const [, source = '', caret = ''] = shown(at(1, column, [...word].length), line);
    const before = source.slice(0, source.indexOf(word));
    expect(stringWidth(caret.slice(0, caret.indexOf('^')))).toBe(stringWidth(before));
    expect(caret.trim().replace(/^\| +/, '')).toBe('^'.repeat(stringWidth(word)));
    expect(stringWidth(source)).toBeLessThanOrEqual(100);
  });

  test('past the end of the line', () => {
    expect(shown(at(1, 99, 5), 'abc')[2]).toBe('      |    ^');
  });
});

test('without a position, or without the text: message and help alone', () => {
  const nowhere = diagnose('unset-variable', { name: 'DIR', nearest: null }, null);
  expect(shown(nowhere, 'text')).toEqual([
    'the environment variable DIR is not set (SD0138)',
    '   set it before the run: DIR=... saydo audit',
    '',
  ]);
  expect(shown(at(1, 1, 1), null)).toHaveLength(3);
  expect(shown(at(9, 1, 1), 'one line')).toHaveLength(3);
});

test('a warning says so; paint colours only', () => {
  const warning = diagnose('unused-channel', { channel: 'fax' }, { file: 'p.yaml', line: 1, column: 1, length: 3 });
  expect(shown(warning, 'fax: 1')[0]).toBe("p.yaml:1:1  warning: no promise is measured on channel 'fax' (SD0305)");
  const paint = {
    error: (text: string) => `<e>${text}</e>`,
    warning: (text: string) => `<w>${text}</w>`,
    dim: (text: string) => `<d>${text}</d>`,
  };
  const painted = renderDiagnostics([warning, at(1, 1, 3)], () => 'fax: 1', paint);
  expect(painted).toContain('<w>^^^</w>');
  expect(painted).toContain('<e>^^^</e>');
  expect(painted.replaceAll(/<\/?[ewd]>/g, '')).toBe(renderDiagnostics([warning, at(1, 1, 3)], () => 'fax: 1'));
});

test('nothing that steers a terminal comes out', () => {
  const hostile = '\u001B[31mred\u0007 \u202Egnirts\u2066 \u009B2J \u2028 \uD800';
  const diagnostic = diagnose(
    'unknown-channel',
    { channel: hostile, known: [hostile], nearest: null },
    { file: hostile, line: 1, column: 1, length: 3 },
  );
  expect(renderDiagnostics([diagnostic], () => hostile)).not.toMatch(
    /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]|\p{Cs}/u,
  );
});
