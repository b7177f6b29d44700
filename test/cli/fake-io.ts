import type { Io } from '../../src/cli/io.ts';
import type { Output } from '../../src/cli/output.ts';
import { run } from '../../src/cli/run.ts';
import type { Stages } from '../../src/cli/stages.ts';

export interface World {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory?: string;
  readonly stdoutTTY?: boolean;
  readonly stderrTTY?: boolean;
  readonly columns?: number;
  /** What goes wrong at each write to standard output. */
  readonly stdoutFails?: Error;
  readonly stdoutClosed?: boolean;
  readonly now?: () => number;
  readonly expectMuch?: () => void;
  readonly stages?: Partial<Stages>;
}

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Fake {
  readonly io: Io;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly interrupt: () => void;
  readonly crash: (error: unknown) => void;
}

/** A world of which nothing is real. */
export function fakeIo(argv: readonly string[], world: World = {}): Fake {
  const written = { stdout: '', stderr: '' };
  const interrupts = new Set<() => void>();
  const crashes = new Set<(error: unknown) => void>();
  const output = (name: 'stdout' | 'stderr', isTTY: boolean): Output => ({
    isTTY,
    columns: isTTY ? (world.columns ?? 100) : null,
    async write(text) {
      if (name === 'stdout' && world.stdoutFails !== undefined) throw world.stdoutFails;
      if (name === 'stdout' && world.stdoutClosed === true) return false;
      written[name] += text;
      return true;
    },
  });
  const io: Io = {
    argv,
    env: world.env ?? {},
    workingDirectory: world.workingDirectory ?? '/nowhere',
    stdout: output('stdout', world.stdoutTTY ?? false),
    stderr: output('stderr', world.stderrTTY ?? false),
    stdin: { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) },
    platform: 'node v20 on a test',
    now: world.now ?? (() => Date.UTC(2026, 3, 1, 12)),
    processors: 1,
    onInterrupt: (listener) => {
      interrupts.add(listener);
      return () => interrupts.delete(listener);
    },
    onUncaught: (listener) => {
      crashes.add(listener);
      return () => crashes.delete(listener);
    },
    expectMuch: world.expectMuch ?? (() => {}),
    close: () => {},
  };
  return {
    io,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    interrupt: () => {
      for (const listener of interrupts) listener();
    },
    crash: (error) => {
      for (const listener of crashes) listener(error);
    },
  };
}

const unexpected = async () => {
  throw new Error('this stage was not expected to run');
};

export const noStages: Stages = {
  audit: unexpected,
  validate: unexpected,
  cases: unexpected,
  eachCase: unexpected,
  owed: unexpected,
  why: unexpected,
  customer: unexpected,
  schema: unexpected,
  reportSchema: unexpected,
};

/** One run in a world of which nothing is real. */
export async function ran(argv: readonly string[], world: World = {}): Promise<Ran> {
  const fake = fakeIo(argv, world);
  const exit = await run(fake.io, { ...noStages, ...world.stages });
  return { exit, stdout: fake.stdout(), stderr: fake.stderr() };
}
