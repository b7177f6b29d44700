import type { Command } from 'commander';
import { done, type Outcome } from '../exit-code.ts';
import { print } from '../messages.ts';
import { flag, type Given } from '../values.ts';
import type { Context } from './index.ts';

export function define(command: Command): void {
  command.option('--report', 'the schema of the report instead (`audit --format json`)').addHelpText(
    'after',
    `
Example:
  saydo schema > promises.schema.json
  and as the first line of promises.yaml: # yaml-language-server: $schema=promises.schema.json`,
  );
}

export async function perform(given: Given, { io, stages }: Context): Promise<Outcome> {
  await print(
    io,
    `${JSON.stringify(await (flag(given, 'report') ? stages.reportSchema() : stages.schema()), null, 2)}\n`,
  );
  return done;
}
