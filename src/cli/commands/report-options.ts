import { isAbsolute, relative, sep } from 'node:path';
import type { Command } from 'commander';
import type { AuditOptions } from '../../audit.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Audience, audiences, type FormatOptions } from '../../report/formats/format.ts';
import { formatNamed, type ListedFormat, listed } from '../../report/formats/listed.ts';
import { type OutputFile, realPathOf } from '../outputs.ts';
import { type Environment, variable } from '../terminal.ts';
import { flag, type Given, gather, list, text } from '../values.ts';
import {
  addChannelOption,
  addRedactOption,
  addThreadsOption,
  addWindowOptions,
  readAuditAsked,
  selected,
} from './audit-options.ts';
import { outputsOf } from './output-options.ts';
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

export function addReportOptions(command: Command): Command {
  command
    .option('--format <FORMAT>', `what standard output gets: ${ids.join(', ')} (default: ${listed[0].id})`)
    .option('-o, --output <FILE>', `a file as well, repeatable; its ending chooses: ${endings.join(' ')}`, gather)
    .option('--by <ROWS>', `rows of the CSV: ${grains.join(', ')} (default: ${grains[0]})`)
    .option('--audience <WHO>', `of the HTML page: ${audiences.join(', ')} (default: ${audiences[0]})`)
    .option('--lang <TAG>', `dates and numbers of the HTML page, as in de or fr-CA (default: ${defaultLang})`);
  addWindowOptions(command).option(
    '--promise <ID>',
    'only this promise, repeatable or a,b; one alone is shown in full',
    gather,
  );
  addChannelOption(command).option(
    '--baseline <OLD.json>',
    'an earlier report (-o OLD.json): adds the change of every figure',
  );
  addThreadsOption(command).option('--hashes', 'hash every export, also those over 256 MB');
  return addRedactOption(command)
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
  const outputs = outputsOf<ListedFormat>(list(given, 'output'), listed, surroundings, problems);
  const isCsv = mails || format?.id === 'csv' || outputs.some((file) => file.format.id === 'csv');
  if (rows !== null && by !== undefined && !isCsv) {
    problems.push(diagnose('rows-without-csv', { by }, null));
  }
  const page = format?.id === 'html' || outputs.some((file) => file.format.id === 'html');
  const { audience, lang } = pageOptions(given, page, problems);
  const baseline = text(given, 'baseline');
  if (baseline === '') problems.push(diagnose('empty-option', { option: '--baseline' }, null));
  const audit = {
    ...readAuditAsked(given, surroundings, problems),
    promises: selected(given, 'promise', problems),
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
