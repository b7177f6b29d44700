import { describe, expect, it } from 'vitest';
import { rows as catalog } from '../../src/diagnostics/catalog/rows.ts';
import { engines } from '../../src/engines/index.ts';
import { refusals } from '../../src/engines/refusals.ts';
import type { Calendar } from '../../src/model/calendar.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Declaration } from '../../src/model/declaration.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Measure } from '../../src/model/measure.ts';
import { planOf } from '../../src/plan/index.ts';
import { folder } from '../cli/folder.ts';
import { csv, declarationOf, type Header, type Promised, position, type Row } from './level-story.ts';

const raised = new Map<string, Diagnostic>();

const BLANK: Row = {
  ...{ Case: '', A: '2026-01-05T09:00Z', F: '', T: '', H: '', W: '', N: '', K: '', M: '', L: '', X: '', Y: '' },
  ...{ C: '', S: '' },
};

interface Options {
  readonly repeats?: Promised['repeats'];
  readonly tolerate?: number;
  readonly redact?: boolean;
  readonly where?: Condition<Header>;
}

/** What is said of one promise over files of these rows: place, message, and the first line of the help. */
async function refused(
  measure: Measure<Header>,
  files: readonly (readonly Partial<Row>[])[],
  { repeats = 'error', tolerate = 0, redact = false, where }: Options = {},
): Promise<readonly string[]> {
  const texts = files.map((rows) => csv(rows.map((row) => ({ ...BLANK, ...row }))));
  const root = folder(Object.fromEntries(texts.map((text, index) => [`rows-${index + 1}.csv`, text])));
  const cells = [{ channel: 'c0' as const, measure, where: null }];
  const plain = declarationOf({ repeats, wheres: { c0: null, c1: null }, cells }, root, tolerate);
  const channels = plain.channels.map((channel) => ({ ...channel, where: where ?? null }));
  const declaration: Declaration = { ...plain, channels };
  const plan = planOf(declaration, { selected: declaration, asOf: null, window: null });
  const context = { workingDirectory: root, stdin: null, hashes: false, redact, onProgress: null, signal: null };
  const found = refusals(plan, await engines.local.tally(plan, null, context), redact);
  for (const diagnostic of found) raised.set(diagnostic.code, diagnostic);
  return found.map(({ message, help, at }) => `${at?.file}:${at?.line} ${message} / ${help?.split('\n')[0]}`);
}

const nps: Measure<Header> = { kind: 'nps', column: 'L' };
const tally: Measure<Header> = { kind: 'tally', kept: 'K', of: 'M' };
const elapsed: Measure<Header> = {
  kind: 'median',
  q: 0.5,
  operand: { kind: 'elapsed', from: 'F', to: 'T', calendar: null, minus: null },
};
const wait: Measure<Header> = { kind: 'max', operand: { kind: 'column', column: 'W', at: 'A' } };
const keptWhen = (condition: Condition<Header>): Measure<Header> => ({ kind: 'kept_when', condition });
const within: Condition<Header> = {
  ...{ kind: 'within', columns: { subject: 'T' }, of: 'A', limit: { seconds: 3600, days: null, text: '1h' } },
  ...{ minus: null, calendar: null, elapsed: false, blank: null, position },
};
const present: Condition<Header> = { kind: 'filled', columns: { subject: 'S' }, present: true, blank: null, position };
const always: Calendar = {
  ...{ name: 'always', zone: 'UTC', holidays: [], overrides: [] },
  week: Array.from({ length: 7 }, () => [{ from: 0, to: 86_400_000 }]),
};
const during: Condition<Header> = {
  kind: 'during',
  columns: { subject: 'T' },
  calendar: always,
  blank: null,
  position,
};

const REST = 'mend the export, or set such rows aside: `tolerate: 1%` on channel c0 (promises.yaml:9)';

describe('what is said of rows that cannot be true', () => {
  it('an answer off its scale: not above 10, no half points', async () => {
    const rows = [{ L: '10' }, { L: '11' }, { L: '0' }, { L: '7.5' }, { L: '-1' }];
    const [first, ...more] = await refused(nps, [rows]);
    expect(first).toBe(
      "rows-1.csv:3 column 'L' holds 11, not a whole number from 0 to 10 / " +
        'expected answers on the scale of the question; `map:` on the column turns others into them',
    );
    expect(more).toEqual([]);
    expect(raised.get('off-scale')?.help).toContain(`and 2 more in this file (lines 5, 6)\n${REST}`);
  });

  it('a count above its total, and one that is no count, each its own error', async () => {
    const rows = [
      { K: '4', M: '4' },
      { K: '5', M: '4' },
      { K: '0.8', M: '4' },
      { K: '1', M: '-2' },
    ];
    expect(await refused(tally, [rows])).toEqual([
      "rows-1.csv:3 column 'K' holds 5, more than its total of 4 / " +
        'expected `kept` to be a part of `of`: are the two columns the right way round?',
      "rows-1.csv:4 column 'K' holds 0.8, not a whole number from 0 on / expected counts, not shares: `tally` adds them up",
      "rows-1.csv:5 column 'M' holds -2, not a whole number from 0 on / expected counts, not shares: `tally` adds them up",
    ]);
    for (const code of ['above-total', 'no-count']) expect(raised.get(code)?.help).toContain(REST);
  });

  it('an elapsed time below zero, between two moments and as it stands', async () => {
    const moments = [{ F: '2026-01-05T10:00Z', T: '2026-01-05T09:59Z' }];
    expect(await refused(elapsed, [moments])).toEqual([
      `rows-1.csv:2 column 'T' holds 2026-01-05 09:59:00, which comes before its start at 2026-01-05 10:00:00 / ${REST}`,
    ]);
    expect(await refused(wait, [[{ W: '5m' }, { W: '-5m' }]])).toEqual([
      `rows-1.csv:3 column 'W' holds -300 seconds, an elapsed time below zero / ${REST}`,
    ]);
  });

  it('a date where hours are asked for: in a promise, in opening hours, and in where', async () => {
    const date = { T: '2026-01-05' };
    expect(await refused(keptWhen(within), [[date]])).toEqual([
      "rows-1.csv:2 column 'T' holds 2026-01-05 since 2026-01-05 09:00:00: hours cannot be told where a date has no " +
        'time of day / expected times, or a promise in days such as `within: 2d`',
    ]);
    const hours =
      "rows-1.csv:2 column 'T' holds 2026-01-05: opening hours cannot be told where a date has no time of day / " +
      'expected times, or a promise in days such as `within: 2d`';
    expect(await refused(keptWhen(during), [[date]])).toEqual([hours]);
    expect(await refused(keptWhen(present), [[date]], { where: during })).toEqual([hours]);
  });

  it('what shows only once the rows of a case are one names the first of them', async () => {
    const files = [
      [{ Case: '1', F: '2026-01-05T10:00Z' }],
      [
        { Case: '1', T: '2026-01-05T09:00Z' },
        { Case: '2', F: '2026-01-05T10:00Z', T: '2026-01-05T11:00Z' },
      ],
    ];
    expect(await refused(elapsed, files, { repeats: 'all' })).toEqual([
      `rows-1.csv:2 column 'T' holds 2026-01-05 09:00:00, which comes before its start at 2026-01-05 10:00:00 / ${REST}`,
    ]);
    // A part of what is counted in each.
    const mended = [[{ Case: '1', K: '3' }], [{ Case: '1', M: '4' }]];
    expect(await refused(tally, mended, { repeats: 'all' })).toEqual([]);
    const torn = [[{ Case: '1', K: '3' }], [{ Case: '1', M: '2' }]];
    expect(await refused(tally, torn, { repeats: 'all' })).toEqual([
      expect.stringMatching(/^rows-1.csv:2 column 'K' holds 3, more than its total of 2/),
    ]);
  });

  it('a case that stands twice, and more unreadable rows than are tolerated', async () => {
    const twice = [[{ Case: '1' }, { Case: '1' }]];
    expect(await refused(keptWhen(present), twice)).toEqual([
      expect.stringMatching(/^rows-1.csv:3 the same Case stands twice: at rows-1.csv:2 and again at rows-1.csv:3/),
    ]);
    expect(await refused(nps, [[{ L: '11' }, { L: '9' }]], { tolerate: 0.1 })).toEqual([
      expect.stringMatching(/^rows-1.csv:2 column 'L' holds 11/),
      expect.stringMatching(/^promises.yaml:9 channel c0: 1 of 2 rows that take part cannot be read/),
    ]);
    expect(await refused(nps, [[{ L: '11' }, { L: '9' }]], { tolerate: 0.5 })).toEqual([]);
  });

  it('without the values, where they are not to be shown', async () => {
    const found = [
      ...(await refused(nps, [[{ L: '987' }]], { redact: true })),
      ...(await refused(
        tally,
        [
          [
            { K: '987', M: '123' },
            { K: '9.87', M: '123' },
          ],
        ],
        { redact: true },
      )),
      ...(await refused(wait, [[{ W: '-987s' }]], { redact: true })),
      ...(await refused(keptWhen(during), [[{ T: '1987-01-23' }]], { redact: true })),
    ];
    expect(found).toHaveLength(5);
    for (const text of found) expect(text).not.toMatch(/987|9\.87|123/);
  });

  it('is every message of its catalog, each with help and without a final period', () => {
    expect([...raised.keys()].sort()).toEqual(Object.keys(catalog).sort());
    for (const { message, help } of raised.values()) {
      expect(help).toBeTruthy();
      expect(message).not.toMatch(/\.$/);
    }
  });
});
