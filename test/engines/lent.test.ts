import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declare } from '../../src/declaration/index.ts';
import { ChannelCounter } from '../../src/engines/local/channel-counter.ts';
import { HorizonFinder } from '../../src/engines/local/horizon.ts';
import { UntakenRows } from '../../src/engines/local/untaken.ts';
import { type Batch, CellState, type Column, type Dictionary } from '../../src/model/batch.ts';
import type { SourcePlan } from '../../src/model/plan.ts';
import type { Horizon } from '../../src/model/tally.ts';
import { planOf } from '../../src/plan/index.ts';

const START = Date.UTC(2026, 0, 1);
const HOUR_MS = 3_600_000;

/** One row: hours since START, or null for a blank. */
interface Row {
  readonly topic: string;
  readonly opened: number | null;
  readonly replied: number | null;
  readonly region: string;
  readonly language: string;
  readonly ticket: number | null;
  readonly customer: number | null;
}

function sourceOf(repeats: string): SourcePlan {
  const channel = (name: string) => `
  ${name}:
    source: x.csv
    at: opened
${repeats === 'each' ? '' : '    case: ticket'}
    repeats: ${repeats}
    customer: customer
    segments: [region, language]
    columns: { opened: { type: timestamp }, replied: { type: timestamp } }
    where: { topic: ${name} }`;
  const text = `saydo: 1
brand: Lent
timezone: UTC
period: month
channels:${channel('mail')}${channel('chat')}
promises:
  quick: { says: a, kept_when: { replied: { within: 4h } }, target: 90%, channels: [mail, chat] }
  prompt: { says: b, kept_when: { not: { replied: { within: 4h } } }, target: 10%, channels: [mail, chat] }
  median: { says: c, median: { from: opened, to: replied }, target: at most 8h, channels: [mail, chat] }
  same: { says: d, kept_when: { language: { same_as: region } }, where: { replied: present }, target: 90%, channels: [mail, chat] }
  many: { says: e, distinct: customer, where: { replied: blank }, target: at least 1, channels: [mail, chat] }
`;
  const declaration = declare(text, { file: 'promises.yaml', directory: '/', env: {} });
  const [source] = planOf(declaration, { selected: declaration, asOf: null, window: null }).sources;
  if (source === undefined) throw new TypeError('no source');
  return source;
}

const WORDS = ['mail', 'chat', 'North', 'South', 'en', 'no'];

/** A column of a batch with arrays of its own. */
function columnOf(source: SourcePlan, index: number, rows: readonly Row[], dictionary: Dictionary): Column {
  const plan = source.columns[index];
  if (plan === undefined) throw new TypeError(`no column ${index}`);
  const { name, holds } = plan;
  if (holds === 'id') {
    const ids = rows.map((row) => (name === 'ticket' ? row.ticket : row.customer));
    return {
      kind: 'id',
      hashes: Uint32Array.from(ids.flatMap((id) => (id === null ? [9, 9, 9, 9] : [id, id * 7, 3, 4]))),
      states: Uint8Array.from(ids, (id) => (id === null ? CellState.BLANK : CellState.VALUE)),
    };
  }
  if (plan.cell.type === 'text') {
    const words = rows.map((row) => (name === 'topic' ? row.topic : name === 'region' ? row.region : row.language));
    return { kind: 'text', codes: Int32Array.from(words, (word) => dictionary.words.indexOf(word)), dictionary };
  }
  const hours = rows.map((row) => (name === 'opened' ? row.opened : row.replied));
  return {
    kind: 'moment',
    values: Float64Array.from(hours, (hour) => (hour === null ? Number.NaN : START + hour * HOUR_MS)),
    states: Uint8Array.from(hours, (hour) => (hour === null ? CellState.BLANK : CellState.VALUE)),
    unreadable: new Map(),
  };
}

/** Batches of three rows, each with arrays of its own; `dictionaries` take turns. */
function* kept(source: SourcePlan, rows: readonly Row[], dictionaries: readonly Dictionary[]): Generator<Batch> {
  for (let from = 0; from < rows.length; from += 3) {
    const some = rows.slice(from, from + 3);
    const dictionary = dictionaries[(from / 3) % dictionaries.length] ?? { words: [] };
    const columns = source.columns.map((_, index) => columnOf(source, index, some, dictionary));
    yield {
      file: 0,
      rows: some.length,
      lines: Float64Array.from(some, (_, row) => from + row + 2),
      columns,
      broken: [],
    };
  }
}

/** The same batches, but what was asked for before is written over. */
function* lent(batches: Iterable<Batch>): Generator<Batch> {
  for (const batch of batches) {
    yield batch;
    batch.lines.fill(-1);
    for (const column of batch.columns) {
      if (column.kind === 'text') column.codes.fill(0);
      else if (column.kind !== 'raw') {
        column.states.fill(CellState.VALUE);
        if (column.kind === 'id') column.hashes.fill(1);
        else column.values.fill(START + 12 * HOUR_MS);
      }
    }
  }
}

function counted(source: SourcePlan, batches: Iterable<Batch>): unknown {
  const counters = source.channels.map((channel) => new ChannelCounter(channel, source, null, null));
  const untaken = new UntakenRows(source, 1);
  for (const batch of batches) {
    untaken.add(batch);
    for (const counter of counters) counter.add(batch);
  }
  return { channels: counters.map((counter) => counter.finish(1)), untaken: untaken.counts };
}

const hour = fc.option(fc.integer({ min: 0, max: 2000 }));
const row: fc.Arbitrary<Row> = fc.record({
  topic: fc.constantFrom('mail', 'chat', 'spam', ''),
  opened: hour,
  replied: fc.option(fc.integer({ min: 2000, max: 2010 })),
  region: fc.constantFrom('North', 'South', 'en', ''),
  language: fc.constantFrom('en', 'no', ''),
  ticket: fc.option(fc.nat(12)),
  customer: fc.option(fc.nat(5)),
});

describe('batches that are lent', () => {
  it.each(['each', 'error', 'latest', 'all'])('count like batches that are kept (repeats: %s)', (repeats) => {
    const source = sourceOf(repeats);
    const one = { words: [...WORDS, 'spam'] };
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const expected = counted(source, [...kept(source, rows, [one])]);
        expect(counted(source, lent(kept(source, rows, [one])))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('count the same whichever dictionaries take turns', () => {
    const source = sourceOf('each');
    const one = { words: [...WORDS, 'spam'] };
    const other = { words: ['spam', ...WORDS].reverse() };
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const expected = counted(source, kept(source, rows, [one]));
        const found = counted(source, lent(kept(source, rows, [one, other])));
        // All words of a dictionary are there to be named, whichever it is: these are the same.
        expect(found).toEqual(rows.length > 0 ? expected : found);
      }),
      { numRuns: 40 },
    );
  });
});

describe('how far the rows of a source go', () => {
  it('is what sorting all its moments says', () => {
    const source = sourceOf('each');
    const [first] = source.beginnings;
    const name = (index: number): string => source.columns[index]?.name ?? '';
    expect([first === undefined ? '' : name(first), source.events.map(name)]).toEqual([
      'opened',
      ['opened', 'replied'],
    ]);
    const cell = fc.option(fc.record({ hour: fc.nat(300), isDay: fc.boolean() }), { freq: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const finder = new HorizonFinder(source);
        for (let from = 0; from < rows.length; from += size)
          finder.add(momentsOf(source, rows.slice(from, from + size)));
        expect(finder.horizon).toEqual(horizonOf(rows));
      }),
    );
  });
});

type Moment = { readonly hour: number; readonly isDay: boolean } | null;

function momentsOf(source: SourcePlan, rows: readonly (readonly [Moment, Moment])[]): Batch {
  const columns = source.columns.map(({ name }): Column => {
    const cells = rows.map(([opened, replied]) => (name === 'opened' ? opened : replied));
    return {
      kind: 'moment',
      values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : firstInstant(cell))),
      states: Uint8Array.from(cells, (cell) =>
        cell === null ? CellState.BLANK : cell.isDay ? CellState.DATE : CellState.VALUE,
      ),
      unreadable: new Map(),
    };
  });
  return { file: 0, rows: rows.length, lines: new Float64Array(rows.length), columns, broken: [] };
}

function firstInstant({ hour: at, isDay }: NonNullable<Moment>): number {
  return START + (isDay ? Math.floor(at / 24) * 24 : at) * HOUR_MS;
}

/** A date means its end. */
function horizonOf(rows: readonly (readonly [Moment, Moment])[]): Horizon {
  const last = (cell: Moment): readonly number[] =>
    cell === null ? [] : [firstInstant(cell) + (cell.isDay ? 24 * HOUR_MS - 1 : 0)];
  const events = rows
    .flat()
    .flatMap(last)
    .sort((a, b) => b - a);
  const starts = rows.flatMap(([opened]) => last(opened)).sort((a, b) => b - a);
  return { event: events[0] ?? null, before: events[1] ?? null, at: starts[0] ?? null };
}
