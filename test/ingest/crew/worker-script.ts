import { dirname, join } from 'node:path';

import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const project = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** What threads run, of the sources as they are now: a worker of Node 20 reads no TypeScript. */
export async function workerScript(): Promise<URL> {
  const dir = join(project, 'node_modules/.cache/saydo-thread', String(process.pid));
  const bundle = await rolldown({ input: { thread: join(project, 'src/engines/thread.ts') }, platform: 'node' });
  await bundle.write({ dir, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
  return pathToFileURL(join(dir, 'thread.mjs'));
}
