import type { Audited } from '../../audit.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Progress } from '../../model/source.ts';
import type { FormatOptions } from '../../report/formats/format.ts';
import { defaultName } from '../default-name.ts';
import type { Outcome } from '../exit-code.ts';
import { say, show, showFailure, tryPrint } from '../messages.ts';
import { spareSources, tryOutputs, writeOutput } from '../outputs.ts';
import { type ProgressLine, progressLine } from '../progress.ts';
import { checkPromiseFile } from '../promise-file.ts';
import { colorLevel, defaultWidth, showsProgress, speaksUnicode, widthOf } from '../terminal.ts';
import type { Given } from '../values.ts';
import type { Context } from './index.ts';
import { type ReportSettings, readReportOptions } from './report-options.ts';

/** Exports of fewer bytes are no long work. */
const muchBytes = 8 * 1024 * 1024;

/**
 * What `audit` and `check` share: the run, the report on standard output and in files.
 *
 * @throws Failure of each kind, before anything was delivered; what fails to be delivered is part of the outcome.
 */
export async function report(
  command: string,
  given: Given,
  context: Context,
  judge: (audited: Audited) => Outcome,
): Promise<Outcome> {
  const { io, signal } = context;
  const { workingDirectory } = io;
  const file = given.args[0] ?? defaultName;
  const settings = readReportOptions(given, {
    workingDirectory,
    promiseFile: file,
    now: io.now(),
    processors: io.processors,
  });
  checkPromiseFile(file, command, workingDirectory);
  tryOutputs(settings.outputs);

  const audited = await withProgress(settings, context, (progress) =>
    context.stages.audit({
      ...settings.audit,
      file,
      workingDirectory,
      env: io.env,
      stdin: io.stdin,
      onProgress: (known: Progress) => {
        // Nobody knows how much comes through a pipe.
        if (known.totalBytes === null || known.totalBytes > muchBytes) io.expectMuch();
        progress?.update(known);
      },
      signal,
    }),
  );
  signal.throwIfAborted();
  if (audited.report.promises.every(({ channels }) => channels.length === 0)) {
    const { promises, channels } = settings.audit;
    throw new Failure('declaration', [diagnose('nothing-selected', { promises, channels }, null)]);
  }
  spareSources(settings.outputs, audited.report.sources, workingDirectory);
  if (!settings.quiet) await show(io, unsaid(audited, settings), file);
  return deliver(audited, settings, context, judge(audited));
}

/**
 * What is not part of the printed report: the table and the JSON tell their findings, warnings of the promise file
 * among them; the CSV has no room for any, so that whoever runs it is told of them beside it.
 */
function unsaid({ findings }: Audited, { format }: ReportSettings): readonly Diagnostic[] {
  return format.id === 'csv' ? findings.filter(({ severity }) => severity !== 'note') : [];
}

/** Files first: a reader of standard output may take its time. */
async function deliver(
  { report }: Audited,
  settings: ReportSettings,
  { io, signal }: Context,
  outcome: Outcome,
): Promise<Outcome> {
  const { promises } = settings.audit;
  const promise = promises.length === 1 ? (promises[0] ?? null) : null;
  const onPaper: FormatOptions = { width: defaultWidth, color: 0, unicode: true, by: settings.by, promise };
  const problems: Diagnostic[] = [];
  for (const output of settings.outputs) {
    signal.throwIfAborted();
    const problem = await writeOutput(output, (await output.format.load()).render(report, onPaper));
    if (problem !== null) problems.push(problem);
  }
  if (!settings.quiet) {
    const onScreen: FormatOptions = {
      ...onPaper,
      width: widthOf(io.env, io.stdout.columns),
      color: colorLevel(io.env, io.stdout.isTTY, !settings.color),
      unicode: speaksUnicode(io.env),
    };
    const { render } = await settings.format.load();
    const problem = await tryPrint(io, render(report, onScreen));
    if (problem !== null) problems.push(problem);
  }
  if (problems.length === 0) return outcome;
  const failed = await showFailure(io, new Failure('delivery', problems), null);
  return { exit: failed.exit, why: [failed.why, outcome.why].filter((why) => why !== null).join('; ') };
}

async function withProgress<T>(
  settings: ReportSettings,
  { io, signal }: Context,
  work: (progress: ProgressLine | null) => Promise<T>,
): Promise<T> {
  if (settings.quiet || !settings.progress || !showsProgress(io.env, io.stderr.isTTY)) return work(null);
  const line = progressLine({
    write: (text) => void say(io, text),
    columns: () => io.stderr.columns ?? defaultWidth,
    now: io.now,
  });
  signal.addEventListener('abort', line.stop);
  try {
    return await work(line);
  } finally {
    signal.removeEventListener('abort', line.stop);
    line.stop();
  }
}
