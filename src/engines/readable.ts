import { diagnose } from '../diagnostics/catalog.ts';
import type { Diagnostic, Position } from '../model/diagnostic.ts';
import type { ChannelPlan } from '../model/plan.ts';
import type { ChannelTally, RowCounts } from '../model/tally.ts';
import { shareInWords } from '../vocabulary/words.ts';

/** Rows of a channel that take part: those that entered, and those that could not be read. */
export function takingPart(files: readonly RowCounts[]): number {
  return files.reduce((rows, { entered, unreadable }) => rows + entered + unreadable, 0);
}

/**
 * Share that had to be set aside: of the rows that take part those with a cell that cannot be read, and of all rows
 * of the source the broken records, which channel they belong to being unknown.
 */
export function setAsideShare({ faults, files }: ChannelTally): number {
  const all = files.reduce((sum, { rows }) => sum + rows, 0);
  const cells = faults.rows / Math.max(1, takingPart(files) - faults.records);
  return cells + faults.records / Math.max(1, all);
}

export function isTolerated(tally: ChannelTally, { tolerate }: ChannelPlan): boolean {
  return setAsideShare(tally) <= tolerate;
}

/** Cases that stand twice, which a channel with `repeats: error` does not allow. */
export function repeatedCases(
  tally: ChannelTally,
  channel: ChannelPlan,
  caseName: string,
  fileNames: readonly string[],
): readonly Diagnostic[] {
  const [sample] = tally.repeated.samples;
  if (sample === undefined) return [];
  const place = ({ file, line }: { file: number; line: number }): string => `${fileNames[file] ?? ''}:${line}`;
  const at: Position = { file: fileNames[sample.again.file] ?? '', line: sample.again.line, column: 1, length: 1 };
  const { position } = channel;
  const args = {
    column: caseName,
    first: place(sample.first),
    again: place(sample.again),
    more: tally.repeated.count - 1,
    channel: channel.name,
    declared: `${position.file}:${position.line}`,
  };
  return [diagnose('repeated-case', args, at)];
}

/** Said where some unreadable rows are tolerated, but these are too many. */
export function tooMany(tally: ChannelTally, channel: ChannelPlan): readonly Diagnostic[] {
  if (channel.tolerate === 0) return [];
  const args = {
    channel: channel.name,
    rows: tally.faults.rows + tally.faults.records,
    of: takingPart(tally.files),
    share: shareInWords(setAsideShare(tally)),
    tolerate: shareInWords(channel.tolerate),
  };
  return [diagnose('too-many-unreadable', args, channel.position)];
}
