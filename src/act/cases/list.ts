import { detach } from '../../vocabulary/types/cell.ts';
import type { Examination } from '../examination.ts';
import type { FollowedChannel } from '../followed.ts';
import type { CasesAsked } from './asked.ts';
import type { Case, CasesHead } from './case.ts';
import { caseAt, following, isAgain, lengthAt } from './following.ts';
import { headOf } from './head.ts';
import { FirstFew } from './heap.ts';
import { metOf } from './met.ts';
import { keyOf } from './worst-first.ts';

/** A channel to be followed, and which of the columns asked for it lacks. */
export interface Place {
  readonly channel: FollowedChannel;
  readonly lacks: ReadonlySet<string>;
}

/** The cases that come first, and how many more there are. */
export interface CaseList {
  readonly head: CasesHead;
  readonly cases: readonly Case[];
  readonly more: number;
}

/** All cases in reading order, each made when it is asked for. */
export interface CaseStream {
  readonly head: CasesHead;
  readonly cases: AsyncIterable<Case>;
}

/** The first `limit` cases, worst first; memory grows with the limit alone. */
export async function caseList(
  examination: Examination,
  places: readonly Place[],
  asked: CasesAsked,
  limit: number,
): Promise<CaseList> {
  const few = new FirstFew<Case>(limit);
  let number = 0;
  for (const { channel, lacks } of places) {
    const own = await following(channel, asked, lacks, examination);
    for await (const { batch, count, rows, occasions, cells } of metOf(own, examination)) {
      for (let index = 0; index < count; index += 1) {
        const [occasion, cell] = [occasions[index] ?? 0, cells[index] ?? 0];
        const length = lengthAt(batch, occasion, cell);
        const again = isAgain(own, batch, occasion, cell) === true;
        const key = keyOf(asked.outcome, own.of[cell]?.unit ?? 'number', again, length, number);
        number += 1;
        if (few.takes(key)) few.add(key, caseAt(own, batch, { row: rows[index] ?? 0, occasion, cell }, detach));
      }
    }
  }
  const cases = few.sorted();
  return { head: headOf(examination, channelsOf(places), asked, true), cases, more: number - cases.length };
}

/** Every case in the order of the exports, in memory that does not grow with them. */
export function caseStream(examination: Examination, places: readonly Place[], asked: CasesAsked): CaseStream {
  async function* cases(): AsyncGenerator<Case> {
    for (const { channel, lacks } of places) {
      const own = await following(channel, asked, lacks, examination);
      for await (const { batch, count, rows, occasions, cells } of metOf(own, examination)) {
        for (let index = 0; index < count; index += 1) {
          yield caseAt(own, batch, {
            row: rows[index] ?? 0,
            occasion: occasions[index] ?? 0,
            cell: cells[index] ?? 0,
          });
        }
      }
    }
  }
  return { head: headOf(examination, channelsOf(places), asked, false), cases: cases() };
}

const channelsOf = (places: readonly Place[]): readonly FollowedChannel[] => places.map(({ channel }) => channel);
