import type { Examination } from '../examination.ts';
import { type FollowedChannel, followed as followedOf } from '../followed.ts';
import type { CasesAsked } from './asked.ts';
import type { CasePromise, CasesHead } from './case.ts';
import { casePromise } from './following.ts';

/**
 * @param isWorstFirst - else in the order of the exports
 * @param channels - those whose occasions are looked at; others may have been left out by what was asked for
 */
export function headOf(
  examination: Examination,
  channels: readonly FollowedChannel[],
  asked: CasesAsked,
  isWorstFirst: boolean,
): CasesHead {
  const { report } = examination.audited;
  const promisesOn = (one: FollowedChannel): readonly CasePromise[] =>
    one.cells.map((cell) => casePromise(cell, one, examination));
  const followed = channels.flatMap(promisesOn);
  const known = followedOf(examination).flatMap(promisesOn);
  const isFollowed = (promise: string, channel: string): boolean =>
    known.some((one) => one.promise === promise && one.channel === channel);
  const measured = channels.flatMap(({ cells }) => cells.flatMap(({ columns }) => columns));
  return {
    saydo: report.saydo,
    brand: report.brand,
    asOf: report.as_of,
    window: report.window,
    outcome: asked.outcome,
    isWorstFirst,
    followed: inOrder(examination, followed),
    unfollowed: report.promises.flatMap(({ id, channels: cells }) =>
      cells.flatMap(({ channel, reason }) => (isFollowed(id, channel) ? [] : [{ promise: id, channel, reason }])),
    ),
    segments: asked.segments,
    measured: [...new Set(measured)],
    added: asked.columns,
  };
}

/** In the order of the report. */
function inOrder({ audited }: Examination, followed: readonly CasePromise[]): readonly CasePromise[] {
  return audited.report.promises.flatMap(({ id, channels }) =>
    channels.flatMap(({ channel }) => followed.filter((one) => one.promise === id && one.channel === channel)),
  );
}
