import type { Progress } from '../model/source.ts';

/** Work shorter than this shows nothing. */
const quietMilliseconds = 400;
const betweenMilliseconds = 100;
/** Before this the time left is a guess. */
const guessMilliseconds = 1500;
const clearLine = '\r\u001b[2K';

export interface ProgressLine {
  readonly update: (progress: Progress) => void;
  /** Takes the line off the screen; nothing is shown after it. */
  readonly stop: () => void;
}

/** One line, rewritten in place on a terminal; `now` is in milliseconds. */
export function progressLine(options: {
  readonly write: (text: string) => void;
  readonly columns: () => number;
  readonly now: () => number;
}): ProgressLine {
  const began = options.now();
  let reading = { since: began, from: 0, bytes: 0 };
  let shownAt: number | null = null;
  let stopped = false;
  return {
    update(progress) {
      const now = options.now();
      const { bytes } = progress;
      // Less than before: files are read again, and what it took until now says nothing of that.
      reading = bytes < reading.bytes ? { since: now, from: bytes, bytes } : { ...reading, bytes };
      if (stopped || now - began < quietMilliseconds) return;
      if (shownAt !== null && now - shownAt < betweenMilliseconds) return;
      shownAt = now;
      // A line as wide as the window would wrap, and a wrapped line cannot be rewritten.
      const text = progressText(progress, now - reading.since, reading.from);
      options.write(`${clearLine}${text.slice(0, Math.max(0, options.columns() - 1))}`);
    },
    stop() {
      if (!stopped && shownAt !== null) options.write(clearLine);
      stopped = true;
    },
  };
}

/** @param elapsed - milliseconds that all but the first `from` bytes took */
export function progressText({ bytes, totalBytes, rows }: Progress, elapsed: number, from = 0): string {
  const read = totalBytes === null ? inBytes(bytes) : `${inBytes(bytes)} of ${inBytes(totalBytes)}`;
  const parts = [`reading ${read}`, `${grouped(rows)} rows`];
  if (totalBytes !== null && bytes > from && bytes < totalBytes && elapsed >= guessMilliseconds) {
    parts.push(`${inTime(((totalBytes - bytes) / (bytes - from)) * elapsed)} left`);
  }
  return parts.join(', ');
}

function inBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value.toFixed(power > 0 && value < 10 ? 1 : 0)} ${units[power] ?? 'B'}`;
}

function inTime(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}
