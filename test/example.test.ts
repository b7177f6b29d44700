import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { audit } from '../src/audit.ts';
import type { CellReport, GapReport } from '../src/model/report.ts';

const number = z.number().exactOptional();
const counts = z.object({ kept: z.number(), missed: z.number() });
const bound = z.number().nullable();
const cell = z.strictObject({
  measure: z.string().exactOptional(),
  verdict: z.string(),
  value: number,
  interval: z.object({ low: bound, high: bound }).nullable().exactOptional(),
  target: number,
  ...{ occasions: z.number(), cases: number, kept: number, missed: number, events: number },
  ...{ pending: number, excluded: number, filtered: number, unreadable: number },
  answered_only: number,
  ...{ let_down: number, let_down_again: number, owed: number },
  failing_segments: z.array(z.string()).exactOptional(),
  segments: z.record(z.string(), counts).exactOptional(),
});
const source = z.object({
  as_of: z.string(),
  rows: z.number(),
  entered: z.number(),
  outside_window: z.number(),
  excepted: z.number(),
  filtered: z.number(),
  repeated: z.number(),
  unreadable: z.number(),
});
const promises = z.record(z.string(), z.record(z.string(), cell));
const schema = z.object({
  promises,
  sources: z.record(z.string(), source),
  causes: z.array(
    z.object({
      promise: z.string(),
      channel: z.string(),
      by: z.string(),
      is: z.string(),
      there: counts,
      elsewhere: counts,
    }),
  ),
  after_easter: z.object({ as_of: z.string(), promises }),
});

const root = fileURLToPath(new URL('..', import.meta.url));
const expected = schema.parse(JSON.parse(readFileSync(new URL('../fixtures/expected.json', import.meta.url), 'utf8')));

const example = { file: 'promises.example.yaml', workingDirectory: root };
const { report, warnings } = await audit(example);
const { report: later } = await audit({ ...example, asOf: expected.after_easter.as_of });

const cells = cellsOf(expected.promises);

function cellsOf(
  wanted: z.infer<typeof promises>,
): readonly { readonly promise: string; readonly channel: string; readonly wanted: z.infer<typeof cell> }[] {
  return Object.entries(wanted).flatMap(([promise, channels]) =>
    Object.entries(channels).map(([channel, one]) => ({ promise, channel, wanted: one })),
  );
}

function found(from: GapReport, promise: string, channel: string): CellReport {
  const one = from.promises.find(({ id }) => id === promise)?.channels.find((other) => other.channel === channel);
  if (one === undefined) throw new Error(`no cell ${promise} on ${channel}`);
  return one;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(6));
}

function meet(one: CellReport, wanted: z.infer<typeof cell>): void {
  expect(one.verdict).toBe(wanted.verdict);
  expect(one.occasions).toBe(wanted.occasions);
  if (wanted.value === undefined) {
    expect([one.value, one.interval, one.kept, one.missed, one.customers]).toEqual([null, null, null, null, null]);
    return;
  }
  const { interval, let_down, let_down_again, owed, failing_segments = [], segments = {}, ...figures } = wanted;
  expect({
    measure: one.measure,
    verdict: one.verdict,
    value: rounded(one.value),
    target: one.target.value,
    occasions: one.occasions,
    cases: one.cases,
    kept: one.kept,
    missed: one.missed,
    events: one.events,
    pending: one.pending,
    excluded: one.excluded,
    filtered: one.filtered,
    unreadable: one.unreadable,
    answered_only: rounded(one.value_answered_only),
  }).toEqual({ kept: null, missed: null, events: null, answered_only: null, ...figures });
  for (const side of ['low', 'high'] as const) {
    const [is, should] = [one.interval?.[side] ?? null, interval?.[side] ?? null];
    if (should === null) expect(is).toBeNull();
    else expect(is).toBeCloseTo(should, 5);
  }
  if (let_down !== undefined) expect(one.customers).toMatchObject({ let_down, let_down_again });
  expect(one.owed?.amount).toBe(owed);
  for (const [is, counts] of Object.entries(segments)) {
    expect(one.segments.find((segment) => segment.by === 'language' && segment.is === is)).toMatchObject(counts);
  }
  for (const name of failing_segments) expect(one.reason).toContain(name);
}

describe('the example, against what its script counts without saydo', () => {
  it('has exactly those cells, and no warning', () => {
    expect(report.promises.flatMap(({ id, channels }) => channels.map(({ channel }) => `${id} ${channel}`))).toEqual(
      cells.map(({ promise, channel }) => `${promise} ${channel}`),
    );
    expect(warnings).toEqual([]);
  });

  it('shows ten measures and more, and every verdict', () => {
    const all = report.promises.flatMap(({ channels }) => channels);
    expect(new Set(all.flatMap(({ measure }) => measure ?? [])).size).toBeGreaterThanOrEqual(10);
    expect(new Set(all.map(({ verdict }) => verdict)).size).toBe(6);
  });

  it.each(cells)('$promise on $channel', ({ promise, channel, wanted }) => {
    meet(found(report, promise, channel), wanted);
  });

  it.each(cellsOf(expected.after_easter.promises))('$promise on $channel, after Easter', (one) => {
    meet(found(later, one.promise, one.channel), one.wanted);
  });

  it.each(expected.causes.filter(({ by }) => by !== 'text'))('$is stands out on $channel', (planted) => {
    const { promise, channel, by, is, there, elsewhere } = planted;
    const one = found(report, promise, channel);
    expect(one.segments.find((segment) => segment.by === by && segment.is === is)).toMatchObject({
      ...there,
      stands_out: true,
    });
    expect([one.kept, one.missed]).toEqual([there.kept + elsewhere.kept, there.missed + elsewhere.missed]);
  });

  it('says what to act on first, and what is owed in all', () => {
    const missed = cells.filter(({ wanted }) => wanted.verdict === 'missed');
    expect(report.actions.map(({ promise, channel }) => `${promise} ${channel}`).toSorted()).toEqual(
      missed.map(({ promise, channel }) => `${promise} ${channel}`).toSorted(),
    );
    for (const { promise, channel, wanted } of missed) {
      const { kept, missed: lost, target } = wanted;
      // What each language lacks is not in the counts of the whole.
      if (kept === undefined || lost === undefined || target === undefined) continue;
      if (wanted.failing_segments !== undefined) continue;
      let more = 0;
      while ((kept + more) / (kept + lost) < target) more += 1;
      const action = report.actions.find((one) => one.promise === promise && one.channel === channel);
      expect(action?.sets_right?.number).toBe(more);
    }
    const weighed = report.actions.map(({ weight, sets_right: right }) => weight * (right?.number ?? 0));
    expect(weighed).toEqual(weighed.toSorted((a, b) => b - a));
    const owed = cells.reduce((sum, { wanted }) => sum + (wanted.owed ?? 0), 0);
    expect(report.owed.map(({ currency, amount }) => [currency, amount])).toEqual([['NOK', owed]]);
  });

  it.each(Object.entries(expected.sources))('the way from rows to occasions: %s', (channel, wanted) => {
    const files = report.sources.filter((one) => one.channel === channel);
    const sum = (part: 'rows' | 'entered' | 'outside_window' | 'excepted' | 'filtered' | 'repeated' | 'unreadable') =>
      files.reduce((total, file) => total + file[part], 0);
    expect(files.map(({ as_of }) => (as_of === null ? null : Date.parse(as_of)))).toEqual(
      files.map(() => Date.parse(wanted.as_of)),
    );
    expect([sum('rows'), sum('outside_window'), sum('excepted'), sum('filtered'), sum('repeated')]).toEqual([
      ...[wanted.rows, wanted.outside_window, wanted.excepted, wanted.filtered, wanted.repeated],
    ]);
    // Meant to differ: a row with an unreadable cell of a promise has entered, and is unreadable in the promise's cell.
    const entered = wanted.entered + wanted.unreadable;
    expect(sum('entered') + sum('unreadable')).toBe(entered);
    // The occasions of a tally are what its rows have counted, those of a ratio are the other channel's.
    const ofRows = report.promises
      .flatMap(({ channels }) => channels)
      .filter((one) => one.channel === channel && one.measure !== 'tally' && one.measure !== 'ratio');
    for (const one of ofRows) expect(one.occasions).toBe(sum('entered'));
    for (const file of files) {
      const { entered: taken, outside_window, excepted, filtered, repeated, undated, unreadable } = file;
      expect(file.rows).toBe(taken + outside_window + excepted + filtered + repeated + undated + unreadable);
    }
  });
});
