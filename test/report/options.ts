import type { FormatOptions } from '../../src/report/formats/index.ts';

/** As a file gets it, where nothing was asked for; each test says what it is about. */
export const plainOptions: FormatOptions = {
  width: 100,
  color: 0,
  unicode: true,
  by: 'channel',
  promise: null,
  gate: { exit: 0, failed: [], unjudged: [], why: null },
  promiseFile: 'promises.yaml',
  audience: 'internal',
  lang: 'en-GB',
  page: [],
};
