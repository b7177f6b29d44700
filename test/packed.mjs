// Packs the package as it would be published, installs it in an empty folder, and runs it there as a user would:
// the program from its `bin`, the library from its types and entry point.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'saydo-packed-'));

/** @param {string} command @param {string[]} args @param {string} cwd */
function run(command, args, cwd) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** @param {boolean} holds @param {string} what */
function expect(holds, what) {
  if (!holds) throw new Error(`the packed program fails: ${what}`);
  console.log(`ok: ${what}`);
}

try {
  const packed = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root).trim();
  const [{ files }] = JSON.parse(run('npm', ['pack', '--ignore-scripts', '--dry-run', '--json'], root));
  const paths = files.map((/** @type {{ path: string }} */ { path }) => path);
  expect(
    !paths.some((/** @type {string} */ name) => /^(src|test|fixtures)\//.test(name)),
    'no source, test or fixture is packed',
  );
  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }');
  run('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', '--silent', join(folder, packed)], folder);
  const installed = join(folder, 'node_modules', 'saydo');
  const saydo = join(folder, 'node_modules', '.bin', 'saydo');
  expect(/^\d+\.\d+\.\d+/.test(run(saydo, ['--version'], folder)), 'saydo --version');
  expect(readdirSync(join(installed, 'dist')).includes('promises.schema.json'), 'the JSON Schema is shipped');
  copyFileSync(join(installed, 'promises.example.yaml'), join(folder, 'promises.yaml'));
  mkdirSync(join(folder, 'fixtures'));
  for (const name of readdirSync(join(root, 'fixtures')).filter((file) => /\.csv(\.gz)?$/.test(file))) {
    copyFileSync(join(root, 'fixtures', name), join(folder, 'fixtures', name));
  }
  expect(run(saydo, ['audit'], folder).includes('measured promises are kept'), 'saydo audit');
  const names = ['csv', 'json', 'txt', 'md', 'html', 'xml', 'prom'].map((ending) => `gap.${ending}`);
  run(saydo, ['audit', '--quiet', ...names.flatMap((name) => ['-o', name])], folder);
  const written = names.map((name) => readFileSync(join(folder, name), 'utf8').length);
  expect(
    written.every((length) => length > 1000),
    'saydo audit -o',
  );
  run(
    saydo,
    ['send', '--quiet', '--mail-to', 'a@example.com', '--mail-from', 'b@example.com', '--dry-run', 'm.eml'],
    folder,
  );
  expect(/^Subject: \d+ of \d+ promises missed: /m.test(readFileSync(join(folder, 'm.eml'), 'utf8')), 'saydo send');
  expect(run(saydo, ['compare', 'gap.json', 'gap.json'], folder).includes('Nothing changed'), 'saydo compare');
  expect(run(saydo, ['why', 'quick-reply', '--channel', 'email'], folder).includes('region North'), 'saydo why');
  expect(run(saydo, ['cases', 'quick-reply', '--limit', '1'], folder).includes('K-20473'), 'saydo cases');
  run(saydo, ['customer', 'C-53570', '-o', 'letter.html'], folder);
  expect(readFileSync(join(folder, 'letter.html'), 'utf8').includes('C-53570'), 'saydo customer');
  writeFileSync(
    join(folder, 'use.mjs'),
    `import { audit } from 'saydo';
     const { report } = await audit({ file: 'promises.yaml' });
     console.log(report.brand);`,
  );
  expect(run('node', ['use.mjs'], folder).trim() === 'Fjellrute Cycles', "import { audit } from 'saydo'");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
