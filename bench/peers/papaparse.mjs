// papaparse, piece by piece, with accumulators written by hand. `node bench/peers/papaparse.mjs FOLDER`
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { Accumulators } from './accumulators.mjs';

const [folder = '.'] = process.argv.slice(2);
const accumulators = new Accumulators();
for (const [name, add] of Object.entries(accumulators.files)) {
  let isHeader = true;
  await new Promise((resolve, reject) => {
    Papa.parse(createReadStream(join(folder, name), { highWaterMark: 1 << 20 }), {
      skipEmptyLines: true,
      chunk: ({ data }) => {
        for (const record of /** @type {string[][]} */ (data)) {
          if (!isHeader) add(record);
          isHeader = false;
        }
      },
      complete: resolve,
      error: reject,
    });
  });
}
accumulators.print();
