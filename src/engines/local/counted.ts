import { HandOver, type SourceReading } from '../../ingest/index.ts';
import type { Batch } from '../../model/batch.ts';
import type { Plan, SourcePlan } from '../../model/plan.ts';
import type { DayRange } from '../../model/time.ts';
import { FilePart } from './file-part.ts';

/** One file by the fast lane; by the reference lane where that meets anything unusual, and then from the beginning. */
export async function eachBatch<P>(
  reading: SourceReading,
  file: number,
  fresh: () => P,
  add: (part: P, batch: Batch) => void,
): Promise<P> {
  try {
    const part = fresh();
    for await (const batch of reading.read(file, 'fast')) add(part, batch);
    return part;
  } catch (error) {
    if (!(error instanceof HandOver)) throw error;
  }
  const part = fresh();
  for await (const batch of reading.read(file, 'reference')) add(part, batch);
  return part;
}

/** All files of a source, a part each, merged in reading order: a file that is given up half-way leaves nothing behind. */
export async function counted(
  plan: Plan,
  source: SourcePlan,
  reading: SourceReading,
  window: DayRange | null,
): Promise<FilePart> {
  const files = reading.files.length;
  let whole: FilePart | null = null;
  for (const [file] of reading.files.entries()) {
    const before = whole?.horizon.event ?? null;
    const fresh = (): FilePart => new FilePart(plan, source, { window, files, before });
    const part = await eachBatch(reading, file, fresh, (one, batch) => one.add(batch));
    // The first part is the whole so far: nothing has to be copied where there is but one file.
    if (whole === null) whole = part;
    else whole.absorb(part);
  }
  return whole ?? new FilePart(plan, source, { window, files, before: null });
}
