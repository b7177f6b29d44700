// Both lanes over the exports of promise files: the columns that the file names, file by file, without counting. Which are
// read by the fast lane to their end, why others are not, and how much faster it is.
// `npm run build && npm run bench:lanes -- promises.example.yaml`
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openCrew, openSource } from '../dist/ingest/index.js';
import { loadDeclaration } from '../dist/load.js';
import { planOf } from '../dist/plan/index.js';
import { median } from './measure/median.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, threads: { type: 'string', default: '1' } },
});
const files = positionals.length === 0 ? ['promises.example.yaml'] : positionals;
const rounds = Number(values.rounds);
const lines = [['file', 'MB', 'rows', 'columns', 'reference s', 'fast s', 'fast / reference', 'MB/s', 'to the end']];
const met = { files: 0, whole: 0, bytes: 0, wholeBytes: 0 };

for (const file of files) {
  const declaration = await loadDeclaration({ file, workingDirectory: resolve('.'), env: process.env });
  const plan = planOf(declaration, { selected: declaration, asOf: null, window: null });
  for (const source of plan.sources) {
    const opened = await open(plan.directory, source);
    for (const [index, { name, bytes }] of opened.files.entries()) {
      /** @type {{ seconds: number, rows: number, reason: string | null }[]} */
      const [fast, reference] = [[], []];
      for (let round = 0; round < rounds; round++) {
        reference.push(await timed(plan.directory, source, index, 'reference'));
        fast.push(await timed(plan.directory, source, index, 'fast'));
      }
      const slow = median(reference.map(({ seconds }) => seconds));
      const quick = median(fast.map(({ seconds }) => seconds));
      const reason = fast[0]?.reason ?? null;
      met.files++;
      met.bytes += bytes;
      if (reason === null) {
        met.whole++;
        met.wholeBytes += bytes;
      }
      const read =
        reason === null
          ? [quick.toFixed(4), (quick / slow).toFixed(3), (bytes / 1e6 / quick).toFixed(0)]
          : ['', '', ''];
      const rows = reference[0]?.rows ?? 0;
      lines.push(
        [name, (bytes / 1e6).toFixed(1), rows, source.columns.length, slow.toFixed(4), ...read, reason ?? 'yes'].map(
          String,
        ),
      );
    }
    await opened.close();
  }
}
const [head = [], ...rows] = lines;
console.log(
  [head, head.map((_, at) => (at === 0 || at === 8 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n'),
);
const share = (part, whole) => `${((100 * part) / whole).toFixed(0)}%`;
console.log(
  `\n${met.whole} of ${met.files} files read by the fast lane to the end, ${share(met.wholeBytes, met.bytes)} of the bytes.`,
);

function open(directory, source) {
  const workingDirectory = resolve('.');
  const quiet = { stdin: null, hashes: false, redact: false, onProgress: null, signal: null };
  return openSource(source, { directory, workingDirectory, ...quiet });
}

/** One file, to its end or to where the fast lane gives up. */
async function timed(directory, source, file, lane) {
  const reading = await open(directory, source);
  const crew = await openCrew([reading], {
    threads: Number(values.threads),
    hashed: false,
    script: null,
    signal: null,
  });
  const start = performance.now();
  let [rows, reason] = [0, null];
  try {
    for await (const batch of reading.read(file, lane)) rows += batch.rows;
  } catch (error) {
    if (error?.name !== 'HandOver') throw error;
    reason = error.reason;
  }
  const seconds = (performance.now() - start) / 1000;
  crew?.close();
  await reading.close();
  return { seconds, rows, reason };
}
