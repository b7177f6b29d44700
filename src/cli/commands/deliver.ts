import { Failure } from '../../diagnostics/failure.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { FormatOptions } from '../../report/formats/format.ts';
import type { Gate } from '../../report/gate.ts';
import type { Outcome } from '../exit-code.ts';
import { showFailure, tryPrint } from '../messages.ts';
import { writeOutput } from '../outputs.ts';
import { colorLevel, defaultWidth, speaksUnicode, widthOf } from '../terminal.ts';
import type { Ran } from './audit-run.ts';
import type { Context } from './index.ts';
import { addStepSummary } from './step-summary.ts';

/** Files first: a reader of standard output may take its time. */
export async function deliver(ran: Ran, judged: Gate, context: Context, outcome: Outcome): Promise<Outcome> {
  const { audited, settings } = ran;
  const { io } = context;
  const { problems } = await writeOutputs(ran, judged, context);
  if (!settings.quiet) {
    const onScreen: FormatOptions = {
      ...onPaper(ran, judged),
      width: widthOf(io.env, io.stdout.columns),
      color: colorLevel(io.env, io.stdout.isTTY, !settings.color),
      unicode: speaksUnicode(io.env),
    };
    const { render } = await settings.format.load();
    const screen = settings.format.id === 'github' ? { stdout: context.commands } : io;
    const problem = await tryPrint(screen, render(audited.report, onScreen));
    if (problem !== null) problems.push(problem);
  }
  const unsummed = await addStepSummary(ran, onPaper(ran, judged), context);
  if (unsummed !== null) problems.push(unsummed);
  if (problems.length === 0) return outcome;
  const failed = await showFailure(io, new Failure('delivery', problems), null);
  return { exit: failed.exit, why: [failed.why, outcome.why].filter((why) => why !== null).join('; ') };
}

/** What became of the `-o FILE`s: what went wrong, and the text of each by its path. */
interface Written {
  readonly problems: Diagnostic[];
  readonly texts: readonly { readonly path: string; readonly text: string }[];
}

/** Writes each `-o FILE`, whole or not at all. */
export async function writeOutputs(ran: Ran, judged: Gate, { signal }: Context): Promise<Written> {
  const problems: Diagnostic[] = [];
  const texts: { path: string; text: string }[] = [];
  for (const output of ran.settings.outputs) {
    signal.throwIfAborted();
    const text = (await output.format.load()).render(ran.audited.report, onPaper(ran, judged));
    texts.push({ path: output.path, text });
    const problem = await writeOutput(output, text);
    if (problem !== null) problems.push(problem);
  }
  return { problems, texts };
}

/** How a report is set where nobody watches. */
export function onPaper({ audited, settings }: Ran, judged: Gate): FormatOptions {
  const { promises } = settings.audit;
  return {
    width: defaultWidth,
    color: 0,
    unicode: true,
    by: settings.by,
    promise: promises.length === 1 ? (promises[0] ?? null) : null,
    gate: judged,
    promiseFile: settings.promiseFile,
    audience: settings.audience,
    lang: settings.lang,
    page: audited.page,
  };
}
