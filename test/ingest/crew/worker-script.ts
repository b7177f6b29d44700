import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const project = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** What threads run, of the sources as they are now: a worker of Node 20 reads no TypeScript. */
export async function workerScript(): Promise<URL> {
  const folder = join(project, 'node_modules/.cache/saydo-worker');
  mkdirSync(folder, { recursive: true });
  const bundle = await rolldown({ input: join(project, 'src/ingest/crew/worker.ts'), platform: 'node' });
  const file = join(folder, `${process.pid}.mjs`);
  await bundle.write({ file, format: 'esm' });
  return pathToFileURL(file);
}
