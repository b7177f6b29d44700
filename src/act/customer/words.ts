import { count, duration, FROM_THREE, fixed, NO_DAYS, type NumberStyle, round } from '../../report/numbers.ts';
import type { CustomerRecord, Outcome, OutcomeCounts, RecordOccasion, RecordPledge } from './record.ts';
import { outcomes } from './record.ts';

/** Each outcome as a table has it. */
export const outcomeWord: Readonly<Record<Outcome, string>> = {
  kept: 'kept',
  missed: 'missed',
  pending: 'pending',
  excluded: 'did not apply',
  unreadable: 'unreadable',
};

/** `4 kept, 1 missed`: those that there are. */
export function countsText(counts: OutcomeCounts, numbers: NumberStyle): string {
  return outcomes
    .flatMap((outcome) => (counts[outcome] === 0 ? [] : [`${count(counts[outcome], numbers)} ${outcomeWord[outcome]}`]))
    .join(', ');
}

/** What there is to say where nobody of this id is met. */
export function noneText({ suggestions }: CustomerRecord): string {
  if (suggestions === null) return 'no occasion of this customer; --suggest looks for ids written alike';
  return suggestions.length === 0
    ? 'no occasion of this customer, and no id is written alike'
    : 'no occasion of this customer';
}

/** `2 h 10 min`; how far beyond or how much is left, without a sign; null where there is no such length. */
export function lengthText(
  { over, left, unit }: Pick<RecordOccasion, 'over' | 'left' | 'unit'>,
  pledge: RecordPledge | null,
  numbers: NumberStyle,
): string | null {
  const length = over ?? left;
  if (length === null || unit === null) return null;
  // Open time has no days of 24 hours.
  if (unit === 'seconds') return duration(length, numbers, pledge?.clock == null ? FROM_THREE : NO_DAYS);
  const scaled = Number((length * (unit === 'share' ? 100 : 1)).toPrecision(12));
  const decimals = [0, 1, 2].find((some) => round(scaled, some) === scaled) ?? 3;
  return unit === 'share' ? numbers.percent(fixed(scaled, decimals, numbers)) : fixed(scaled, decimals, numbers);
}

/** The pledge of an occasion. */
export function pledgeOf({ promises }: CustomerRecord, { promise, channel }: RecordOccasion): RecordPledge | null {
  const pledges = promises.find((one) => one.promise === promise)?.pledges ?? [];
  return pledges.find((one) => one.channel === channel) ?? null;
}
