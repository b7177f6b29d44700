import type { Calendar, OpenSpan } from '../../model/calendar.ts';
import type { Condition } from '../../model/condition.ts';
import type { Measure } from '../../model/measure.ts';
import { leavesOf } from '../conditions/index.ts';
import { isoDate, twoDigits } from '../time/civil.ts';
import { measureConditions } from './walk.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Calendars that a condition asks, in the order in which it names them. */
export function calendarsIn(condition: Condition<string>): readonly Calendar[] {
  return leavesOf(condition).flatMap((leaf) => ('calendar' in leaf && leaf.calendar !== null ? [leaf.calendar] : []));
}

/** Calendars that a measure goes by. */
export function calendarsOf(measure: Measure<string>): readonly Calendar[] {
  const own = 'operand' in measure && measure.operand.kind === 'elapsed' ? measure.operand.calendar : null;
  const parts = measure.kind === 'ratio' ? [measure.of.where, measure.to.where].filter((part) => part !== null) : [];
  return [...(own === null ? [] : [own]), ...[...measureConditions(measure), ...parts].flatMap(calendarsIn)];
}

/**
 * `desk is open Mon-Fri 08:00-17:00, Sat 10:00-14:00 (Europe/Oslo), but for 2026-01-01; on 2026-03-13 08:00-12:00`: all
 * that decides which time counts, so that a formula whose hours have changed reads differently.
 */
export function calendarInWords({ name, zone, week, holidays, overrides }: Calendar): string {
  const runs: { first: number; last: number; hours: string }[] = [];
  for (const [day, spans] of week.entries()) {
    const hours = spansInWords(spans);
    const run = runs.at(-1);
    if (run !== undefined && run.hours === hours) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  const usual = runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => `${DAYS[first]}${last > first ? `-${DAYS[last]}` : ''} ${hours}`);
  const open = usual.length === 0 ? 'on no usual day' : usual.join(', ');
  const closed = holidays.length === 0 ? '' : `, but for ${holidays.map(isoDate).join(', ')}`;
  const special = overrides.map(({ day, spans }) => `${isoDate(day)} ${spansInWords(spans) || 'closed'}`);
  return `${name} is open ${open} (${zone})${closed}${special.length === 0 ? '' : `; on ${special.join(', ')}`}`;
}

function spansInWords(spans: readonly OpenSpan[]): string {
  return spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' and ');
}

const MINUTE = 60_000;

/** Past midnight the clock begins anew; 24:00 is the end of a day. */
function clock(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  const shown = minutes > 1440 ? minutes - 1440 : minutes;
  return `${twoDigits(Math.floor(shown / 60))}:${twoDigits(shown % 60)}`;
}
