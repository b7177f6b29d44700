import type { GapReport } from '../../../model/report.ts';
import { blindSpots } from '../../blind-spots.ts';
import { instant } from '../../dates.ts';
import { bytes, count } from '../../numbers.ts';
import { owedLines } from '../../owed.ts';
import { placeOf } from '../../place-of.ts';
import { orderOf } from '../../sets-right.ts';
import { task } from '../../task.ts';
import { toll } from '../../toll.ts';
import { verdictSign } from '../../verdict-word.ts';
import { glyphsFor } from '../table/glyphs.ts';
import { harmless, strong } from './escape.ts';
import { grid } from './grid.ts';
import { voice } from './voice.ts';

const severities = glyphsFor(true).severities;
/** What comes first is not a list of everything. */
const FIRST = 10;

const section = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `## ${title}\n\n${items.join('\n')}`;

/** What to do about it, in the report's own order. */
export function actions(report: GapReport): string {
  const more = report.actions.length - FIRST;
  const items = report.actions.slice(0, FIRST).flatMap((action, index) => {
    const lead = `${index + 1}. `;
    const what = toll(action, report, voice);
    const todo = task(action, voice);
    const name = strong(`${action.promise}, ${action.channel}`);
    return [
      `${lead}${name}${what === '' ? '' : `: ${what}`}`,
      ...(todo === '' ? [] : [`${' '.repeat(lead.length)}- ${todo}`]),
    ];
  });
  const order = orderOf(report);
  const why = items.length === 0 || order === '' ? [] : [`${order}.`, ''];
  return section('Act on these first', [
    ...why,
    ...items,
    ...(more > 0 ? [`\nand ${count(more, voice.numbers)} more`] : []),
  ]);
}

/** What all remedies cost together, by currency. */
export const owed = (report: GapReport): string =>
  section(
    'Owed',
    owedLines(report, voice).map((line) => `- ${line}`),
  );

/** Where nobody looks. */
export function blindSpotList(report: GapReport): string {
  const items = blindSpots(report).map(({ channel, reason, promises }) => {
    const names = promises.map(voice.name).join(', ');
    return `- ${verdictSign.unmeasured} ${strong(channel)}: ${harmless(reason) || 'not measured'} (${names})`;
  });
  return section('Blind spots', items);
}

/** What the reading of the data turned up. */
export function findings({ findings: all }: GapReport): string {
  const items = all.map((finding) => {
    const text = [placeOf(finding), finding.message].filter((part) => part !== '').join(': ');
    return `- ${severities[finding.severity]} ${harmless(text)}`;
  });
  return section('Findings', items);
}

/** What was read, file by file, folded away. */
export function sources({ sources: all }: GapReport): string {
  if (all.length === 0) return '';
  const rows = all.map(({ channel, file, bytes: size, rows: read, entered, as_of, sha256 }) => [
    harmless(channel),
    harmless(file),
    bytes(size, voice.numbers),
    count(read, voice.numbers),
    count(entered, voice.numbers),
    as_of === null ? '' : harmless(instant(as_of)),
    sha256 === null ? 'none: over 256 MB' : /^[0-9a-f]+$/.test(sha256) ? `\`${sha256}\`` : harmless(sha256),
  ]);
  const table = grid(
    [
      { head: 'channel', align: 'left' },
      { head: 'file', align: 'left' },
      { head: 'size', align: 'right' },
      { head: 'rows', align: 'right' },
      { head: 'entered', align: 'right' },
      { head: 'as of', align: 'left' },
      { head: 'sha256', align: 'left' },
    ],
    rows,
  );
  return `<details>\n<summary>Sources</summary>\n\n${table}\n\n</details>`;
}
