const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

interface Day {
  readonly year: number;
  /** 0 is January. */
  readonly month: number;
  readonly day: number;
  readonly isLast: boolean;
}

function read(date: string): Day | null {
  const [, year, month, day] = /^(\d{4,6})-(\d\d)-(\d\d)/.exec(date) ?? [];
  if (year === undefined) return null;
  const at = { year: Number(year), month: Number(month) - 1, day: Number(day) };
  const next = new Date(0);
  next.setUTCFullYear(at.year, at.month, at.day + 1);
  return { ...at, isLast: next.getUTCDate() === 1 };
}

/**
 * The window by the name that people have for it: `2026`, `Q1 2026`, `March 2026`, else `1 Jan to 15 Mar 2026`; ''
 * where it has no ends.
 */
export function windowName({ from, to }: { readonly from: string | null; readonly to: string | null }): string {
  const first = from === null ? null : read(from);
  const last = to === null ? null : read(to);
  if (first === null) return last === null ? '' : `to ${short(last)}`;
  if (last === null) return `from ${short(first)}`;
  if (first.day === 1 && last.isLast && first.year === last.year) {
    const months = last.month - first.month + 1;
    if (months === 12) return `${first.year}`;
    if (months === 3 && first.month % 3 === 0) return `Q${first.month / 3 + 1} ${first.year}`;
    if (months === 1) return `${MONTHS[first.month] ?? ''} ${first.year}`;
  }
  return between(first, last);
}

/** What both ends share is said once. */
function between(first: Day, last: Day): string {
  if (first.year !== last.year) return `${short(first)} to ${short(last)}`;
  if (first.month !== last.month) return `${first.day} ${monthOf(first)} to ${short(last)}`;
  return first.day === last.day ? short(last) : `${first.day} to ${short(last)}`;
}

const monthOf = ({ month }: Day): string => (MONTHS[month] ?? '').slice(0, 3);
const short = (day: Day): string => `${day.day} ${monthOf(day)} ${day.year}`;
