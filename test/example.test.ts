import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { audit } from '../src/audit.ts';
import { wilson } from '../src/statistics/wilson.ts';

const counts = z.record(z.string(), z.object({ kept: z.number(), missed: z.number() }));
const cell = z.object({
  verdict: z.string(),
  value: z.number().optional(),
  target: z.number().optional(),
  occasions: z.number(),
  kept: z.number().optional(),
  missed: z.number().optional(),
  pending: z.number().optional(),
  excluded: z.number().optional(),
  filtered: z.number().optional(),
  unreadable: z.number().optional(),
  let_down: z.number().optional(),
  let_down_again: z.number().optional(),
  owed: z.number().optional(),
  failing_segments: z.array(z.string()).optional(),
  segments: counts.optional(),
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
const schema = z.object({
  promises: z.record(z.string(), z.record(z.string(), cell)),
  sources: z.record(z.string(), source),
});

const root = fileURLToPath(new URL('..', import.meta.url));
const expected = schema.parse(JSON.parse(readFileSync(new URL('../fixtures/expected.json', import.meta.url), 'utf8')));

const { report, warnings } = await audit({
  file: 'promises.example.yaml',
  workingDirectory: root,
});

const cells = Object.entries(expected.promises).flatMap(([promise, channels]) =>
  Object.entries(channels).map(([channel, wanted]) => ({ promise, channel, wanted })),
);

function found(promise: string, channel: string): (typeof report)['promises'][number]['channels'][number] {
  const one = report.promises.find(({ id }) => id === promise)?.channels.find((other) => other.channel === channel);
  if (one === undefined) throw new Error(`no cell ${promise} on ${channel}`);
  return one;
}

describe('the example, against what its script counts without saydo', () => {
  it('has exactly those cells, and no warning', () => {
    expect(report.promises.flatMap(({ id, channels }) => channels.map(({ channel }) => `${id} ${channel}`))).toEqual(
      cells.map(({ promise, channel }) => `${promise} ${channel}`),
    );
    expect(warnings).toEqual([]);
  });

  it.each(cells)('$promise on $channel', ({ promise, channel, wanted }) => {
    const one = found(promise, channel);
    expect(one.verdict).toBe(wanted.verdict);
    expect(one.occasions).toBe(wanted.occasions);
    if (wanted.value === undefined) {
      expect([one.value, one.kept, one.missed, one.customers]).toEqual([null, null, null, null]);
      return;
    }
    const { kept, missed, pending, excluded, filtered, unreadable, let_down, let_down_again } = wanted;
    expect({
      target: one.target.value,
      value: Number(one.value?.toFixed(6)),
      kept: one.kept,
      missed: one.missed,
      pending: one.pending,
      excluded: one.excluded,
      filtered: one.filtered,
      unreadable: one.unreadable,
      let_down: one.customers?.let_down,
      let_down_again: one.customers?.let_down_again,
      owed: one.owed?.amount,
    }).toEqual({
      ...{ target: wanted.target, value: wanted.value, kept, missed, pending, excluded, filtered, unreadable },
      ...{ let_down, let_down_again, owed: wanted.owed },
    });
    expect(one.interval).toMatchObject(wilson(kept ?? 0, (kept ?? 0) + (missed ?? 0), 0.95) ?? {});
    for (const [is, { kept: yes, missed: no }] of Object.entries(wanted.segments ?? {})) {
      expect(one.segments.find((segment) => segment.by === 'language' && segment.is === is)).toMatchObject({
        kept: yes,
        missed: no,
      });
    }
    for (const name of wanted.failing_segments ?? []) expect(one.reason).toContain(name);
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
    for (const { channels } of report.promises) {
      for (const one of channels) if (one.channel === channel) expect(one.occasions).toBe(sum('entered'));
    }
    for (const file of files) {
      const { entered: taken, outside_window, excepted, filtered, repeated, undated, unreadable } = file;
      expect(file.rows).toBe(taken + outside_window + excepted + filtered + repeated + undated + unreadable);
    }
  });
});
