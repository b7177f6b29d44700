import type { CellReport, GapReport } from '../../src/model/report.ts';

/** Every day of 2020 to 2030 that a window holds; what has no end goes on. */
function daysOf({ from, to }: GapReport['window']): Set<number> {
  const first = from === null ? Date.UTC(2020, 0, 1) : Date.parse(from);
  const last = to === null ? Date.UTC(2030, 0, 1) : Date.parse(to);
  const days = new Set<number>();
  for (let day = first; day <= last; day += 86_400_000) days.add(day);
  return days;
}

export function overlap(a: GapReport['window'], b: GapReport['window']): boolean {
  const other = daysOf(b);
  return [...daysOf(a)].some((day) => other.has(day));
}

/** Wilson's limits as the textbook has them. */
function wilson(kept: number, cases: number, z: number): [number, number] {
  const p = kept / cases;
  const centre = (p + (z * z) / (2 * cases)) / (1 + (z * z) / cases);
  const half = (z / (1 + (z * z) / cases)) * Math.sqrt((p * (1 - p)) / cases + (z * z) / (4 * cases * cases));
  return [centre - half, centre + half];
}

const zOf = (confidence: number): number => (confidence === 0.95 ? 1.959963984540054 : 1.6448536269514722);

type Said = 'better' | 'worse' | 'within-chance' | 'redefined' | 'overlap' | 'no-value' | 'no-interval';

/** What is to be said of a cell and its earlier self, written down by the words of the contract alone. */
export function said(cell: CellReport, before: CellReport, later: GapReport, earlier: GapReport): Said {
  const meaning = ({ measure, unit, formula, per, against, clock, calendars }: CellReport) =>
    JSON.stringify([measure, unit, formula, per, against, clock, calendars]);
  if (cell.measure !== null && before.measure !== null && meaning(cell) !== meaning(before)) return 'redefined';
  if (overlap(later.window, earlier.window)) return 'overlap';
  if (cell.value === null || before.value === null) return 'no-value';
  const difference = cell.value - before.value;
  let low: number | null = null;
  let high: number | null = null;
  if (['kept_when', 'tally', 'rate'].includes(cell.measure ?? '')) {
    const scale = cell.measure === 'rate' ? 1000 : 1;
    const z = zOf(later.confidence);
    const [l1, u1] = wilson((cell.value * cell.cases) / scale, cell.cases, z);
    const [l2, u2] = wilson((before.value * before.cases) / scale, before.cases, z);
    const d = difference / scale;
    low = scale * (d - Math.sqrt((cell.value / scale - l1) ** 2 + (u2 - before.value / scale) ** 2));
    high = scale * (d + Math.sqrt((u1 - cell.value / scale) ** 2 + (before.value / scale - l2) ** 2));
  } else if (later.confidence === earlier.confidence && cell.interval !== null && before.interval !== null) {
    const { low: l1, high: u1 } = cell.interval;
    const { low: l2, high: u2 } = before.interval;
    if (l1 !== null && u2 !== null) low = difference - Math.sqrt((cell.value - l1) ** 2 + (u2 - before.value) ** 2);
    if (u1 !== null && l2 !== null) high = difference + Math.sqrt((u1 - cell.value) ** 2 + (before.value - l2) ** 2);
  } else return 'no-interval';
  const up = cell.target.op === '>=' ? 'better' : 'worse';
  const down = up === 'better' ? 'worse' : 'better';
  if (Math.abs(difference) < 1e-12) return 'within-chance';
  if (difference > 0) return low === null ? 'no-interval' : low > 0 ? up : 'within-chance';
  return high === null ? 'no-interval' : high < 0 ? down : 'within-chance';
}

/** Every class that a cell belongs to by its description; of a right list it is one. */
export function fates(
  before: CellReport | null,
  after: CellReport | null,
  later: GapReport,
  earlier: GapReport,
): string[] {
  if (before === null) return ['new'];
  if (after === null) return ['gone'];
  const says = said(after, before, later, earlier);
  if (says === 'redefined') return ['redefined'];
  const met = (verdict: string): boolean => verdict === 'kept' || verdict === 'close';
  const broke = met(before.verdict) && after.verdict === 'missed';
  const mended = before.verdict === 'missed' && met(after.verdict);
  if (broke || mended) return [broke ? 'broken' : 'repaired'];
  const same = before.verdict === after.verdict;
  const still = same && before.value === after.value;
  const blind = still && before.verdict === 'unmeasured' && before.value === null;
  const judged = same && after.target.op === before.target.op && after.target.value === before.target.value;
  const quiet = says !== 'better' && says !== 'worse';
  return [
    ...(quiet ? [] : [says]),
    ...(blind ? ['unmeasured'] : []),
    ...(quiet && !blind && judged && (still || says === 'within-chance') ? ['unchanged'] : []),
    ...(quiet && !still && says === 'no-value' ? ['untold'] : []),
    ...(!still && judged && (says === 'overlap' || says === 'no-interval') ? ['untold'] : []),
    ...(!judged && !blind && quiet && (still || says !== 'no-value') ? ['rejudged'] : []),
  ];
}
