import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import type { FindingReport, IsoInstant, SourceReport } from '../model/report.ts';
import type { SourceTally } from '../model/tally.ts';
import type { Instant } from '../model/time.ts';
import { DAY_MS, isoDate, twoDigits } from '../vocabulary/time/civil.ts';
import { zoneOf } from '../vocabulary/time/zone.ts';

/** `2026-03-31T18:04:00+02:00`, with milliseconds where there are any. */
export function isoInstant(instant: Instant, zoneName: string): IsoInstant {
  const zone = zoneOf(zoneName);
  const local = zone.toLocal(instant);
  const day = Math.floor(local / DAY_MS);
  const ms = local - day * DAY_MS;
  const clock = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60].map(twoDigits);
  const rest = Math.floor(ms) % 1000;
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
  const offset = Math.round(zone.offsetAt(instant) / 60_000);
  const sign = offset < 0 ? '-' : '+';
  const size = Math.abs(offset);
  const shown = offset === 0 ? 'Z' : `${sign}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
  return `${isoDate(day)}T${clock.join(':')}${fraction}${shown}`;
}

/** Findings as the report bears them: the most severe first, then as they were found. */
export function findingReports(findings: readonly Diagnostic[]): readonly FindingReport[] {
  const rank = { error: 0, warning: 1, note: 2 };
  return findings
    .map(({ code, severity, message, at }) => ({
      code,
      severity,
      message,
      file: at?.file ?? null,
      line: at?.line ?? null,
    }))
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
}

/** One entry a channel and file, in the order of the promise file. */
export function sourceReports(
  plan: Plan,
  tallies: readonly SourceTally[],
  asOf: readonly (Instant | null)[],
  newest: readonly (Instant | null)[],
): readonly SourceReport[] {
  const written = (moment: Instant | null): IsoInstant | null =>
    moment === null ? null : isoInstant(moment, plan.timezone);
  return plan.sources.flatMap((source, index) => {
    const tally = tallies[index];
    if (tally === undefined) return [];
    return source.channels.flatMap(({ name }, place) =>
      tally.files.map((facts, file): SourceReport => {
        const counts = tally.channels[place]?.files[file];
        return {
          channel: name,
          file: facts.file,
          bytes: facts.bytes,
          as_of: written(asOf[index] ?? null),
          newest_event: written(newest[index] ?? null),
          rows: counts?.rows ?? 0,
          entered: counts?.entered ?? 0,
          outside_window: counts?.outsideWindow ?? 0,
          excepted: counts?.excepted ?? 0,
          filtered: counts?.filtered ?? 0,
          repeated: counts?.repeated ?? 0,
          undated: counts?.undated ?? 0,
          unreadable: counts?.unreadable ?? 0,
          sha256: facts.sha256,
          encoding: facts.encoding,
          delimiter: facts.delimiter,
        };
      }),
    );
  });
}
