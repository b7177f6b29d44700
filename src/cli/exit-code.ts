import type { FailureKind } from '../diagnostics/failure.ts';

/** What a run ends with. These numbers never change: scripts depend on them. */
export const exitCode = {
  done: 0,
  missed: 1,
  usage: 2,
  data: 3,
  unjudged: 4,
  delivery: 5,
  defect: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** How a run ended, and in words why it did not end with 0. */
export interface Outcome {
  readonly exit: ExitCode;
  readonly why: string | null;
}

export const done: Outcome = { exit: exitCode.done, why: null };

const exits: Readonly<Record<FailureKind, ExitCode>> = {
  declaration: exitCode.usage,
  data: exitCode.data,
  delivery: exitCode.delivery,
};

export function exitOf(kind: FailureKind): ExitCode {
  return exits[kind];
}

/** As the help prints it. */
export const exitTable = `Exit codes:
  0    done; for check: every promise that could be judged holds
  1    check: a promise was missed, or has another verdict that --fail-on names
  2    the command line or the promise file is wrong
  3    the data could not be read as declared
  4    check: nothing was missed, but a channel with a source could not be judged
  5    the report could not be delivered
  70   a defect of saydo itself
  130  interrupted`;
