// Holds the fast lane against the reference lane for as long as one likes: `npm run fuzz -- --minutes 30 --seed 7`.
// Options: --help. It runs from source: what is in `src` now, bundled to a temporary folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'saydo-fuzz-'));
let main;
try {
  const bundle = await rolldown({ input: join(here, 'main.ts'), platform: 'node', logLevel: 'silent' });
  await bundle.write({ file: join(folder, 'main.mjs'), format: 'esm', codeSplitting: false });
  ({ main } = await import(pathToFileURL(join(folder, 'main.mjs')).href));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
try {
  process.exitCode = await main(dirname(dirname(here)), process.argv.slice(2));
} catch (error) {
  console.error(error);
  process.exitCode = 2;
}
