import type { FindingReport, GapReport } from '../../model/report.ts';
import { answer } from '../answer.ts';
import { blindSpots } from '../blind-spots.ts';
import { instant, windowText } from '../dates.ts';
import { count, scoreText, typeset } from '../numbers.ts';
import { owedLines } from '../owed.ts';
import { placeOf } from '../place-of.ts';
import { plain } from '../plain.ts';
import { orderOf } from '../sets-right.ts';
import { task } from '../task.ts';
import { toll } from '../toll.ts';
import { verdictOrder } from '../verdict-word.ts';
import type { Voice } from '../voice.ts';
import { escaped, list, section, styles } from './mail/markup.ts';
import { promiseTable, verdictMark } from './mail/promises.ts';

const voice: Voice = { numbers: typeset, say: plain, name: plain };

/** A mail says what comes first; what is attached says all. */
const MOST_ACTIONS = 10;
const MOST_FINDINGS = 20;

/**
 * The report as mail programs show it: tables and styles of elements, no picture, no script, nothing to be fetched;
 * at most 600 px wide.
 *
 * @param attached - names of the files that come with it
 */
export function mailBody(report: GapReport, attached: readonly string[]): string {
  const sentence = answer(report).replace(/\.?$/, '.');
  const brand = plain(report.brand);
  const asOf = report.as_of === null ? [] : [`data as of ${instant(report.as_of)}`];
  const score = report.score === null ? [] : [`score ${scoreText(report.score, typeset)} of 100`];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${escaped(`${brand}: ${sentence}`)}</title>
</head>
<body style="${styles.page}">
<table role="presentation" align="center" cellpadding="0" cellspacing="0" border="0" style="${styles.sheet}">
<tr><td style="padding:16px"><div role="main">
<p style="${styles.quiet}">${escaped([brand, windowText(report.window)].join(' · '))}</p>
<h1 style="${styles.answer}">${escaped(sentence)}</h1>
<p style="margin:0 0 4px">${tally(report)}</p>
<p style="${styles.quiet}">${escaped([...score, ...asOf].join(' · '))}</p>
${[
  section('Promises', promiseTable(report, voice)),
  section('Act on these first', actions(report)),
  section('Owed', list('ul', owedLines(report, voice).map(escaped))),
  section('Blind spots', list('ul', blindSpots(report).map(spot))),
  section('Findings', findings(report)),
  section('Attached', list('ul', attached.map(escaped))),
].join('')}<p style="${styles.quiet};margin-top:24px">${escaped(`Written by saydo ${report.saydo}.`)}</p>
</div></td></tr>
</table>
</body>
</html>
`;
}

/** How many promises have each verdict; only what there is. */
function tally({ promises }: GapReport): string {
  return verdictOrder
    .flatMap((verdict) => {
      const number = promises.filter((promise) => promise.verdict === verdict).length;
      return number === 0 ? [] : [`${count(number, typeset)} ${verdictMark(verdict)}`];
    })
    .join(' &nbsp; ');
}

function actions(report: GapReport): string {
  const items = report.actions.slice(0, MOST_ACTIONS).map((action) => {
    const cost = toll(action, report, voice);
    const place = `${plain(action.promise)}, ${plain(action.channel)}`;
    const todo = task(action, voice);
    const name = `<b>${escaped(place)}</b>${cost === '' ? '' : `: ${escaped(cost)}`}`;
    return todo === '' ? name : `${name}<br>${escaped(todo)}`;
  });
  const order = orderOf(report);
  const why = order === '' ? '' : `<p style="${styles.quiet};margin-bottom:6px">${escaped(order)}.</p>\n`;
  return `${why}${list('ol', items)}${rest(report.actions.length - MOST_ACTIONS)}`;
}

const spot = ({ channel, reason, promises }: ReturnType<typeof blindSpots>[number]): string =>
  escaped(`${plain(channel)}: ${plain(reason) || 'not measured'} (${promises.map(plain).join(', ')})`);

function findings({ findings: all }: GapReport): string {
  return `${list('ul', all.slice(0, MOST_FINDINGS).map(finding))}${rest(all.length - MOST_FINDINGS)}`;
}

function finding(one: FindingReport): string {
  const place = placeOf(one);
  return `<b>${one.severity}</b>: ${escaped(plain(`${one.message}${place === '' ? '' : ` (${place})`}`))}`;
}

const rest = (more: number): string =>
  more <= 0 ? '' : `<p style="${styles.quiet}">and ${count(more, typeset)} more in the text of this mail</p>\n`;
