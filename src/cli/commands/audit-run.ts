import type { Audited } from '../../audit.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { GapReport } from '../../model/report.ts';
import { defaultName } from '../default-name.ts';
import { show } from '../messages.ts';
import { spareSources, tryOutputs } from '../outputs.ts';
import { checkPromiseFile } from '../promise-file.ts';
import type { Given } from '../values.ts';
import type { Context } from './index.ts';
import { refuse } from './refuse.ts';
import { type ReportSettings, readReportOptions } from './report-options.ts';
import { withProgress } from './with-progress.ts';

/** An audit that has been run as the command line asked for it, before anyone saw it. */
export interface Ran {
  /** The promise file as the user named it. */
  readonly file: string;
  readonly settings: ReportSettings;
  readonly audited: Audited;
  /** What `--baseline` named, as it was before any output was written; null: nothing. */
  readonly baseline: GapReport | null;
}

/**
 * Reads the options, tries the outputs and runs the audit; warnings that no report will bear are shown.
 *
 * @param mails - the CSV goes out by mail, whatever else is asked for
 * @throws Failure of each kind; nothing was delivered but, in formats that can tell of it, the failure.
 */
export async function runAudit(command: string, given: Given, context: Context, mails = false): Promise<Ran> {
  const { io } = context;
  const { workingDirectory } = io;
  const file = given.args[0] ?? defaultName;
  const settings = readReportOptions(
    given,
    { workingDirectory, promiseFile: file, env: io.env, now: io.now(), processors: io.processors },
    mails,
  );
  try {
    return await audit(command, file, settings, context);
  } catch (error) {
    if (error instanceof Failure) await refuse(settings, error, context);
    throw error;
  }
}

async function audit(command: string, file: string, settings: ReportSettings, context: Context): Promise<Ran> {
  const { io, signal } = context;
  const { workingDirectory } = io;
  checkPromiseFile(file, command, workingDirectory);
  tryOutputs(settings.outputs);
  // Read before anything is written: the same file may be an output.
  const earlier = await baselineOf(settings.baseline, workingDirectory);

  const ran = await withProgress(settings, context, (watched) =>
    context.stages.audit({ ...settings.audit, file, ...watched }),
  );
  signal.throwIfAborted();
  const isWhole = settings.audit.promises.length === 0 && settings.audit.channels.length === 0;
  const audited = await heldAgainst(earlier, ran, isWhole);
  if (audited.report.promises.every(({ channels }) => channels.length === 0)) {
    const { promises, channels } = settings.audit;
    throw new Failure('declaration', [diagnose('nothing-selected', { promises, channels }, null)]);
  }
  spareSources(settings.outputs, audited.report.sources, workingDirectory);
  if (!settings.quiet) await show(io, unsaid(audited, settings), file);
  return { file, settings, audited, baseline: earlier?.report ?? null };
}

interface Earlier {
  readonly file: string;
  readonly report: GapReport;
}

/** An audit without a baseline does not load what one needs. */
async function baselineOf(file: string | null, workingDirectory: string): Promise<Earlier | null> {
  if (file === null) return null;
  const { earlierReport } = await import('../earlier-report.ts');
  return { file, report: await earlierReport(file, workingDirectory) };
}

async function heldAgainst(earlier: Earlier | null, audited: Audited, isWhole: boolean): Promise<Audited> {
  if (earlier === null) return audited;
  const { against } = await import('../../act/against.ts');
  const { report, findings } = against(audited.report, earlier.report, earlier.file, isWhole);
  return { ...audited, report, findings: [...audited.findings, ...findings] };
}

/** Formats that have no room for findings. */
const speechless: ReadonlySet<string> = new Set(['csv', 'junit', 'openmetrics']);

/**
 * What is not part of the printed report: most formats tell their findings, warnings of the promise file among them;
 * where there is no room for any, whoever runs it is told of them beside it.
 */
function unsaid({ findings }: Audited, { format }: ReportSettings): readonly Diagnostic[] {
  return speechless.has(format.id) ? findings.filter(({ severity }) => severity !== 'note') : [];
}
