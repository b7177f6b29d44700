import { skipBlanks, twoDigitsAt, wordAt } from './chars.ts';

/** Written offsets reach to 18 hours, as in ISO 8601 readers everywhere; what lies beyond is a slip. */
const FARTHEST = 18 * 3_600_000;

/** Where an offset ended; `milliseconds` east of UTC. Used again for each cell, so that none is allocated. */
export interface OffsetReading {
  milliseconds: number;
  end: number;
}

/**
 * Reads `Z`, `+01`, `+0100` or `+01:00` (also with a Unicode minus) at a position.
 *
 * @returns whether there was one; if so, `into` holds it.
 */
export function readOffset(text: string, at: number, into: OffsetReading): boolean {
  const sign = text.charCodeAt(at);
  if (sign === 90 || sign === 122) {
    into.milliseconds = 0;
    into.end = at + 1;
    return true;
  }
  const west = sign === 45 || sign === 0x2212;
  if (!west && sign !== 43) return false;
  const hours = twoDigitsAt(text, at + 1);
  if (hours < 0) return false;
  let end = at + 3;
  let minutes = 0;
  const colon = text.charCodeAt(end) === 58;
  const read = twoDigitsAt(text, colon ? end + 1 : end);
  if (read >= 0) {
    minutes = read;
    end += colon ? 3 : 2;
  } else if (colon) {
    return false;
  }
  const size = hours * 3_600_000 + minutes * 60_000;
  if (minutes > 59 || size > FARTHEST) return false;
  into.milliseconds = west ? 0 - size : size;
  into.end = end;
  return true;
}

/** Reads a trailing offset, or ` UTC` or ` GMT` after a blank, up to the end of the text. */
export function readTrailingOffset(text: string, at: number, into: OffsetReading): boolean {
  const start = skipBlanks(text, at);
  if (start > at && start + 3 === text.length && (wordAt(text, start, 'utc') || wordAt(text, start, 'gmt'))) {
    into.milliseconds = 0;
    into.end = text.length;
    return true;
  }
  return readOffset(text, start, into) && into.end === text.length;
}
