import { isNumeric } from './format-check.ts';
import type { Token } from './format-tokens.ts';

/** What a step of a compiled format reads. The hours stand together: a format without one of them reads days. */
export const Op = {
  Literal: 0,
  Blank: 1,
  Year: 2,
  YearOfCentury: 3,
  Month: 4,
  MonthShort: 5,
  MonthLong: 6,
  Day: 7,
  WeekdayShort: 8,
  WeekdayLong: 9,
  Hour24: 10,
  Hour1To24: 11,
  Hour1To12: 12,
  Hour0To11: 13,
  Minute: 14,
  Second: 15,
  Fraction: 16,
  Half: 17,
  Offset: 18,
  ZoneShort: 19,
  ZoneId: 20,
} as const;

export type Op = (typeof Op)[keyof typeof Op];

export interface Step {
  readonly op: Op;
  /** Fewest and most digits, where it reads digits; else 0. */
  readonly min: number;
  readonly max: number;
  /** Digits that directly follow and belong to later steps. */
  readonly reserve: number;
  /** What a literal stands for. */
  readonly text: string;
}

/** A fraction longer than this is no time that any tool writes. */
const LONGEST_FRACTION = 12;

/** The steps of tokens that have been found fit (see `checkTokens`). */
export function compileSteps(tokens: readonly Token[]): readonly Step[] {
  return tokens.map((token, index) => {
    if (token.kind === 'blank') return { op: Op.Blank, min: 0, max: 0, reserve: 0, text: '' };
    if (token.kind === 'literal') return { op: Op.Literal, min: 0, max: 0, reserve: 0, text: token.text };
    const op = opOf(token.letter, token.text.length);
    if (!isNumeric(token)) return { op, min: 0, max: 0, reserve: 0, text: '' };
    const touches = isNumeric(tokens[index - 1]) || isNumeric(tokens[index + 1]);
    return { op, ...digitsOf(op, token.text.length, touches), reserve: reserveAfter(tokens, index), text: '' };
  });
}

function digitsOf(op: Op, letters: number, touches: boolean): { readonly min: number; readonly max: number } {
  if (op === Op.Year) return { min: 4, max: 4 };
  if (op === Op.YearOfCentury) return { min: 2, max: 2 };
  if (op === Op.Fraction) return touches ? { min: letters, max: letters } : { min: 1, max: LONGEST_FRACTION };
  return { min: letters === 2 && touches ? 2 : 1, max: 2 };
}

function reserveAfter(tokens: readonly Token[], index: number): number {
  let reserve = 0;
  for (let next = index + 1; isNumeric(tokens[next]); next++) {
    const token = tokens[next];
    if (token?.kind === 'field') reserve += token.letter === 'y' && token.text.length === 1 ? 4 : token.text.length;
  }
  return reserve;
}

function opOf(letter: string, letters: number): Op {
  switch (letter) {
    case 'y':
      return letters === 2 ? Op.YearOfCentury : Op.Year;
    case 'M':
      return letters <= 2 ? Op.Month : letters === 3 ? Op.MonthShort : Op.MonthLong;
    case 'd':
      return Op.Day;
    case 'E':
      return letters <= 3 ? Op.WeekdayShort : Op.WeekdayLong;
    case 'H':
      return Op.Hour24;
    case 'k':
      return Op.Hour1To24;
    case 'h':
      return Op.Hour1To12;
    case 'K':
      return Op.Hour0To11;
    case 'm':
      return Op.Minute;
    case 's':
      return Op.Second;
    case 'S':
      return Op.Fraction;
    case 'a':
      return Op.Half;
    case 'z':
      return Op.ZoneShort;
    case 'V':
      return Op.ZoneId;
    default:
      return Op.Offset;
  }
}
