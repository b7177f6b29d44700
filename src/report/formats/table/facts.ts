import type { CellReport, GapReport, IntervalReport } from '../../../model/report.ts';
import { day, instant } from '../../dates.ts';
import { followUp } from '../../follow-up.ts';
import { count, type Figures, fixed, percent, scoreText } from '../../numbers.ts';
import { pointsOf, readingOf } from '../../readings.ts';
import { atWorst, counted } from '../../remarks.ts';
import { money } from '../../toll.ts';
import { leftOut, tailText } from './left-out.ts';
import type { Paper } from './paper.ts';
import { hanging, padEnd } from './text.ts';

type Fact = readonly [name: string, text: string];

const NAMES = 12;

/** Everything about a channel that is told in words rather than in a table. */
export function facts(cell: CellReport, report: GapReport, numbers: Figures, paper: Paper): string[] {
  const all = [...rule(cell, numbers, paper), ...result(cell, report, numbers, paper), ...toll(cell, numbers, paper)];
  return all.flatMap(([name, text]) => hanging(`  ${padEnd(name, NAMES)}`, text, paper.measure));
}

function rule(cell: CellReport, numbers: Figures, { say }: Paper): Fact[] {
  const { formula, calendars, unit, target, waived, benchmark, verdict, reason } = cell;
  return [
    ...(formula === null ? [] : ([['formula', say(formula)]] as const)),
    ...calendars.map((words) => ['hours', say(words)] as const),
    ...(unit === null ? [] : ([['target', numbers.target(target, unit)]] as const)),
    ...(benchmark === null || unit === null
      ? []
      : ([
          [
            'benchmark',
            [numbers.value(benchmark.value, unit), say(benchmark.source ?? '')].filter((s) => s !== '').join(', '),
          ],
        ] as const)),
    ...(reason === '' ? [] : ([['verdict', `${verdict}: ${say(reason)}`]] as const)),
    ...(waived === null ? [] : ([['waived', `until ${day(waived.until)}: ${say(waived.reason)}`]] as const)),
  ];
}

function between({ low, high }: IntervalReport, text: (figure: number) => string): string {
  if (low === null) return high === null ? '' : `at most ${text(high)}`;
  return high === null ? `at least ${text(low)}` : `${text(low)} to ${text(high)}`;
}

function trendText({ trend }: CellReport, moved: (figure: number) => string, paper: Paper): string | null {
  if (trend === null) return null;
  const { interval, slope, p } = trend;
  const style = paper.glyphs.numbers;
  return [
    `${trend.direction}: ${moved(trend.change)} from first to last`,
    interval === null ? '' : ` (${between(interval, moved)}, ${paper.say(interval.method)})`,
    slope === null ? '' : `, ${moved(slope)} a period`,
    p === null ? '' : `, p ${p < 0.001 ? '< 0.001' : `= ${fixed(p, 3, style)}`}`,
  ].join('');
}

function result(cell: CellReport, report: GapReport, numbers: Figures, paper: Paper): Fact[] {
  const { unit, interval, target } = cell;
  if (unit === null) return [];
  const reading = readingOf(cell);
  const style = paper.glyphs.numbers;
  const value = (figure: number): string => numbers.value(figure, unit, target);
  const moved = (figure: number): string => numbers.difference(figure, unit, pointsOf(cell));
  const sure = `${fixed(report.confidence * 100, Number.isInteger(report.confidence * 100) ? 0 : 1, style)}% confidence`;
  const facts: (readonly [string, string | null])[] = [
    ['value', reading === null ? null : value(reading.value)],
    ['counted', counted(cell, paper)],
    ['gap', reading === null ? null : numbers.gap(reading, pointsOf(cell))],
    ['interval', interval === null ? null : `${between(interval, value)} (${paper.say(interval.method)}, ${sure})`],
    [
      'at worst',
      cell.value_if_pending_missed === null || cell.pending === 0
        ? null
        : `${value(cell.value_if_pending_missed)} if every pending one ${atWorst(cell)}`,
    ],
    ['follow-up', followUp(cell, numbers, style)],
    ['tail', tailText(cell, numbers)],
    ['left out', leftOut(cell, numbers, style)],
    ['score', cell.score === null ? null : scoreText(cell.score, style)],
    ['trend', trendText(cell, moved, paper)],
    ['as of', cell.as_of === null ? null : instant(paper.say(cell.as_of))],
  ];
  return facts.flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]));
}

function toll({ shortfall, budget, customers, owed }: CellReport, _: Figures, paper: Paper): Fact[] {
  const style = paper.glyphs.numbers;
  const loose = (figure: number): string => fixed(figure, Number.isInteger(figure) ? 0 : 1, style);
  const facts: (readonly [string, string | null])[] = [
    [
      'shortfall',
      shortfall === null || shortfall === 0 ? null : `${count(shortfall, style)} more kept would have met the target`,
    ],
    [
      'budget',
      budget === null
        ? null
        : [
            `${loose(budget.allowed)} misses allowed`,
            ...(budget.spent === null ? [] : [`${percent(budget.spent, 0, style)} of them spent`]),
            `${loose(budget.left)} left`,
          ].join(', '),
    ],
    [
      'customers',
      customers === null
        ? null
        : [
            `${count(customers.affected, style)} affected`,
            `${count(customers.let_down, style)} let down`,
            ...(customers.let_down_again > 0
              ? [`${count(customers.let_down_again, style)} of them more than once`]
              : []),
            ...(customers.kept_share === null ? [] : [`${percent(customers.kept_share, 1, style)} never let down`]),
          ].join(', '),
    ],
    ['owed', owed === null ? null : money(owed, paper)],
  ];
  return facts.flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]));
}
