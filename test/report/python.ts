import { spawnSync } from 'node:child_process';

/** The interpreter that has what Debian packages bring. */
const interpreters = ['/usr/bin/python3', 'python3'];

/** A Python that knows these modules, or null: where there is none, what needs it is not tested. */
export function pythonWith(...modules: readonly string[]): string | null {
  const code = modules.map((name) => `import ${name}`).join('; ');
  return interpreters.find((name) => spawnSync(name, ['-c', code]).status === 0) ?? null;
}

/** What a script makes of these values; it reads JSON and prints JSON. */
export function asked(python: string, script: string, values: unknown): unknown {
  const { status, stdout, stderr } = spawnSync(python, ['-c', script], {
    input: JSON.stringify(values),
    encoding: 'utf8',
    maxBuffer: 1 << 29,
    env: { PYTHONUTF8: '1' },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
