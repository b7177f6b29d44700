// Holds saydo against what one would use in its place, on the workload of bench/workload: `npm run build && npm run bench`.
// Every figure that anyone prints is compared before a time is told. Options: bench/README.md.
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inFolder } from './measure/folder.mjs';
import { machine } from './measure/machine.mjs';
import { peerNames, peersOf } from './measure/peers.mjs';
import { inRounds } from './measure/rounds.mjs';
import { differences, figuresIn } from './measure/same-figures.mjs';
import { builds, root, version } from './measure/saydo.mjs';
import { table } from './measure/table.mjs';
import { figuresOf } from './workload/figures-of.mjs';
import { exports } from './workload/rows.mjs';
import { writeExports } from './workload/write-exports.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,1000000' },
    rounds: { type: 'string', default: '5' },
    peers: { type: 'string', default: peerNames.join(',') },
    threads: { type: 'string' },
    saydo: { type: 'string', multiple: true, default: [] },
    folder: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const threads = values.threads === undefined ? [] : [values.threads];
const names = values.peers.split(',').filter((name) => name !== '');
const peers = peersOf(names);
const ours = builds(values.saydo);

await inFolder(values.folder, async (folder) => {
  const parts = [];
  for (const rows of values.rows.split(',').map(Number)) {
    const data = join(folder, `${rows}-${values.seed}`);
    writeExports(data, { rows, seed: Number(values.seed) });
    parts.push(await compared(rows, data, folder));
  }
  const versions = [version, ...peers.map((peer) => `${peer.title} ${peer.version}`)];
  console.log(`${machine(versions)} Medians; rounds: ${values.rounds}.\n\n${parts.join('\n\n')}`);
});

/**
 * @param {number} rows
 * @param {string} data
 * @param {string} folder
 */
async function compared(rows, data, folder) {
  const files = Object.keys(exports).map((name) => join(data, name));
  /** @type {ReturnType<typeof figuresIn> | null} */
  let reference = null;
  /** @param {(printed: string) => string} lines @returns {(output: string) => void} */
  const checked = (lines) => (output) => {
    const figures = figuresIn(lines(readFileSync(output, 'utf8')));
    reference ??= figures;
    const wrong = differences(reference, figures);
    if (wrong.length > 0)
      throw new Error(`${output}: ${wrong.length} figures differ\n${wrong.slice(0, 10).join('\n')}`);
  };
  const [first, ...others] = peers.map(({ name, file, threads: takesThreads }) => ({
    name,
    program: [file, data, ...(takesThreads ? threads : [])],
    files,
    check: checked((printed) => printed),
  }));
  const promises = join(root, 'bench/workload/promises.yaml');
  const flags = threads.flatMap((count) => ['--threads', count]);
  const saydo = ours.map(({ name, bin }) => ({
    name,
    program: [bin, 'audit', promises, '--format', 'json', ...flags],
    env: { BENCH_DATA: data },
    files,
    check: checked((printed) =>
      figuresOf(JSON.parse(printed))
        .map((figure) => JSON.stringify(figure))
        .join('\n'),
    ),
  }));
  // Next to each other, so that they are compared at nearly the same moment.
  const contestants = [...(first === undefined ? [] : [first]), ...saydo, ...others];
  const timed = await inRounds(contestants, { rounds: Number(values.rounds), folder });
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const size = `${rows.toLocaleString('en')} tickets, ${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB in four files`;
  const bases = contestants.slice(0, 1).map(({ name }) => name);
  const notes = new Map(peers.map(({ name, what }) => [name, what]));
  return `### ${size}: ${reference?.size ?? 0} figures, all agree\n\n${table(timed, { bases, bytes, notes })}`;
}
