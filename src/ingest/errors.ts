import { diagnose } from '../diagnostics/catalog.ts';
import type { BrokenRecord } from '../model/batch.ts';
import type { Diagnostic, Position } from '../model/diagnostic.ts';
import { DAY_MS, isoDate } from '../vocabulary/time/civil.ts';
import { compileFormat } from '../vocabulary/time/format.ts';
import { RECORD_BYTES } from './options.ts';

/** Further lines that a message about cells or records names. */
const NAMED = 9;

/** Cells of one column of one file that could not be read, in rows that take part. */
export interface UnreadableCells {
  readonly file: string;
  /** Physical line of the first, counted from 1. */
  readonly line: number;
  /** What the promise file calls the column, or its header. */
  readonly column: string;
  readonly value: string;
  /** What the column should hold, with its article: `a time as dd/MM/yyyy HH:mm`. */
  readonly expects: string;
  /** Lines of the next ones in the same file; more than nine are not named. */
  readonly moreLines: readonly number[];
  /** All of them in this file, the first included. */
  readonly count: number;
  readonly channel: string;
  /** Where the channel is declared: there `tolerate` goes. */
  readonly declared: Position;
  /** Formats that would read every date of the column; empty where one is declared or none fits. */
  readonly fittingFormats: readonly string[];
  /** What else may mend it; null where nothing is known to. */
  readonly hint: string | null;
  /** Leaves the value out. */
  readonly redact: boolean;
}

/** A format with what it makes of the cell, which is what tells two of them apart: `dd/MM/yyyy` (2026-03-04). */
function withReading(format: string, value: string, redact: boolean): string {
  const compiled = compileFormat(format);
  const read = compiled.kind === 'format' && !redact ? compiled.parse(value) : null;
  return read === null ? format : `${format} (${isoDate(Math.floor(read.local / DAY_MS))})`;
}

export function unreadableCell(cells: UnreadableCells): Diagnostic {
  const { file, line, column, value, expects, count, channel, declared, fittingFormats, redact } = cells;
  const args = {
    column,
    value: redact ? null : value,
    expects,
    more: count - 1,
    moreLines: named(cells.moreLines),
    channel,
    declared: `${declared.file}:${declared.line}`,
    formats:
      fittingFormats.length === 1 ? fittingFormats : fittingFormats.map((format) => withReading(format, value, redact)),
    hint: cells.hint,
  };
  return diagnose('unreadable-cell', args, inExport(file, line, 1));
}

/** Broken records of one kind in one file, for a channel that does not tolerate them. */
export interface BrokenCells {
  readonly file: string;
  readonly record: BrokenRecord;
  /** Lines of the next ones of this kind in the same file; more than nine are not named. */
  readonly moreLines: readonly number[];
  /** All of this kind in this file, the first included. */
  readonly count: number;
  readonly channel: string;
  readonly declared: Position;
}

export function brokenRecord(broken: BrokenCells): Diagnostic {
  const { file, record, count, channel, declared } = broken;
  const rest = {
    more: count - 1,
    moreLines: named(broken.moreLines),
    channel,
    declared: `${declared.file}:${declared.line}`,
  };
  const { line, expected, found, lines } = record;
  switch (record.code) {
    case 'ragged':
      return diagnose('ragged-record', { expected, found, ...rest }, inExport(file, line, 1));
    case 'repeated-header':
      return diagnose('repeated-header', rest, inExport(file, line, 1));
    case 'unclosed-quote':
      return diagnose('unclosed-quote', { column: found, lines, ...rest }, inExport(file, line, found));
    case 'text-after-quote':
      return diagnose('text-after-quote', { column: found, lines, ...rest }, inExport(file, line, found));
    case 'record-too-long': {
      const mebibytes = RECORD_BYTES / 1024 / 1024;
      return diagnose('record-too-long', { mebibytes, quote: found > 0, lines, ...rest }, inExport(file, line, found));
    }
  }
}

function named(lines: readonly number[]): readonly string[] {
  return lines.slice(0, NAMED).map(String);
}

function inExport(file: string, line: number, column: number): Position {
  return { file, line, column: Math.max(1, column), length: 1 };
}
