import type { CellPage } from '../../../model/page.ts';
import type { CellReport, GapReport, PromiseReport } from '../../../model/report.ts';
import { inDaysOf } from '../../in-days.ts';
import { count, type Figures, figures, type NumberStyle } from '../../numbers.ts';
import { plain } from '../../plain.ts';
import { readingsOf } from '../../readings.ts';
import type { FormatOptions } from '../format.ts';
import { type Locale, localeFor } from './locale.ts';
import { wordsFor } from './words/index.ts';
import type { Amount, Words } from './words/words.ts';

/** All that the parts of a page share: what it says, in which words, for whom. */
export interface Setting {
  readonly report: GapReport;
  readonly words: Words;
  readonly locale: Locale;
  readonly numbers: NumberStyle;
  /** For those to whom the promises were made: without counts, owners and small segments. */
  readonly isPublic: boolean;
  /** What people wrote, made harmless; the markup is escaped where it is written. */
  readonly say: (text: string) => string;
  readonly amount: (count: number) => Amount;
  readonly figuresOf: (cell: CellReport, parts?: readonly CellReport[]) => Figures;
  /** What points are called beside a figure. */
  readonly pageOf: (promise: PromiseReport, cell: CellReport) => CellPage | null;
}

export function settingFor(report: GapReport, options: FormatOptions, words = wordsFor(options.lang)): Setting {
  const locale = localeFor(options.lang, words);
  const { numbers } = locale;
  const pages = new Map(options.page.map((page) => [JSON.stringify([page.promise, page.channel]), page]));
  return {
    report,
    words,
    locale,
    numbers,
    isPublic: options.audience === 'public',
    say: plain,
    amount: (n) => ({ n, text: count(n, numbers) }),
    figuresOf: (cell, parts = []) => figures(readingsOf([cell, ...parts]), numbers, inDaysOf(cell)),
    pageOf: ({ id }, { channel }) => pages.get(JSON.stringify([id, channel])) ?? null,
  };
}
