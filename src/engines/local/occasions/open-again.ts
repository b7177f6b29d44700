import { openCrew, openSource, type SourceReading } from '../../../ingest/index.ts';
import type { EngineContext, OccasionBatch, Selection } from '../../../model/engine.ts';
import type { ChannelPlan, Plan, SourcePlan } from '../../../model/plan.ts';
import type { Progress } from '../../../model/source.ts';
import { decoding, leanChannel, shownSource } from './lean-source.ts';
import { newestRows } from './newest-rows.ts';
import { occasionsOf } from './occasions.ts';

/** The occasions of a channel, its source opened for them; also of who stops early all that is open is closed. */
export async function* occasionsAgain(
  plan: Plan,
  whole: SourcePlan,
  named: ChannelPlan,
  selection: Selection,
  context: EngineContext,
): AsyncGenerator<OccasionBatch> {
  const channel = leanChannel(named);
  const { case: caseColumn, updated } = channel;
  const source = shownSource(whole, channel, selection);
  const progress = inPasses(context.onProgress, caseColumn === null ? 1 : 2);
  const ingest = { ...context, directory: plan.directory, hashes: false, onProgress: progress.tell };
  const open = (one: SourcePlan): Promise<Opened> => opened(() => openSource(one, ingest), context.signal);
  const { reading, close } = await open(source);
  try {
    let newest = null;
    if (caseColumn !== null && channel.repeats === 'latest') {
      const columns = { case: caseColumn, updated };
      // For whose cases are newest no other column matters; but what came through a pipe cannot be opened twice.
      const needed = new Set(updated === null ? [caseColumn] : [caseColumn, updated]);
      const lean = reading.canBeReadElsewhere ? await open(decoding(source, needed)) : null;
      try {
        newest = await newestRows(lean?.reading ?? reading, columns);
      } finally {
        await lean?.close();
      }
      if (lean !== null) progress.next();
    }
    yield* occasionsOf({ source, declared: whole.columns, channel, reading, newest, asOf: plan.asOf }, selection);
  } finally {
    await close();
  }
}

interface Opened {
  readonly reading: SourceReading;
  readonly close: () => Promise<void>;
}

/** Opens files to be read in this thread alone: what is shown cannot be sent from one to another. */
async function opened(openFiles: () => Promise<SourceReading>, signal: AbortSignal | null): Promise<Opened> {
  const reading = await openFiles();
  try {
    const crew = await openCrew([reading], { threads: 1, hashed: false, script: null, signal });
    return {
      reading,
      close: async () => {
        crew?.close();
        await reading.close();
      },
    };
  } catch (error) {
    await reading.close();
    throw error;
  }
}

/** Progress of one reading after the other of the same files, as if they were one. */
function inPasses(listener: EngineContext['onProgress'], passes: number) {
  let [before, last]: readonly Progress[] = [];
  return {
    tell:
      listener === null
        ? null
        : (progress: Progress): void => {
            last = progress;
            const { bytes, totalBytes, rows } = progress;
            listener({
              bytes: (before?.bytes ?? 0) + bytes,
              totalBytes: totalBytes === null ? null : totalBytes * passes,
              rows: (before?.rows ?? 0) + rows,
            });
          },
    /** From here on another opening is read. */
    next: (): void => {
      before = last;
    },
  };
}
