import type { ActionReport, FindingReport, GapReport } from '../../../model/report.ts';
import { day } from '../../dates.ts';
import { count, fixed } from '../../numbers.ts';
import { readingOf } from '../../readings.ts';
import { ownFigures, pointsOf } from './columns.ts';
import { cases } from './notes.ts';
import type { Paper } from './paper.ts';
import { hanging } from './text.ts';

/** Channels without figures, each once, with the promises that go unmeasured there. */
export function blindSpots(report: GapReport, paper: Paper): string[] {
  const { dim, glyphs, measure, name, say } = paper;
  const spots = new Map<string, string[]>();
  for (const { id, channels } of report.promises) {
    for (const { channel, verdict, reason } of channels) {
      if (verdict !== 'unmeasured') continue;
      const spot = `${name(channel)}: ${say(reason) || 'not measured'}`;
      spots.set(spot, [...(spots.get(spot) ?? []), name(id)]);
    }
  }
  if (spots.size === 0) return [];
  const lines = [...spots].flatMap(([spot, promises]) =>
    hanging(`  ${glyphs.verdicts.unmeasured} `, `${spot} (${promises.join(', ')})`, measure),
  );
  return [paper.bold('Blind spots'), ...lines.map((line) => line.replace(glyphs.verdicts.unmeasured, dim))];
}

const place = ({ file, line }: FindingReport): string =>
  file === null ? '' : line === null ? file : `${file}:${line}`;

/** What the reading of the data turned up. */
export function findings({ findings: all }: GapReport, paper: Paper): string[] {
  if (all.length === 0) return [];
  const lines = all.flatMap((finding) => {
    const at = paper.say(place(finding));
    const text = `${at === '' ? '' : `${at}  `}${paper.say(finding.message)}`;
    return hanging(`  ${paper.glyphs.severities[finding.severity]} `, text, paper.measure);
  });
  return [paper.bold('Findings'), ...lines];
}

/** What it cost: cases, people, money; how far off it was where no case can be counted. */
function toll(action: ActionReport, report: GapReport, paper: Paper): string {
  const { shortfall, let_down: down, let_down_again: again, owed } = action;
  const style = paper.glyphs.numbers;
  const cell = report.promises
    .find(({ id }) => id === action.promise)
    ?.channels.find(({ channel }) => channel === action.channel);
  const reading = cell === undefined ? null : readingOf(cell);
  const gap =
    cell === undefined
      ? []
      : // What has ended may meet the target, and the verdict go by what has not, or by a segment.
        reading === null || (cell.gap ?? 0) >= 0
        ? [paper.say(cell.reason)]
        : [ownFigures(cell, paper).gap(reading, pointsOf(cell))];
  const twice = again === null || again === 0 ? '' : ` (${count(again, style)} more than once)`;
  return [
    ...(shortfall === null ? gap : [`${cases(shortfall, paper)} short`]),
    ...(down === null ? [] : [`${cases(down, paper, 'customer')} let down${twice}`]),
    ...(owed === null ? [] : [`${money(owed, paper)} owed`]),
  ].join(', ');
}

/** `2 600 EUR` */
export function money(
  { amount, currency }: { readonly amount: number; readonly currency: string },
  paper: Paper,
): string {
  return `${fixed(amount, Number.isInteger(amount) ? 0 : 2, paper.glyphs.numbers)} ${paper.say(currency)}`;
}

function task({ owner, act, by, overdue }: ActionReport, { say, name }: Paper): string {
  const due = by === null ? '' : overdue ? `overdue since ${day(by)}` : `by ${day(by)}`;
  const who = [owner === null ? '' : name(owner), due].filter((part) => part !== '').join(', ');
  const what = act === null ? '' : say(act);
  return [who, what].filter((part) => part !== '').join(': ');
}

/** What comes first is not a list of everything. */
const FIRST = 10;

/** In the report's own order: by shortfall, then customers let down. */
export function actions(report: GapReport, paper: Paper): string[] {
  if (report.actions.length === 0) return report.promises_measured === 0 ? [] : ['Nothing to act on.'];
  const digits = String(Math.min(FIRST, report.actions.length)).length + 2;
  const more = report.actions.length - FIRST;
  const lines = report.actions.slice(0, FIRST).flatMap((action, index) => {
    const lead = `${String(index + 1).padStart(digits)}  `;
    const name = `${paper.name(action.promise)}, ${paper.name(action.channel)}`;
    const cost = toll(action, report, paper);
    const todo = task(action, paper);
    return [
      ...hanging(lead, cost === '' ? name : `${name}: ${cost}`, paper.measure),
      ...(todo === '' ? [] : hanging(' '.repeat(lead.length), todo, paper.measure).map(paper.dim)),
    ];
  });
  const rest = more > 0 ? [paper.dim(`  and ${count(more, paper.glyphs.numbers)} more: --format json`)] : [];
  return [paper.bold('Act on these first'), ...lines, ...rest];
}
