import { diagnose } from '../diagnostics/catalog.ts';
import type { Pledge } from '../model/declaration.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CellReport } from '../model/report.ts';
import type { ChannelTally, SourceTally } from '../model/tally.ts';
import type { DayNumber } from '../model/time.ts';
import { isoDate } from '../vocabulary/time/civil.ts';
import { zoneOf } from '../vocabulary/time/zone.ts';
import { shareInWords } from '../vocabulary/words.ts';
import { type CoverageInput, coverage, ratioCoverage } from './coverage.ts';
import { day } from './dates.ts';

export interface FindingsInput extends CoverageInput {
  /** Was the as_of given, so that sources cannot lie apart? */
  readonly isExplicit: boolean;
  readonly redact: boolean;
}

/** What the data shows beside the figures, file by file. */
export function dataFindings(input: FindingsInput): readonly Diagnostic[] {
  const { plan, result } = input;
  const perSource = plan.sources.flatMap((source, index) => {
    const tally = result.sources[index];
    return tally === undefined ? [] : [{ source, tally }];
  });
  return [
    ...result.findings,
    ...coverage(input),
    ...ratioCoverage(input),
    ...behind(input),
    ...ahead(input),
    ...undated(input),
    ...perSource.flatMap(({ tally }) => oddities(tally)),
    ...perSource.flatMap(({ source, tally }) =>
      tally.untaken.flatMap((count, file) => {
        const channels = source.channels.map(({ name }) => name);
        const name = tally.files[file]?.file ?? '';
        return count === 0 ? [] : [diagnose('rows-not-taken', { export: name, count, channels }, null)];
      }),
    ),
    ...perSource.flatMap(({ source, tally }) => [
      ...brokenRecords(tally),
      ...tally.channels.flatMap((channel, place) => setAside(channel, source.channels[place]?.tolerate ?? 0)),
      ...notHeld(
        tally,
        source.columns.map(({ name }) => name),
        input,
      ),
    ]),
  ];
}

/** Days that a source may lie behind the newest before it is worth a word: a fifteenth of the window, at least one. */
function behind({ plan, asOf, window, isExplicit }: FindingsInput): readonly Diagnostic[] {
  const known = asOf.filter((instant) => instant !== null);
  if (isExplicit || known.length < 2) return [];
  const newest = Math.max(...known);
  const zone = zoneOf(plan.timezone);
  const length = window === null ? 90 : window.to - window.from + 1;
  const allowed = Math.max(1, length / 15);
  return plan.sources.flatMap((source, index) => {
    const own = asOf[index];
    if (own == null) return [];
    const days = zone.dayOf(newest) - zone.dayOf(own);
    if (days <= allowed) return [];
    const channel = source.channels.map(({ name }) => name).join(', ');
    const args = { channel, asOf: day(isoDate(zone.dayOf(own))), newest: day(isoDate(zone.dayOf(newest))), days };
    return [diagnose('as-of-behind', args, null)];
  });
}

const YEAR = 366;

/** An event more than a year after all others: a misdated cell, most often, and as_of goes by it. */
function ahead({ plan, result, isExplicit }: FindingsInput): readonly Diagnostic[] {
  if (isExplicit) return [];
  const zone = zoneOf(plan.timezone);
  return plan.sources.flatMap(({ channels }, index) => {
    const { event, before } = result.sources[index]?.horizon ?? { event: null, before: null };
    if (event === null || before === null) return [];
    const days = zone.dayOf(event) - zone.dayOf(before);
    if (days <= YEAR) return [];
    const channel = channels.map(({ name }) => name).join(', ');
    const args = { channel, asOf: day(isoDate(zone.dayOf(event))), before: day(isoDate(zone.dayOf(before))), days };
    return [diagnose('as-of-ahead', args, null)];
  });
}

function undated({ plan, result }: FindingsInput): readonly Diagnostic[] {
  return plan.sources.flatMap(({ channels, columns }, index) =>
    channels.flatMap(({ name: channel, at }, place) => {
      const files = result.sources[index]?.channels[place]?.files ?? [];
      const rows = files.reduce((sum, file) => sum + file.undated, 0);
      const of = files.reduce((sum, file) => sum + file.rows, 0);
      const column = at === null ? '' : (columns[at]?.name ?? '');
      return rows === 0 ? [] : [diagnose('undated-rows', { channel, rows, of, at: column }, null)];
    }),
  );
}

function oddities({ files }: SourceTally): readonly Diagnostic[] {
  return files.flatMap(({ file, misencoded, skippedTimes, repeatedTimes }) => [
    ...(misencoded > 0 ? [diagnose('misencoded-cells', { export: file, count: misencoded }, null)] : []),
    ...(skippedTimes > 0 ? [diagnose('skipped-times', { export: file, count: skippedTimes }, null)] : []),
    ...(repeatedTimes > 0 ? [diagnose('repeated-times', { export: file, count: repeatedTimes }, null)] : []),
  ]);
}

/** Broken records, told once for all channels that share the reading. */
function brokenRecords({ channels, files }: SourceTally): readonly Diagnostic[] {
  return (channels[0]?.faults.groups ?? []).flatMap(({ file, first, count }) => {
    const name = files[file]?.file ?? '';
    if (first.kind !== 'record') return [];
    const lines = first.record.lines;
    return [diagnose('records-set-aside', { count, lines }, { file: name, line: first.line, column: 1, length: 1 })];
  });
}

function setAside({ channel, faults, files }: ChannelTally, tolerate: number): readonly Diagnostic[] {
  if (faults.rows === 0) return [];
  const of = files.reduce((rows, { entered, unreadable }) => rows + entered + unreadable, 0) - faults.records;
  const share = shareInWords(faults.rows / Math.max(1, of));
  return [
    diagnose('rows-set-aside', { channel, rows: faults.rows, of, share, tolerate: shareInWords(tolerate) }, null),
  ];
}

/** Values named by a condition that the export never holds: a misspelling, most often. */
function notHeld(tally: SourceTally, names: readonly string[], input: FindingsInput): readonly Diagnostic[] {
  const { declaration, redact } = input;
  const told = new Set<string>();
  return tally.channels.flatMap(({ channel, words, files }) => {
    if (files.every(({ rows }) => rows === 0)) return [];
    return words.flatMap(({ column, line, wanted, seen, values }) => {
      const missing = wanted.filter((_, index) => !seen[index]);
      const at = { file: declaration.file, line, column: 1, length: 1 };
      const held = (values ?? []).slice(0, 8);
      return missing.flatMap((value) => {
        // A condition that several channels share is told of once.
        const key = `${line} ${column} ${value}`;
        if (told.has(key)) return [];
        told.add(key);
        const args = { column: names[column] ?? '', value, held, channel, redacted: redact };
        return [diagnose('value-not-held', args, at)];
      });
    });
  });
}

/** A waiver that has run out, or that nothing needs. */
export function waiverFindings(
  promise: string,
  pledge: Pledge,
  cell: CellReport,
  asOfDay: DayNumber | null,
): readonly Diagnostic[] {
  const { waived, channel } = pledge;
  if (waived === null || asOfDay === null) return [];
  if (asOfDay > waived.until) {
    return [diagnose('waiver-ended', { promise, channel, until: day(isoDate(waived.until)) }, waived.position)];
  }
  return cell.verdict === 'kept' || cell.verdict === 'close'
    ? [diagnose('waiver-unneeded', { promise, channel }, waived.position)]
    : [];
}
