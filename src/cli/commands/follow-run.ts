import type { Audited, AuditRequest } from '../../audit.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { done, type Outcome } from '../exit-code.ts';
import { show, showFailure, tryPrint } from '../messages.ts';
import { onScreen as withoutControls } from '../on-screen.ts';
import { spareSources, tryOutputs, writeOutput } from '../outputs.ts';
import { checkPromiseFile } from '../promise-file.ts';
import type { FollowFormat, FollowSettings } from './follow-options.ts';
import type { Context } from './index.ts';
import { withProgress } from './with-progress.ts';

/** To be called as soon as the audit is done, before any row is read again and anything is written. */
export type Begun = (audited: Audited) => Promise<void>;

/**
 * Tries the outputs, runs an audit and what follows from it, and shows what the audit warns of.
 *
 * @param command - as the user typed it, for messages: `why quick-reply`
 * @throws Failure of each kind.
 */
export async function follow<F extends FollowFormat, T>(
  command: string,
  settings: FollowSettings<F>,
  context: Context,
  stage: (request: AuditRequest, begun: Begun) => Promise<T>,
): Promise<T> {
  const { io, signal } = context;
  const { file, outputs, audit, quiet } = settings;
  checkPromiseFile(file, command, io.workingDirectory);
  tryOutputs(outputs);
  const warnings: Diagnostic[] = [];
  const found = await withProgress(settings, context, (watched) =>
    stage({ ...audit, file, ...watched }, async ({ report, findings }) => {
      spareSources(outputs, report.sources, io.workingDirectory);
      warnings.push(...findings.filter(({ severity }) => severity !== 'note'));
    }),
  );
  signal.throwIfAborted();
  // Shown once the progress line has gone.
  if (!quiet) await show(io, warnings, file);
  return found;
}

/** Texts set for each `-o FILE` and for the screen; files first, for a reader of standard output may take its time. */
export async function present<F extends FollowFormat>(
  { outputs, format, quiet }: FollowSettings<F>,
  { io, signal }: Context,
  { onPaper, onScreen }: { onPaper: (format: F) => Promise<string>; onScreen: (format: F) => Promise<string> },
): Promise<Outcome> {
  const problems: Diagnostic[] = [];
  for (const output of outputs) {
    signal.throwIfAborted();
    const problem = await writeOutput(output, await onPaper(output.format));
    if (problem !== null) problems.push(problem);
  }
  if (!quiet) {
    const text = await onScreen(format);
    const problem = await tryPrint(io, io.stdout.isTTY ? withoutControls(text, format.id) : text);
    if (problem !== null) problems.push(problem);
  }
  return problems.length === 0 ? done : showFailure(io, new Failure('delivery', problems), null);
}
