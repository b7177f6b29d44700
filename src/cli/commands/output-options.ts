import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type OutputFile, realPathOf } from '../outputs.ts';

/** A format that files of some endings get. */
export interface Ending {
  readonly endings: readonly string[];
}

interface Places {
  readonly workingDirectory: string;
  readonly promiseFile: string;
}

/** Each `-o FILE` with the format that its ending chooses; what cannot be written joins the problems. */
export function outputsOf<F extends Ending>(
  paths: readonly string[],
  formats: readonly F[],
  { workingDirectory, promiseFile }: Places,
  problems: Diagnostic[],
): readonly OutputFile<F>[] {
  const taken = new Set<string>();
  const outputs: OutputFile<F>[] = [];
  for (const path of paths) {
    const format = formats.find(({ endings }) => endings.some((ending) => path.toLowerCase().endsWith(ending)));
    const realPath = realPathOf(path, workingDirectory);
    if (realPath === realPathOf(promiseFile, workingDirectory)) {
      problems.push(diagnose('output-over-promises', { path }, null));
    } else if (format === undefined) {
      problems.push(diagnose('output-ending', { path, endings: formats.flatMap(({ endings }) => endings) }, null));
    } else if (taken.has(realPath)) problems.push(diagnose('output-twice', { path }, null));
    else outputs.push({ path, realPath, format });
    taken.add(realPath);
  }
  return outputs;
}
