import type { DayNumber } from '../../model/time.ts';
import type { CaseFold } from './case-fold.ts';
import type { Cases } from './folds/cell-fold.ts';
import type { GroupTable } from './groups.ts';
import type { HoursOfWeek } from './page/hours-of-week.ts';
import { Part, type Participation } from './participation.ts';
import type { RowCounter } from './rows.ts';

/** What knows the channel that the cases are of. */
interface Channel {
  readonly participation: Participation;
  readonly groups: GroupTable;
  readonly rows: RowCounter;
  /** null: nobody asks for hours. */
  readonly hours: HoursOfWeek | null;
  readonly customersMet: number;
}

/**
 * The cases of a channel (`repeats: all`) that take part, by the part of each, in reading order; their rows are counted,
 * the first as the occasion and the others as repeated.
 */
export function enterCases(
  fold: CaseFold,
  parts: Uint8Array,
  { participation, groups, rows, hours, customersMet }: Channel,
): Cases {
  const entered = new Uint8Array(parts.length);
  const segments = new Int32Array(fold.segments.length);
  const codes: number[] = [];
  const days: (DayNumber | null)[] = [];
  const labels = fold.segments.map((): number[] => []);
  for (let row = 0; row < fold.rowCase.length; row += 1) {
    const code = fold.rowCase.get(row);
    const part = parts[code] ?? 0;
    rows.count(fold.rowFile.get(row), part !== Part.ENTERED || entered[code] !== 1 ? part : Part.REPEATED);
    if (part !== Part.ENTERED || entered[code] === 1) continue;
    entered[code] = 1;
    const at = fold.at.get(code);
    for (const [index, list] of fold.segments.entries()) segments[index] = list.get(code);
    groups.derivedCodes(at, fold.atState.get(code), segments);
    for (const [index, list] of labels.entries()) list.push(segments[index] ?? 0);
    codes.push(code);
    days.push(participation.dayOf(at));
  }
  const lists = labels.map((list) => Int32Array.from(list));
  return {
    codes: Int32Array.from(codes),
    groups: groups.groupsOf(days, lists),
    hours: Int32Array.from(hours === null ? [] : codes, (code) =>
      hours === null ? -1 : hours.at(fold.at.get(code), fold.atState.get(code)),
    ),
    customers: Int32Array.from(codes, (code) => fold.customer.get(code)),
    groupsMet: groups.count,
    customersMet,
  };
}
