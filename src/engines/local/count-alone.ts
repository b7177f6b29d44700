import { openCrew, openSource } from '../../ingest/index.ts';
import type { Progress } from '../../model/source.ts';
import type { SourceTally } from '../../model/tally.ts';
import { counted } from './counted.ts';
import type { ThreadSource, ThreadWork } from './thread-work.ts';

interface Counted {
  readonly tally: SourceTally;
  readonly bytes: number;
  readonly rows: number;
}

/**
 * A whole source, counted in this thread; null where that fails, or its files are no longer those that the main thread
 * has found: it then does it itself, and says what is wrong.
 */
export async function countAlone(
  { plan, window, context }: ThreadWork,
  { source, stamp }: ThreadSource,
  onProgress: (progress: Progress) => void,
): Promise<Counted | null> {
  const options = { directory: plan.directory, ...context, stdin: null, signal: null, onProgress };
  try {
    const reading = await openSource(source, options);
    if (reading.stamp !== stamp) {
      await reading.close();
      return null;
    }
    const crew = await openCrew([reading], { threads: 1, hashed: true, script: null, signal: null });
    try {
      const part = await counted(plan, source, reading, window);
      const files = await reading.facts();
      return {
        tally: { source: source.index, files, ...part.tally() },
        bytes: files.reduce((sum, file) => sum + file.bytes, 0),
        rows: files.reduce((sum, file) => sum + file.rows, 0),
      };
    } finally {
      crew?.close();
      await reading.close();
    }
  } catch {
    return null;
  }
}
