import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { CustomerRecord } from '../record.ts';
import { Letter } from './letter.tsx';
import { settingFor } from './setting.ts';
import { en } from './words.ts';

/**
 * The record as an HTML page fit to send to the person: without files, lines, owners, formulas, targets, or any other id.
 *
 * @param lang - BCP 47 tag by which dates and numbers are written
 */
export function customerPage(record: CustomerRecord, lang: string, words = en): string {
  return `<!DOCTYPE html>\n${renderToString(h(Letter, { setting: settingFor(record, lang, words) }))}\n`;
}
