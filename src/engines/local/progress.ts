import type { Progress, SourceFile } from '../../model/source.ts';

type Listener = ((progress: Progress) => void) | null;

/** Adds up the progress of several sources, each of which reports its own. */
export function totalProgress(listener: Listener): {
  /** The listener of the next source. */
  readonly next: () => Listener;
  /** Counts the files of an opened source into the total. */
  readonly expect: (files: readonly SourceFile[]) => void;
} {
  const parts: Progress[] = [];
  let total = 0;
  return {
    next: () => {
      if (listener === null) return null;
      const index = parts.push({ bytes: 0, totalBytes: 0, rows: 0 }) - 1;
      return (progress) => {
        parts[index] = progress;
        const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
        const rows = parts.reduce((sum, part) => sum + part.rows, 0);
        listener({ bytes, totalBytes: total, rows });
      };
    },
    expect: (files) => {
      total += files.reduce((sum, { bytes }) => sum + bytes, 0);
    },
  };
}
