import type { Stats } from 'node:fs';
import { appendFile, stat } from 'node:fs/promises';
import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { FormatOptions } from '../../report/formats/format.ts';
import { formatNamed } from '../../report/formats/listed.ts';
import { systemCode } from '../output.ts';
import { channelsByFile, realPathOf } from '../outputs.ts';
import { problemOf } from '../problem.ts';
import { variable } from '../terminal.ts';
import type { Ran } from './audit-run.ts';
import type { Context } from './index.ts';

/** GitHub shows no summary of a step that is longer. */
const MOST_BYTES = 1024 * 1024;

/**
 * Adds the report to the summary of the job, where annotations are asked for and the runner names a file for it.
 *
 * @returns what went wrong, or null.
 */
export async function addStepSummary(ran: Ran, options: FormatOptions, { io }: Context): Promise<Diagnostic | null> {
  const { audited, settings } = ran;
  const path = variable(io.env, 'GITHUB_STEP_SUMMARY');
  const markdown = formatNamed('markdown');
  if (settings.format.id !== 'github' || path === null || markdown === null) return null;
  const text = (await markdown.load()).render(audited.report, options);
  try {
    const file = realPathOf(path, io.workingDirectory);
    const existing = await stat(file).catch(() => null);
    const problem = problemWith(file, existing, ran, io.workingDirectory);
    if (problem !== null) return diagnose('output-unwritable', { path, problem }, null);
    await appendFile(file, cutTo(text, MOST_BYTES - (existing?.size ?? 0)));
    return null;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return diagnose('output-unwritable', { path, problem: problemOf(error) }, null);
  }
}

/** Why nothing is to be added to this file; null where it may be. */
function problemWith(
  file: string,
  existing: Stats | null,
  { audited, settings, file: promiseFile }: Ran,
  workingDirectory: string,
): string | null {
  if (existing?.isDirectory() === true) return 'it is a folder';
  // A pipe without a reader would keep the run waiting for ever.
  if (existing?.isFile() === false) return 'it is no regular file';
  const channel = channelsByFile(audited.report.sources, workingDirectory).get(file);
  if (channel !== undefined) return `it is an export of channel ${channel}`;
  if (file === realPathOf(promiseFile, workingDirectory)) return 'it is the promise file';
  return settings.outputs.some(({ realPath }) => realPath === file) ? 'it is named by -o' : null;
}

const NOTE = '\n\nThe rest is left out: a summary holds 1 MiB. `-o report.md` has all of it.\n';
const UNFOLD = '\n</details>\n';

/** As many whole lines as there is room for, and a note where that is not all. */
export function cutTo(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const room = bytes - Buffer.byteLength(NOTE) - Buffer.byteLength(UNFOLD);
  const whole = Buffer.from(text).subarray(0, Math.max(0, room));
  const end = whole.lastIndexOf('\n');
  if (end <= 0) return '';
  const kept = whole.toString('utf8', 0, end);
  // Within a line it is what people wrote.
  const lines = kept.split('\n');
  const last = (tag: string): number => lines.findLastIndex((line) => line.startsWith(tag));
  const open = last('<details>') > last('</details>') ? UNFOLD : '';
  return `${kept}${open}${NOTE}`;
}
