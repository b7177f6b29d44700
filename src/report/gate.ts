import type { CellReport, GapReport, Verdict } from '../model/report.ts';
import { plain } from './plain.ts';

/** What `--fail-on` can add to `missed`, which always fails; `worse` is what got worse beyond chance since a baseline. */
export const failWords = ['missed', 'close', 'unproven', 'unmeasured', 'worse'] as const;
export type FailWord = (typeof failWords)[number];

/** What the declaration says about a cell and its report does not. */
export interface GateFacts {
  hasSource(promise: string, channel: string): boolean;
  /** `min_cases: 0`: that nothing happened on the channel is no worry. */
  silenceIsFine(promise: string, channel: string): boolean;
}

export interface GateCell {
  readonly promise: string;
  readonly channel: string;
  readonly verdict: Verdict;
  /** It fails for this alone: its figure got worse beyond chance. */
  readonly worse?: true;
}

export interface Gate {
  readonly exit: 0 | 1 | 4;
  readonly failed: readonly GateCell[];
  /** Cells with a source that fail nothing but prove nothing either. */
  readonly unjudged: readonly GateCell[];
  /** Why the exit is not 0. */
  readonly why: string | null;
}

/**
 * Whether the promises hold, as `check` answers it. A miss fails, and whatever else `failOn` names; a waived miss
 * fails nothing. Where nothing fails, a channel with a source that could not be judged is 4, and so is a run in which
 * there was nothing to judge: a check never passes over nothing. A channel without a source is a known blind spot.
 * What got worse fails where `failOn` has `worse`, unless it is waived; where no figure could be held against the
 * baseline, that is 4 as well.
 */
export function gate(report: GapReport, facts: GateFacts, failOn: ReadonlySet<FailWord>): Gate {
  const cells: readonly GateCell[] = report.promises.flatMap(({ id, channels }) =>
    channels.map(({ channel, verdict, change }) => ({
      ...{ promise: id, channel, verdict },
      ...(failOn.has('worse') && change?.moved === 'worse' && verdict !== 'waived' ? { worse: true } : {}),
    })),
  );
  const failing: ReadonlySet<FailWord | Verdict> = new Set<FailWord | Verdict>(['missed', ...failOn]);
  const hasSource = ({ promise, channel }: GateCell) => facts.hasSource(promise, channel);
  const silenceIsFine = ({ promise, channel }: GateCell) => facts.silenceIsFine(promise, channel);
  const counts = (cell: GateCell) => !(cell.verdict === 'unmeasured' && hasSource(cell) && silenceIsFine(cell));

  const failed = cells.flatMap(({ worse, ...cell }): GateCell[] => {
    if (failing.has(cell.verdict) && counts(cell)) return [cell];
    return worse === undefined ? [] : [{ ...cell, worse }];
  });
  const unjudged = cells.filter(
    (cell) => isUnjudged(cell.verdict) && !failing.has(cell.verdict) && hasSource(cell) && counts(cell),
  );
  if (failed.length > 0) return { exit: 1, failed, unjudged, why: failedWords(failed, report.promises.length) };
  const blind = failOn.has('worse') ? incomparable(report) : null;
  if (unjudged.length > 0 || blind !== null) {
    const words = [
      ...(unjudged.length > 0 ? [unjudgedWords(unjudged, cells)] : []),
      ...(blind === null ? [] : [blind]),
    ];
    return { exit: 4, failed, unjudged, why: words.join('; ') };
  }
  if (!cells.some(hasSource) && !(cells.length > 0 && cells.every(silenceIsFine))) {
    return { exit: 4, failed, unjudged, why: 'nothing was checked: no channel of a promise has a source' };
  }
  return { exit: 0, failed, unjudged, why: null };
}

const withheldWhy: Readonly<Record<NonNullable<NonNullable<CellReport['change']>['withheld']>, string>> = {
  redefined: 'redefined since',
  overlap: 'the windows overlap',
  'no-value': 'not measured then',
  'no-interval': 'figures without an interval',
};

/** Why not one figure could be held against the baseline; null where one was, or where there is none that fails. */
function incomparable({ promises }: GapReport): string | null {
  const measured = promises
    .flatMap(({ channels }) => channels)
    .filter(({ value, verdict }) => value !== null && verdict !== 'waived');
  if (measured.length === 0 || measured.some(({ change }) => change?.moved != null)) return null;
  const reasons = measured.map(({ change }) => {
    if (change === undefined) return 'there is none';
    return change === null || change.withheld === null ? 'new since' : withheldWhy[change.withheld];
  });
  return `nothing could be held against the baseline: ${[...new Set(reasons)].join(', ')}`;
}

function isUnjudged(verdict: Verdict): boolean {
  return verdict === 'unproven' || verdict === 'unmeasured';
}

function failedWords(failed: readonly GateCell[], declared: number): string {
  const alike = failed.every(({ verdict, worse }) => verdict === 'missed' && worse === undefined);
  const broken = new Set(failed.map(({ promise }) => promise)).size;
  const verb = broken === 1 ? (alike ? 'is missed' : 'fails') : alike ? 'are missed' : 'fail';
  return `${broken} of ${declared} ${declared === 1 ? 'promise' : 'promises'} ${verb}: ${listed(failed, !alike)}`;
}

function unjudgedWords(unjudged: readonly GateCell[], cells: readonly GateCell[]): string {
  if (cells.every(({ verdict }) => isUnjudged(verdict))) return `nothing could be judged: ${listed(unjudged, true)}`;
  const some = unjudged.length === 1 ? '1 channel' : `${unjudged.length} channels`;
  return `nothing was missed, but ${some} could not be judged: ${listed(unjudged, true)}`;
}

const mostListed = 5;

/** `quick-reply (email, chat), on-the-day (orders) and 2 more` */
function listed(cells: readonly GateCell[], withVerdict: boolean): string {
  const byPromise = new Map<string, string[]>();
  for (const { promise, channel, verdict, worse } of cells) {
    const channels = byPromise.get(promise) ?? [];
    channels.push(withVerdict ? `${channel} ${worse === undefined ? verdict : 'worse'}` : channel);
    byPromise.set(promise, channels);
  }
  const all = [...byPromise].map(([promise, channels]) => `${plain(promise)} (${plain(channels.join(', '))})`);
  const more = all.length - mostListed;
  return more > 0 ? `${all.slice(0, mostListed).join(', ')} and ${more} more` : all.join(', ');
}
