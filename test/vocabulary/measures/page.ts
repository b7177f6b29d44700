import type { Unit } from '../../../src/model/target.ts';
import { measureKeys, measures, type WorkedExample } from '../../../src/vocabulary/measures/index.ts';
import { secondsInWords, shareInWords } from '../../../src/vocabulary/words.ts';
import { fileOf } from './example-file.ts';

/** What is said before the measures themselves. */
const OPENING = `# Measures

How a promise is measured: one measure for each promise and channel. Each stands here with its formula, why a brand cares,
where it misleads, and an example small enough to follow by hand: the export, the lines that a promise file says on its
channel and on its promise, and what comes out. The examples are run, and this page is written, by the tests.

## Which one

| the promise is about | take |
| --- | --- |
| every customer, every time: answered in time, in full, as promised | [\`kept_when\`](#kept_when) |
| the same, where the export has only counts | [\`tally\`](#tally) |
| how long it takes, most of the time | [\`median\`](#median), [\`p75\`](#p75), [\`p90\`](#p90), [\`p95\`](#p95), [\`p99\`](#p99), [\`quantile\`](#quantile) |
| never more, never fewer | [\`max\`](#max), [\`min\`](#min) |
| a total: minutes of outage, money given back | [\`sum\`](#sum) |
| how often something happens | [\`rate\`](#rate); across two exports [\`ratio\`](#ratio); in all [\`count\`](#count) |
| breadth: languages, towns, agents | [\`distinct\`](#distinct) |
| what customers say | [\`nps\`](#nps), [\`difference\`](#difference); a share of good answers is a [\`kept_when\`](#kept_when) |
| what adds up, and not how long people wait | [\`mean\`](#mean) |

Where in doubt take \`kept_when\`. Averages hide tails: eleven tickets can have a mean of 9.5 hours and a median of one, and
neither says how many customers were let down.

## What they are taken of

Quantiles, \`mean\`, \`sum\`, \`min\` and \`max\` are taken of a column, or of the time between two moments of a row:

\`\`\`yaml
median: wait
p90: { from: opened, to: replied, calendar: desk, minus: on_hold }
\`\`\`

| | |
| --- | --- |
| type of a column | what is declared, else what the unit of the target says: \`at most 5m\` reads durations, \`at most 20%\` percentages, \`at most 5\` numbers |
| \`from\` | \`at\` of the channel, unless it is said |
| \`to\` is blank | not ended: still open at as_of |
| \`calendar\` | time counts while it is open |
| \`minus\` | a duration column that does not count; a blank takes off nothing, and no time falls below zero |
| two dates | whole days of 24 hours; under a calendar open days. Against a time of day, that time's day counts |
| two times under a calendar | open hours: their levels are written in hours, for a day of a desk is no 24 hours |
| \`from\` and \`to\` are one column | an error |
| \`to\` before \`from\`, a duration below zero | unreadable |
| a blank \`from\`, a blank column | left out, and counted as excluded |
| a blank duration | may be that of the customer who gave up: the figure with it as without end stands beside |

Still open is not nothing. Quantiles take an open case for one that lasts at least as long as it has so far; \`mean\`, \`sum\`
and \`max\` leave it out and say what they would be with it, which is what they will be at least.

## Intervals

\`sum\`, \`min\`, \`max\`, \`count\` and \`distinct\` tell what happened and have no interval; \`judge: interval\` is an error there. All
others are taken of a sample. One that is too small for a bound leaves it empty: that is no certainty, but the lack of any.

## Targets and scores

| measure | target |
| --- | --- |
| \`kept_when\`, \`tally\` | a share, at least |
| quantiles, \`mean\`, \`sum\`, \`min\`, \`max\` | in the unit of what they are taken of, at least or at most |
| all others | a number, at least or at most |

\`95%\` alone means at least, \`4h\` alone at most; a number says its direction. \`difference\`, and \`nps\` with an at-most target,
have no end to count a score from: they need \`floor\`.

\`count\`, \`sum\` and \`distinct\` grow with the window. Their periods and segments are shown, and not held against a target that
is meant for the whole.

A \`remedy\` is owed for what \`kept_when\` and \`tally\` count as missed; no other measure counts misses.

No value is none: without a case, an answer or an order a measure is empty, never 0.
`;

/** The page of measures, from their definitions. */
export function measuresPage(): string {
  return `${OPENING}\n${measureKeys.map(section).join('\n')}`;
}

function section(kind: (typeof measureKeys)[number]): string {
  const { teaches, example, target } = measures[kind];
  const unit = target.unit ?? unitOf(example);
  const first = measureKeys.find((key) => measures[key].teaches.formula === teaches.formula) ?? kind;
  const { exports } = fileOf(example);
  const files = Object.entries(exports).flatMap(([name, text]) => [
    ...(example.other === undefined ? [] : [`${name}:`]),
    fence('text', text.trimEnd()),
  ]);
  return [
    `## ${kind}`,
    teaches.what,
    teaches.why,
    ...(first === kind
      ? [`**Formula.** ${teaches.formula}.`, `**Source.** ${teaches.source}`]
      : [`**Formula and source.** As of [\`${first}\`](#${first}), with another q.`]),
    '**Example.**',
    ...files,
    fence('yaml', [...saidOn('channel', example.channel), ...saidOn('promise', example.promise)].join('\n')),
    `**${inWords(example.value, unit)}**${interval(example, unit)}. ${example.because}`,
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n');
}

function saidOn(place: string, lines: readonly string[]): readonly string[] {
  return [`# on the ${place}`, ...lines];
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** As the target of the example is written. */
function unitOf({ promise }: WorkedExample): Unit {
  const target = promise.find((line) => line.startsWith('target:')) ?? '';
  return target.endsWith('%') ? 'share' : /\d\s*[a-z]+$/.test(target) ? 'seconds' : 'number';
}

function inWords(value: number, unit: Unit): string {
  if (unit === 'share') return shareInWords(value);
  return unit === 'seconds' ? secondsInWords(value) : String(Number(value.toPrecision(4)));
}

function interval({ interval: bounds }: WorkedExample, unit: Unit): string {
  if (bounds === null) return '';
  const side = (bound: number | null): string | null => (bound === null ? null : inWords(bound, unit));
  const [low, high] = [side(bounds.low), side(bounds.high)];
  if (high === null) return `, interval from ${low} up, without an upper bound`;
  return low === null ? `, interval up to ${high}` : `, interval ${low} to ${high}`;
}
