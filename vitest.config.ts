import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const workflowParser = '@actions/workflow-parser';

export default defineConfig({
  plugins: [
    {
      // It names source maps that it does not bring, and each would be warned of.
      name: 'without-source-maps',
      enforce: 'pre',
      load: (id) =>
        id.includes(workflowParser) && id.endsWith('.js')
          ? readFileSync(id, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')
          : null,
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['src/ingest/lanes/fast/kernels/build.mjs'],
    // No test replaces a module, so that files may share those they load: loading took a third of the run.
    isolate: false,
    // It imports JSON the way that bundlers know, and Node does not.
    server: { deps: { inline: [workflowParser] } },
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
