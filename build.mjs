// Builds what is shipped: the library as modules with their types, and the program in a few files, since loading five
// hundred small ones takes longer than most audits. Usage: node build.mjs [FOLDER], by default dist.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { buildKernels } from './src/ingest/lanes/fast/kernels/build.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(root, 'dist'));
const program = join(out, 'program');
/** The name of a module that holds nothing. */
const nothing = '\0nothing';
const divider = `\n${'-'.repeat(80)}\n\n`;

/** Modules of plain data that take long to work out: the program has what they come to, under the name that they export. */
const workedOut = { 'declaration/schema/promise-shape.js': 'promiseShape' };

/** What few runs need, and then as functions: files of their own, each loaded at the first call of one of its own. */
const seldom = {
  // Of one root: much of what one of them needs, the others need too.
  distributions: ['normal', 't', 'chisquare', 'binomial'].flatMap((name) => [
    `@stdlib/stats-base-dists-${name}-cdf`,
    `@stdlib/stats-base-dists-${name}-quantile`,
  ]),
  width: ['string-width'],
  pattern: [join(out, 'vocabulary/conditions/pattern.js')],
};

/** Where the program begins: in its process, and in each of its threads. */
const input = { main: join(out, 'cli/main.js'), thread: join(out, 'engines/thread.js') };

/** What is loaded together, for each file takes its time to be found; the earlier one takes what two of them need. */
const together = [
  { name: 'start', test: /^\/(version|cli\/(exit-code|io|optimizer|output)|report\/plain)[.]js$/ },
  { name: 'words', test: /^\/diagnostics\/(?!render)/ },
  { name: 'read', test: /^\/(ingest|vocabulary|statistics|engines)\// },
  {
    name: 'audit',
    test: /^\/(audit|load|validate|declaration\/declare|plan\/index|report\/(assemble|coverage|dates|findings|formats\/json))[.]js$/,
  },
  // What every format says in the same words goes with the table, which most runs print.
  { name: 'table', test: /^\/report\/(?:(?!schema|gate)[a-z-]+|formats\/(?:table|table\/[a-z-]+))[.]js$/ },
  { name: 'cli', test: /^\/(cli\/(run|commands\/(report|audit|check|validate))|report\/gate)[.]js$/ },
].map(({ name, test }, index, all) => ({
  name,
  test: (/** @type {string} */ id) =>
    id.startsWith(out) && !Object.values(input).includes(id) && test.test(id.slice(out.length).replaceAll('\\', '/')),
  priority: all.length - index,
}));

/** Names stay, so that the stack of a defect can be read; whom the code is from stands in THIRD-PARTY-LICENSES.txt. */
const small = {
  comments: { legal: false, annotation: false, jsdoc: false },
  minify: {
    compress: { keepNames: { function: true, class: true } },
    mangle: { keepNames: { function: true, class: true } },
    codegen: { removeWhitespace: true },
  },
};

/** Of `seldom` and `workedOut` those that were met: a name that has changed is to stop the build. */
const met = new Set();

rmSync(out, { recursive: true, force: true });
await buildKernels();
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json'), '--outDir', out],
  { stdio: 'inherit' },
);

/** @param {string} id */
const doesNothingByItself = (id) =>
  id.startsWith(out) ? !Object.values(input).includes(id) : /node_modules\/(zod|yaml)\//.test(id);
const bundle = await rolldown({
  input,
  platform: 'node',
  // The build of it that leaves out what is not used.
  resolve: { alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') } },
  // It asks for its own file name, which a module in a bundle has none of.
  external: ['write-file-atomic'],
  treeshake: { moduleSideEffects: (id) => !doesNothingByItself(id) },
  plugins: [
    { name: 'worked-out', load: workOut },
    { name: 'seldom', transform: defer },
    { name: 'no-children', resolveId: withoutChildren, load: (id) => (id === nothing ? 'export default {};' : null) },
  ],
});
const { output } = await bundle.write({
  dir: program,
  format: 'esm',
  chunkFileNames: '[name]-[hash].js',
  codeSplitting: { groups: together },
  ...small,
});

const outputs = [output];
for (const [name, members] of Object.entries(seldom)) {
  const entry = join(root, `${name}.js`);
  const text = members
    .map((from, index) => `exports.member${index} = () => require(${JSON.stringify(from)});`)
    .join('\n');
  const later = await rolldown({
    input: entry,
    platform: 'node',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? text : null) },
    ],
  });
  outputs.push((await later.write({ file: join(program, 'later', `${name}.cjs`), format: 'cjs', ...small })).output);
}

const unmet = [...Object.values(seldom).flat(), ...Object.keys(workedOut)].filter((one) => !met.has(one));
if (unmet.length > 0)
  throw new Error(`nothing imports ${unmet.join(', ')} the way that this build puts something in its place`);

const modules = outputs
  .flat()
  .flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
  .filter((file) => !file.startsWith(out) && file.includes('node_modules'));
writeFileSync(join(program, 'THIRD-PARTY-LICENSES.txt'), `${licences(modules)}${notices(modules)}`);

/**
 * Commander can start programs, for commands that have one of their own: none of ours has, and what that needs of Node
 * takes longer to load than Commander.
 *
 * @param {string} id
 * @param {string | undefined} importer
 */
function withoutChildren(id, importer) {
  return id === 'node:child_process' && importer?.includes('/commander/') === true ? nothing : null;
}

/** @param {string} file */
async function workOut(file) {
  const found = Object.entries(workedOut).find(([name]) => file === join(out, name));
  if (found === undefined) return null;
  met.add(found[0]);
  const value = (await import(file))[found[1]];
  return `export const ${found[1]} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

/**
 * Puts a function that loads its file in the place of an import of `seldom`.
 *
 * @param {string} code
 * @param {string} file
 */
function defer(code, file) {
  if (!file.startsWith(out)) return null;
  let count = 0;
  const deferred = code.replace(
    /^import (?:(\w+)|\{ (\w+) \}) from '([^']+)';$/gm,
    (whole, ownName, memberName, /** @type {string} */ from) => {
      const wanted = from.startsWith('.') ? join(dirname(file), from) : from;
      const place = Object.entries(seldom).find(([, members]) => members.includes(wanted));
      if (place === undefined) return whole;
      const [group, members] = place;
      met.add(wanted);
      count += 1;
      const found = `createRequire(import.meta.url)('./later/${group}.cjs').member${members.indexOf(wanted)}()`;
      return `
        let later${count};
        const load${count} = () => {
          const found = ${found};
          return found.${memberName ?? 'default ?? found'};
        };
        const ${ownName ?? memberName} = (...given) => (later${count} ??= load${count}())(...given);`;
    },
  );
  return count === 0 ? null : `import { createRequire } from 'node:module';\n${deferred}`;
}

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
  return [...packages].map(([terms, names]) => `${names.join('\n')}\n\n${terms}\n`).join(divider);
}

/**
 * What files say of others whose work went into them, which the terms of those ask to keep.
 *
 * @param {readonly string[]} files
 */
function notices(files) {
  const found = new Set(
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\/\*[*!]([\s\S]*?)\*\//g)]
        .map(([, text = '']) => text.replaceAll(/^[ \t]*\*? ?/gm, '').trim())
        .filter((text) => /copyright|@license|@preserve|all rights reserved/i.test(text)),
    ),
  );
  return [...found].map((text) => `${divider}${text}\n`).join('');
}
