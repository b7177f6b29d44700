import { isBlank, isDigit, skipBlanks, wordAt } from './chars.ts';
import { DAY_MS, dayOf, isDate, weekday } from './civil.ts';
import { readMonth, readWeekday } from './english.ts';
import { checkTokens } from './format-check.ts';
import { compileSteps, Op, type Step } from './format-steps.ts';
import { type FormatFault, tokenize } from './format-tokens.ts';
import { readOffset } from './offset.ts';
import { isZone } from './zone.ts';

export { candidateFormats } from './format-candidates.ts';
export type { FormatFault, FormatFaultReason } from './format-tokens.ts';

/** A wall clock in milliseconds as if its zone were UTC, with the offset (milliseconds east) or zone that it bore. */
export interface WallClock {
  readonly local: number;
  readonly offset: number | null;
  readonly zone: string | null;
}

/** A pattern of Unicode date tokens, ready to read cells. */
export interface CompiledFormat {
  readonly kind: 'format';
  readonly pattern: string;
  /** It has no hour: what it reads are days, at their midnight. */
  readonly dateOnly: boolean;
  /** Reads a trimmed text whole; null where it is not of this format or not a time. */
  parse(text: string): WallClock | null;
}

/**
 * Compiles Unicode (UTS 35) date tokens:
 * - `yyyy` and `y`: four digits; `yy`: two, 69 to 99 in the last century, else in this one
 * - `M` `d` `H` `h` `k` `K` `m` `s`: one or two digits; doubled: two, but also one where no digits follow directly, as
 *   spreadsheets write them; `S`: a fraction of any length, cut to the millisecond
 * - `MMM` `MMMM` `E` to `EEE` `EEEE`: English names in any letter case; the weekday is held against the date
 * - `a`: AM, PM, a.m., p.m.; `X` `x` `Z`: `Z`, +01, +0100 or +01:00; `z`: UTC or GMT; `VV`: an IANA zone
 * - a blank: one or more blanks of any kind; other punctuation and 'quoted text' stand for themselves
 *
 * A format names year, month and day, and every part that its smaller parts need. Hour 24 is read as 24:00:00 alone.
 */
export function compileFormat(pattern: string): CompiledFormat | FormatFault {
  const tokens = tokenize(pattern.trim());
  if (!isTokens(tokens)) return tokens;
  const wrong = checkTokens(pattern, tokens);
  if (wrong !== null) return wrong;
  return new StepFormat(pattern, compileSteps(tokens));
}

/** The steps of a pattern, for those who read bytes instead of text; null where it is none. */
export function formatSteps(pattern: string): readonly Step[] | null {
  const tokens = tokenize(pattern.trim());
  return isTokens(tokens) && checkTokens(pattern, tokens) === null ? compileSteps(tokens) : null;
}

function isTokens<T>(tokens: readonly T[] | FormatFault): tokens is readonly T[] {
  return Array.isArray(tokens);
}

class StepFormat implements CompiledFormat {
  readonly kind = 'format';
  readonly pattern: string;
  readonly dateOnly: boolean;
  readonly #steps: readonly Step[];
  readonly #name = { index: -1, end: 0 };
  readonly #found = { milliseconds: 0, end: 0 };

  constructor(pattern: string, steps: readonly Step[]) {
    this.pattern = pattern;
    this.#steps = steps;
    this.dateOnly = !steps.some((step) => step.op >= Op.Hour24 && step.op <= Op.Hour0To11);
  }

  parse(text: string): WallClock | null {
    let at = 0;
    let year = 0;
    let month = 0;
    let day = 0;
    let dayOfWeek = -1;
    let hour = 0;
    let minute = 0;
    let second = 0;
    let fraction = 0;
    let afternoon = false;
    let twelve = false;
    let offset: number | null = null;
    let zone: string | null = null;

    for (const step of this.#steps) {
      let value = 0;
      if (step.max > 0) {
        let most = step.max;
        if (step.reserve > 0 && step.min < most) most = Math.min(most, digitsAt(text, at) - step.reserve);
        let count = 0;
        while (count < most) {
          const digit = text.charCodeAt(at) - 48;
          if (!(digit >= 0 && digit <= 9)) break;
          // A fraction is read to the millisecond; its other digits are passed over.
          if (step.op !== Op.Fraction || count < 3) value = value * 10 + digit;
          at++;
          count++;
        }
        if (count < step.min) return null;
        if (step.op === Op.Fraction) value = count === 1 ? value * 100 : count === 2 ? value * 10 : value;
      }
      switch (step.op) {
        case Op.Literal:
          if (!text.startsWith(step.text, at)) return null;
          at += step.text.length;
          break;
        case Op.Blank:
          if (!isBlank(text.charCodeAt(at))) return null;
          at = skipBlanks(text, at);
          break;
        case Op.Year:
          year = value;
          break;
        case Op.YearOfCentury:
          year = value >= 69 ? 1900 + value : 2000 + value;
          break;
        case Op.Month:
          month = value;
          break;
        case Op.MonthShort:
        case Op.MonthLong:
          readMonth(text, at, step.op === Op.MonthLong, this.#name);
          if (this.#name.index < 0) return null;
          month = this.#name.index + 1;
          at = this.#name.end;
          break;
        case Op.Day:
          day = value;
          break;
        case Op.WeekdayShort:
        case Op.WeekdayLong:
          readWeekday(text, at, step.op === Op.WeekdayLong, this.#name);
          if (this.#name.index < 0) return null;
          dayOfWeek = this.#name.index;
          at = this.#name.end;
          break;
        case Op.Hour24:
          if (value > 24) return null;
          hour = value;
          break;
        case Op.Hour1To24:
          if (value < 1 || value > 24) return null;
          hour = value % 24;
          break;
        case Op.Hour1To12:
          if (value < 1 || value > 12) return null;
          hour = value % 12;
          twelve = true;
          break;
        case Op.Hour0To11:
          if (value > 11) return null;
          hour = value;
          twelve = true;
          break;
        case Op.Minute:
          if (value > 59) return null;
          minute = value;
          break;
        case Op.Second:
          if (value > 59) return null;
          second = value;
          break;
        case Op.Fraction:
          fraction = value;
          break;
        case Op.Half: {
          const length = halfLength(text, at);
          if (length === 0) return null;
          afternoon = (text.charCodeAt(at) | 32) === 112;
          at += length;
          break;
        }
        case Op.Offset:
          if (!readOffset(text, at, this.#found)) return null;
          offset = this.#found.milliseconds;
          at = this.#found.end;
          break;
        case Op.ZoneShort:
          if (!wordAt(text, at, 'utc') && !wordAt(text, at, 'gmt')) return null;
          offset = 0;
          at += 3;
          break;
        case Op.ZoneId: {
          const end = zoneEnd(text, at);
          zone = text.slice(at, end);
          if (!isZone(zone)) return null;
          at = end;
          break;
        }
      }
    }

    if (at !== text.length || !isDate(year, month, day)) return null;
    if (twelve && afternoon) hour += 12;
    const time = hour * 3_600_000 + minute * 60_000 + second * 1000 + fraction;
    // Midnight at the end of the day is the one time that hour 24 has.
    if (time > DAY_MS) return null;
    const days = dayOf(year, month, day);
    if (dayOfWeek >= 0 && weekday(days) !== dayOfWeek) return null;
    return { local: days * DAY_MS + time, offset, zone };
  }
}

function digitsAt(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  return end - start;
}

/** Characters of `AM` or `a.m.` at a position, 0 where there is neither. */
function halfLength(text: string, at: number): number {
  if (wordAt(text, at, 'am') || wordAt(text, at, 'pm')) return 2;
  return wordAt(text, at, 'a.m.') || wordAt(text, at, 'p.m.') ? 4 : 0;
}

function zoneEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isBlank(text.charCodeAt(end)) && !'()[],;'.includes(text.charAt(end))) end++;
  return end;
}
