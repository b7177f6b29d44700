import type { Command, CommanderError } from 'commander';
import { diagnose } from '../diagnostics/catalog.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** What Commander found wrong with these words, in saydo's own and with the nearest name. */
export function usageError(
  error: CommanderError,
  program: Command,
  words: readonly string[],
  name: string,
): Diagnostic {
  const command = program.commands.find((known) => known.name() === name) ?? null;
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand': {
      const known = [...program.commands.map((each) => each.name()), 'help'];
      return diagnose('unknown-command', { command: quoted, nearest: nearest(quoted, known), known }, null);
    }
    case 'commander.unknownOption': {
      const option = quoted.replace(/=.*/s, '');
      const asked = words.indexOf(quoted) > words.indexOf(name) ? command : null;
      // What the help hides is refused.
      const shown = (asked ?? program).options.filter(({ hidden }) => !hidden);
      const known = [...shown.flatMap(({ long }) => long ?? []), '--help'];
      const near = nearest(option, known);
      return diagnose('unknown-option', { option, command: asked?.name() ?? null, nearest: near }, null);
    }
    case 'commander.optionMissingArgument':
      return diagnose('option-without-value', { option: quoted }, null);
    case 'commander.excessArguments': {
      const taken = command?.registeredArguments ?? [];
      const operands = taken.map((argument) => argument.name()).join(' ');
      return diagnose('too-many-arguments', { command: name, expected: taken.length, operands }, null);
    }
    case 'commander.missingArgument':
      return diagnose('missing-argument', { command: name, argument: quoted }, null);
    default:
      return diagnose('command-line', { problem: error.message.replace(/^error: /, '') }, null);
  }
}
