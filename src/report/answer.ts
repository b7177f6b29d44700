import type { GapReport } from '../model/report.ts';
import type { Gate } from './gate.ts';

/** Are the promises kept? In one sentence, without its period. */
export function answer({
  promises_kept: kept,
  promises_measured: measured,
  promises_declared: declared,
  promises,
}: GapReport): string {
  if (declared === 0) return 'No promise is declared.';
  if (measured === 0) {
    // What has figures that prove nothing was measured all the same.
    const judged = promises.some(({ verdict }) => verdict === 'unproven') ? 'judged' : 'measured';
    return declared === 1 ? `The promise could not be ${judged}` : `None of ${declared} promises could be ${judged}`;
  }
  if (measured === 1) return `The one measured promise is ${kept === 1 ? 'kept' : 'not kept'}`;
  return `${kept} of ${measured} measured promises are kept`;
}

/** The same for those who look for what is broken: how many are missed, and how many nobody could judge. */
function missedAnswer(report: GapReport): string {
  const { promises, promises_kept: kept, promises_measured: measured } = report;
  if (measured === 0) return answer(report).replace(/\.$/, '');
  const missed = promises.filter(({ verdict }) => verdict === 'missed').length;
  const open = promises.length - measured;
  const held =
    missed > 0
      ? `${missed} of ${measured} measured ${measured === 1 ? 'promise is' : `promises ${missed === 1 ? 'is' : 'are'}`} missed`
      : kept < measured
        ? `${kept} of ${measured} measured ${measured === 1 ? 'promise' : 'promises'} kept, the others waived`
        : measured === 1
          ? 'The one measured promise is kept'
          : `All ${measured} measured promises are kept`;
  return open > 0 ? `${held}, ${open} could not be judged` : held;
}

/** The heading of a check: what is broken, or, where the check fails for something else than a miss, what it fails for. */
export function checkAnswer(report: GapReport, { exit, why }: Gate): string {
  const isMissed = report.promises.some(({ verdict }) => verdict === 'missed');
  return exit === 1 && !isMissed && why !== null ? why : missedAnswer(report);
}
