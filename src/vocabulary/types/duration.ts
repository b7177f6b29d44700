import type { CellFormat } from '../../model/column.ts';
import type { TypeDefinition } from './definition.ts';
import { readInUnit, readIsoDuration, readUnits } from './duration-units.ts';
import { NumericBuilder } from './numeric-builder.ts';

/** Lengths of time, in seconds. */
export const duration: TypeDefinition = {
  id: 'duration',
  expects: (cell) => {
    if (cell.format !== null) return `a duration as ${cell.format}`;
    if (cell.unit !== null && cell.unit !== 'percent')
      return `a number of ${cell.unit}, or a duration such as 00:04:31`;
    return 'a duration such as 00:04:31, 90s or 1h 2m';
  },
  builder: (cell) => {
    const clock = cell.format === null ? 'h:mm:ss' : durationFormat(cell.format);
    if (clock === null) throw new RangeError(`unknown format of durations ${cell.format}`);
    return new NumericBuilder(cell, (text) => readDuration(text, clock, cell));
  },
};

export const durationFormats = ['h:mm', 'm:ss', 'h:mm:ss'] as const;

export type DurationFormat = (typeof durationFormats)[number];

/** The format of durations that a text means, doubled or capital letters (`HH:mm`) aside; null where it is none. */
export function durationFormat(text: string): DurationFormat | null {
  const plain = text
    .trim()
    .replace(/^[hH]{1,2}:/, 'h:')
    .replace(/^mm:/, 'm:');
  return durationFormats.find((format) => format === plain) ?? null;
}

/** NaN where the text is no duration, or could be two. */
function readDuration(text: string, clock: DurationFormat, cell: CellFormat): number {
  if (cell.unit !== null && cell.unit !== 'percent') {
    const value = readInUnit(text, cell.decimal, cell.unit);
    if (!Number.isNaN(value)) return value;
  }
  const sign = text.charAt(0);
  const negative = sign === '-' || sign === '\u2212';
  const size = readSize(negative || sign === '+' ? text.slice(1).trimStart() : text, clock, cell);
  return negative && size !== 0 ? -size : size;
}

const CLOCK = /^(\d{1,9}):([0-5]\d)(?::([0-5]\d))?(?:[.,](\d+))?$/;

function readSize(text: string, clock: DurationFormat, cell: CellFormat): number {
  const parts = CLOCK.exec(text);
  if (parts === null) return (readIsoDuration(text) ?? readUnits(text, cell.decimal))?.seconds ?? Number.NaN;
  const [, first = '', second = '', third, fraction] = parts;
  if (third !== undefined) return Number(first) * 3600 + Number(second) * 60 + Number(`${third}.${fraction ?? '0'}`);
  if (clock === 'm:ss') return Number(first) * 60 + Number(`${second}.${fraction ?? '0'}`);
  return clock === 'h:mm' && fraction === undefined ? Number(first) * 3600 + Number(second) * 60 : Number.NaN;
}
