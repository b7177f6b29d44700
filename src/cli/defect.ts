import { inspect } from 'node:util';
import { plain } from '../report/plain.ts';
import { version } from '../version.ts';
import { exitCode, type Outcome } from './exit-code.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';

/** The one place where a stack is shown: what no one foresaw is saydo's fault, and whoever mends it needs to know where. */
export async function showDefect(io: Io, error: unknown): Promise<Outcome> {
  const report = [`saydo ${version()}, ${io.platform}`, ...stackOf(error).split('\n')];
  await say(
    io,
    [
      'a defect of saydo, not of your files; please report these lines (read them first, they may quote your data):',
      '',
      ...report.map((line) => `    ${plain(line)}`),
      '',
      '',
    ].join('\n'),
  );
  return { exit: exitCode.defect, why: 'a defect of saydo' };
}

function stackOf(error: unknown): string {
  return error instanceof Error && error.stack !== undefined && error.cause === undefined
    ? error.stack
    : inspect(error, { depth: 2, maxStringLength: 500, maxArrayLength: 10 });
}
