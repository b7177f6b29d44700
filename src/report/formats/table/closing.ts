import type { GapReport } from '../../../model/report.ts';
import { blindSpots as blindSpotsOf } from '../../blind-spots.ts';
import { count } from '../../numbers.ts';
import { owedLines } from '../../owed.ts';
import { placeOf } from '../../place-of.ts';
import { orderOf } from '../../sets-right.ts';
import { task } from '../../task.ts';
import { toll } from '../../toll.ts';
import type { Paper } from './paper.ts';
import { hanging, wrap } from './text.ts';

/** Channels without figures, each once, with the promises that go unmeasured there. */
export function blindSpots(report: GapReport, paper: Paper): string[] {
  const { dim, glyphs, measure, name, say } = paper;
  const spots = blindSpotsOf(report);
  if (spots.length === 0) return [];
  const lines = spots.flatMap(({ channel, reason, promises }) => {
    const text = `${name(channel)}: ${say(reason) || 'not measured'} (${promises.map(name).join(', ')})`;
    return hanging(`  ${glyphs.verdicts.unmeasured} `, text, measure);
  });
  return [paper.bold('Blind spots'), ...lines.map((line) => line.replace(glyphs.verdicts.unmeasured, dim))];
}

/** What the reading of the data turned up. */
export function findings({ findings: all }: GapReport, paper: Paper): string[] {
  if (all.length === 0) return [];
  const lines = all.flatMap((finding) => {
    const at = paper.say(placeOf(finding));
    const text = `${at === '' ? '' : `${at}  `}${paper.say(finding.message)}`;
    return hanging(`  ${paper.glyphs.severities[finding.severity]} `, text, paper.measure);
  });
  return [paper.bold('Findings'), ...lines];
}

/** What comes first is not a list of everything. */
const FIRST = 10;

/** What all remedies cost together, a line a currency. */
export function owed(report: GapReport, paper: Paper): string[] {
  if (report.owed.length === 0) return [];
  return [paper.bold('Owed'), ...owedLines(report, paper).flatMap((line) => hanging('  ', line, paper.measure))];
}

/** In the report's own order, which is said. */
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
  const order = orderOf(report);
  const why = order === '' ? [] : wrap(order, paper.measure - 2).map((line) => paper.dim(`  ${line}`));
  return [paper.bold('Act on these first'), ...why, ...lines, ...rest];
}
