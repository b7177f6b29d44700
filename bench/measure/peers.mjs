import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'peers');

const PEERS = [
  { name: 'duckdb', needs: '@duckdb/node-api', title: 'DuckDB', what: 'SQL by hand, one scan a file', threads: true },
  { name: 'clickhouse', needs: 'chdb', title: 'chdb', what: 'ClickHouse in process, SQL by hand', threads: true },
  { name: 'papaparse', needs: 'papaparse', title: 'papaparse', what: 'accumulators by hand', threads: false },
  { name: 'csv-parse', needs: 'csv-parse', title: 'csv-parse', what: 'accumulators by hand', threads: false },
];

export const peerNames = PEERS.map(({ name }) => name);

/**
 * The peers of these names, with what each needs; those that are not installed are told on standard error, with what to
 * type, and left out.
 *
 * @param {readonly string[]} names
 */
export function peersOf(names) {
  const strange = names.filter((name) => !peerNames.includes(name));
  if (strange.length > 0) throw new Error(`no peer ${strange.join(', ')}: expected ${peerNames.join(', ')}`);
  const wanted = PEERS.filter(({ name }) => names.includes(name));
  const found = wanted.map((peer) => ({
    ...peer,
    file: join(folder, `${peer.name}.mjs`),
    version: versionOf(peer.needs),
  }));
  const missing = found.filter(({ version }) => version === null).map(({ name }) => name);
  if (missing.length > 0) console.error(`not installed: ${missing.join(', ')}. Type: npm install --prefix bench`);
  return found.filter(({ version }) => version !== null);
}

/** @param {string} name */
function versionOf(name) {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    try {
      return String(JSON.parse(readFileSync(join(at, 'node_modules', name, 'package.json'), 'utf8')).version);
    } catch {
      // Not here: in a folder above, or nowhere.
    }
  }
  return null;
}
