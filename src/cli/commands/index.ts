import type { Command } from 'commander';
import type { Outcome } from '../exit-code.ts';
import type { Io } from '../io.ts';
import type { Output } from '../output.ts';
import type { Stages } from '../stages.ts';
import type { Given } from '../values.ts';

export interface Context {
  readonly io: Io;
  /** Standard output, where a line may be a command of the runner of GitHub Actions. */
  readonly commands: Output;
  readonly stages: Stages;
  /** Aborted where the run is interrupted. */
  readonly signal: AbortSignal;
}

export interface CommandModule {
  /** Adds its options and its examples. */
  readonly define: (command: Command) => void;
  /** The promise file among the operands, for messages that point into it; where left out, the first operand. */
  readonly promiseFileOf?: (given: Given) => string;
  /** @throws Failure, which the caller shows. */
  readonly perform: (given: Given, context: Context) => Promise<Outcome>;
}

export interface CommandEntry {
  readonly operands: string;
  readonly summary: string;
  /** What a command needs is loaded when that command is called, so that the others start at once. */
  readonly load: () => Promise<CommandModule>;
}

/** Every command, in the order in which the help lists them. */
export const commands: ReadonlyMap<string, CommandEntry> = new Map<string, CommandEntry>([
  [
    'audit',
    {
      operands: '[FILE]',
      summary: 'score every promise and print the gap report',
      load: () => import('./audit.ts'),
    },
  ],
  [
    'check',
    {
      operands: '[FILE]',
      summary: 'the same as audit, and the exit code says whether the promises hold',
      load: () => import('./check.ts'),
    },
  ],
  [
    'cases',
    {
      operands: '[PROMISE] [FILE]',
      summary: 'the occasions to follow up, worst first: who was let down, what can still be kept',
      load: () => import('./cases.ts'),
    },
  ],
  [
    'why',
    {
      operands: '<PROMISE> [FILE]',
      summary: 'where the misses come from: segments, times of the week, words that stand out',
      load: () => import('./why.ts'),
    },
  ],
  [
    'customer',
    {
      operands: '<ID> [FILE]',
      summary: "one customer's own record: each promise, each occasion, what is owed",
      load: () => import('./customer.ts'),
    },
  ],
  [
    'send',
    {
      operands: '[FILE]',
      summary: 'email the report over SMTP, with the gap report as CSV attached',
      load: () => import('./send.ts'),
    },
  ],
  [
    'compare',
    {
      operands: '<OLD> [NEW]',
      summary: 'what broke, what was repaired, what moved beyond chance since an earlier report',
      load: () => import('./compare.ts'),
    },
  ],
  [
    'validate',
    {
      operands: '[FILE]',
      summary: 'check the promise file and the header of each export, without scoring',
      load: () => import('./validate.ts'),
    },
  ],
  [
    'schema',
    {
      operands: '',
      summary: 'print the JSON Schema of the promise file, for editors',
      load: () => import('./schema.ts'),
    },
  ],
]);
