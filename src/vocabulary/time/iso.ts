import { isBlank, isDigit, skipBlanks, twoDigitsAt } from './chars.ts';
import { DAY_MS, dayOf, isDate } from './civil.ts';
import { type OffsetReading, readTrailingOffset } from './offset.ts';

/**
 * Reads ISO 8601: `2026-03-04`, `2026-03-04T05:06`, `2026-03-04 05:06:07.123+01:00` and the basic form
 * `20260304T050607Z`. A blank may stand for the T and before the offset; ` UTC` and ` GMT` are offsets; seconds may be
 * left out; a fraction is cut to the millisecond; `24:00` is the next midnight. Years are 0000 to 9999.
 *
 * One reader serves a column: its fields hold what was read last, so that no cell allocates anything.
 */
export class IsoReader {
  /** Wall clock in milliseconds, as if the zone were UTC. */
  local = 0;
  /** Whether the text bore an offset; if so, `offset` is it, in milliseconds east of UTC. */
  hasOffset = false;
  offset = 0;
  /** A day without a time: `local` is its midnight. */
  dateOnly = false;

  #lastDate = -1;
  #lastDay = 0;
  readonly #found: OffsetReading = { milliseconds: 0, end: 0 };

  /** @returns whether the trimmed text is such a time; only then do the fields hold it. */
  read(text: string): boolean {
    const century = twoDigitsAt(text, 0);
    const yearOfCentury = twoDigitsAt(text, 2);
    if (century < 0 || yearOfCentury < 0) return false;
    const extended = text.charCodeAt(4) === 45;
    const month = twoDigitsAt(text, extended ? 5 : 4);
    const dayOfMonth = twoDigitsAt(text, extended ? 8 : 6);
    if (month < 0 || dayOfMonth < 0 || (extended && text.charCodeAt(7) !== 45)) return false;

    const date = (century * 100 + yearOfCentury) * 10_000 + month * 100 + dayOfMonth;
    if (date !== this.#lastDate) {
      const year = century * 100 + yearOfCentury;
      if (!isDate(year, month, dayOfMonth)) return false;
      this.#lastDay = dayOf(year, month, dayOfMonth);
      this.#lastDate = date;
    }
    const midnight = this.#lastDay * DAY_MS;
    const end = extended ? 10 : 8;
    if (text.length === end) {
      this.local = midnight;
      this.hasOffset = false;
      this.dateOnly = true;
      return true;
    }
    const mark = text.charCodeAt(end);
    if (mark === 84 || mark === 116) return this.#readTime(text, end + 1, extended, midnight);
    return isBlank(mark) && this.#readTime(text, skipBlanks(text, end), extended, midnight);
  }

  #readTime(text: string, start: number, extended: boolean, midnight: number): boolean {
    const hour = twoDigitsAt(text, start);
    let at = start + 2;
    if (extended && text.charCodeAt(at++) !== 58) return false;
    const minute = twoDigitsAt(text, at);
    at += 2;
    if (hour < 0 || minute < 0 || minute > 59) return false;

    let second = 0;
    let fraction = 0;
    if (extended ? text.charCodeAt(at) === 58 : isDigit(text.charCodeAt(at))) {
      if (extended) at++;
      second = twoDigitsAt(text, at);
      if (second < 0 || second > 59) return false;
      at += 2;
      const point = text.charCodeAt(at);
      if (point === 46 || point === 44) {
        const first = at + 1;
        at = first;
        for (let scale = 100; isDigit(text.charCodeAt(at)); at++, scale = scale === 1 ? 0 : scale / 10) {
          fraction += (text.charCodeAt(at) - 48) * scale;
        }
        if (at === first) return false;
      }
    }
    const time = hour * 3_600_000 + minute * 60_000 + second * 1000 + fraction;
    // Midnight at the end of the day is the one time that hour 24 has.
    if (time > DAY_MS) return false;

    if (at === text.length) {
      this.hasOffset = false;
    } else {
      if (!readTrailingOffset(text, at, this.#found)) return false;
      this.hasOffset = true;
      this.offset = this.#found.milliseconds;
    }
    this.local = midnight + time;
    this.dateOnly = false;
    return true;
  }
}
