import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { randomOf } from './random.mjs';
import { exports } from './rows.mjs';

const PIECE = 1 << 20;

/**
 * Writes the four exports of so many tickets, piece by piece: memory does not grow with the rows, and the same seed gives
 * the same bytes. A folder that is there already is taken as it is.
 *
 * @param {string} folder
 * @param {{ rows: number, seed?: number, files?: readonly string[] }} options `files`: some of the four alone
 */
export function writeExports(folder, { rows: tickets, seed = 1, files = Object.keys(exports) }) {
  if (existsSync(folder)) return;
  // Made aside, so that a run that was broken off leaves no half of a folder that looks like a whole one.
  const aside = `${folder}.part`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const customers = Math.max(100, Math.floor(tickets * 0.3));
  for (const [stream, [name, { header, per, row }]] of Object.entries(exports).entries()) {
    if (!files.includes(name)) continue;
    const random = randomOf(seed, stream);
    const rows = Math.floor(tickets * per);
    const file = openSync(join(aside, name), 'w');
    let piece = `${header}\n`;
    for (let index = 0; index < rows; index += 1) {
      piece += `${row(random, index, rows, customers)}\n`;
      if (piece.length < PIECE) continue;
      writeWhole(file, piece);
      piece = '';
    }
    writeWhole(file, piece);
    closeSync(file);
  }
  renameSync(aside, folder);
}

/** @param {number} file @param {string} text */
function writeWhole(file, text) {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
