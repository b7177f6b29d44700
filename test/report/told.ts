import fc from 'fast-check';
import type { GapReport } from '../../src/model/report.ts';
import { generated } from './generated.ts';
import { everyVerdict } from './samples.ts';

/** Text that wants to be markup, a mention, a command or more than one line, in one format or another. */
export const schemes = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</details></summary><b>',
  '[link](https://evil.example)',
  '![image](https://evil.example/a.png)',
  'see https://evil.example/?a=b&c=d',
  'www.evil.example and ftp://evil.example',
  'WWW.EVIL.EXAMPLE HTTP://EVIL.EXAMPLE',
  'mail someone@evil.example or mailto:a@b.example',
  '@octocat @org/team a@b',
  'fixes #123, owner/repo#4, GH-5, !6, %7, ~8, &9, $10$',
  '# heading',
  '- item',
  '+ item',
  '1. item',
  '2) item',
  '> quote',
  '=====',
  '---',
  '***',
  '___',
  '```',
  '~~~',
  '`code`',
  '``a` b``',
  '**bold** _em_ __strong__ ~~del~~ snake_case _',
  'a | b || c \\| d \\\\| e',
  '| --- |',
  '\\',
  'ends with \\',
  '&lt;b&gt; &#60; &amp; &copy; AT&T',
  '[ ] task',
  '[x] task',
  '[^1] and [^1]: note',
  '[ref]: https://evil.example',
  ':tada: :+1: 10:20:30 :100',
  'line\nbreak\r\nand\rtab\tand\u2028more',
  ']]>',
  '<![CDATA[x]]>',
  '<!-- comment -->',
  '<?php ?>',
  '\u0000\u0001\u0008\u000b\u000c\u001f\ufffe\uffff\ud800',
  'emoji 👩‍👩‍👧‍👦 and שלום',
  '::error file=a::b',
  '\n::set-output name=a::b',
  '  ::stop-commands::x',
  '##[group]x',
  '100% %25 %0A a:b,c',
  '"quoted" and \\"escaped\\" \\n',
  'it\'s {label="a"} 1\n# EOF',
  '',
  ' ',
] as const;

const SAID = new Set([
  ...['brand', 'id', 'says', 'owner', 'channel', 'reason', 'formula', 'calendars', 'by', 'is', 'promise', 'act'],
  ...['message', 'file', 'method', 'encoding', 'currency', 'source', 'saydo', 'against', 'code'],
]);

/** The report with other words wherever people wrote some; what had none keeps none. */
export function told(report: GapReport, next: () => string): GapReport {
  const told: unknown = JSON.parse(JSON.stringify(report), (key, value: unknown) =>
    typeof value !== 'string' || !(SAID.has(key) || /^\d+$/.test(key)) ? value : next(),
  );
  // Only texts were put in the place of texts.
  return told as GapReport;
}

/** One sample for each scheme, with it in every field. */
export const schemed: readonly (readonly [string, GapReport])[] = schemes.map((text) => [
  JSON.stringify(text),
  told(everyVerdict, () => text),
]);

/** Any report, with any of the schemes or any text in each field. */
export const plotted: fc.Arbitrary<GapReport> = fc
  .tuple(
    generated,
    fc.array(
      fc.oneof(
        fc.constantFrom(...schemes),
        fc.tuple(fc.constantFrom(...schemes), fc.constantFrom(...schemes)).map((both) => both.join('')),
        fc.string({ unit: fc.constantFrom(...'\\`*_{}[]<>()#+-.!|~@:/&$%= \n19aZ'), maxLength: 20 }),
      ),
      { minLength: 1, maxLength: 30 },
    ),
  )
  .map(([report, texts]) => {
    let index = 0;
    return told(report, () => texts[index++ % texts.length] ?? '');
  });
