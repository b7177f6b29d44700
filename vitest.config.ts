import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['src/ingest/lanes/fast/kernels/build.mjs'],
    // No test replaces a module, so that files may share those they load: loading took a third of the run.
    isolate: false,
    // It imports JSON the way that bundlers know, and Node does not.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
