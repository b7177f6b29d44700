import type { Diagnostic } from '../model/diagnostic.ts';
import type { TallyResult } from '../model/engine.ts';
import type { Plan } from '../model/plan.ts';
import { faultMessages } from './fault-messages.ts';
import { isTolerated, repeatedCases, tooMany } from './readable.ts';

/** Why the data cannot be scored as declared: errors for every channel that has any; empty where it can. */
export function refusals(plan: Plan, result: TallyResult, redact: boolean): readonly Diagnostic[] {
  const found = plan.sources.flatMap((source, index) => {
    const tally = result.sources[index];
    if (tally === undefined) return [];
    const names = tally.files.map(({ file }) => file);
    return source.channels.flatMap((channel, place) => {
      const counted = tally.channels[place];
      if (counted === undefined) return [];
      const caseName = channel.case === null ? '' : (source.columns[channel.case]?.name ?? '');
      const repeated = repeatedCases(counted, channel, caseName, names);
      if (isTolerated(counted, channel)) return repeated;
      const unreadable = faultMessages(counted.faults.groups, channel, source, tally.files, redact);
      return [...unreadable, ...tooMany(counted, channel), ...repeated];
    });
  });
  // Channels over the same files find the same faults.
  const told = new Map(found.map((fault) => [JSON.stringify([fault.id, fault.message, fault.at]), fault]));
  return [...told.values()];
}
