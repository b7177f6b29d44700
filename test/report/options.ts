import type { GapReport } from '../../src/model/report.ts';
import type { FormatOptions } from '../../src/report/formats/index.ts';
import { gate } from '../../src/report/gate.ts';

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

/** The same with what a check makes of the report, where each channel has a source but those that say they have none. */
export function checkedOptions(report: GapReport): FormatOptions {
  const blind = new Set(
    report.promises.flatMap(({ channels }) =>
      channels.flatMap(({ channel, reason }) =>
        reason === 'no source' || reason === 'no export yet' ? [channel] : [],
      ),
    ),
  );
  const facts = { hasSource: (_: string, channel: string) => !blind.has(channel), silenceIsFine: () => false };
  return { ...plainOptions, gate: gate(report, facts, new Set()) };
}
