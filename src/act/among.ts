import type { GapReport } from '../model/report.ts';
import { worst } from '../score/worst.ts';

/**
 * What a selection leaves of a report; empty lists leave all. Without it, what was not asked for would be gone. The
 * score is that of all promises, so that none is left.
 */
export function among(report: GapReport, promises: readonly string[], channels: readonly string[]): GapReport {
  if (promises.length === 0 && channels.length === 0) return report;
  const kept = report.promises
    .filter(({ id }) => promises.length === 0 || promises.includes(id))
    .map((promise) => ({
      ...promise,
      channels: promise.channels.filter(({ channel }) => channels.length === 0 || channels.includes(channel)),
    }));
  const verdict = worst(kept.flatMap((promise) => promise.channels.map((cell) => cell.verdict)));
  return { ...report, verdict, score: null, promises: kept };
}
