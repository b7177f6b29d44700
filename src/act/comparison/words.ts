import type { CellReport, ChangeReport } from '../../model/report.ts';
import { movedText } from '../../report/change-words.ts';
import { windowText } from '../../report/dates.ts';
import { inDaysOf } from '../../report/in-days.ts';
import { count, type Figures, figures } from '../../report/numbers.ts';
import { ownFigures, readingsOf } from '../../report/readings.ts';
import { verdictWord } from '../../report/verdict-word.ts';
import type { Voice } from '../../report/voice.ts';
import type { ComparedCell, Comparison, Fate } from '../compare.ts';

/** The heading of each fate that is told cell by cell, in the order of the page. */
export const sections: readonly (readonly [fate: Fate, title: string])[] = [
  ['broken', 'Broken'],
  ['repaired', 'Repaired'],
  ['worse', 'Worse beyond chance'],
  ['better', 'Better beyond chance'],
  ['rejudged', 'Another verdict or target'],
  ['redefined', 'Redefined'],
  ['untold', 'Cannot be told'],
  ['new', 'New'],
  ['gone', 'Gone'],
];

const of = (comparison: Comparison, fate: Fate): number => comparison.cells.filter((cell) => cell.fate === fate).length;

/** What changed, in one sentence; its end is left to the page. */
export function summary(comparison: Comparison): string {
  const told = (
    [
      ['broken', 'broken'],
      ['repaired', 'repaired'],
      ['worse', 'worse beyond chance'],
      ['better', 'better beyond chance'],
      ['rejudged', 'with another verdict or target'],
      ['redefined', 'redefined'],
      ['untold', 'that cannot be told'],
      ['new', 'new'],
      ['gone', 'gone'],
    ] as const
  ).flatMap(([fate, words]) => (of(comparison, fate) === 0 ? [] : [`${of(comparison, fate)} ${words}`]));
  if (comparison.cells.length === 0) return 'Neither report holds a promise on a channel';
  return told.length === 0 ? 'Nothing changed' : told.join(', ');
}

/** How many are not listed, and why; empty where all are. */
export function others(comparison: Comparison): string {
  const [unchanged, unmeasured] = [of(comparison, 'unchanged'), of(comparison, 'unmeasured')];
  const as = comparison.shared === null ? 'unchanged, or within chance' : 'unchanged';
  return [
    ...(unchanged === 0 ? [] : [`${channels(unchanged)} ${as}`]),
    ...(unmeasured === 0 ? [] : [`${channels(unmeasured)} measured in neither`]),
  ].join('; ');
}

const channels = (number: number): string => `${number} ${number === 1 ? 'channel' : 'channels'}`;

/** What has to be known before any figure is read. */
export function warnings({ shared, backwards }: Comparison): readonly string[] {
  return [
    ...(shared === null
      ? []
      : [`the windows share ${windowText(shared)}: no two samples, so nothing is said of chance`]),
    ...(backwards ? ['the first report is the later one: every change is told backwards'] : []),
  ];
}

/** `kept → missed`, or the one verdict; with what else about it is no news of the figure. */
export function verdictText({ before, after, retargeted }: ComparedCell, arrow: string): string {
  const words = [before, after].flatMap((cell) => (cell === null ? [] : [verdictWord[cell.verdict]]));
  const text = words[0] === words[1] ? (words[0] ?? '') : words.join(` ${arrow} `);
  return `${text}${retargeted ? ', by a new target' : ''}`;
}

/** `91.2% → 88.4%, target ≥ 90%: −2.8 pts (−5.1 to −0.6), worse beyond chance; 1 200 → 1 340 cases`; a sentence a part. */
export function figuresText(compared: ComparedCell, arrow: string, voice: Voice): string {
  const { before, after, change, fate } = compared;
  const known = after ?? before;
  if (known === null) return '';
  const sides = [before, after].filter((cell) => cell !== null);
  const own = figures(readingsOf(sides), voice.numbers, inDaysOf(known));
  const cases = sides.map((cell) => count(cell.cases, voice.numbers));
  const some = cases[0] === cases[1] || cases.length === 1 ? (cases[0] ?? '') : cases.join(` ${arrow} `);
  const target = known.unit === null ? [] : [targetPart(compared, own, arrow)];
  const head = [...valueParts(sides, own, arrow), ...target].join(', ');
  const moved = change === null ? '' : movedPart(compared, change, voice);
  return [
    ...(fate === 'redefined' ? redefined(sides, voice) : [[head, moved].filter((part) => part !== '').join(': ')]),
    ...(sides.every((cell) => cell.cases === 0) ? [] : [`${some} ${some === '1' ? 'case' : 'cases'}`]),
    ...(after !== null && after.reason !== '' && asksWhy(after, fate) ? [voice.say(after.reason)] : []),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function movedPart({ after }: ComparedCell, change: ChangeReport, voice: Voice): string {
  if (after === null) return '';
  // That the windows overlap stands above all of them.
  const shown = change.withheld === 'overlap' && change.value !== null ? { ...change, withheld: null } : change;
  return movedText(after, shown, voice.numbers);
}

/** Is its verdict more than its figure tells? */
function asksWhy({ value, verdict, gap }: CellReport, fate: Fate): boolean {
  return value === null || fate === 'rejudged' || (verdict === 'missed' && (gap ?? 0) >= 0);
}

function valueParts(sides: readonly CellReport[], own: Figures, arrow: string): string[] {
  if (sides.every(({ value }) => value === null)) return [];
  const texts = sides.map(({ value, unit, target }) =>
    value === null || unit === null ? 'no figure' : own.value(value, unit, target),
  );
  return [texts.join(` ${arrow} `)];
}

function targetPart({ before, after, retargeted }: ComparedCell, own: Figures, arrow: string): string {
  const [first, last] = [before, after].map((cell) =>
    cell === null || cell.unit === null ? null : own.target(cell.target, cell.unit),
  );
  return retargeted && first != null && last != null
    ? `target ${first} ${arrow} ${last}`
    : `target ${last ?? first ?? ''}`;
}

/** Each side with its own figure, and the first thing that it measures differently. */
function redefined(sides: readonly CellReport[], { say, numbers }: Voice): string[] {
  const [before, after] = sides;
  if (before === undefined || after === undefined) return [];
  const pairs = [
    ['', before.formula, after.formula],
    ['by the clock of ', before.clock ?? 'the wall', after.clock ?? 'the wall'],
    ['in every ', before.per, after.per],
    ['against ', before.against, after.against],
    ['hours: ', before.calendars.join('; '), after.calendars.join('; ')],
  ] as const;
  const [lead, ...meanings] = pairs.find(([, one, other]) => one !== other) ?? ['', null, null];
  return sides.map((cell, index) => {
    const { value, unit, target } = cell;
    const figure = value === null || unit === null ? 'no figure' : ownFigures(cell, numbers).value(value, unit, target);
    const meaning = meanings[index] ?? null;
    const text = meaning === null || meaning === '' ? '' : `, ${lead}${say(String(meaning))}`;
    return `${index === 0 ? 'was' : 'is'} ${figure}${text}`;
  });
}
