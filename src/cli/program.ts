import { Command, CommanderError } from 'commander';
import { Failure } from '../diagnostics/failure.ts';
import { version } from '../version.ts';
import { type CommandModule, type Context, commands } from './commands/index.ts';
import { defaultName } from './default-name.ts';
import { done, exitCode, exitTable, type Outcome } from './exit-code.ts';
import { print, say, showFailure } from './messages.ts';
import { widthOf } from './terminal.ts';
import type { Given } from './values.ts';

const examples = `
Examples:
  saydo audit                      score promises.yaml in this folder
  saydo check -o gap.csv           fail where a promise is missed, keep the CSV
  saydo audit --help               every option of a command

${exitTable}
`;

interface Chosen {
  readonly module: CommandModule;
  readonly given: Given;
}

/** Reads the command line and does what it asks for; failures come out as their exit codes, defects are thrown. */
export async function perform(context: Context): Promise<Outcome> {
  const { io, signal } = context;
  let promiseFile: string | null = null;
  try {
    const parsed = await parse(io.argv, widthOf(io.env, io.stdout.columns));
    if ('help' in parsed) {
      if (parsed.asked) await print(io, parsed.help);
      else await say(io, parsed.help);
      return parsed.asked ? done : { exit: exitCode.usage, why: 'no command was given' };
    }
    const { module, given } = parsed;
    promiseFile = module.promiseFileOf?.(given) ?? given.args[0] ?? defaultName;
    return await module.perform(given, context);
  } catch (error) {
    if (!(error instanceof Failure) || signal.aborted) throw error;
    return showFailure(io, error, promiseFile);
  }
}

/** @throws Failure where the command line is wrong. */
async function parse(
  argv: readonly string[],
  width: number,
): Promise<Chosen | { readonly help: string; readonly asked: boolean }> {
  const words = helpFirst(argv);
  const name = words.find((word) => !word.startsWith('-')) ?? '';
  const module = (await commands.get(name)?.load()) ?? null;
  let help = '';
  let chosen: Chosen | null = null;
  const program = new Command('saydo')
    .description('Measures the gap between what a brand says and what it does.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [COMMAND]', 'explain a command')
    .addHelpText('after', examples)
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => {
        help += text;
      },
      writeErr: (text) => {
        help += text;
      },
      outputError: () => {},
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();
  for (const [id, { operands, summary }] of commands) {
    const command = program
      .command(`${id} ${operands}`.trim())
      .description(summary)
      .helpOption('-h, --help', 'print this help');
    if (module === null || id !== name) continue;
    module.define(command);
    command.action(() => {
      chosen = { module, given: { args: command.args, options: command.opts() } };
    });
  }
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version') return { help, asked: true };
    if (error.code === 'commander.help') return { help, asked: false };
    const { usageError } = await import('./usage-error.ts');
    throw new Failure('declaration', [usageError(error, program, words, name)]);
  }
  return chosen ?? { help: program.helpInformation(), asked: false };
}

/** `help audit` is `audit --help`; Commander would answer `help nope` with the help of everything. */
function helpFirst(argv: readonly string[]): readonly string[] {
  const [first, second] = argv;
  if (first !== 'help') return argv;
  if (second === undefined || second.startsWith('-')) return ['--help'];
  return commands.has(second) ? [second, '--help'] : [second];
}
