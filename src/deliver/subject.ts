import type { GapReport, Verdict } from '../model/report.ts';
import { headerText } from './header-text.ts';
import { windowName } from './window-name.ts';

/** `2 of 7 promises missed: Fjellrute Cycles, Q1 2026`: the verdict, and of whom and when it is. */
export function subjectOf(report: GapReport): string {
  const about = [headerText(report.brand), windowName(report.window)].filter((part) => part !== '').join(', ');
  return about === '' ? verdictOf(report) : `${verdictOf(report)}: ${about}`;
}

const judged: ReadonlySet<Verdict> = new Set<Verdict>(['kept', 'close', 'waived', 'missed']);

/** A miss comes first; where there is none, nothing that was not judged is passed over. */
function verdictOf({ promises }: GapReport): string {
  const cells = promises.flatMap(({ channels }) => channels);
  const having = (...verdicts: readonly Verdict[]): number =>
    promises.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const of = `of ${promises.length} promise${promises.length === 1 ? '' : 's'}`;
  const missed = promises.filter(
    ({ verdict, channels }) => verdict === 'missed' || channels.some((cell) => cell.verdict === 'missed'),
  ).length;
  if (missed > 0) return `${missed} ${of} missed`;
  if (!cells.some(({ verdict }) => judged.has(verdict))) return 'Nothing could be judged';

  const kept = having('kept', 'close');
  const others = [
    ...some(having('waived'), 'waived'),
    ...some(having('unproven'), 'not proven'),
    ...some(having('unmeasured'), 'not measured'),
  ];
  if (others.length > 0) return [`${kept} ${of} kept`, ...others].join(', ');
  const open = cells.filter(({ verdict }) => !judged.has(verdict)).length;
  const all = promises.length === 1 ? 'The promise is kept' : `All ${promises.length} promises kept`;
  return [all, ...some(open, `channel${open === 1 ? '' : 's'} not judged`)].join(', ');
}

const some = (count: number, words: string): string[] => (count === 0 ? [] : [`${count} ${words}`]);
