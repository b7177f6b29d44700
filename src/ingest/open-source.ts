import { Failure } from '../diagnostics/failure.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourcePlan } from '../model/plan.ts';
import type { HeaderTrouble } from './bind.ts';
import { addressesOf } from './dialect/addresses.ts';
import type { Lane } from './lanes/lane.ts';
import { type OpenedFile, openFile, type UnopenedFile } from './open-file.ts';
import type { IngestOptions } from './options.ts';
import { FilesReading, type LaneName, type SourceReading } from './reading.ts';
import { findFiles } from './sources/find.ts';
import { Spool } from './sources/spool.ts';

/**
 * Finds the files of a source, looks at the first bytes of each, detects its dialect and binds its headers. Standard
 * input and named pipes are put aside in a temporary folder, so that they can be read again: `close` removes it.
 *
 * @throws Failure of kind `data` with all errors of all files at once.
 */
export async function openSource(source: SourcePlan, options: IngestOptions): Promise<SourceReading> {
  const spool = new Spool(options.signal);
  try {
    const { opened, notes } = await openAll(source, options, spool);
    return new FilesReading(source, opened, notes, options, spool, loadLane);
  } catch (error) {
    await spool.close();
    throw error;
  }
}

async function loadLane(lane: LaneName): Promise<Lane> {
  if (lane === 'fast') return (await import('./lanes/fast/lane.ts')).fastLane;
  return (await import('./lanes/csv-parse.ts')).csvParseLane;
}

/** Without a spool, standard input and named pipes are left alone. */
export async function openAll(source: SourcePlan, options: IngestOptions, spool: Spool | null) {
  const { files, notes, errors } = await findFiles(source, options, spool);
  const addresses = addressesOf(source.columns);
  const opened: OpenedFile[] = [];
  const unopened: UnopenedFile[] = [];
  for (const file of files) {
    options.signal?.throwIfAborted();
    const result = await openFile(file, source, addresses, options);
    if ('binding' in result) opened.push(result);
    else unopened.push(result);
  }
  const troubles = [...errors, ...unopened.flatMap((file) => file.errors), ...headerTroubles(unopened)];
  if (troubles.length > 0) throw new Failure('data', troubles);
  return { opened, notes };
}

/** A header that all twelve files of a glob lack is one error, not twelve. */
function headerTroubles(files: readonly UnopenedFile[]): readonly Diagnostic[] {
  const shared = new Map<string, { readonly first: HeaderTrouble; readonly others: string[] }>();
  for (const { name, troubles } of files) {
    for (const trouble of troubles) {
      const known = shared.get(trouble.key);
      if (known === undefined) shared.set(trouble.key, { first: trouble, others: [] });
      else known.others.push(name);
    }
  }
  return [...shared.values()].map(({ first, others }) => first.tell(others));
}
