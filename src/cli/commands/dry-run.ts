import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { SourceReport } from '../../model/report.ts';
import { defaultName } from '../default-name.ts';
import { channelsByFile, realPathOf, tryOutputs } from '../outputs.ts';
import { type Given, list } from '../values.ts';

/** The file that a mail is written to instead of being sent. */
export interface EmlFile {
  /** As the user named it. */
  readonly path: string;
  readonly realPath: string;
}

/**
 * Where `--dry-run` leads to; null for standard output, and where it was not given.
 *
 * @throws Failure where that is the promise file, a report or no place to write to.
 */
export function emlFile(dryRun: string | null, given: Given, workingDirectory: string): EmlFile | null {
  if (dryRun === null || dryRun === '-') return null;
  const eml = { path: dryRun, realPath: realPathOf(dryRun, workingDirectory) };
  const isThere = (path: string): boolean => realPathOf(path, workingDirectory) === eml.realPath;
  if (isThere(given.args[0] ?? defaultName)) throw over(eml, 'the promise file');
  const output = list(given, 'output').find(isThere);
  if (output !== undefined) throw over(eml, `-o ${output}`);
  tryOutputs([eml]);
  return eml;
}

/** @throws Failure where the file is an export. */
export function spareExports(eml: EmlFile, sources: readonly SourceReport[], workingDirectory: string): void {
  const channel = channelsByFile(sources, workingDirectory).get(eml.realPath);
  if (channel !== undefined) throw over(eml, `an export of channel ${channel}`);
}

const over = ({ path }: EmlFile, what: string): Failure =>
  new Failure('declaration', [diagnose('dry-run-over', { path, over: what }, null)]);
