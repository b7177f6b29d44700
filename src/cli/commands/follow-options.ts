import type { Command } from 'commander';
import type { AuditOptions } from '../../audit.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { defaultName } from '../default-name.ts';
import type { Io } from '../io.ts';
import type { OutputFile } from '../outputs.ts';
import { flag, type Given, gather, list, once, text } from '../values.ts';
import {
  addChannelOption,
  addRedactOption,
  addThreadsOption,
  addWindowOptions,
  readAuditAsked,
} from './audit-options.ts';
import { type Ending, outputsOf } from './output-options.ts';
import { unknownWord } from './unknown-word.ts';

/** A format of a command that follows occasions; the first of them is what a terminal gets. */
export interface FollowFormat extends Ending {
  readonly id: string;
}

export type FollowFormats<F extends FollowFormat> = readonly [F, ...F[]];

/** What commands that follow occasions have in common: `cases`, `why`, `customer`. */
export interface FollowSettings<F extends FollowFormat> {
  /** The promise file as the user named it. */
  readonly file: string;
  readonly format: F;
  readonly outputs: readonly OutputFile<F>[];
  readonly audit: Pick<
    AuditOptions,
    'asOf' | 'from' | 'to' | 'last' | 'promises' | 'channels' | 'threads' | 'hashes' | 'redact'
  >;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly progress: boolean;
}

/**
 * Options that all of them take; what a command has of its own comes before. One that has a value is given once, but for
 * those that gather.
 *
 * @param byDefault - what standard output gets where nothing is said, where that is not always the same
 */
export function addFollowOptions<F extends FollowFormat>(
  command: Command,
  formats: FollowFormats<F>,
  byDefault: string = formats[0].id,
): Command {
  const ids = formats.map(({ id }) => id);
  const endings = formats.flatMap((format) => format.endings);
  command
    .option('--format <FORMAT>', `what standard output gets: ${ids.join(', ')} (default: ${byDefault})`)
    .option('-o, --output <FILE>', `a file as well, repeatable; its ending chooses: ${endings.join(' ')}`, gather);
  addThreadsOption(addChannelOption(addWindowOptions(command)));
  addRedactOption(command)
    .option('--quiet', 'nothing on standard output, no warnings, no progress; errors remain')
    .option('--no-color', 'no colour')
    .option('--no-progress', 'no progress line');
  for (const option of command.options) {
    if (option.required && option.parseArg === undefined) option.argParser(once(option.long ?? option.flags));
  }
  return command;
}

/**
 * @param promises - those that the operands name; empty for all
 * @throws Failure with everything that is wrong about the options, `problems` of the command's own among it.
 */
export function readFollowOptions<F extends FollowFormat>(
  given: Given,
  io: Io,
  formats: FollowFormats<F>,
  { file, promises, problems }: { file: string; promises: readonly string[]; problems: Diagnostic[] },
): FollowSettings<F> {
  const word = text(given, 'format') ?? formats[0].id;
  const format = formats.find(({ id }) => id === word);
  if (format === undefined) {
    const ids = formats.map(({ id }) => id);
    problems.push(unknownWord('--format', word, ids));
  }
  const { workingDirectory, processors } = io;
  const outputs = outputsOf(list(given, 'output'), formats, { workingDirectory, promiseFile: file }, problems);
  const asked = readAuditAsked(given, { now: io.now(), processors }, problems);
  if (format === undefined || problems.length > 0) throw new Failure('declaration', problems);
  return {
    file,
    format,
    outputs,
    audit: { ...asked, promises },
    quiet: flag(given, 'quiet'),
    color: flag(given, 'color'),
    progress: flag(given, 'progress'),
  };
}

const isPromiseFile = (operand: string): boolean => /\.ya?ml$/i.test(operand);

/**
 * `[NAME] [FILE]`: one operand alone that ends as a promise file does is the file.
 *
 * @throws Failure of kind `declaration` where they stand the wrong way round.
 */
export function nameAndFile(
  { args }: Pick<Given, 'args'>,
  command: string,
): { readonly name: string | null; readonly file: string } {
  const [first = null, second = null] = args;
  if (first !== null && second !== null && isPromiseFile(first) && !isPromiseFile(second)) {
    throw new Failure('declaration', [diagnose('operands-swapped', { command, name: second, file: first }, null)]);
  }
  if (first !== null && second === null && isPromiseFile(first)) return { name: null, file: first };
  return { name: first, file: second ?? defaultName };
}
