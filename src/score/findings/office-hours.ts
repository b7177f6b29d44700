import { diagnose } from '../../diagnostics/catalog.ts';
import type { Calendar } from '../../model/calendar.ts';
import type { Condition } from '../../model/condition.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Measure } from '../../model/measure.ts';
import { leavesOf } from '../../vocabulary/conditions/index.ts';
import { openClock } from '../../vocabulary/time/open-clock.ts';
import type { CellContext } from '../cell.ts';
import { placeOfCell } from './place.ts';

/** How a promise says that it holds at every hour, in the languages that brands here speak. */
const AT_EVERY_HOUR = [
  String.raw`24\s?[/x×]\s?7`,
  String.raw`a?round[\s-]the[\s-]clock`,
  'day (?:and|or) night',
  'night (?:and|or) day',
  'any ?time',
  'at (?:any|all) (?:hours?|times?)',
  '24 hours (?:a|per) day',
  'rund um die uhr',
  'tag und nacht',
  'jederzeit',
  'zu jeder (?:zeit|stunde|tageszeit)',
  '24 stunden (?:am|pro) tag',
  String.raw`24\s?h(?:eures?)?\s?(?:/|sur)\s?24`,
  String.raw`7\s?j(?:ours?)?\s?(?:/|sur)\s?7`,
  'jour et nuit',
  'à toute heure',
  'd(?:ø|oe|ö|y)gne[rt]? rundt',
  'dygnet runt',
  'dag (?:og|och) natt?',
  'n[åa]r som helst',
  '24 timer i d(?:ø|oe)gnet',
];
const PHRASE = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${AT_EVERY_HOUR.join('|')})(?![\p{L}\p{N}])`, 'iu');

type Context = Pick<CellContext, 'promise' | 'pledge' | 'measure' | 'derived' | 'channelWhere'>;

/**
 * A clock that stands still at night, or rows of the day alone, under a promise that speaks of every hour: what happens
 * outside the calendar cannot break it.
 */
export function officeHours(context: Context): readonly Diagnostic[] {
  const { promise, pledge, measure, derived, channelWhere } = context;
  const calendars = [...clocksOf(measure), ...hoursOf(pledge.where), ...hoursOf(channelWhere)];
  const partial = calendars.find((calendar) => !openClock(calendar).always);
  if (partial === undefined) return [];
  const hour = pledge.every.flat().find((name) => derived.has(name) && name !== 'weekday');
  const says = PHRASE.exec(promise.says)?.[0] ?? null;
  if (says === null && hour === undefined) return [];
  const args = { ...placeOfCell(context), calendar: partial.name, says, every: hour ?? null };
  return [diagnose('office-hours', args, pledge.measurePosition)];
}

/** Calendars by which the time of an occasion is counted. */
function clocksOf(measure: Measure<string>): readonly Calendar[] {
  if ('condition' in measure) {
    return leavesOf(measure.condition).flatMap((leaf) =>
      (leaf.kind === 'within' || leaf.kind === 'by') && leaf.calendar !== null ? [leaf.calendar] : [],
    );
  }
  if ('operand' in measure) {
    return measure.operand.kind === 'elapsed' && measure.operand.calendar !== null ? [measure.operand.calendar] : [];
  }
  return measure.kind === 'ratio' ? [...hoursOf(measure.of.where), ...hoursOf(measure.to.where)] : [];
}

/** Calendars outside which rows are left out. */
function hoursOf(where: Condition<string> | null): readonly Calendar[] {
  return where === null ? [] : leavesOf(where).flatMap((leaf) => (leaf.kind === 'during' ? [leaf.calendar] : []));
}
