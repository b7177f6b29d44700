// What the language costs as people use it: the workload's promise file with one feature more, each by itself and all of
// them, beside the file as it is and beside DuckDB's figures of the workload.
// `npm run build && npm run bench:language -- --rows 1000000 --rounds 5`
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import { inFolder } from './measure/folder.mjs';
import { machine } from './measure/machine.mjs';
import { peersOf } from './measure/peers.mjs';
import { inRounds } from './measure/rounds.mjs';
import { builds, root, version } from './measure/saydo.mjs';
import { table } from './measure/table.mjs';
import { features } from './workload/features.mjs';
import { exports } from './workload/rows.mjs';
import { writeExports } from './workload/write-exports.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    threads: { type: 'string' },
    saydo: { type: 'string', multiple: true, default: [] },
    folder: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const base = readFileSync(join(root, 'bench/workload/promises.yaml'), 'utf8');
const { 'last: 90d': _, ...rest } = features;
const [build] = builds(values.saydo);
const duckdb = peersOf(['duckdb'])[0];
const threads = values.threads === undefined ? [] : [values.threads];
const flags = threads.flatMap((count) => ['--threads', count]);

await inFolder(values.folder, async (folder) => {
  const data = join(folder, `${values.rows}-${values.seed}`);
  writeExports(data, { rows: Number(values.rows), seed: Number(values.seed) });
  const files = Object.keys(exports).map((name) => join(data, name));
  const wanted = [
    { name: 'the workload', add: [] },
    ...Object.entries(features).map(([name, add]) => ({ name: `+ ${name}`, add: [add] })),
    { name: '+ all of them', add: Object.values(features) },
    // Three quarters of the rows lie outside of ninety days, which saves more than the rest costs.
    { name: '+ all but last: 90d', add: Object.values(rest) },
  ];
  const ours = wanted.map(({ name, add }, index) => {
    const file = parse(base);
    for (const one of add) one(file);
    const promises = join(folder, `language-${index}.yaml`);
    writeFileSync(promises, stringify(file));
    const program = [build?.bin ?? '', 'audit', promises, '--format', 'json', ...flags];
    return { name, program, env: { BENCH_DATA: data }, files };
  });
  const peer = duckdb === undefined ? [] : [{ name: 'duckdb', program: [duckdb.file, data, ...threads], files }];
  const timed = await inRounds([...peer, ...ours], { rounds: Number(values.rounds), folder });
  const versions = [version, ...(duckdb === undefined ? [] : [`${duckdb.title} ${duckdb.version}`])];
  console.log(`${machine(versions)} Medians; rounds: ${values.rounds}, ${values.rows} tickets.\n`);
  const bases = ['the workload', ...peer.map(({ name }) => name)];
  console.log(table(timed, { bases }));
});
