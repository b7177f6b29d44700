// csv-parse, streaming, with accumulators written by hand. `node bench/peers/csv-parse.mjs FOLDER`
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { Accumulators } from './accumulators.mjs';

const [folder = '.'] = process.argv.slice(2);
const accumulators = new Accumulators();
for (const [name, add] of Object.entries(accumulators.files)) {
  const parser = parse({ from_line: 2 });
  parser.on('readable', () => {
    for (let record = parser.read(); record !== null; record = parser.read()) add(record);
  });
  createReadStream(join(folder, name), { highWaterMark: 1 << 20 })
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  await finished(parser);
}
accumulators.print();
