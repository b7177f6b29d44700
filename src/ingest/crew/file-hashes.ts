import { type Board, MAIN } from './board.ts';
import { hashing } from './hash-file.ts';
import type { Helpers } from './helpers.ts';
import type { Job } from './jobs.ts';

interface Threads {
  readonly board: Board;
  readonly helpers: Helpers;
  /** The task of the first job's hash; those of the others follow. */
  readonly firstTask: number;
  /** Lets the event loop have its turn, now or now and then. */
  readonly turn: (now: boolean) => Promise<void>;
}

/** sha256 of the files of a crew: each by the thread that takes it. */
export class FileHashes {
  readonly #jobs: readonly Job[];
  readonly #threads: Threads;

  constructor(jobs: readonly Job[], threads: Threads) {
    this.#jobs = jobs;
    this.#threads = threads;
  }

  /** Of those of the jobs that ask for it, and were not hashed along the way. */
  async of(jobs: Iterable<number>): Promise<ReadonlyMap<number, string | null>> {
    const { board, helpers, firstTask } = this.#threads;
    const { hashes } = helpers;
    const wanted = [...jobs].filter((job) => this.#jobs[job]?.isHashed === true && !hashes.has(job));
    const mine = wanted.filter((job) => board.claim(firstTask + job, MAIN));
    for (const job of mine) hashes.set(job, await this.#hash(job));
    for (const job of wanted) if (!hashes.has(job)) hashes.set(job, await this.#awaited(job));
    return hashes;
  }

  /** What a helper has found, or is about to. */
  async #awaited(job: number): Promise<string | null> {
    const { helpers, firstTask, turn } = this.#threads;
    const helper = helpers.of(firstTask + job);
    const waiting = { meanwhile: () => false, nap: () => turn(true) };
    if (await helpers.arrives(helper, firstTask + job, waiting)) helpers.passOver(helper);
    return helpers.hashes.get(job) ?? this.#hash(job);
  }

  async #hash(job: number): Promise<string | null> {
    const steps = hashing(this.#jobs[job]?.path ?? '');
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await this.#threads.turn(false);
    }
  }
}
