import type { Condition } from '../model/condition.ts';
import type { Pledge } from '../model/declaration.ts';
import type { Measure } from '../model/measure.ts';
import type { CellReport } from '../model/report.ts';
import { conditionInWords } from '../vocabulary/conditions/index.ts';
import { calendarInWords, calendarsIn, calendarsOf, measureInWords } from '../vocabulary/measures/index.ts';
import { isoDate } from '../vocabulary/time/civil.ts';
import { clockOf } from './clock.ts';

/** What stands of a pledge where there is nothing to measure. */
export function unmeasuredCell(pledge: Pledge, reason: string): CellReport {
  const { measure, target, waived, benchmark } = pledge;
  return {
    channel: pledge.channel,
    measure: measure?.kind ?? null,
    unit: measure === null ? null : target.unit,
    formula: measure === null ? null : formula(measure, pledge.where),
    clock: clockOf(measure),
    calendars: measure === null ? [] : calendars(measure, pledge.where),
    line: pledge.position.line,
    as_of: null,
    value: null,
    value_if_pending_missed: null,
    value_answered_only: null,
    tail: null,
    dropped: null,
    interval: null,
    target: { op: target.op, value: target.value },
    gap: null,
    score: null,
    verdict: 'unmeasured',
    reason,
    waived: waived === null ? null : { until: isoDate(waived.until), reason: waived.reason },
    occasions: 0,
    cases: 0,
    kept: null,
    missed: null,
    events: null,
    per: measure?.kind === 'rate' || measure?.kind === 'ratio' ? measure.per : null,
    against: measure?.kind === 'ratio' ? measure.to.channel : null,
    events_aside: null,
    pending: 0,
    excluded: 0,
    unreadable: 0,
    filtered: 0,
    shortfall: null,
    budget: null,
    customers: null,
    owed: null,
    benchmark,
    periods: [],
    trend: null,
    segments: [],
  };
}

/** The formula in words, with its `where`. */
function formula(measure: Measure<string>, where: Condition<string> | null): string {
  return `${measureInWords(measure)}${where === null ? '' : `, of occasions where ${conditionInWords(where)}`}`;
}

/** The hours of every calendar that decides what counts, each once. */
function calendars(measure: Measure<string>, where: Condition<string> | null): readonly string[] {
  const named = [...calendarsOf(measure), ...(where === null ? [] : calendarsIn(where))];
  return [...new Set(named.map(calendarInWords))];
}
