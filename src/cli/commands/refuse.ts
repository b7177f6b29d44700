import type { Failure } from '../../diagnostics/failure.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { show, tryPrint } from '../messages.ts';
import { isSpared, triedOutputs, writeOutput } from '../outputs.ts';
import type { Context } from './index.ts';
import type { ReportSettings } from './report-options.ts';

/**
 * A run that ends before there is a report tells so in the formats that have a way to: CI shows the cause, and the report
 * of the last run does not stand there as if it were that of this one. The exit stays what it is.
 */
export async function refuse(settings: ReportSettings, failure: Failure, context: Context): Promise<void> {
  const { io, commands, signal } = context;
  // Where the report has nowhere to go, there is nowhere for this either.
  if (failure.kind === 'delivery' || signal.aborted) return;
  const errors = failure.diagnostics;
  const problems: Diagnostic[] = [];
  for (const output of triedOutputs(settings.outputs)) {
    const { refusal } = await output.format.load();
    const text = refusal?.(errors, settings);
    // The audit did not come to say which files are exports: what saydo did not write itself is left alone.
    if (text === undefined || (await isSpared(output, text))) continue;
    const problem = await writeOutput(output, text);
    if (problem !== null) problems.push(problem);
  }
  if (!settings.quiet) {
    const { refusal } = await settings.format.load();
    const problem =
      refusal === undefined
        ? null
        : await tryPrint({ stdout: settings.format.id === 'github' ? commands : io.stdout }, refusal(errors, settings));
    if (problem !== null) problems.push(problem);
  }
  await show(io, problems, null);
}
