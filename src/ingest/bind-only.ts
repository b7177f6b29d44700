import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourcePlan } from '../model/plan.ts';
import type { Dialect } from './dialect/inspect.ts';
import { openAll } from './open-source.ts';
import type { IngestOptions } from './options.ts';

export interface BoundFile {
  readonly name: string;
  readonly bytes: number;
  /** What was detected, its headers among it. */
  readonly dialect: Dialect;
}

export interface BoundSource {
  /** Without standard input and named pipes: these can be read once, so they are left alone. */
  readonly files: readonly BoundFile[];
  readonly notes: readonly Diagnostic[];
}

/**
 * Checks that the files of a source are there and have the headers that the plan asks for; reads their first bytes,
 * nothing else.
 *
 * @throws Failure of kind `data` with all errors of all files at once.
 */
export async function bindOnly(source: SourcePlan, options: IngestOptions): Promise<BoundSource> {
  const { opened, notes } = await openAll(source, options, null);
  return { files: opened.map(({ file: { name, bytes }, dialect }) => ({ name, bytes, dialect })), notes };
}
