import type { GapReport } from '../../../model/report.ts';
import { answer } from '../../answer.ts';
import { instant, windowText } from '../../dates.ts';
import { count, scoreText } from '../../numbers.ts';
import { verdictOrder, verdictWord } from '../../verdict-word.ts';
import type { Paper } from './paper.ts';
import { cut, padStart, widthOf, wrap } from './text.ts';

/** `✓ 1 kept   ◐ 1 close   ✗ 2 missed`: only what there is. */
function tally(report: GapReport, paper: Paper): { readonly plain: string; readonly painted: string }[] {
  return verdictOrder.flatMap((verdict) => {
    const number = report.promises.filter((promise) => promise.verdict === verdict).length;
    if (number === 0) return [];
    const sign = paper.glyphs.verdicts[verdict];
    const words = `${count(number, paper.glyphs.numbers)} ${verdictWord[verdict]}`;
    return [{ plain: `${sign} ${words}`, painted: `${paper.verdict[verdict](sign)} ${words}` }];
  });
}

/** Brand, window, score, and the answer. */
export function head(report: GapReport, paper: Paper): string[] {
  const { bold, dim, glyphs, say, width } = paper;
  const score = report.score === null ? 'no score' : `score ${scoreText(report.score, glyphs.numbers)}`;
  const brand = cut(say(report.brand), width - widthOf(score) - 3, glyphs.ellipsis);
  const window = windowText(report.window);
  const asOf = report.as_of === null ? [] : [`data as of ${instant(report.as_of)}`];
  const when = [window, ...asOf].join(` ${glyphs.dot} `);

  const words = answer(report);
  const parts = tally(report, paper);
  const line = [words, ...parts.map((part) => part.plain)].join('   ');
  const painted = [bold(words), ...parts.map((part) => part.painted)].join('   ');
  const verdicts = widthOf(line) <= width ? [painted] : [...wrap(words, width).map(bold), ...flow(parts, width)];
  return [
    `${bold(brand)}${padStart(score, width - widthOf(brand))}`,
    ...(widthOf(when) <= width ? [when] : [window, ...asOf].flatMap((text) => wrap(text, width))).map(dim),
    '',
    ...verdicts,
  ];
}

/** Sets the parts one after the other, three blanks apart, on as many lines as it takes. */
function flow(parts: readonly { readonly plain: string; readonly painted: string }[], width: number): string[] {
  const lines: string[] = [];
  let used = width;
  for (const { plain, painted } of parts) {
    if (used + 3 + widthOf(plain) > width) {
      lines.push(painted);
      used = widthOf(plain);
    } else {
      lines.push(`${lines.pop() ?? ''}   ${painted}`);
      used += 3 + widthOf(plain);
    }
  }
  return lines;
}
