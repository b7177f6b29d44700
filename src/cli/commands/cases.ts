import type { Command } from 'commander';
import type { CaseList } from '../../act/cases/list.ts';
import type { Owed } from '../../act/cases/owed.ts';
import { whyEmpty } from '../../act/cases/words.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { windowText } from '../../report/dates.ts';
import type { FormatOptions } from '../../report/formats/format.ts';
import { plainVoice } from '../../report/voice.ts';
import type { Outcome } from '../exit-code.ts';
import { show } from '../messages.ts';
import { colorLevel, speaksUnicode, widthOf } from '../terminal.ts';
import type { Given } from '../values.ts';
import { caseWriter } from './case-writer.ts';
import { addCasesOptions, type CasesFormat, type CasesSettings, readCasesOptions } from './cases-options.ts';
import { streamCases } from './cases-stream.ts';
import { nameAndFile } from './follow-options.ts';
import { follow, present } from './follow-run.ts';
import type { Context } from './index.ts';

type Shape = Pick<FormatOptions, 'width' | 'color' | 'unicode'>;

export function define(command: Command): void {
  addCasesOptions(command);
  command.addHelpText(
    'after',
    `
Examples:
  saydo cases                                        every promise, customers let down again first
  saydo cases quick-reply --channel email --segment region=North --columns Subject
  saydo cases --outcome pending                      what can still be kept, the least time left first
  saydo cases quick-reply --format csv > follow-up.csv
  saydo cases --limit none -o all.csv --quiet        all of them, in the order of the exports
  saydo cases --owed -o owed.csv                     what the remedies owe to whom`,
  );
}

export const promiseFileOf = (given: Given): string => nameAndFile(given, 'cases').file;

export async function perform(given: Given, context: Context): Promise<Outcome> {
  const settings = readCasesOptions(given, context.io);
  if (settings.owed) return performOwed(settings, context);
  const { limit } = settings;
  if (limit === null) return streamCases(commandOf(settings), settings, context);
  const { outcome, segments, columns } = settings;
  const list = await follow(commandOf(settings), settings, context, (request, begun) =>
    context.stages.cases({ ...request, outcome, segments, columns, limit, begun }),
  );
  await warn([...list.warnings, ...remainder(list, limit, settings)], settings, context);
  return present(
    settings,
    context,
    rendered(settings, context, (format, shape) => casesText(list, format, shape)),
  );
}

async function performOwed(settings: CasesSettings, context: Context): Promise<Outcome> {
  const owed = await follow(commandOf(settings), settings, context, (request, begun) =>
    context.stages.owed({ ...request, begun }),
  );
  await warn([...owed.warnings, ...nothingOwed(owed, settings)], settings, context);
  return present(
    settings,
    context,
    rendered(settings, context, (format, shape) => owedText(owed, format, shape)),
  );
}

const commandOf = ({ audit: { promises } }: CasesSettings): string => ['cases', ...promises].join(' ');

async function warn(warnings: readonly Diagnostic[], { quiet, file }: CasesSettings, { io }: Context): Promise<void> {
  if (!quiet) await show(io, warnings, file);
}

/** A CSV has no place to tell that it is not all, or why it is nothing. */
function remainder({ head, cases, more }: CaseList, limit: number, settings: CasesSettings): readonly Diagnostic[] {
  if (!isSilent(settings)) return [];
  if (cases.length === 0) return [diagnose('cases-none', { reasons: whyEmpty(head, plainVoice) }, null)];
  return more === 0 ? [] : [diagnose('cases-more', { more, limit }, null)];
}

/** Where there are warnings, they say why. */
function nothingOwed({ head, rows, warnings }: Owed, settings: CasesSettings): readonly Diagnostic[] {
  if (!isSilent(settings) || rows.length > 0 || warnings.length > 0) return [];
  return [diagnose('cases-none', { reasons: [`nothing is owed: ${windowText(head.window)}`] }, null)];
}

function isSilent({ format, outputs, quiet }: CasesSettings): boolean {
  return [...(quiet ? [] : [format]), ...outputs.map((output) => output.format)].some(({ id }) => id === 'csv');
}

/** A file gets neither colour nor the width of a terminal. */
function rendered(
  { color }: CasesSettings,
  { io }: Context,
  textOf: (format: CasesFormat, shape: Shape) => Promise<string>,
) {
  const unicode = speaksUnicode(io.env);
  return {
    onPaper: (format: CasesFormat) => textOf(format, { width: widthOf({}, null), color: 0, unicode: true }),
    onScreen: (format: CasesFormat) =>
      textOf(format, {
        width: widthOf(io.env, io.stdout.columns),
        color: colorLevel(io.env, io.stdout.isTTY, !color),
        unicode,
      }),
  };
}

async function casesText(list: CaseList, format: CasesFormat, shape: Shape): Promise<string> {
  if (format.id === 'table') return (await import('../../act/cases/table.ts')).casesTable(list, shape);
  const [{ written }, writer] = await Promise.all([
    import('../../act/cases/writer.ts'),
    caseWriter(list.head, format.id),
  ]);
  return written(writer, list.cases, list.more);
}

async function owedText(owed: Owed, { id }: CasesFormat, shape: Shape): Promise<string> {
  const { owedCsv, owedJson, owedMarkdown, owedTable } = await import('../../act/cases/owed-formats.ts');
  switch (id) {
    case 'csv':
      return owedCsv(owed);
    case 'json':
      return owedJson(owed);
    case 'markdown':
      return owedMarkdown(owed);
    default:
      return owedTable(owed, shape);
  }
}
