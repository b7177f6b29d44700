// What it costs where a quote breaks on the last line of a large export, which then is read once more: beside the same
// export unbroken. `npm run build && npm run bench:hand-over -- --megabytes 1000 --rounds 3`
import { appendFileSync, copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import { inFolder } from './measure/folder.mjs';
import { machine } from './measure/machine.mjs';
import { inRounds } from './measure/rounds.mjs';
import { builds, root, version } from './measure/saydo.mjs';
import { table } from './measure/table.mjs';
import { ticketsAlone } from './workload/features.mjs';
import { writeExports } from './workload/write-exports.mjs';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    threads: { type: 'string' },
    saydo: { type: 'string', multiple: true, default: [] },
    folder: { type: 'string' },
  },
});
/** Bytes of a ticket, more or less. */
const TICKET = 150;
const BROKEN =
  '1,email,2025-12-31T22:00:00Z,2025-12-31T23:00:00Z,,en,en,email,5,C10000001,DACH,normal,a100,"Order 1, the "gift" option"\n';
const [build] = builds(values.saydo);
const flags = values.threads === undefined ? [] : ['--threads', values.threads];

await inFolder(values.folder, async (folder) => {
  const rows = Math.round((Number(values.megabytes) * 1e6) / TICKET);
  const sound = join(folder, `tickets-${rows}`);
  writeExports(sound, { rows, files: ['tickets.csv'] });
  const broken = `${sound}-broken`;
  if (!existsSync(broken)) {
    writeExports(broken, { rows: 2, files: ['tickets.csv'] });
    copyFileSync(join(sound, 'tickets.csv'), join(broken, 'tickets.csv'));
    appendFileSync(join(broken, 'tickets.csv'), BROKEN);
  }
  const file = ticketsAlone(parse(readFileSync(join(root, 'bench/workload/promises.yaml'), 'utf8')));
  file.channels.tickets.tolerate = '1%';
  const promises = join(folder, 'hand-over.yaml');
  writeFileSync(promises, stringify(file));
  /** @param {string} name @param {string} data @param {boolean} breaks */
  const contestant = (name, data, breaks) => ({
    name,
    program: [build?.bin ?? '', 'audit', promises, '--format', 'json', ...flags],
    env: { BENCH_DATA: data },
    files: [join(data, 'tickets.csv')],
    check: (/** @type {string} */ output) => {
      const { sources } = JSON.parse(readFileSync(output, 'utf8'));
      const unreadable = Math.max(...sources.map((/** @type {{ unreadable: number }} */ source) => source.unreadable));
      if (unreadable !== (breaks ? 1 : 0)) throw new Error(`${name}: ${unreadable} rows could not be read`);
    },
  });
  const contestants = [contestant('unbroken', sound, false), contestant('broken on the last line', broken, true)];
  const timed = await inRounds(contestants, { rounds: Number(values.rounds), folder, slow: Number.POSITIVE_INFINITY });
  console.log(`${machine([version])} Medians; rounds: ${values.rounds}, ${rows} tickets.\n`);
  console.log(table(timed, { bases: ['unbroken'], bytes: statSync(join(sound, 'tickets.csv')).size }));
});
