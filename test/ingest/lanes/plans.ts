import type { CellFormat, ColumnPlan, ColumnType } from '../../../src/model/column.ts';
import { ISO_STYLES, iso, moment, PATTERNS, patterned } from './moments.ts';
import { duration, number, percent } from './numbers.ts';
import type { Random } from './random.ts';
import { id, nearMiss, padded, sentence, word } from './words.ts';

/** Writes a cell that fits a column, for the most part. */
export type WriteCell = (random: Random) => string;

/** How a column is read, and a writer of cells that it can read for the most part. */
export interface ColumnKind {
  readonly holds: ColumnPlan['holds'];
  readonly cell: CellFormat;
  readonly write: WriteCell;
}

const TYPES: readonly ColumnType[] = ['text', 'number', 'percent', 'boolean', 'timestamp', 'date', 'duration'];
const ZONES = ['UTC', 'Europe/Oslo', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
const UNITS = ['milliseconds', 'seconds', 'minutes', 'hours', 'days', 'weeks'] as const;
const YES_NO = ['yes', 'no', 'Yes', 'NO', 'true', 'False', 'y', 'N', '1', '0'];
const HARD_YES_NO = ['ja', 'nei', 'maybe', 'yes.', '2', 'ye', 'tru', 'YES', 'fAlSe', 'no no', '01', '\u0130'];
const BLANKS = ['N/A', 'n/a', '-', 'null', 'NULL', '', ' ', 'Ø', 'ø', 'aØb', 'AØB', 'abc', '0', '--'];
const LISTS: readonly (readonly string[])[] = [
  [],
  [],
  [],
  ['N/A'],
  ['n/a', '-', 'null'],
  ['Ø'],
  ['0'],
  ['aØb', '--'],
  [''],
];
const MAPS: readonly CellFormat['map'][] = [
  [],
  [],
  [],
  [
    ['ja', 'yes'],
    ['Nei', 'no'],
  ],
  [
    ['aøb', 'abc'],
    ['İstanbul', ''],
    ['', 'none'],
  ],
  [
    ['question', 'N/A'],
    ['order', 'ORDER '],
    ['spørsmål', 'question'],
    ['5', '2026-03-04'],
  ],
];

/** A column of any type, format and zone, and how to write its cells. */
export function columnKind(random: Random, delimiter: string): ColumnKind {
  const cell: CellFormat = {
    type: random.pick(TYPES),
    format: null,
    zone: random.pick(ZONES),
    decimal: random.chance(0.3) ? ',' : '.',
    unit: null,
    blank: random.pick(LISTS),
    map: random.pick(MAPS),
  };
  const { format, unit, loneGroup, write } = fitting(random, cell);
  const settled = { ...cell, format, unit, ...(loneGroup ? { loneGroup: 'ask' as const } : {}) };
  const isId = random.chance(0.15);
  const anyCase = isId && random.chance(0.5) ? { anyCase: true as const } : {};
  const inner = isId && random.chance(0.8) ? id : write;
  // A text that could well be read means something else here: 01/01/1900 for a day that is not known.
  const special = random.chance(0.15) ? inner(random) : null;
  const written = special === null ? BLANKS : [special, special, inner(random), ''];
  const blanks = special === null ? random.pick([0, 0, 0.05, 0.3]) : 0.2;
  const dressed = random.pick([0, 0, 0.02, 0.2]);
  const strange = random.pick([0, 0, 0.02, 0.1]);
  const near = random.pick([0, 0, 0.1, 0.5]);
  return {
    holds: isId ? 'id' : 'values',
    cell: { ...settled, ...anyCase, ...meanings(random, settled, special, inner) },
    write: (each) => {
      if (each.chance(blanks)) return each.pick(written);
      const fit = each.chance(strange) ? sentence(each) : inner(each);
      const text = each.chance(near) ? nearMiss(each, fit) : fit;
      if (each.chance(dressed)) return padded(each, text);
      return each.chance(0.002) ? text + delimiter : text;
    },
  };
}

function meanings(random: Random, { blank, map }: CellFormat, special: string | null, other: WriteCell) {
  if (special === null) return {};
  return random.chance(0.5) ? { blank: [...blank, special] } : { map: [...map, [special, other(random)] as const] };
}

interface Fitting {
  readonly format: string | null;
  readonly unit: CellFormat['unit'];
  readonly loneGroup?: boolean;
  readonly write: WriteCell;
}

function fitting(random: Random, { type, decimal, zone }: CellFormat): Fitting {
  const plain = { format: null, unit: null };
  const hard = random.pick([0, 0.01, 0.15]);
  switch (type) {
    case 'text':
      return { ...plain, write: random.chance(0.6) ? word : sentence };
    case 'number': {
      const most = random.size(1, 1e9);
      const loneGroup = decimal === '.' && random.chance(0.5);
      return { ...plain, loneGroup, write: (each) => number(each, decimal, most, hard) };
    }
    case 'percent':
      return { ...plain, unit: random.chance(0.4) ? 'percent' : null, write: (each) => percent(each, decimal, hard) };
    case 'boolean':
      return { ...plain, write: (each) => each.pick(each.chance(hard) ? HARD_YES_NO : YES_NO) };
    case 'duration':
      return {
        format: random.pick([null, null, 'h:mm', 'm:ss', 'h:mm:ss', 'HH:mm:ss']),
        unit: random.chance(0.4) ? random.pick(UNITS) : null,
        write: (each) => duration(each, decimal, hard),
      };
    default:
      return { ...plain, ...ofMoments(random, zone) };
  }
}

function ofMoments(random: Random, zone: string): { readonly format: string | null; readonly write: WriteCell } {
  // Exports are in the order of their days: many rows in a row have one.
  let last = moment(random, zone);
  const next = (each: Random) => {
    last = each.chance(0.2) ? moment(each, zone) : last + each.between(0, 4_000_000);
    return last;
  };
  if (random.chance(0.5)) {
    const style = random.pick(ISO_STYLES);
    const stray = random.pick([0, 0, 0.05]);
    return { format: null, write: (each) => iso(each.chance(stray) ? each.pick(ISO_STYLES) : style, next(each), each) };
  }
  if (random.chance(0.2)) {
    const milliseconds = random.chance(0.5);
    const tail = (each: Random) => (each.chance(0.1) ? each.pick(['.5', ',123456', '.', 'x', '0000000']) : '');
    return {
      format: milliseconds ? 'epoch-milliseconds' : 'epoch-seconds',
      write: (each) => String(milliseconds ? next(each) : Math.floor(next(each) / 1000)) + tail(each),
    };
  }
  const pattern = random.pick(PATTERNS);
  // Not declared now and then: then the formats that fit are to be found.
  return { format: random.chance(0.9) ? pattern : null, write: (each) => patterned(pattern, next(each), each) };
}
