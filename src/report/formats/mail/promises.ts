import type { CellReport, GapReport, PromiseReport, Verdict } from '../../../model/report.ts';
import { type Figures, figures } from '../../numbers.ts';
import { figuresFor, pointsOf, readingOf, readingsOf } from '../../readings.ts';
import { remarks } from '../../remarks.ts';
import { verdictSign, verdictWord } from '../../verdict-word.ts';
import type { Voice } from '../../voice.ts';
import { whyNot } from '../../why-not.ts';
import { escaped, inks, styles } from './markup.ts';

/** The verdict as a sign and as a word, in its colour. */
export const verdictMark = (verdict: Verdict): string =>
  `<b style="color:${inks[verdict]}">${verdictSign[verdict]} ${verdictWord[verdict]}</b>`;

const columns = [
  ['verdict', 'left', '22%'],
  ['channel', 'left', '20%'],
  ['value', 'right', '19%'],
  ['target', 'right', '17%'],
  ['gap', 'right', '22%'],
] as const;

/** Every promise with its channels: what was measured, against what, and how far off it is. */
export function promiseTable({ promises }: GapReport, voice: Voice): string {
  if (promises.length === 0) return '';
  const head = columns.map(
    ([name, align, width]) => `<th scope="col" width="${width}" align="${align}" style="${styles.head}">${name}</th>`,
  );
  return [
    `<table style="${styles.table}">`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    ...promises.map((promise) => block(promise, voice)),
    '</table>\n',
  ].join('\n');
}

function block(promise: PromiseReport, voice: Voice): string {
  const { channels, id, says, owner, verdict } = promise;
  const numbers = figures(readingsOf(channels), voice.numbers);
  const whose = [id, ...(owner === null ? [] : [owner])].map(voice.name).join(' · ');
  const name = `<span style="${styles.quiet}">${escaped(whose)}</span>`;
  const heading = `${verdictMark(verdict)} <b>${escaped(voice.say(says))}</b> ${name}`;
  return [
    `<tbody><tr><th scope="rowgroup" colspan="5" align="left" style="${styles.promise};font-weight:normal">${heading}</th></tr>`,
    ...channels.map((cell) => {
      const own = figuresFor(cell, numbers, voice.numbers);
      const said = cell.verdict === 'kept' || cell.value === null ? '' : remarks(cell, own, voice);
      return said === '' ? row(cell, own, voice, styles.ruled) : `${row(cell, own, voice, '')}${remark(said)}`;
    }),
    '</tbody>',
  ].join('\n');
}

/** @param rule - style of its lower edge */
function row(cell: CellReport, own: Figures, voice: Voice, rule: string): string {
  const style = `${styles.cell};${rule}`;
  const reading = readingOf(cell);
  const told =
    reading === null
      ? [`<td colspan="3" style="${style};color:#595959">${escaped(whyNot(cell, own, voice))}</td>`]
      : [
          own.value(reading.value, reading.unit, reading.target),
          own.target(reading.target, reading.unit),
          own.gap(reading, pointsOf(cell)),
        ].map(
          (text) => `<td align="right" style="${style};word-wrap:normal;overflow-wrap:normal">${escaped(text)}</td>`,
        );
  return [
    `<tr><td style="${style}">${verdictMark(cell.verdict)}${before(cell)}</td>`,
    `<th scope="row" align="left" style="${style};font-weight:normal">${escaped(voice.name(cell.channel))}</th>`,
    `${told.join('')}</tr>`,
  ].join('');
}

/** Why a figure is not simply kept, and where most of what lacks comes from. */
const remark = (said: string): string =>
  `\n<tr><td style="${styles.ruled}"></td><td colspan="4" style="${styles.remark};${styles.ruled}">${escaped(said)}</td></tr>`;

/** What the verdict was in the report that this one is held against, where that differs. */
function before({ change, verdict }: CellReport): string {
  if (change === undefined || change?.verdict_before === verdict) return '';
  const was = change === null ? 'new' : `was ${verdictWord[change.verdict_before]}`;
  return `<br><span style="${styles.quiet}">${was}</span>`;
}
