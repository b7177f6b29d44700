// What it takes to start: saydo that says its version, and that audits the example, in turn with an empty script of Node.
// `npm run build && npm run bench:start-up -- --rounds 11`
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inFolder } from './measure/folder.mjs';
import { machine } from './measure/machine.mjs';
import { inRounds } from './measure/rounds.mjs';
import { builds, root, version } from './measure/saydo.mjs';
import { table } from './measure/table.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '11' }, saydo: { type: 'string', multiple: true, default: [] } },
});
const fixtures = readdirSync(join(root, 'fixtures')).filter((name) => /\.(csv|gz)$/.test(name));
const files = fixtures.map((name) => join(root, 'fixtures', name));
const contestants = [
  { name: 'an empty script', program: ['-e', '0'], files: [] },
  ...builds(values.saydo).flatMap(({ name, bin }) => [
    { name: `${name} --version`, program: [bin, '--version'], files: [] },
    { name: `${name} audit promises.example.yaml`, program: [bin, 'audit', 'promises.example.yaml'], cwd: root, files },
  ]),
];
await inFolder(undefined, async (folder) => {
  const timed = await inRounds(contestants, { rounds: Number(values.rounds), folder });
  console.log(`${machine([version])} Medians; rounds: ${values.rounds}.\n`);
  console.log(table(timed, { bases: ['an empty script'] }));
});
