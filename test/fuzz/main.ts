import { readFileSync, statSync } from 'node:fs';
import { csvParseLane } from '../../src/ingest/lanes/csv-parse.ts';
import { fastLane } from '../../src/ingest/lanes/fast/lane.ts';
import type { Lane } from '../../src/ingest/lanes/lane.ts';
import { type Agreement, type Case, casesAgree, HEAD_BYTES } from '../ingest/lanes/agree.ts';
import { type Chunking, someChunkings } from '../ingest/lanes/chunking.ts';
import { makeExport } from '../ingest/lanes/export.ts';
import { mayHandOver } from '../ingest/lanes/may-hand-over.ts';
import { makeMutated } from '../ingest/lanes/mutated.ts';
import { Random } from '../ingest/lanes/random.ts';
import { type RealFile, realFiles } from '../ingest/lanes/real.ts';
import { shrunk } from '../ingest/lanes/shrunk.ts';
import { readCase, writeCase } from './case-file.ts';
import { type FuzzOptions, fuzzOptions, USAGE } from './options.ts';
import { Tally } from './tally.ts';

const PROGRESS_MS = 5000;
/** Bytes of a real file that is read whole without being asked. */
const LARGEST = 5_000_000;
const TRIES = 4000;

const LANES: Readonly<Record<string, Lane>> = { fast: fastLane, twin: fastLane, reference: csvParseLane };

/** Runs the command, and gives its exit code. */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const options = fuzzOptions(args);
  const lane = LANES[options?.lane ?? ''];
  if (options === null || lane === undefined) {
    console.log(USAGE);
    return options === null ? 0 : 2;
  }
  // The lane asks once, with the first file.
  if (options.lane === 'twin') Object.defineProperty(WebAssembly, 'Module', { value: undefined });
  if (options.replay !== null) return replayed(readCase(options.replay), lane);
  return new Fuzz(options, lane, realFiles(root)).run();
}

async function replayed(from: Case, lane: Lane): Promise<number> {
  const agreement = await casesAgree(from, lane);
  console.log(agreement);
  return agreement.kind === 'different' ? 1 : 0;
}

class Fuzz {
  readonly #options: FuzzOptions;
  readonly #lane: Lane;
  readonly #files: readonly RealFile[];
  readonly #tally = new Tally();
  /** Kinds of differences that were told. */
  readonly #told = new Set<string>();
  #shownAt = performance.now();

  constructor(options: FuzzOptions, lane: Lane, files: readonly RealFile[]) {
    this.#options = options;
    this.#lane = lane;
    this.#files = files;
  }

  async run(): Promise<number> {
    const { minutes, seed, from, cases, lane } = this.#options;
    console.log(`seed ${seed}, ${minutes} minutes, the ${lane} lane against the reference lane`);
    const end = performance.now() + minutes * 60_000;
    if (from === 0 && !(await this.#agreeOnFiles())) return 1;
    for (let index = from; index < from + cases && performance.now() < end; index++) {
      if (!(await this.#agreesOn(index))) return 1;
    }
    console.log(this.#tally.line(true));
    return this.#told.size > 0 ? 1 : 0;
  }

  async #agreeOnFiles(): Promise<boolean> {
    const { seed, whole } = this.#options;
    for (const { name, path, columns, csv } of this.#files) {
      if (!whole && statSync(path).size > LARGEST) continue;
      const bytes = readFileSync(path);
      const chunkings = someChunkings(new Random(seed), bytes.length);
      const from = { bytes, columns, csv, chunkings, headBytes: HEAD_BYTES };
      if (!(await this.#agrees(name, from, true))) return false;
    }
    return true;
  }

  /** Every case has a seed of its own, so that one can be made again without those before it. */
  #agreesOn(index: number): Promise<boolean> {
    const { seed } = this.#options;
    const random = new Random(seed, index);
    const mostBytes = random.chance(0.02) ? 4_000_000 : 100_000;
    if (index % 2 === 1) return this.#agrees(`${seed}-${index}`, makeMutated(random, this.#files, mostBytes), true);
    const made = makeExport(random, mostBytes);
    return this.#agrees(`${seed}-${index}`, made, mayHandOver(made));
  }

  async #agrees(name: string, from: Case, mayHandOver: boolean): Promise<boolean> {
    const agreement = await casesAgree(from, this.#lane);
    this.#tally.add(agreement, from.bytes.length * from.chunkings.length);
    if (performance.now() - this.#shownAt > PROGRESS_MS) {
      this.#shownAt = performance.now();
      console.log(this.#tally.line());
    }
    if (agreement.kind === 'different') {
      if (this.#isNew(agreement.what)) await this.#tell(name, agreement, from);
      return this.#options.all;
    }
    if (agreement.kind !== 'handed over' || mayHandOver) return true;
    const what = `handed over without need: ${agreement.reason}`;
    if (!this.#isNew(what)) return true;
    // Nothing is taken away: any smaller file may well be one that is to be handed over.
    console.log(`\ncase ${name}: ${what}\n${writeCase(name, what, { ...from, chunkings: [agreement.chunking] })}`);
    return this.#options.all;
  }

  /** Differences of one kind differ in their numbers and texts. */
  #isNew(what: string): boolean {
    const kind = what.replaceAll(/"[^"]*"|-?\d[\d.e+-]*/g, '#');
    if (this.#told.has(kind)) return false;
    this.#told.add(kind);
    return true;
  }

  async #tell(name: string, found: Agreement & { readonly kind: 'different' }, from: Case): Promise<void> {
    console.log(`\ncase ${name}: ${found.what}\nshrinking ${from.bytes.length} bytes`);
    const shows = async (candidate: Case) => (await casesAgree(candidate, this.#lane)).kind === 'different';
    const { what, small } = await this.#again(
      await shrunk(from, found.chunking, shows, TRIES),
      found.what,
      found.chunking,
    );
    console.log(`${what}\n${JSON.stringify(small.bytes.toString('latin1').slice(0, 2000))}`);
    console.log(`written to ${writeCase(name, what, small)}`);
  }

  async #again(
    small: Case,
    what: string,
    chunking: Chunking,
  ): Promise<{ readonly what: string; readonly small: Case }> {
    const agreement = await casesAgree(small, this.#lane);
    const last = agreement.kind === 'different' ? agreement : { what, chunking };
    return { what: last.what, small: { ...small, chunkings: [last.chunking] } };
  }
}
