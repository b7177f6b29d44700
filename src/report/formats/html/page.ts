import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { GapReport } from '../../../model/report.ts';
import type { FormatOptions } from '../format.ts';
import { Document } from './document.tsx';
import { publicEdition } from './edition.ts';
import { settingFor } from './setting.ts';
import type { Words } from './words/words.ts';

/** The page of a report, in the edition for its audience; `words` where they are not those of its language. */
export function page(report: GapReport, options: FormatOptions, words?: Words): string {
  const shown = options.audience === 'public' ? publicEdition(report, options.page) : report;
  const exports = new Set(report.sources.map(({ file }) => file)).size;
  const setting = settingFor(shown, options, words);
  return `<!DOCTYPE html>\n${renderToString(h(Document, { exports, setting }))}\n`;
}
