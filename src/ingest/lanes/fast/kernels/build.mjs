// Compiles assembly/ to WebAssembly, into bytes.ts, where its sources have changed. Usage: node build.mjs
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const target = join(folder, 'bytes.ts');

/** Writes bytes.ts, unless it is of these very sources. vitest calls it before all tests, as `setup`. */
export async function buildKernels() {
  const hash = hashOfSources();
  if (written().includes(hash)) return;
  const bytes = await compile();
  const text = `// Written by build.mjs from sources of the hash ${hash}.\n\n/** WebAssembly, in base64. */\nexport const kernelBytes =\n  '${bytes.toString('base64')}';\n`;
  // Whoever reads it meanwhile, or writes it as well, finds a whole file.
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, target);
}

export { buildKernels as setup };

function hashOfSources() {
  const hash = createHash('sha256');
  const { version } = createRequire(import.meta.url)('assemblyscript/package.json');
  hash.update(version).update(readFileSync(fileURLToPath(import.meta.url)));
  const sources = readdirSync(join(folder, 'assembly')).filter((name) => name.endsWith('.ts'));
  for (const name of sources.sort()) hash.update(name).update(readFileSync(join(folder, 'assembly', name)));
  return hash.digest('hex');
}

function written() {
  try {
    return readFileSync(target, 'utf8').slice(0, 200);
  } catch {
    return '';
  }
}

/** @returns {Promise<Buffer>} */
async function compile() {
  // Loaded here: it takes a second, and mostly there is nothing to do.
  const { main } = await import('assemblyscript/asc');
  let bytes = Buffer.alloc(0);
  const { error, stderr } = await main(
    [
      'assembly/index.ts',
      '--outFile',
      'kernels.wasm',
      ...['--runtime', 'stub', '-O3', '--converge', '--noAssert'],
      ...['--enable', 'simd', '--enable', 'threads'],
      ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
      // A trap says where by itself.
      ...['--use', 'abort='],
    ],
    {
      readFile: (name, base) => {
        try {
          return readFileSync(join(folder, base, name), 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (_name, contents) => {
        bytes = Buffer.from(contents);
      },
      listFiles: () => [],
    },
  );
  if (error !== null) throw new Error(`the kernels do not compile\n${stderr.toString()}`, { cause: error });
  return bytes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildKernels();
