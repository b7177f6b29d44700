import type { ActionReport } from '../model/report.ts';
import { day } from './dates.ts';
import type { Voice } from './voice.ts';

/** Who does what until when: `Customer Care, by 1 May 2026: Staff the Monday peak`; empty where nothing is known. */
export function task({ owner, act, by, overdue }: ActionReport, { say, name }: Voice): string {
  const due = by === null ? '' : overdue ? `overdue since ${say(day(by))}` : `by ${say(day(by))}`;
  const who = [owner === null ? '' : name(owner), due].filter((part) => part !== '').join(', ');
  const what = act === null ? '' : say(act);
  return [who, what].filter((part) => part !== '').join(': ');
}
