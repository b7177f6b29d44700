import type { Command } from 'commander';
import { plain } from '../../report/plain.ts';
import type { Validated } from '../../validate.ts';
import { defaultName } from '../default-name.ts';
import { done, type Outcome } from '../exit-code.ts';
import { print, show } from '../messages.ts';
import { checkPromiseFile } from '../promise-file.ts';
import { flag, type Given } from '../values.ts';
import type { Context } from './index.ts';

export function define(command: Command): void {
  command
    .option('--quiet', 'no summary and no warnings; errors remain')
    .option('--no-color', 'no colour')
    .addHelpText(
      'after',
      `
Examples:
  saydo validate
  saydo validate promises.yaml --quiet && saydo check`,
    );
}

export async function perform(given: Given, { io, stages, signal }: Context): Promise<Outcome> {
  const { workingDirectory, env, stdin } = io;
  const file = given.args[0] ?? defaultName;
  checkPromiseFile(file, 'validate', workingDirectory);
  const validated = await stages.validate({ file, workingDirectory, env, stdin });
  signal.throwIfAborted();
  if (flag(given, 'quiet')) return done;
  await show(io, validated.warnings, file);
  await print(io, summary(file, validated));
  return done;
}

function summary(file: string, { promises, channels }: Validated): string {
  const width = Math.max(0, ...channels.map(({ channel }) => plain(channel).length));
  const lines = channels.flatMap(({ channel, hasSource, files }) => {
    const found =
      files === null
        ? [hasSource ? 'no promise is measured here' : 'no source']
        : files.length === 0
          ? ['standard input or a pipe, which is not looked at']
          : files.map(plain);
    return found.map((name, index) => `  ${(index === 0 ? plain(channel) : '').padEnd(width)}  ${name}`);
  });
  const files = new Set(channels.flatMap((channel) => channel.files ?? []));
  const counts = `${counted(promises, 'promise')} on ${counted(channels.length, 'channel')}, ${counted(files.size, 'file')}`;
  return `${[...lines, `${plain(file)} is fine: ${counts}`].join('\n')}\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
