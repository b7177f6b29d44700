import type { Progress, SourceFile } from '../../model/source.ts';

type Listener = ((progress: Progress) => void) | null;

/** Adds up the progress of several sources, each of which reports its own, and of threads that count by themselves. */
export function totalProgress(
  listener: Listener,
  elsewhere: () => Pick<Progress, 'bytes' | 'rows'> | null,
): {
  /** The listener of the next source. */
  readonly next: () => Listener;
  /** Counts the files of an opened source into the total. */
  readonly expect: (files: readonly SourceFile[]) => void;
  /** Says once more how far all of it is. */
  readonly tell: () => void;
} {
  const parts: Progress[] = [];
  let total = 0;
  const tell = (): void => {
    const other = elsewhere();
    const bytes = parts.reduce((sum, part) => sum + part.bytes, other?.bytes ?? 0);
    const rows = parts.reduce((sum, part) => sum + part.rows, other?.rows ?? 0);
    listener?.({ bytes: Math.min(bytes, total), totalBytes: total, rows });
  };
  return {
    next: () => {
      if (listener === null) return null;
      const index = parts.push({ bytes: 0, totalBytes: 0, rows: 0 }) - 1;
      return (progress) => {
        parts[index] = progress;
        tell();
      };
    },
    expect: (files) => {
      total += files.reduce((sum, { bytes }) => sum + bytes, 0);
    },
    tell,
  };
}
