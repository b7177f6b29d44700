import type { GapReport } from '../../model/report.ts';
import type { Gate } from '../../report/gate.ts';
import type { MailOccasion } from './mail-options.ts';

/** Why nothing is sent, or null where one of the occasions has come, or none was named. */
export function whyNothing(
  onlyOn: readonly MailOccasion[],
  { exit }: Gate,
  report: GapReport,
  earlier: ReadonlySet<string>,
): string | null {
  const hasCome = {
    // What could not be judged is no good news: a feed that died would be silence otherwise.
    missed: () => exit !== 0,
    change: () => hasChanged(report, earlier),
  };
  if (onlyOn.length === 0 || onlyOn.some((occasion) => hasCome[occasion]())) return null;
  const words = { missed: 'nothing is missed or unjudged', change: 'no verdict changed' };
  return [...new Set(onlyOn)].map((occasion) => words[occasion]).join(', and ');
}

const keyOf = (promise: string, channel: string): string => JSON.stringify([promise, channel]);

/**
 * A verdict is another than in the earlier report, or one of the two does not know the promise on that channel.
 *
 * @param earlier - cells of the earlier report
 */
function hasChanged({ promises }: GapReport, earlier: ReadonlySet<string>): boolean {
  const cells = promises.flatMap(({ id, channels }) => channels.map((cell) => ({ id, cell })));
  if (cells.some(({ cell: { change, verdict } }) => change == null || change.verdict_before !== verdict)) return true;
  const known = new Set(cells.map(({ id, cell }) => keyOf(id, cell.channel)));
  return [...earlier].some((key) => !known.has(key));
}

/**
 * What an earlier report has of what this one was asked for.
 *
 * @param asked - empty: all of it
 */
export function cellsOf(
  report: GapReport | null,
  asked: { readonly promises: readonly string[]; readonly channels: readonly string[] },
): ReadonlySet<string> {
  // A run over a part says nothing of the others.
  if (report === null || asked.promises.length > 0 || asked.channels.length > 0) return new Set();
  return new Set(report.promises.flatMap(({ id, channels }) => channels.map(({ channel }) => keyOf(id, channel))));
}
