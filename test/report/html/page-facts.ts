import type { HourOfWeek, PageFacts } from '../../../src/model/page.ts';
import type { GapReport } from '../../../src/model/report.ts';

/** Hours of the desk, worst on Monday morning; some with few cases. */
const hours: readonly HourOfWeek[] = Array.from({ length: 5 * 9 }, (_, index): HourOfWeek => {
  const day = Math.floor(index / 9);
  const hour = 8 + (index % 9);
  const cases = 3 + ((index * 7) % 40);
  const missed = day === 0 && hour < 11 ? Math.ceil(cases / 2) : Math.floor(cases / 20);
  const value = (cases - missed) / cases;
  return {
    day,
    hour,
    value,
    cases,
    kept: cases - missed,
    missed,
    pending: 0,
    verdict: value >= 0.9 ? 'kept' : 'missed',
  };
});

/** What a page knows beside a report: hours of whatever has a figure, and of every second segment few customers. */
export function pageFactsOf({ promises }: GapReport): PageFacts {
  return promises.flatMap(({ id, channels }) =>
    channels.map(({ channel, value, segments }) => ({
      promise: id,
      channel,
      hours: value === null ? [] : hours,
      customers: segments.map(({ by, is }, index) => ({ by, is, customers: index % 2 === 0 ? 200 : 9 })),
      remedy: 'A voucher of 100 kroner',
    })),
  );
}
