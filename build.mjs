// Builds what is shipped: the library as modules with their types, and the program in a few files, since loading five
// hundred small ones takes longer than most audits. Usage: node build.mjs [FOLDER], by default dist.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(root, 'dist'));

rmSync(out, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json'), '--outDir', out],
  { stdio: 'inherit' },
);

const bundle = await rolldown({
  input: { main: join(out, 'cli/main.js') },
  platform: 'node',
  // It asks for its own file name, which a module in a bundle has none of.
  external: ['write-file-atomic'],
  treeshake: { moduleSideEffects: (id) => !/node_modules\/(zod|yaml)\//.test(id) },
});
const { output } = await bundle.write({
  dir: join(out, 'program'),
  format: 'esm',
  chunkFileNames: '[name]-[hash].js',
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
});

const modules = output
  .flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
  .filter((file) => !file.startsWith(out));
writeFileSync(join(out, 'program/THIRD-PARTY-LICENSES.txt'), licences(modules));

/**
 * The licence of every package that went into the program, as their terms ask.
 *
 * @param {readonly string[]} files
 */
function licences(files) {
  const folders = new Set(
    files.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/'))?.[0] ?? []),
  );
  const packages = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
    const terms = texts.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
    packages.set(terms, [...(packages.get(terms) ?? []), `${name} ${version} (${license})`]);
  }
  return [...packages].map(([terms, names]) => `${names.join('\n')}\n\n${terms}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}
