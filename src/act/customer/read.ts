import type { OccasionBatch, Selection } from '../../model/engine.ts';
import type { Instant } from '../../model/time.ts';
import type { Examination } from '../examination.ts';
import { type FollowedCell, shownOfCase } from '../followed.ts';
import { type Told, toldBy } from './fate.ts';
import type { Followable } from './followable.ts';
import { beganAt } from './moment.ts';
import type { RecordOccasion } from './record.ts';

/** An occasion as it was read, with what the order of the record goes by. */
export interface FoundOccasion extends Told, Pick<RecordOccasion, 'case' | 'at' | 'began' | 'file' | 'line'> {
  readonly channel: Followable;
  readonly cell: FollowedCell;
  /** The same for occasions that are one row, or with `repeats: all` one case, of the channel. */
  readonly key: string;
  readonly instant: Instant | null;
  /** Index into the files of the channel. */
  readonly fileAt: number;
}

/** Told of every id that takes part, as the export has it: the person's own among them. */
type OnId = (text: string, channel: Followable) => void;

/** Every occasion of the person on a channel, in reading order. */
export async function foundOn(
  channel: Followable,
  examination: Examination,
  onId: OnId | null,
): Promise<readonly FoundOccasion[]> {
  const found: FoundOccasion[] = [];
  const { shows, caseAt, atAt, customerAt } = shown(channel, onId !== null);
  const selection: Selection = {
    channel: channel.channel.name,
    window: examination.window,
    asOf: channel.asOf,
    cells: channel.cells.map(({ cell, pledge }) => ({ cell, target: pledge.target })),
    shows,
  };
  for await (const occasions of examination.occasions(selection)) {
    const { rows, customers } = occasions;
    const cellOf = (at: number, row: number): string | null => occasions.shows[at]?.text(row) ?? null;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      if (onId !== null) onId(cellOf(customerAt, row) ?? '', channel);
      if (customers === null || !channel.isWanted(customers, index)) continue;
      found.push(...occasionsAt(occasions, index, channel, { case: cellOf(caseAt, row), at: cellOf(atAt, row) }));
    }
  }
  return found;
}

/** The columns whose cells are shown, and where each of them stands; -1 for one that the channel lacks. */
function shown({ channel }: Followable, withCustomer: boolean) {
  const names = [channel.case, channel.at, withCustomer ? channel.customer : null];
  const columns = names.map((name) => (name === null ? null : shownOfCase(channel, name)));
  const shows = columns.filter((column) => column !== null);
  const [caseAt = -1, atAt = -1, customerAt = -1] = columns.map((column) =>
    column === null ? -1 : shows.indexOf(column),
  );
  return { shows, caseAt, atAt, customerAt };
}

function occasionsAt(
  occasions: OccasionBatch,
  index: number,
  channel: Followable,
  texts: Pick<FoundOccasion, 'case' | 'at'>,
): readonly FoundOccasion[] {
  const { batch, rows, cells } = occasions;
  const row = rows[index] ?? 0;
  const began = beganAt(occasions, index, channel.plan);
  const line = batch.lines[row] ?? 0;
  const isCase = channel.plan.repeats === 'all' && texts.case !== null;
  const key = JSON.stringify([channel.channel.name, ...(isCase ? [texts.case] : [batch.file, line])]);
  return channel.cells.flatMap((cell, place): FoundOccasion[] => {
    const own = cells[place];
    const told = toldBy(own?.fates[index] ?? -1, own?.beyond[index] ?? Number.NaN, cell, channel);
    if (told === null) return [];
    const file = channel.files[batch.file] ?? '';
    const where = { file, fileAt: batch.file, line };
    return [
      { ...told, ...texts, ...where, channel, cell, key, began: began?.text ?? null, instant: began?.instant ?? null },
    ];
  });
}
