import { plain } from '../report/plain.ts';
import { showDefect } from './defect.ts';
import { type ExitCode, exitCode, type Outcome } from './exit-code.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { perform } from './program.ts';
import { withoutCommands } from './runner-commands.ts';
import { stages as allStages, type Stages } from './stages.ts';

/** How long a run that was told to stop may take to put its temporary files away. */
const graceMilliseconds = 250;

/** One run of the program, from arguments to exit code; whatever happens in it comes out as an exit code. */
export async function run(world: Io, stages: Stages = allStages): Promise<ExitCode> {
  const io = withoutCommands(world);
  const controller = new AbortController();
  const endings: (() => void)[] = [];
  const stopped = new Promise<() => Promise<Outcome>>((resolve) => {
    const stop = (outcome: () => Promise<Outcome>) => {
      controller.abort();
      resolve(outcome);
    };
    endings.push(
      io.onInterrupt(() => stop(async () => ({ exit: exitCode.interrupted, why: 'interrupted' }))),
      io.onUncaught((error) => stop(() => showDefect(io, error))),
    );
  });
  const { signal } = controller;
  // What the work says once it has been told to stop follows from that, and is no news.
  const work = perform({ io, commands: world.stdout, stages, signal }).catch((error: unknown) =>
    signal.aborted ? null : showDefect(io, error),
  );
  try {
    const first = await Promise.race([work, stopped.then(() => null)]);
    if (first !== null && !signal.aborted) return await conclude(io, first);
    await graceFor(work);
    const outcome = await stopped;
    return await conclude(io, await outcome());
  } finally {
    for (const end of endings) end();
  }
}

/** The last line on standard error says why the exit is not 0. */
async function conclude(io: Io, { exit, why }: Outcome): Promise<ExitCode> {
  if (exit !== exitCode.done && why !== null) await say(io, `saydo: exit ${exit}: ${plain(why)}\n`);
  return exit;
}

/** Waits for the work, but not for ever; the timer keeps the process alive where nothing else would. */
async function graceFor(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, graceMilliseconds);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
