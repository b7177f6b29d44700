import type { Command } from 'commander';
import { whyFormats } from '../../act/why/formats.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Outcome } from '../exit-code.ts';
import { colorLevel, defaultWidth, speaksUnicode, widthOf } from '../terminal.ts';
import type { Given } from '../values.ts';
import { addFollowOptions, nameAndFile, readFollowOptions } from './follow-options.ts';
import { follow, present } from './follow-run.ts';
import type { Context } from './index.ts';

export function define(command: Command): void {
  addFollowOptions(command, whyFormats).addHelpText(
    'after',
    `
Misses beyond what the target allows, by each segment, each pair of segments, hour, weekday and hour of
the week; the parts of each add up to the whole gap. Words are looked for where the channel names a
\`text\` column. What chance may have done says so.

Examples:
  saydo why quick-reply
  saydo why quick-reply --channel email --last quarter
  saydo why pick-up promises.yaml --format markdown -o rows.csv`,
  );
}

export const promiseFileOf = (given: Given): string => nameAndFile(given, 'why').file;

/** Exit 0 whatever it finds, also where nothing was measured. */
export async function perform(given: Given, context: Context): Promise<Outcome> {
  const { io, stages } = context;
  const { name, file } = nameAndFile(given, 'why');
  const problems: Diagnostic[] = [];
  const promise = name ?? '';
  if (promise.trim() === '') {
    problems.push(diagnose('why-without-promise', { file: given.args.length === 0 ? null : file }, null));
  }
  const settings = readFollowOptions(given, io, whyFormats, { file, promises: [promise], problems });
  const found = await follow(`why ${promise}`, settings, context, (request, begun) =>
    stages.why({ ...request, promise, begun }),
  );
  const onPaper = { width: defaultWidth, color: 0, unicode: true } as const;
  const onScreen = {
    width: widthOf(io.env, io.stdout.columns),
    color: colorLevel(io.env, io.stdout.isTTY, !settings.color),
    unicode: speaksUnicode(io.env),
  };
  return present(settings, context, {
    onPaper: (format) => format.render(found, onPaper),
    onScreen: (format) => format.render(found, onScreen),
  });
}
