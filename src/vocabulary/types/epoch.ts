import { FIRST_INSTANT, LAST_INSTANT, type MomentReader, type MomentReading } from './moment-reading.ts';

export type EpochFormat = 'epoch-seconds' | 'epoch-milliseconds';

export function isEpochFormat(format: string): format is EpochFormat {
  return format === 'epoch-seconds' || format === 'epoch-milliseconds';
}

/** Reads seconds or milliseconds since 1970-01-01T00:00:00Z; a fraction is cut to the millisecond. */
export class EpochReader implements MomentReader {
  readonly #unit: number;

  constructor(format: EpochFormat) {
    this.#unit = format === 'epoch-seconds' ? 1000 : 1;
  }

  read(text: string, into: MomentReading): void {
    const instant = readEpoch(text, this.#unit);
    if (instant >= FIRST_INSTANT && instant <= LAST_INSTANT) into.setInstant(instant);
    else into.setUnreadable();
  }

  fittingFormats(): null {
    return null;
  }
}

/** NaN where the text is no plain decimal number, or beyond any date. */
function readEpoch(text: string, unit: number): number {
  const sign = text.charCodeAt(0);
  const negative = sign === 45 || sign === 0x2212;
  let at = negative ? 1 : 0;
  let whole = 0;
  const start = at;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    whole = whole * 10 + digit;
  }
  if (at === start || at - start > 15) return Number.NaN;
  let milliseconds = whole * unit;
  if (at < text.length) {
    const point = text.charCodeAt(at++);
    if ((point !== 46 && point !== 44) || at === text.length) return Number.NaN;
    for (let scale = unit / 10; at < text.length; at++, scale /= 10) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) return Number.NaN;
      if (scale >= 1) milliseconds += digit * scale;
    }
  }
  return negative ? 0 - milliseconds : milliseconds;
}
