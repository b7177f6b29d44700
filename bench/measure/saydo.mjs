import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Builds of saydo to run, from `NAME=PATH` to their `bin/saydo.js`; without a name `saydo`.
 *
 * @param {readonly string[]} given by default the one of this folder
 */
export function builds(given) {
  const paths = given.length === 0 ? [join(root, 'bin/saydo.js')] : given;
  return paths.map((text) => {
    const [, name = 'saydo', path = ''] = /^(?:([\w.-]+)=)?(.*)$/.exec(text) ?? [];
    return { name, bin: resolve(path) };
  });
}

export const version = `saydo ${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}`;
