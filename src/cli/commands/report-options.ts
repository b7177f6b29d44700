import { isAbsolute, relative, sep } from 'node:path';
import type { Command } from 'commander';
import type { AuditOptions } from '../../audit.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Audience, audiences, type FormatOptions } from '../../report/formats/format.ts';
import { formatFor, formatNamed, type ListedFormat, listed } from '../../report/formats/listed.ts';
import { type OutputFile, realPathOf } from '../outputs.ts';
import { type Environment, variable } from '../terminal.ts';
import { flag, type Given, gather, list, separated, text } from '../values.ts';
import { defaultLang, pageOptions } from './page-options.ts';
import { unknownWord } from './unknown-word.ts';

type By = FormatOptions['by'];
const grains = ['channel', 'period', 'segment'] as const satisfies readonly By[];

/** What `audit` and `check` were asked, in so far as the command line alone can tell that it makes sense. */
export interface ReportSettings {
  readonly format: ListedFormat;
  readonly by: By;
  readonly outputs: readonly OutputFile[];
  /** For whom a page is, and by whose dates and numbers. */
  readonly audience: Audience;
  readonly lang: string;
  /** Path of the earlier report to hold this one against. */
  readonly baseline: string | null;
  /** The promise file by its path in the repository. */
  readonly promiseFile: string;
  /** What the audit itself is asked. */
  readonly audit: Pick<
    AuditOptions,
    'asOf' | 'from' | 'to' | 'last' | 'promises' | 'channels' | 'threads' | 'hashes' | 'redact' | 'page'
  >;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly progress: boolean;
}

const ids = listed.map(({ id }) => id);
const endings = listed.flatMap((format) => format.endings);

export interface Surroundings {
  readonly workingDirectory: string;
  readonly promiseFile: string;
  readonly env: Environment;
  readonly now: number;
  readonly processors: number;
}

const MOST_THREADS = 64;

export function addReportOptions(command: Command): Command {
  return command
    .option('--format <FORMAT>', `what standard output gets: ${ids.join(', ')} (default: ${listed[0].id})`)
    .option('-o, --output <FILE>', `a file as well, repeatable; its ending chooses: ${endings.join(' ')}`, gather)
    .option('--by <ROWS>', `rows of the CSV: ${grains.join(', ')} (default: ${grains[0]})`)
    .option('--audience <WHO>', `of the HTML page: ${audiences.join(', ')} (default: ${audiences[0]})`)
    .option('--lang <TAG>', `dates and numbers of the HTML page, as in de or fr-CA (default: ${defaultLang})`)
    .option('--as-of <TIME>', 'the moment the data speaks for, or now (default: its newest event)')
    .option('--from <DATE>', 'first day of the window')
    .option('--to <DATE>', 'last day of the window')
    .option('--last <SPAN>', 'window: 90d, or the last whole day, week, month, quarter')
    .option('--promise <ID>', 'only this promise, repeatable or a,b; one alone is shown in full', gather)
    .option('--channel <ID>', 'only this channel, repeatable or a,b', gather)
    .option('--baseline <OLD.json>', 'an earlier report (-o OLD.json): adds the change of every figure')
    .option('--threads <N>', 'threads that read large exports (default: as many as there are processors)')
    .option('--hashes', 'hash every export, also those over 256 MB')
    .option('--redact', 'show no cell of an export in messages')
    .option('--quiet', 'no report on standard output, no warnings, no progress; errors remain')
    .option('--no-color', 'no colour')
    .option('--no-progress', 'no progress line');
}

/**
 * @param mails - the CSV goes out by mail, whatever else is asked for
 * @throws Failure with everything that is wrong about the options.
 */
export function readReportOptions(given: Given, surroundings: Surroundings, mails = false): ReportSettings {
  const problems: Diagnostic[] = [];
  const word = text(given, 'format') ?? listed[0].id;
  const format = formatNamed(word);
  if (format === null) problems.push(unknownWord('--format', word, ids));
  const rows = text(given, 'by');
  const by = grains.find((grain) => grain === (rows ?? grains[0]));
  if (by === undefined) problems.push(unknownWord('--by', rows ?? '', grains));
  const outputs = outputsOf(list(given, 'output'), surroundings, problems);
  const isCsv = mails || format?.id === 'csv' || outputs.some((file) => file.format.id === 'csv');
  if (rows !== null && by !== undefined && !isCsv) {
    problems.push(diagnose('rows-without-csv', { by }, null));
  }
  const page = format?.id === 'html' || outputs.some((file) => file.format.id === 'html');
  const { audience, lang } = pageOptions(given, page, problems);
  const window = { from: text(given, 'from'), to: text(given, 'to'), last: text(given, 'last') };
  if (window.last !== null && (window.from !== null || window.to !== null)) {
    const other = window.from === null ? '--to' : '--from';
    problems.push(diagnose('options-clash', { option: '--last', other }, null));
  }
  const baseline = text(given, 'baseline');
  if (baseline === '') problems.push(diagnose('empty-option', { option: '--baseline' }, null));
  const asOf = text(given, 'asOf');
  const audit = {
    ...window,
    asOf: asOf === 'now' ? new Date(surroundings.now).toISOString() : asOf,
    promises: selected(given, 'promise', problems),
    channels: selected(given, 'channel', problems),
    threads: threadsOf(text(given, 'threads'), surroundings.processors, problems),
    hashes: flag(given, 'hashes'),
    redact: flag(given, 'redact'),
    page,
  };
  const flags = {
    quiet: flag(given, 'quiet'),
    color: flag(given, 'color'),
    progress: flag(given, 'progress'),
  };
  if (format === null || by === undefined || problems.length > 0) throw new Failure('declaration', problems);
  const promiseFile = inRepository(surroundings);
  return { format, by, outputs, audience, lang, baseline, promiseFile, audit, ...flags };
}

/** By its path in the checkout of the runner, which is how annotations name files; elsewhere as it was given. */
function inRepository({ promiseFile, workingDirectory, env }: Surroundings): string {
  const checkout = variable(env, 'GITHUB_WORKSPACE');
  if (checkout === null) return promiseFile;
  const path = relative(realPathOf(checkout, workingDirectory), realPathOf(promiseFile, workingDirectory));
  const isInside = path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return isInside ? path.split(sep).join('/') : promiseFile;
}

function threadsOf(value: string | null, processors: number, problems: Diagnostic[]): number {
  if (value === null) return Math.min(processors, MOST_THREADS);
  const threads = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (threads >= 1 && threads <= MOST_THREADS) return threads;
  problems.push(diagnose('threads-number', { value, most: MOST_THREADS }, null));
  return 1;
}

function outputsOf(
  paths: readonly string[],
  { workingDirectory, promiseFile }: { readonly workingDirectory: string; readonly promiseFile: string },
  problems: Diagnostic[],
): readonly OutputFile[] {
  const taken = new Set<string>();
  const outputs: OutputFile[] = [];
  for (const path of paths) {
    const format = formatFor(path);
    const realPath = realPathOf(path, workingDirectory);
    if (realPath === realPathOf(promiseFile, workingDirectory)) {
      problems.push(diagnose('output-over-promises', { path }, null));
    } else if (format === null) problems.push(diagnose('output-ending', { path, endings }, null));
    else if (taken.has(realPath)) problems.push(diagnose('output-twice', { path }, null));
    else outputs.push({ path, realPath, format });
    taken.add(realPath);
  }
  return outputs;
}

/** An empty name, as of a variable that is not set, must not select everything. */
function selected(given: Given, option: string, problems: Diagnostic[]): readonly string[] {
  const names = separated(list(given, option));
  if (names.includes('')) problems.push(diagnose('empty-option', { option: `--${option}` }, null));
  return [...new Set(names)];
}
