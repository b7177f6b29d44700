// Measures what the documentation says of speed and memory: `npm run bench`, or `npm run bench -- 100` for a smaller
// export (in MB, 1000 by default). Start-up is measured in turn with an empty script, so that the ratios hold on any
// machine; the export is made up row by row from a seed, in a temporary folder that is removed at the end.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const saydo = join(root, 'bin/saydo.js');
const megabytes = Number(process.argv[2] ?? 1000);
const rounds = 11;

/** @param {string[]} args */
function seconds(args) {
  const start = performance.now();
  spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
  return (performance.now() - start) / 1000;
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const commands = {
  'an empty script': ['-e', '0'],
  'saydo --version': [saydo, '--version'],
  'saydo audit promises.example.yaml': [saydo, 'audit', 'promises.example.yaml'],
};
/** @type {Map<string, number[]>} */
const times = new Map(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(commands)) times.get(name)?.push(seconds(args));
}
const empty = median(times.get('an empty script') ?? []);
console.log(`start-up, median of ${rounds} runs in turn`);
for (const [name, values] of times) {
  console.log(`  ${name.padEnd(36)} ${median(values).toFixed(3)} s  ${(median(values) / empty).toFixed(1)} x empty`);
}

const folder = mkdtempSync(join(tmpdir(), 'saydo-bench-'));
try {
  const rows = await writeExport(join(folder, 'tickets.csv'), megabytes * 1e6);
  writeFileSync(
    join(folder, 'promises.yaml'),
    `saydo: 1
brand: Bench
channels:
  email: { source: tickets.csv, at: created, segments: [region], columns: { created: Created at, replied: First reply at } }
promises:
  reply: { says: We reply., kept_when: { replied: { within: 4h } }, target: 80%, channels: [email] }
  tongue: { says: In your tongue., kept_when: { Reply language: { same_language_as: Language } }, target: 80%, channels: [email] }
  happy: { says: You are happy., kept_when: { CSAT: at least 4 }, target: 50%, channels: [email] }
`,
  );
  const run = `
    const { audit } = await import(${JSON.stringify(join(root, 'dist/index.js'))});
    const start = performance.now();
    const { report } = await audit({ file: 'promises.yaml' });
    const { maxRSS, userCPUTime } = process.resourceUsage();
    console.log(JSON.stringify({ wall: (performance.now() - start) / 1000, user: userCPUTime / 1e6, peak: maxRSS / 1024, rows: report.sources[0].rows }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', run], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  const { wall, user, peak, rows: read } = JSON.parse(stdout);
  if (read !== rows) throw new Error(`${read} rows were read of ${rows}`);
  console.log(`reference lane, ${megabytes} MB, ${rows} rows, three promises`);
  console.log(
    `  ${wall.toFixed(1)} s, ${user.toFixed(1)} s of CPU, ${Math.round(rows / wall)} rows/s, peak ${Math.round(peak)} MiB`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Tickets of a year; gives the number of rows.
 *
 * @param {string} path
 * @param {number} bytes
 */
async function writeExport(path, bytes) {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  /** @param {readonly string[]} list */
  const one = (list) => list[Math.floor(random() * list.length)] ?? '';
  const instant = (/** @type {number} */ seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
  const out = createWriteStream(path);
  out.write('Ticket ID,Created at,First reply at,Language,Reply language,CSAT,Region,Subject\n');
  let rows = 0;
  for (let written = 0; written < bytes; ) {
    let text = '';
    for (let count = 0; count < 10_000; count += 1) {
      const created = 1735689600 + Math.floor(random() * 31_536_000);
      const replied = random() < 0.03 ? '' : instant(created + Math.floor(random() * 18_000));
      const language = one(['nb', 'sv', 'en', 'de']);
      const answer = random() < 0.95 ? language : 'en';
      const csat = random() < 0.5 ? '' : String(1 + Math.floor(random() * 5));
      rows += 1;
      text += `T${rows},${instant(created)},${replied},${language},${answer},${csat},${one(['north', 'south', 'east', 'west'])},"Order ${rows}, where is it? It said ""today"", and it is not here"\n`;
    }
    written += text.length;
    if (!out.write(text)) await new Promise((resolve) => out.once('drain', resolve));
  }
  out.end();
  await finished(out);
  return rows;
}
