import type { SourceReport } from '../../src/model/report.ts';

/** What a report says of one export. */
export function sourceOf(channel: string, file: string): SourceReport {
  return {
    ...{ channel, file, bytes: 1, as_of: null, newest_event: null, rows: 1, entered: 1, outside_window: 0 },
    ...{ excepted: 0, filtered: 0, repeated: 0, undated: 0, unreadable: 0, sha256: null },
    ...{ encoding: 'utf-8', delimiter: ',' },
  };
}
