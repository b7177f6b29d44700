import type { Command } from 'commander';
import { type CustomerFormat, customerFormats } from '../../act/customer/formats.ts';
import type { CustomerRecord } from '../../act/customer/record.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { shownText } from '../../vocabulary/types/cell.ts';
import type { Outcome } from '../exit-code.ts';
import { show } from '../messages.ts';
import { colorLevel, defaultWidth, speaksUnicode, widthOf } from '../terminal.ts';
import { flag, type Given, list, text } from '../values.ts';
import { addFollowOptions, type FollowSettings, nameAndFile, readFollowOptions } from './follow-options.ts';
import { follow, present } from './follow-run.ts';
import type { Context } from './index.ts';
import { defaultLang, langOf } from './page-options.ts';

export function define(command: Command): void {
  addFollowOptions(
    command
      .option('--suggest', 'also looks for ids written alike, and names up to five of them')
      .option('--lang <TAG>', `of the HTML page: whose dates and numbers, such as nb (default: ${defaultLang})`),
    customerFormats,
  ).addHelpText(
    'after',
    `
ID is written as in the exports; letter case and zeros in front count. One that begins with a dash
comes after --. Nobody of that id is no error: the record is empty.

Examples:
  saydo customer C-10484
  saydo customer c-10484 --suggest
  saydo customer C-10484 promises.yaml -o letter.html --lang nb --quiet
  saydo customer --format json -- -17`,
  );
}

export const promiseFileOf = (given: Given): string => nameAndFile(given, 'customer').file;

/** Exit 0 also where nobody of this id is met. */
export async function perform(given: Given, context: Context): Promise<Outcome> {
  const { io, stages } = context;
  const { name, file } = nameAndFile(given, 'customer');
  const problems: Diagnostic[] = [];
  const id = name ?? '';
  if (id.trim() === '') {
    problems.push(diagnose('customer-without-id', { file: given.args.length === 0 ? null : file }, null));
  }
  const lang = langOf(text(given, 'lang'), asksForPage(given), problems);
  const settings = readFollowOptions(given, io, customerFormats, { file, promises: [], problems });
  const suggest = flag(given, 'suggest');
  const record = await follow(`customer ${id}`, settings, context, (request, begun) =>
    // What it warns of may hold the ids of others.
    stages.customer({ ...request, id, suggest, begun, redact: true }),
  );
  if (!settings.quiet) await show(io, absence(record, settings), null);
  const onPaper = { width: defaultWidth, color: 0, unicode: true, lang } as const;
  const onScreen = {
    width: widthOf(io.env, io.stdout.columns),
    color: colorLevel(io.env, io.stdout.isTTY, !settings.color),
    unicode: speaksUnicode(io.env),
    lang,
  };
  return present(settings, context, {
    onPaper: (format) => format.render(record, onPaper),
    onScreen: (format) => format.render(record, onScreen),
  });
}

function asksForPage(given: Given): boolean {
  return text(given, 'format') === 'html' || list(given, 'output').some((path) => path.toLowerCase().endsWith('.html'));
}

/** Said beside what is for programs or for the person; the table says it itself. */
function absence(record: CustomerRecord, { format, outputs }: FollowSettings<CustomerFormat>): readonly Diagnostic[] {
  if (record.occasions.length > 0 || (format.id === 'table' && outputs.length === 0)) return [];
  const alike = record.suggestions?.map(shownText) ?? null;
  return [diagnose('no-such-customer', { id: shownText(record.customer), alike }, null)];
}
