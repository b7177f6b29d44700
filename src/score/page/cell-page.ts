import type { Pledge } from '../../model/declaration.ts';
import type { CellPage } from '../../model/page.ts';
import type { Zone } from '../../vocabulary/time/zone.ts';
import type { CellContext } from '../cell.ts';
import type { JudgedSegment } from '../segments.ts';
import type { WholePage } from '../whole.ts';
import { hoursOf } from './hours.ts';

/** Of a cell that was scored in this context; `segments` are those of its report, in their order. */
export function cellPage(
  counted: WholePage | null,
  segments: readonly JudgedSegment[],
  context: CellContext,
  zone: Zone,
): CellPage {
  const { promise, pledge, asOf } = context;
  if (counted === null) return emptyPage(promise.id, pledge);
  const { hours, customers } = counted;
  const count = customers?.(asOf) ?? null;
  return {
    ...emptyPage(promise.id, pledge),
    hours: hours === null ? [] : hoursOf(hours(asOf, zone), context),
    customers: count && segments.map(({ by, is, groups }) => ({ by, is, customers: count(groups) })),
  };
}

/** Of a cell of which nothing is counted. */
export function emptyPage(promise: string, { channel, remedy }: Pledge): CellPage {
  return { promise, channel, hours: [], customers: null, remedy: remedy?.text ?? null };
}
