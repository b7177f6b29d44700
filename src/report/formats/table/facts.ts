import type { CellReport, GapReport, IntervalReport } from '../../../model/report.ts';
import { day, instant } from '../../dates.ts';
import { count, type Figures, fixed, percent, scoreText } from '../../numbers.ts';
import { money } from './closing.ts';
import { pointsOf, readingOf } from './columns.ts';
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
  const { formula, unit, target, waived, benchmark, verdict, reason } = cell;
  return [
    ...(formula === null ? [] : ([['formula', say(formula)]] as const)),
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

const between = ({ low, high }: IntervalReport, text: (figure: number) => string): string =>
  `${text(low)} to ${text(high)}`;

function result(cell: CellReport, report: GapReport, numbers: Figures, paper: Paper): Fact[] {
  const { unit, interval, trend, target } = cell;
  const reading = readingOf(cell);
  if (reading === null || unit === null) return [];
  const style = paper.glyphs.numbers;
  const value = (figure: number): string => numbers.value(figure, unit, target);
  const moved = (figure: number): string => numbers.difference(figure, unit, pointsOf(cell));
  const sure = `${fixed(report.confidence * 100, Number.isInteger(report.confidence * 100) ? 0 : 1, style)}% confidence`;
  const facts: (readonly [string, string | null])[] = [
    ['value', value(reading.value)],
    ['gap', numbers.gap(reading, pointsOf(cell))],
    ['interval', interval === null ? null : `${between(interval, value)} (${paper.say(interval.method)}, ${sure})`],
    [
      'if missed',
      cell.value_if_pending_missed === null || cell.pending === 0
        ? null
        : `${value(cell.value_if_pending_missed)} if every pending one were missed`,
    ],
    [
      'answered',
      cell.value_answered_only === null ? null : `${value(cell.value_answered_only)} over answered cases alone`,
    ],
    ['score', cell.score === null ? null : scoreText(cell.score, style)],
    [
      'trend',
      trend === null
        ? null
        : [
            `${trend.direction}: ${moved(trend.change)}`,
            trend.interval === null ? '' : ` (${between(trend.interval, moved)}, ${paper.say(trend.interval.method)})`,
            trend.p === null ? '' : `, p ${trend.p < 0.001 ? '< 0.001' : `= ${fixed(trend.p, 3, style)}`}`,
          ].join(''),
    ],
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
