// How time and memory grow: with the rows of one export, and with the promises over it, which share one reading.
// `npm run build && npm run bench:growth -- --rows 1000000,2000000 --promises 1,10,50 --rounds 3`
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import { inFolder } from './measure/folder.mjs';
import { machine } from './measure/machine.mjs';
import { inRounds } from './measure/rounds.mjs';
import { builds, root, version } from './measure/saydo.mjs';
import { table } from './measure/table.mjs';
import { promisesOverTickets, ticketsAlone } from './workload/features.mjs';
import { writeExports } from './workload/write-exports.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000,2000000,5000000,10000000,20000000' },
    promises: { type: 'string', default: '1,10,50' },
    rounds: { type: 'string', default: '3' },
    threads: { type: 'string' },
    saydo: { type: 'string', multiple: true, default: [] },
    folder: { type: 'string' },
  },
});
const workload = parse(readFileSync(join(root, 'bench/workload/promises.yaml'), 'utf8'));
const [build] = builds(values.saydo);
const flags = values.threads === undefined ? [] : ['--threads', values.threads];
const sizes = values.rows.split(',').map(Number);

await inFolder(values.folder, async (folder) => {
  /** @param {number} rows @param {object} file @param {string} name */
  const contestant = (rows, file, name) => {
    const data = join(folder, `tickets-${rows}`);
    writeExports(data, { rows, files: ['tickets.csv'] });
    const promises = join(folder, `${name.replaceAll(/\W+/g, '-')}.yaml`);
    writeFileSync(promises, stringify(file));
    const program = [build?.bin ?? '', 'audit', promises, '--format', 'json', ...flags];
    return { name, program, env: { BENCH_DATA: data }, files: [join(data, 'tickets.csv')] };
  };
  const rounds = { rounds: Number(values.rounds), folder, slow: Number.POSITIVE_INFINITY };
  const byRows = sizes.map((rows) => contestant(rows, ticketsAlone(workload), `${rows} tickets`));
  const grown = await inRounds(byRows, rounds);
  const least = Math.min(...sizes);
  const byPromises = values.promises.split(',').map(Number);
  const more = byPromises.map((count) =>
    contestant(least, promisesOverTickets(workload, count), count === 1 ? '1 promise' : `${count} promises`),
  );
  const shared = await inRounds(more, rounds);
  const bytes = new Map(
    byRows.map(({ name, files }) => [name, `${Math.round(statSync(files[0] ?? '').size / 1e6)} MB`]),
  );
  console.log(`${machine([version])} Medians; rounds: ${values.rounds}.\n`);
  console.log(`${table(grown, { bases: [byRows[0]?.name ?? ''], notes: bytes })}\n`);
  console.log(`Over ${least} tickets:\n\n${table(shared, { bases: [more[0]?.name ?? ''] })}`);
});
