import { clockOf } from '../../score/clock.ts';
import { measureInWords } from '../../vocabulary/measures/index.ts';
import type { Examination } from '../examination.ts';
import { countsOf } from './counts.ts';
import { type Followable, followables } from './followable.ts';
import { inOrder } from './in-order.ts';
import { owedInAll, owing } from './owed.ts';
import { type FoundOccasion, foundOn } from './read.ts';
import type { CustomerRecord, OwedRemedy, RecordOccasion, RecordPledge, RecordPromise } from './record.ts';
import { Suggestions } from './suggest.ts';

export interface RecordOptions {
  /** Whose record, as the exports write it. */
  readonly id: string;
  /** Looks for ids written alike; without it nothing is told of any other id. */
  readonly suggest: boolean;
}

/**
 * Reads the occasions of one person again, over all channels that name their customers. Memory grows with the record, and
 * with what the engine itself needs.
 *
 * @throws Failure of kind `data` where an export changed meanwhile.
 */
export async function recordOf(examination: Examination, { id, suggest }: RecordOptions): Promise<CustomerRecord> {
  const { channels, blindSpots } = followables(examination, id);
  const suggestions = suggest ? new Suggestions(id) : null;
  const onId = suggestions === null ? null : suggestions.add.bind(suggestions);
  const found: (readonly FoundOccasion[])[] = [];
  for (const channel of channels) found.push(await foundOn(channel, examination, onId));

  const { promises } = examination.declaration;
  const contacts = inOrder(
    found,
    promises.map((promise) => promise.id),
  );
  const owe = owing();
  const occasions = contacts.flatMap((contact, index) => contact.map((one) => written(one, index + 1, owe(one))));
  const { saydo, brand, as_of, window } = examination.audited.report;
  return {
    ...{ saydo, brand, as_of, window, customer: id },
    contacts: contacts.length,
    counts: countsOf(occasions),
    owed: owedInAll(occasions),
    promises: promises.flatMap(({ id: promise, says }): RecordPromise[] => {
      const own = occasions.filter((occasion) => occasion.promise === promise);
      const pledges = pledgesOf(promise, channels);
      return pledges.length === 0 ? [] : [{ promise, says, counts: countsOf(own), pledges }];
    }),
    occasions,
    blind_spots: blindSpots,
    suggestions: suggestions?.ids ?? null,
  };
}

function pledgesOf(promise: string, channels: readonly Followable[]): readonly RecordPledge[] {
  return channels.flatMap(({ channel, cells }) =>
    cells.flatMap(({ promise: own, pledge: { measure } }): RecordPledge[] =>
      own.id !== promise || measure === null
        ? []
        : [
            {
              ...{ channel: channel.name, measure: measure.kind },
              ...{ formula: measureInWords(measure), clock: clockOf(measure) },
            },
          ],
    ),
  );
}

function written(found: FoundOccasion, contact: number, owed: OwedRemedy | null): RecordOccasion {
  const { cell, channel, at, began, outcome, over, left, unit, due, file, line } = found;
  return {
    ...{ contact, promise: cell.promise.id, channel: channel.channel.name, case: found.case },
    ...{ at, began, outcome, over, left, unit, due, owed, file, line },
  };
}
