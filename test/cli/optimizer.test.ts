import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { built } from './binary.ts';
import { ran } from './fake-io.ts';
import { folder } from './folder.ts';
import { audited, kept } from './sample.ts';

/** The bit of V8's status of a function that stands for optimised code. */
const OPTIMIZED = 1 << 4;

/**
 * Holds the compiler back in a process of its own, as if that were started with the given options, and tells whether a
 * function that runs very often was optimised: first while it is held, then once it is let go.
 */
function optimizedWith(process_: { readonly execArgv: readonly string[]; readonly env: object; readonly v8: string }) {
  const given = { execArgv: process_.execArgv, env: process_.env, versions: { v8: process_.v8 } };
  const script = `
    import { holdOptimizer } from ${JSON.stringify(join(built(), 'dist/cli/optimizer.js'))};
    const release = holdOptimizer(${JSON.stringify(given)});
    function often(n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += i % 7;
      return sum;
    }
    const isOptimized = () => {
      for (let i = 0; i < 20_000; i++) often(1000);
      return (%GetOptimizationStatus(often) & ${OPTIMIZED}) !== 0;
    };
    const held = isOptimized();
    release();
    console.log(JSON.stringify([held, isOptimized()]));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    // In one thread, optimised code is there at once.
    ['--allow-natives-syntax', '--no-concurrent-recompilation', '--input-type=module', '-e', script],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const found: unknown = JSON.parse(stdout);
  return found;
}

const { v8 } = process.versions;
const isKnown = v8.startsWith('11.3.');

test.skipIf(!isKnown)('holds the compiler back until it is let go', () => {
  expect(optimizedWith({ execArgv: [], env: {}, v8 })).toEqual([false, true]);
});

test.each([
  ['of another V8', { execArgv: [], env: {}, v8: '12.4.254.21-node.33' }],
  ['with flags on the command line', { execArgv: ['--jitless'], env: {}, v8 }],
  ['with flags in the environment', { execArgv: [], env: { NODE_OPTIONS: '--jitless' }, v8 }],
])('leaves the compiler %s alone', (_name, process_) => {
  expect(optimizedWith(process_)).toEqual([true, true]);
});

test.each([
  [0, false],
  [8 * 1024 * 1024, false],
  [8 * 1024 * 1024 + 1, true],
  [null, true],
])('of %j bytes, much is expected: %j', async (totalBytes, isMuch) => {
  let isExpected = false;
  const { exit } = await ran(['audit'], {
    workingDirectory: folder({ 'promises.yaml': '' }),
    expectMuch: () => {
      isExpected = true;
    },
    stages: {
      audit: async ({ onProgress }) => {
        onProgress?.({ bytes: 0, totalBytes, rows: 0 });
        return audited(kept);
      },
    },
  });
  expect(exit).toBe(0);
  expect(isExpected).toBe(isMuch);
});
