import { availableParallelism } from 'node:os';
import { type Output, outputOf } from './output.ts';
import type { Environment } from './terminal.ts';

/** Everything of the world outside that a run touches beside files; a test makes its own. */
export interface Io {
  /** Without the names of node and of the script. */
  readonly argv: readonly string[];
  readonly env: Environment;
  readonly workingDirectory: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Nothing is opened before it is iterated. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** `node v20.20.2 on linux x64`, for the report of a defect. */
  readonly platform: string;
  /** How many threads run at once. */
  readonly processors: number;
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back at each Ctrl-C until the function that it returns is called. */
  onInterrupt(listener: () => void): () => void;
  /** Calls back with what no one caught, until the function that it returns is called. */
  onUncaught(listener: (error: unknown) => void): () => void;
  /** To be called once there turns out to be much to do; as often as one likes. */
  expectMuch(): void;
  /** Lets go of standard input, which would keep the process waiting. */
  close(): void;
}

/** @param expectMuch - called once, at the first time that there turns out to be much to do */
export function ioOf(process: NodeJS.Process, expectMuch: () => void): Io {
  let opened: NodeJS.ReadStream | null = null;
  let isMuch = false;
  return {
    argv: process.argv.slice(2),
    env: process.env,
    workingDirectory: process.cwd(),
    stdout: outputOf(process.stdout, 1),
    stderr: outputOf(process.stderr, 2),
    stdin: {
      [Symbol.asyncIterator]: () => {
        opened = process.stdin;
        return chunksOf(opened);
      },
    },
    platform: `node ${process.version} on ${process.platform} ${process.arch}`,
    processors: availableParallelism(),
    now: Date.now,
    onInterrupt: (listener) => listen(process, 'SIGINT', listener),
    onUncaught: (listener) => listen(process, 'uncaughtException', listener),
    expectMuch: () => {
      if (!isMuch) expectMuch();
      isMuch = true;
    },
    close: () => {
      opened?.destroy();
    },
  };
}

async function* chunksOf(stdin: NodeJS.ReadStream): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of stdin) {
    const bytes: unknown = chunk;
    yield bytes instanceof Uint8Array ? bytes : Buffer.from(String(bytes));
  }
}

function listen(
  process: NodeJS.Process,
  event: 'SIGINT' | 'uncaughtException',
  listener: (error: unknown) => void,
): () => void {
  process.on(event, listener);
  return () => {
    process.off(event, listener);
  };
}
