import type { Pledge } from '../model/declaration.ts';
import type { CellReport } from '../model/report.ts';
import { conditionInWords } from '../vocabulary/conditions/index.ts';
import { calendarInWords, calendarsIn, calendarsOf, measureInWords } from '../vocabulary/measures/index.ts';
import { isoDate } from '../vocabulary/time/civil.ts';

/** What stands of a pledge where there is nothing to measure. */
export function unmeasuredCell(pledge: Pledge, reason: string): CellReport {
  const { target, waived, benchmark } = pledge;
  return {
    channel: pledge.channel,
    measure: pledge.measure?.kind ?? null,
    unit: pledge.measure === null ? null : target.unit,
    formula: pledge.measure === null ? null : formula(pledge),
    line: pledge.position.line,
    as_of: null,
    value: null,
    value_if_pending_missed: null,
    value_answered_only: null,
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
    against: pledge.measure?.kind === 'ratio' ? pledge.measure.to.channel : null,
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

/** The formula in words, with its `where` and the hours of its calendars. */
export function formula({ measure, where }: Pick<Pledge, 'measure' | 'where'>): string {
  if (measure === null) return '';
  const of = where === null ? '' : `, of occasions where ${conditionInWords(where)}`;
  const calendars = new Set([...calendarsOf(measure), ...(where === null ? [] : calendarsIn(where))]);
  const hours = [...new Set([...calendars].map(calendarInWords))].map((words) => `; ${words}`);
  return `${measureInWords(measure)}${of}${hours.join('')}`;
}
