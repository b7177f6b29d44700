// Writes tickets.csv, calls.csv, survey.csv and orders.csv into a new folder:
// `node bench/workload/generate.mjs FOLDER --rows 10000 --seed 1`. Rows are those of the tickets; the others have half as many.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeExports } from './write-exports.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const [folder] = positionals;
const rows = Number(values.rows);
const seed = Number(values.seed);
if (folder === undefined || !Number.isSafeInteger(rows) || rows < 2 || !Number.isSafeInteger(seed)) {
  throw new TypeError('usage: node bench/workload/generate.mjs FOLDER [--rows N] [--seed N], N a whole number');
}
if (existsSync(folder)) throw new Error(`${folder} is there already: name a new folder`);
writeExports(folder, { rows, seed });
