import type { HourOfWeek } from '../../model/page.ts';
import type { GroupKeys } from '../../model/tally.ts';
import { isAdditive } from '../../vocabulary/measures/index.ts';
import { BLOCKS } from '../blocks.ts';
import type { JudgeContext } from '../judge.ts';
import { judgeSegments } from '../segments.ts';
import type { Settled } from '../settle/index.ts';

const NAME = 'hour_of_week';
const LABELS = BLOCKS.get(NAME) ?? [];

/** Hours of the week as the one segment of a channel: label 0 is for those without one. */
export const HOURS: GroupKeys = {
  grains: [],
  segments: [NAME],
  labels: [['(blank)', ...LABELS]],
  count: LABELS.length,
  periods: [],
  codes: [Int32Array.from(LABELS, (_, hour) => hour + 1)],
};

/** Each hour of the week with an occasion, judged as a segment is. */
export function hoursOf(settled: Settled, context: JudgeContext): readonly HourOfWeek[] {
  const isJudged = !isAdditive(context.measure.kind);
  return judgeSegments(settled, [NAME], context).map(({ is, judged: { figure, verdict } }) => {
    const at = LABELS.indexOf(is);
    const { value, cases, kept, missed, pending } = figure;
    const hour = { day: Math.floor(at / 24), hour: at % 24 };
    return { ...hour, value, cases, kept, missed, pending, verdict: isJudged ? verdict : null };
  });
}
