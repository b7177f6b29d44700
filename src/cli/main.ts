import { version } from '../version.ts';
import { exitCode } from './exit-code.ts';
import { ioOf } from './io.ts';
import { holdOptimizer } from './optimizer.ts';
import { outputOf } from './output.ts';

/** How long the process may take to end by itself once the run is over. */
const graceMilliseconds = 150;

/**
 * The command line: reads the arguments, writes the report to standard output and everything else to standard error.
 *
 * @returns the exit code, one of those in `exit-code.ts`; never throws.
 */
export async function main(process: NodeJS.Process): Promise<number> {
  // Should the process end before this returns, that is a defect, and not the 1 of a missed promise.
  process.exitCode = exitCode.defect;
  try {
    return isVersionAlone(process.argv.slice(2)) ? await printVersion(process) : await runAll(process);
  } catch (error) {
    // Not even the code that tells of defects could be loaded.
    process.stderr.write(`saydo is not installed whole\n${String(error)}\nsaydo: exit 70: a defect of saydo\n`);
    return exitCode.defect;
  }
}

async function runAll(process: NodeJS.Process): Promise<number> {
  const release = holdOptimizer(process);
  const [{ run }] = await Promise.all([import('./run.ts'), ahead(process.argv[2])]);
  const io = ioOf(process, release);
  const exit = await run(io);
  io.close();
  if (exit === exitCode.interrupted || exit === exitCode.defect) endSoon(process, exit);
  return exit;
}

async function printVersion(process: NodeJS.Process): Promise<number> {
  return outputOf(process.stdout, 1)
    .write(`${version()}\n`)
    .then(
      () => exitCode.done,
      () => exitCode.delivery,
    );
}

/** What an audit will ask for is fetched beside the rest: one file after the other takes longer. */
async function ahead(command: string | undefined): Promise<void> {
  if (command !== 'audit' && command !== 'check') return;
  // Whoever asks for it is told what is wrong with it.
  await Promise.all([import('./commands/report.ts'), import('../audit.ts')]).catch(() => {});
}

/** Asked for by scripts and at every prompt: answered without loading anything. */
function isVersionAlone(argv: readonly string[]): boolean {
  return argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V');
}

/**
 * A read that never returns, as of a named pipe without a writer, keeps the process alive and makes process.exit
 * wait for ever. An interrupted run then ends by the signal itself, which a shell reports as 130 all the same.
 */
function endSoon(process: NodeJS.Process, exit: number): void {
  const end = () => (exit === exitCode.interrupted ? process.kill(process.pid, 'SIGINT') : process.exit(exit));
  setTimeout(end, graceMilliseconds).unref();
}
