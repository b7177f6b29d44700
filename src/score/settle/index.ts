import type { Measure } from '../../model/measure.ts';
import type { CellTally, GroupKeys } from '../../model/tally.ts';
import type { Instant } from '../../model/time.ts';
import type { Zone } from '../../vocabulary/time/zone.ts';
import { settleCounts, settleIds } from './counts.ts';
import { settleMoments, settleValues } from './levels.ts';
import { settleOutcomes } from './outcomes.ts';
import type { Settled } from './settled.ts';

export { type RatioSide, settleRatio } from './ratio.ts';
export { type Aside, type Cut, everyGroup, groupsBy, type Settled, setAside } from './settled.ts';

/** Settles a tally once, at the moment that its data speaks for (null: unknown); it is cut as often as there are figures. */
export function settle(
  tally: CellTally,
  measure: Measure<string>,
  keys: GroupKeys,
  asOf: Instant | null,
  zone: Zone,
): Settled {
  const operand = 'operand' in measure && measure.operand.kind === 'elapsed' ? measure.operand : null;
  const calendar = operand?.calendar ?? null;
  switch (tally.kind) {
    case 'outcomes':
      return settleOutcomes(tally, keys, asOf);
    case 'values':
      return settleValues(tally, keys, { asOf, calendar, zone });
    case 'moments':
      return settleMoments(tally, keys, { asOf, calendar, zone });
    case 'counts':
      return settleCounts(tally, keys);
    case 'ids':
      return settleIds(tally, keys);
  }
}
