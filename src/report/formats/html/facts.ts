import type { CellReport, PromiseReport } from '../../../model/report.ts';
import { fixed, percent, scoreText } from '../../numbers.ts';
import { betweenText, pointsOf, targetText, valueText } from './figures.ts';
import { changeNote } from './notes.ts';
import type { Setting } from './setting.ts';

type Fact = readonly [name: string, text: string];

/** Those that leave out what has not ended; a quantile counts it. */
const ENDED_ALONE: ReadonlySet<string> = new Set(['mean', 'sum', 'max']);

/** Everything about a channel that is told in words rather than in a table. */
export function factsOf(promise: PromiseReport, cell: CellReport, setting: Setting): readonly Fact[] {
  const { words, isPublic } = setting;
  const names = words.facts;
  const all: readonly (readonly [name: string, text: string | null])[] = [
    ...ruleOf(cell, setting),
    ...resultOf(cell, setting),
    ...(isPublic ? [] : tollOf(promise, cell, setting)),
    [names.change, changeNote(cell, setting)],
    [names.asOf, cell.as_of === null ? null : setting.locale.instant(cell.as_of)],
    [names.line, isPublic ? null : setting.amount(cell.line).text],
  ];
  return all.flatMap(([name, text]) => (text === null || text === '' ? [] : [[name, text] as const]));
}

type Maybe = readonly [name: string, text: string | null];

function ruleOf(cell: CellReport, setting: Setting): readonly Maybe[] {
  const { words, say, figuresOf, isPublic } = setting;
  const { formula, calendars, unit, benchmark, verdict, reason } = cell;
  const names = words.facts;
  const source = benchmark?.source ?? null;
  return [
    [names.formula, formula === null ? null : say(formula)],
    ...calendars.map((text) => [names.hours, say(text)] as const),
    [names.target, targetText(cell, setting)],
    [
      names.benchmark,
      benchmark === null || unit === null
        ? null
        : words.benchmark(valueText(benchmark.value, cell, figuresOf(cell)), source === null ? null : say(source)),
    ],
    [names.verdict, isPublic || reason === '' ? null : `${words.verdict[verdict]}: ${say(reason)}`],
    [names.waived, waiverText(cell, setting)],
  ];
}

/** A waiver that has run out is history, and no news for those whom it was not told to. */
function waiverText({ waived, as_of }: CellReport, { words, say, locale, isPublic }: Setting): string | null {
  if (waived === null) return null;
  const hasEnded = as_of !== null && as_of.slice(0, 10) > waived.until;
  if (hasEnded && isPublic) return null;
  return (hasEnded ? words.waiverEnded : words.waivedUntil)(locale.day(waived.until), say(waived.reason));
}

function resultOf(cell: CellReport, setting: Setting): readonly Maybe[] {
  const { words, report, numbers, figuresOf, say, amount, isPublic } = setting;
  const { unit, interval, trend, score, pending, value, value_if_pending_missed: ifMissed, tail } = cell;
  if (unit === null) return [];
  const names = words.facts;
  const figures = figuresOf(cell);
  const text = (figure: number): string => valueText(figure, cell, figures);
  const moved = (figure: number): string => figures.difference(figure, unit, pointsOf(cell, setting));
  const between = interval === null ? null : betweenText(interval, text, setting);
  const sure = percent(report.confidence, Number.isInteger(report.confidence * 100) ? 0 : 1, numbers);
  const { value_answered_only: alone } = cell;
  return [
    [names.value, value === null ? null : text(value)],
    [names.interval, between === null || interval === null ? null : words.sure(between, say(interval.method), sure)],
    [
      names.atWorst,
      ifMissed === null || pending === 0 || isPublic
        ? null
        : words.ifPendingMissed(text(ifMissed), cell.events !== null),
    ],
    [
      names.followUp,
      alone === null || isPublic ? null : words.answeredOnly(amount(pending), amount(cell.cases), text(alone)),
    ],
    [names.tail, tail === null ? null : words.tail(text(tail.median), text(tail.p90))],
    [names.leftOut, leftOut(cell, setting)],
    [
      names.trend,
      trend === null
        ? null
        : words.trend({
            direction: words.direction[trend.direction],
            change: moved(trend.change),
            interval: trend.interval === null ? null : betweenText(trend.interval, moved, setting),
            slope: trend.slope === null ? null : moved(trend.slope),
            p:
              trend.p === null
                ? null
                : trend.p < 0.001
                  ? `< ${fixed(0.001, 3, numbers)}`
                  : `= ${fixed(trend.p, 3, numbers)}`,
          }),
    ],
    [names.score, score === null || isPublic ? null : scoreText(score, numbers)],
  ];
}

/** How many the value leaves out, and what it would be with them. */
function leftOut(cell: CellReport, { words, amount, figuresOf }: Setting): string | null {
  const { dropped, measure, pending, kept } = cell;
  if (dropped === null) return null;
  const open = measure !== null && ENDED_ALONE.has(measure) ? Math.min(pending, dropped.cases) : 0;
  const blank = dropped.cases - open;
  return words.leftOut(
    open === 0 ? null : amount(open),
    blank === 0 ? null : amount(blank),
    dropped.value === null ? null : valueText(dropped.value, cell, figuresOf(cell)),
    kept !== null,
  );
}

function tollOf(promise: PromiseReport, cell: CellReport, setting: Setting): readonly Maybe[] {
  const { words, numbers, amount, pageOf, say } = setting;
  const { shortfall, budget, customers, owed } = cell;
  const names = words.facts;
  const loose = (value: number): string => fixed(value, Number.isInteger(value) ? 0 : 1, numbers);
  const remedy = pageOf(promise, cell)?.remedy ?? null;
  return [
    [names.shortfall, shortfall === null || shortfall <= 0 ? null : words.shortfall(amount(shortfall))],
    [
      names.budget,
      budget === null
        ? null
        : words.budget(
            loose(budget.allowed),
            budget.spent === null ? null : percent(budget.spent, 0, numbers),
            loose(budget.left),
          ),
    ],
    [
      names.customers,
      customers === null
        ? null
        : words.customers(
            amount(customers.affected),
            amount(customers.let_down),
            amount(customers.let_down_again),
            customers.kept_share === null ? null : percent(customers.kept_share, 1, numbers),
          ),
    ],
    [names.remedy, remedy === null ? null : say(remedy)],
    [names.owed, owed === null ? null : moneyText(owed, setting)],
  ];
}

/** `2,600 EUR` */
export const moneyText = (
  { amount, currency }: { readonly amount: number; readonly currency: string },
  { numbers, say }: Setting,
): string => `${fixed(amount, Number.isInteger(amount) ? 0 : 2, numbers)} ${say(currency)}`;
