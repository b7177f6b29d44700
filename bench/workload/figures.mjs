// Reads a JSON report of saydo, from a file or standard input, and prints its figures as the workload has them, one JSON
// object a line: `saydo audit bench/workload/promises.yaml --format json | node bench/workload/figures.mjs`.
import { readFileSync } from 'node:fs';
import { figuresOf } from './figures-of.mjs';

const report = JSON.parse(readFileSync(process.argv[2] ?? 0, 'utf8'));
for (const figure of figuresOf(report)) console.log(JSON.stringify(figure));
