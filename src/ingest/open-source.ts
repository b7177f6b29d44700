import { Failure } from '../diagnostics/failure.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourcePlan } from '../model/plan.ts';
import { addressesOf } from './dialect/addresses.ts';
import { once } from './errors.ts';
import { csvParseLane } from './lanes/csv-parse.ts';
import { type OpenedFile, openFile } from './open-file.ts';
import type { IngestOptions } from './options.ts';
import { FilesReading, type SourceReading } from './reading.ts';
import { findFiles } from './sources/find.ts';
import { Spool } from './sources/spool.ts';

/**
 * Finds the files of a source, looks at the first bytes of each, detects its dialect and binds its headers. Standard
 * input and named pipes are put aside in a temporary folder, so that they can be read again: `close` removes it.
 *
 * @throws Failure of kind `data` with all errors of all files at once.
 */
export async function openSource(source: SourcePlan, options: IngestOptions): Promise<SourceReading> {
  const spool = new Spool();
  try {
    const { opened, notes } = await openAll(source, options, spool);
    return new FilesReading(source, opened, notes, options, spool, csvParseLane);
  } catch (error) {
    await spool.close();
    throw error;
  }
}

/** Without a spool, standard input and named pipes are left alone. */
export async function openAll(source: SourcePlan, options: IngestOptions, spool: Spool | null) {
  const { files, notes, errors } = await findFiles(source, options, spool);
  const addresses = addressesOf(source.columns);
  const opened: OpenedFile[] = [];
  const troubles: Diagnostic[] = [...errors];
  for (const file of files) {
    options.signal?.throwIfAborted();
    const result = await openFile(file, source, addresses, options);
    if ('file' in result) opened.push(result);
    else troubles.push(...result);
  }
  if (troubles.length > 0) throw new Failure('data', once(troubles));
  return { opened, notes };
}
