// What it takes to list the occasions beside what it takes to audit them: the same promise over the same export, in turn.
// `npm run build && npm run bench:cases -- --rows 5000000 --rounds 3`, or `--data FOLDER` for exports that are there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inFolder } from './measure/folder.mjs';
import { machine } from './measure/machine.mjs';
import { inRounds } from './measure/rounds.mjs';
import { builds, version } from './measure/saydo.mjs';
import { table } from './measure/table.mjs';
import { writeExports } from './workload/write-exports.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '5000000' },
    rounds: { type: 'string', default: '3' },
    threads: { type: 'string' },
    data: { type: 'string' },
    saydo: { type: 'string', multiple: true, default: [] },
    folder: { type: 'string' },
  },
});
const [build] = builds(values.saydo);
const flags = values.threads === undefined ? [] : ['--threads', values.threads];

/** A fifth of the tickets miss it, and most of their customers more than once. */
const promises = `saydo: 1
brand: Bench
channels:
  tickets:
    source: "\${BENCH_DATA}/tickets.csv"
    at: created_at
    case: id
    repeats: each
    customer: customer_id
    segments: [region]
promises:
  first_reply_4h:
    says: You hear from us within four hours.
    kept_when: { first_response_at: { within: 4h, blank: missed } }
    target: 80%
    remedy: { text: A voucher, cost: 9.90 EUR }
    channels: [tickets]
`;

await inFolder(values.folder, async (folder) => {
  const data = values.data ?? join(folder, `tickets-${values.rows}`);
  if (values.data === undefined) writeExports(data, { rows: Number(values.rows), files: ['tickets.csv'] });
  const file = join(folder, 'cases.yaml');
  writeFileSync(file, promises);
  /** @param {string} name @param {readonly string[]} args */
  const contestant = (name, args) => ({
    name,
    program: [build?.bin ?? '', ...args, file, ...flags],
    env: { BENCH_DATA: data },
    files: [join(data, 'tickets.csv')],
  });
  const contestants = [
    contestant('audit', ['audit', '--format', 'json']),
    contestant('cases', ['cases', '--format', 'csv']),
    contestant('cases of a segment', ['cases', '--format', 'csv', '--segment', 'region=Iberia']),
    contestant('cases --limit none', ['cases', '--format', 'csv', '--limit', 'none']),
    contestant('cases --owed', ['cases', '--format', 'csv', '--owed']),
  ];
  const timed = await inRounds(contestants, { rounds: Number(values.rounds), folder, slow: Number.POSITIVE_INFINITY });
  console.log(`${machine([version])} Medians; rounds: ${values.rounds}.\n`);
  console.log(table(timed, { bases: ['audit'] }));
});
