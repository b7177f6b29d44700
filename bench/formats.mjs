// What each format adds to an audit of the example, in time and memory: whole processes in turn, against the CSV.
// Usage: npm run bench:formats [-- FILE [ROUNDS]]; after npm run build.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [file = 'promises.example.yaml', rounds = '7'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'saydo-formats-'));
const mail = ['--mail-to', 'a@example.com', '--mail-from', 'b@example.com', '--dry-run', join(folder, 'o.eml')];
const runs = [
  ...['csv', 'txt', 'json', 'md', 'xml', 'prom', 'html'].map((ending) => ({
    name: `.${ending}`,
    out: `o.${ending}`,
    args: ['audit', file, '--quiet', '-o', join(folder, `o.${ending}`)],
  })),
  {
    name: 'public .html',
    out: 'p.html',
    args: ['audit', file, '--quiet', '--audience', 'public', '-o', join(folder, 'p.html')],
  },
  { name: 'send', out: 'o.eml', args: ['send', file, '--quiet', ...mail] },
];
/** Milliseconds and MiB of each run, by name. */
const taken = new Map(runs.map(({ name }) => [name, { ms: [], peak: [] }]));
const script = `process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS));`;

try {
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const { name, args } of round % 2 === 0 ? runs : runs.toReversed()) {
      const from = performance.now();
      const flags = ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
      const { stderr, status } = spawnSync(process.execPath, [...flags, 'bin/saydo.js', ...args], {
        cwd: root,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
      taken.get(name)?.ms.push(performance.now() - from);
      taken.get(name)?.peak.push(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024);
    }
  }
  const median = (/** @type {number[]} */ list) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN;
  const least = taken.get('.csv');
  console.log(`${file}, ${rounds} rounds, medians`);
  for (const { name, out } of runs) {
    const own = taken.get(name);
    if (own === undefined || least === undefined) continue;
    const [ms, peak] = [median(own.ms), median(own.peak)];
    const more = `${(ms - median(least.ms)).toFixed(0).padStart(6)} ms ${(peak - median(least.peak)).toFixed(0).padStart(5)} MiB more`;
    const size = `${statSync(join(folder, out)).size} bytes`.padStart(15);
    console.log(
      `${name.padEnd(13)} ${ms.toFixed(0).padStart(6)} ms ${peak.toFixed(0).padStart(5)} MiB ${more} ${size}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
