import type { CellReport } from '../../model/report.ts';
import type { Gate, GateCell } from '../gate.ts';

/** What the check makes of a cell; `worse`: it fails for this alone, that its figure got worse beyond chance. */
export type Judgement = 'fails' | 'worse' | 'unjudged' | 'passes';

/** Looks up what a gate says of a cell. */
export function judgementsOf({ failed, unjudged }: Gate): (promise: string, cell: CellReport) => Judgement {
  const keyOf = ({ promise, channel, verdict }: GateCell) => JSON.stringify([promise, channel, verdict]);
  const failing = new Set(failed.filter(({ worse }) => worse === undefined).map(keyOf));
  const worsened = new Set(failed.filter(({ worse }) => worse !== undefined).map(keyOf));
  const open = new Set(unjudged.map(keyOf));
  return (promise, { channel, verdict }) => {
    const key = keyOf({ promise, channel, verdict });
    if (failing.has(key)) return 'fails';
    if (worsened.has(key)) return 'worse';
    return open.has(key) ? 'unjudged' : 'passes';
  };
}
