import type { Command } from 'commander';
import type { Comparison } from '../../act/compare.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { GapReport } from '../../model/report.ts';
import { defaultName } from '../default-name.ts';
import { earlierReport } from '../earlier-report.ts';
import { done, type Outcome } from '../exit-code.ts';
import { print, show, showFailure } from '../messages.ts';
import { colorLevel, speaksUnicode, widthOf } from '../terminal.ts';
import { flag, type Given, gather, list, separated, text } from '../values.ts';
import { runAudit } from './audit-run.ts';
import type { Context } from './index.ts';

const formats = ['table', 'json', 'markdown'] as const;
interface Asked {
  readonly promises: readonly string[];
  readonly channels: readonly string[];
}
type ComparisonFormat = (typeof formats)[number];

/** What is asked of an audit, and means nothing to a report that is there already. */
const ofAnAudit = [
  ['asOf', '--as-of'],
  ['from', '--from'],
  ['to', '--to'],
  ['last', '--last'],
  ['threads', '--threads'],
] as const;

export function define(command: Command): void {
  command
    .option('--format <FORMAT>', `${formats.join(', ')} (default: ${formats[0]})`)
    .option('--as-of <TIME>', 'of the audit: the moment the data speaks for, or now')
    .option('--from <DATE>', 'of the audit: first day of the window')
    .option('--to <DATE>', 'of the audit: last day of the window')
    .option('--last <SPAN>', 'of the audit: 90d, or the last whole day, week, month, quarter')
    .option('--promise <ID>', 'only this promise, repeatable or a,b', gather)
    .option('--channel <ID>', 'only this channel, repeatable or a,b', gather)
    .option('--threads <N>', 'of the audit: threads that read large exports')
    .option('--no-color', 'no colour')
    .option('--no-progress', 'no progress line')
    .addHelpText(
      'after',
      `
OLD and NEW are reports that -o FILE.json wrote. In the place of NEW a promise file (.yaml, .yml)
is audited now; where it is left out, ${defaultName}.

Examples:
  saydo compare q4.json q1.json
  saydo compare q4.json --last quarter
  saydo compare q4.json promises.yaml --promise quick-reply --format markdown`,
    );
}

/** Exit 0 whatever it finds: `check --fail-on worse` is for those who want to be stopped. */
export async function perform(given: Given, context: Context): Promise<Outcome> {
  const { io } = context;
  const format = formatOf(text(given, 'format'));
  const [old = '', later = defaultName] = given.args;
  const isReport = !/\.ya?ml$/i.test(later);
  if (isReport) refuseWindow(given, later);
  const earlier = await earlierReport(old, io.workingDirectory);
  const now = isReport ? await earlierReport(later, io.workingDirectory) : await audited(later, old, given, context);
  if ('exit' in now) return now;
  const asked = { promises: separated(list(given, 'promise')), channels: separated(list(given, 'channel')) };
  if (isReport) checkNames([earlier, now], asked);
  const [{ among }, { compare }] = await Promise.all([import('../../act/among.ts'), import('../../act/compare.ts')]);
  const part = (report: GapReport) => among(report, asked.promises, asked.channels);
  const isSelected = asked.promises.length > 0 || asked.channels.length > 0;
  if (
    isSelected &&
    [earlier, now].every((report) => part(report).promises.every(({ channels }) => channels.length === 0))
  ) {
    throw new Failure('declaration', [diagnose('nothing-selected', asked, null)]);
  }
  await print(io, await rendered(compare(part(earlier), part(now), old), format, given, context));
  return done;
}

function formatOf(word: string | null): ComparisonFormat {
  const format = formats.find((known) => known === (word ?? formats[0]));
  if (format !== undefined) return format;
  const args = { option: '--format', word: word ?? '', known: formats, nearest: nearest(word ?? '', formats) };
  throw new Failure('declaration', [diagnose('unknown-word', args, null)]);
}

function refuseWindow(given: Given, file: string): void {
  const problems = ofAnAudit.flatMap(([key, option]) =>
    text(given, key) === null ? [] : [diagnose('report-is-done', { option, file }, null)],
  );
  if (problems.length > 0) throw new Failure('declaration', problems);
}

/** An audit of now; where it ends with errors, they are shown with the lines of its own promise file. */
async function audited(file: string, old: string, given: Given, context: Context): Promise<GapReport | Outcome> {
  try {
    const asked = { args: [file], options: { ...given.options, format: 'table' } };
    const ran = await runAudit(`compare ${old}`, asked, context);
    const warnings = ran.audited.findings.filter(({ severity }) => severity !== 'note');
    await show(context.io, warnings, file);
    return ran.audited.report;
  } catch (error) {
    if (!(error instanceof Failure) || context.signal.aborted) throw error;
    return showFailure(context.io, error, file);
  }
}

/** @throws Failure where neither report knows a name that is asked for. */
function checkNames(reports: readonly GapReport[], { promises, channels }: Asked): void {
  const all = reports.flatMap((report) => report.promises);
  const problems = [
    ...unknown(
      '--promise',
      promises,
      all.map(({ id }) => id),
    ),
    ...unknown(
      '--channel',
      channels,
      all.flatMap((promise) => promise.channels.map(({ channel }) => channel)),
    ),
  ];
  if (problems.length > 0) throw new Failure('declaration', problems);
}

function unknown(option: string, names: readonly string[], known: readonly string[]): readonly Diagnostic[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) =>
      name === ''
        ? diagnose('empty-option', { option }, null)
        : diagnose('unknown-in-reports', { option, name, nearest: nearest(name, [...new Set(known)]) }, null),
    );
}

async function rendered(
  comparison: Comparison,
  format: ComparisonFormat,
  given: Given,
  { io }: Context,
): Promise<string> {
  switch (format) {
    case 'json': {
      const [{ comparisonJson }, { version }] = await Promise.all([
        import('../../act/comparison/json.ts'),
        import('../../version.ts'),
      ]);
      return comparisonJson(comparison, version());
    }
    case 'markdown':
      return (await import('../../act/comparison/markdown.ts')).comparisonMarkdown(comparison);
    case 'table':
      return (await import('../../act/comparison/table.ts')).comparisonTable(comparison, {
        width: widthOf(io.env, io.stdout.columns),
        color: colorLevel(io.env, io.stdout.isTTY, !flag(given, 'color')),
        unicode: speaksUnicode(io.env),
      });
  }
}
