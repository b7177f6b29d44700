import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engines } from '../../src/engines/index.ts';
import { ChannelCounter } from '../../src/engines/local/channel-counter.ts';
import { openSource } from '../../src/ingest/index.ts';
import { loadDeclaration } from '../../src/load.ts';
import type { Batch } from '../../src/model/batch.ts';
import type { GapReport, PeriodReport, SourceReport } from '../../src/model/report.ts';
import type { ChannelTally } from '../../src/model/tally.ts';
import { planOf } from '../../src/plan/index.ts';
import { gapReport } from '../../src/report-of.ts';
import { auditedIn } from '../audited.ts';
import { built } from '../cli/binary.ts';
import { folder } from '../cli/folder.ts';

// ---------------------------------------------------------------------------------------------------------------------
// A story with everything in it that depends on more than one row.

const HEADER = 'Case,Customer,Opened,Replied,Promised,Done,Held,Updated,Status,Region,Score';

interface Row {
  readonly number: number;
  readonly case: number;
  readonly customer: string;
  readonly day: number;
  readonly hour: number;
  readonly wait: number | null;
  readonly promised: number | null;
  readonly done: number | null;
  readonly held: string;
  readonly status: string;
  readonly score: string;
}

const row: fc.Arbitrary<Omit<Row, 'number'>> = fc.record({
  case: fc.integer({ min: 0, max: 9 }),
  customer: fc.constantFrom('a', 'b', 'c', ''),
  day: fc.integer({ min: -1, max: 45 }),
  hour: fc.integer({ min: 0, max: 23 }),
  wait: fc.option(fc.integer({ min: -1, max: 50 }), { nil: null }),
  promised: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
  done: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }),
  held: fc.constantFrom('', '1h', '2h', 'x'),
  status: fc.constantFrom('open', 'Solved', 'spam', ''),
  score: fc.constantFrom('1', '2', '3', '4', '5', '', '?'),
});
const rows = fc
  .array(row, { minLength: 1, maxLength: 40 })
  .map((list) => list.map((one, number): Row => ({ ...one, number })));

const FIRST = Date.UTC(2026, 2, 1);
const instant = (hours: number): string => new Date(FIRST + hours * 3_600_000).toISOString().slice(0, 16).concat('Z');
const date = (day: number): string => instant(day * 24).slice(0, 10);

/** Customer and region are the case's, so that it does not matter which row of it comes first. */
function line(one: Row): string {
  const at = one.day * 24 + one.hour;
  return [
    `K${one.case}`,
    ['a', 'b', 'c', '', 'a', 'b'][one.case % 6] ?? '',
    one.day < 0 ? '' : instant(at),
    one.wait === null ? '' : instant(at + one.wait),
    one.promised === null ? '' : date(one.day + one.promised),
    one.done === null ? '' : date(one.day + one.done),
    one.held,
    instant(one.number),
    one.status,
    ['north', 'North', 'south', '', 'SOUTH'][one.case % 5] ?? '',
    one.score,
  ].join(',');
}

function csv(list: readonly Row[]): string {
  return `${[HEADER, ...list.map(line)].join('\n')}\n`;
}

type Repeats = 'each' | 'latest' | 'all';

function promises(repeats: Repeats, more: readonly string[] = []): string {
  return [
    'saydo: 1',
    'brand: B',
    'timezone: Europe/Oslo',
    ...more,
    'channels:',
    '  one:',
    '    source: rows-*.csv',
    '    at: Opened',
    '    case: Case',
    '    customer: Customer',
    '    tolerate: 100%',
    `    repeats: ${repeats}`,
    ...(repeats === 'latest' ? ['    updated: Updated'] : []),
    '    segments: [Region]',
    '    where: { Status: { not: spam } }',
    '    except: [{ from: 2026-03-10, to: 2026-03-11, reason: r }]',
    '  two: { extends: one, where: { Status: spam }, except: null }',
    'promises:',
    '  quick:',
    '    says: We answer.',
    '    kept_when: { Replied: { within: 24h, minus: Held } }',
    '    target: 60%',
    '    period: week',
    '    remedy: { text: A voucher, cost: 10 EUR, per: customer }',
    '    channels: [one, two]',
    '  on-time:',
    '    says: We deliver.',
    '    kept_when: { any: [{ Done: { by: Promised, grace: 1d } }, { Score: at least 5 }] }',
    '    where: { Score: { not: [3] } }',
    '    target: 60%',
    '    every: [Region]',
    '    period: day',
    '    channels: [one]',
  ].join('\n');
}

/** A promise of every other kind of measure, over the same rows. */
function levels(kind: Repeats): string {
  const measures = [
    ['median: { from: Opened, to: Replied, minus: Held }', 'at most 24h'],
    ['mean: Tenths', 'at least 0'],
    ['sum: Tenths', 'at least 0'],
    ['max: Held', 'at most 1h'],
    ['count: { Score: at least 4 }', 'at least 1'],
    ['rate: { of: { Score: 5 }, per: 100 }', 'at most 20'],
    ['distinct: Customer', 'at least 2'],
    ['nps: Score', 'at least 0'],
    ['difference: { of: Tenths, from: Score }', 'at least 0'],
    ['ratio: { of: { channel: two }, to: { channel: one }, per: 1000 }', 'at most 100'],
  ];
  const columns = 'Tenths: { column: Score, map: { "1": "0.1", "2": "0.2", "3": "1e15", "4": "-1e15" } }';
  return [
    ...promises(kind).split('\npromises:').slice(0, 1),
    'promises:',
    ...measures.flatMap(([measure = '', target], index) => [
      `  m${index}:`,
      `    { says: We do., ${measure}, target: ${target}, where: { Status: { not: open } }, channels: [one] }`,
    ]),
  ]
    .join('\n')
    .replace('    case: Case', `    case: Case\n    columns: { ${columns} }`);
}

const repeats = fc.constantFrom<Repeats>('each', 'latest', 'all');
const extras = fc.constantFrom<readonly string[]>(
  [],
  ['window: { from: 2026-03-05, to: 2026-03-31 }'],
  ['window: { last: 20d }'],
  ['window: { last: week }'],
  ['as_of: 2026-03-20'],
  ['as_of: 2026-03-20', 'window: { from: 2026-03-02 }'],
);

/** The report without what tells one file from another. */
function withoutFiles(report: GapReport): unknown {
  const sums = new Map<string, Record<string, number>>();
  for (const source of report.sources) {
    const sum = sums.get(source.channel) ?? {};
    for (const part of ['rows', ...PARTS] as const) sum[part] = (sum[part] ?? 0) + source[part];
    sums.set(source.channel, sum);
  }
  // These name the file.
  const findings = report.findings.filter(({ code }) => code !== 'rows-not-taken');
  return { ...report, findings, sources: Object.fromEntries(sums) };
}

const PARTS = [
  'entered',
  'outside_window',
  'excepted',
  'filtered',
  'repeated',
  'undated',
  'unreadable',
] as const satisfies readonly (keyof SourceReport)[];

type Part = Pick<PeriodReport, 'kept' | 'missed' | 'pending' | 'cases'>;

function expectIdentities(report: GapReport): void {
  for (const source of report.sources) {
    expect(source.rows).toBe(PARTS.reduce((sum, part) => sum + source[part], 0));
  }
  for (const cell of report.promises.flatMap(({ channels }) => channels)) {
    const { cases, kept, missed, pending, excluded, unreadable, filtered, occasions } = cell;
    expect(occasions).toBe(cases + pending + excluded + unreadable + filtered);
    expect(cases).toBe((kept ?? 0) + (missed ?? 0));
    const entered = report.sources
      .filter(({ channel }) => channel === cell.channel)
      .reduce((sum, source) => sum + source.entered, 0);
    expect(occasions).toBe(entered);
    const total = (list: readonly Part[]): readonly number[] => [
      list.reduce((sum, part) => sum + (part.kept ?? 0), 0),
      list.reduce((sum, part) => sum + (part.missed ?? 0), 0),
      list.reduce((sum, part) => sum + part.pending, 0),
      list.reduce((sum, part) => sum + part.cases, 0),
    ];
    const whole = total([cell]);
    if (cell.occasions > 0) expect(total(cell.periods)).toEqual(whole);
    for (const by of new Set(cell.segments.map((segment) => segment.by))) {
      expect(total(cell.segments.filter((segment) => segment.by === by))).toEqual(whole);
    }
    expect(cell.value).toBe(cases === 0 ? null : (kept ?? 0) / cases);
    expect(cell.value_if_pending_missed).toBe(cases + pending === 0 ? null : (kept ?? 0) / (cases + pending));
    const { customers } = cell;
    if (customers !== null) {
      expect(customers.let_down).toBeLessThanOrEqual(customers.affected);
      expect(customers.let_down_again).toBeLessThanOrEqual(customers.let_down);
      expect(customers.let_down + customers.let_down_again).toBeLessThanOrEqual(missed ?? 0);
    }
  }
  expectPlain(report);
}

/** No NaN, no infinity, no -0 anywhere: JSON could not bear them. */
function expectPlain(value: unknown): void {
  if (typeof value === 'number') {
    expect(Number.isFinite(value)).toBe(true);
    expect(Object.is(value, -0)).toBe(false);
  } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) expectPlain(part);
}

describe('what must not change the report', () => {
  it('the order of rows, the seams of files and batches; and the identities hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows.chain((list) =>
          fc.record({
            list: fc.constant(list),
            shuffled: fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
            cuts: fc.array(fc.integer({ min: 0, max: list.length }), { maxLength: 3 }),
            batchRows: fc.integer({ min: 1, max: 9 }),
          }),
        ),
        repeats,
        extras,
        async ({ list, shuffled, cuts, batchRows }, kind, more) => {
          const file = promises(kind, more);
          const root = folder({
            'promises.yaml': file,
            'rows-1.csv': csv(list),
            'shuffled/promises.yaml': file,
            'shuffled/rows-1.csv': csv(shuffled),
            'split/promises.yaml': file,
            ...Object.fromEntries(parts(list, cuts).map((part, index) => [`split/rows-${index + 1}.csv`, csv(part)])),
          });
          const failed = (): null => null;
          const report = await auditedIn(root).catch(failed);
          const batched = await auditedIn(root, { batchRows }).catch(failed);
          expect(batched).toEqual(report);
          const other = await auditedIn(join(root, 'shuffled')).catch(failed);
          const split = await auditedIn(join(root, 'split')).catch(failed);
          if (report === null) {
            // `last` with nothing dated: the same refusal everywhere.
            expect([other, split]).toEqual([null, null]);
            return;
          }
          expectIdentities(report);
          expect(other === null ? null : withoutFiles(other)).toEqual(withoutFiles(report));
          expect(split === null ? null : withoutFiles(split)).toEqual(withoutFiles(report));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('nor the figure of any measure, to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows.chain((list) =>
          fc.record({
            list: fc.constant(list),
            shuffled: fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
            cuts: fc.array(fc.integer({ min: 0, max: list.length }), { maxLength: 3 }),
            batchRows: fc.integer({ min: 1, max: 9 }),
          }),
        ),
        repeats,
        async ({ list, shuffled, cuts, batchRows }, kind) => {
          const file = levels(kind);
          const root = folder({
            'promises.yaml': file,
            'rows-1.csv': csv(list),
            'shuffled/promises.yaml': file,
            'shuffled/rows-1.csv': csv(shuffled),
            'split/promises.yaml': file,
            ...Object.fromEntries(parts(list, cuts).map((part, index) => [`split/rows-${index + 1}.csv`, csv(part)])),
          });
          const report = await auditedIn(root);
          expectPlain(report);
          expect(await auditedIn(root, { batchRows })).toEqual(report);
          expect(withoutFiles(await auditedIn(join(root, 'split')))).toEqual(withoutFiles(report));
          // Of a case the first cell that is not blank counts: there the order of rows means something.
          if (kind === 'all') return;
          expect(withoutFiles(await auditedIn(join(root, 'shuffled')))).toEqual(withoutFiles(report));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('one promise asked for alone', async () => {
    await fc.assert(
      fc.asyncProperty(rows, repeats, extras, async (list, kind, more) => {
        const root = folder({ 'promises.yaml': promises(kind, more), 'rows-1.csv': csv(list) });
        const whole = await auditedIn(root).catch(() => null);
        const alone = await auditedIn(root, { promises: ['quick'], channels: ['one'] }).catch(() => null);
        expect(alone?.promises[0]?.channels[0]?.kept).toBe(whole?.promises[0]?.channels[0]?.kept);
        // But for the split by segment and the periods that nothing began in, the cell is the same one.
        const bare = (report: GapReport | null): unknown => {
          const cell = report?.promises[0]?.channels[0];
          if (cell === undefined) return null;
          const periods = cell.periods.flatMap(({ kept, missed, pending }) =>
            (kept ?? 0) + (missed ?? 0) + pending > 0 ? [[kept, missed, pending]] : [],
          );
          return { ...cell, periods, segments: [] };
        };
        expect(bare(alone)).toEqual(bare(whole));
      }),
      { numRuns: 20 },
    );
  });

  it('the same audit twice', async () => {
    await fc.assert(
      fc.asyncProperty(rows, repeats, async (list, kind) => {
        const root = folder({ 'promises.yaml': promises(kind), 'rows-1.csv': csv(list) });
        expect(JSON.stringify(await auditedIn(root))).toBe(JSON.stringify(await auditedIn(root)));
      }),
      { numRuns: 10 },
    );
  });
});

function parts(list: readonly Row[], cuts: readonly number[]): readonly (readonly Row[])[] {
  const ends = [...cuts].sort((a, b) => a - b);
  return [0, ...ends].map((from, index) => list.slice(from, ends[index] ?? list.length));
}

describe('latest, without updated', () => {
  it('keeps the last in reading order, files in natural order', async () => {
    const root = folder({
      'promises.yaml': [
        'saydo: 1',
        'brand: B',
        'channels:',
        '  c: { source: rows-*.csv, at: A, case: C, repeats: latest, segments: [S] }',
        'promises:',
        '  p: { says: P., kept_when: { S: present }, target: 50%, channels: [c] }',
      ].join('\n'),
      'rows-2.csv': 'C,A,S\n1,2026-03-01,second\n',
      'rows-10.csv': 'C,A,S\n1,2026-03-01,tenth\n,2026-03-01,blank one\n,2026-03-01,blank two\n',
      'rows-1.csv': 'C,A,S\n1,2026-03-09,first\n',
    });
    const report = await auditedIn(root);
    expect(report.promises[0]?.channels[0]?.segments.map(({ is }) => is)).toEqual(['blank one', 'blank two', 'tenth']);
    expect(report.sources.map(({ file, entered, repeated }) => [file, entered, repeated])).toEqual([
      ['rows-1.csv', 0, 1],
      ['rows-2.csv', 0, 1],
      ['rows-10.csv', 3, 0],
    ]);
  });

  it('of equally new ones the last in reading order, also across files', async () => {
    const root = folder({
      'promises.yaml': [
        'saydo: 1',
        'brand: B',
        'channels:',
        '  c: { source: rows-*.csv, at: A, case: C, repeats: latest, updated: U, segments: [S] }',
        'promises:',
        '  p: { says: P., kept_when: { S: present }, target: 50%, channels: [c] }',
      ].join('\n'),
      'rows-1.csv': 'C,A,S,U\n1,2026-03-01,one,2026-03-05\n1,2026-03-01,two,2026-03-05\n2,2026-03-01,new,2026-03-06\n',
      'rows-2.csv': 'C,A,S,U\n1,2026-03-01,three,2026-03-05\n2,2026-03-01,old,2026-03-05\n2,2026-03-01,none,\n',
    });
    const report = await auditedIn(root);
    expect(report.promises[0]?.channels[0]?.segments.map(({ is }) => is)).toEqual(['new', 'three']);
  });
});

describe('ChannelCounter.absorb', () => {
  it('gives the same in any split of the batches, however they are merged', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        repeats,
        extras.filter((more) => !more.some((text) => text.includes('last'))),
        fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
        fc.integer({ min: 1, max: 6 }),
        async (list, kind, more, sizes, batchRows) => {
          const half = Math.ceil(list.length / 2);
          const workingDirectory = folder({
            'promises.yaml': promises(kind, more),
            'rows-1.csv': csv(list.slice(0, half)),
            'rows-2.csv': csv(list.slice(half)),
          });
          const context = {
            file: 'promises.yaml',
            env: {},
            workingDirectory,
            stdin: null,
            hashes: false,
            redact: false,
            onProgress: null,
            signal: null,
          };
          const declaration = await loadDeclaration(context);
          const asOf = declaration.asOf?.instant ?? null;
          const plan = planOf(declaration, { selected: declaration, asOf, window: declaration.window });
          const window =
            plan.window?.kind === 'days' ? { from: plan.window.from ?? -1e6, to: plan.window.to ?? 1e6 } : null;
          const result = await engines.local.tally(plan, window, context);
          const [source] = plan.sources;
          if (source === undefined) throw new Error('no source');
          const reading = await openSource(source, { directory: plan.directory, ...context, batchRows });
          const batches: Batch[] = [];
          for await (const batch of reading.batches()) batches.push(batch);
          await reading.close();

          const merged = (): readonly ChannelTally[] =>
            source.channels.map((channel) => {
              const counters: ChannelCounter[] = [];
              let left = [...batches];
              while (left.length > 0) {
                const size = sizes.next().value;
                const counter = new ChannelCounter(channel, source, window, plan.asOf);
                for (const batch of left.slice(0, size)) counter.add(batch);
                left = left.slice(size);
                counters.push(counter);
              }
              // Neighbours first, wherever: merging is associative.
              while (counters.length > 1) {
                const at = sizes.next().value % (counters.length - 1);
                const [later] = counters.splice(at + 1, 1);
                if (later !== undefined) counters[at]?.absorb(later);
              }
              const whole = counters[0] ?? new ChannelCounter(channel, source, window, plan.asOf);
              return whole.finish(2);
            });
          const again = {
            ...result,
            sources: result.sources.map((tally) => ({ ...tally, channels: merged() })),
          };
          const input = { declaration, plan, window, redact: false };
          expect(gapReport({ ...input, result: again })).toEqual(gapReport({ ...input, result }));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the machine that it runs on', () => {
  it('gives the same bytes under any TZ and LANG', () => {
    const list = Array.from({ length: 40 }, (_, number): Row => {
      const value = (number * 7919) % 97;
      return {
        number,
        case: number,
        customer: '',
        day: value % 40,
        hour: value % 24,
        wait: value % 5 === 0 ? null : value % 40,
        promised: value % 4,
        done: value % 7 === 0 ? null : value % 6,
        held: value % 3 === 0 ? '1h' : '',
        status: ['open', 'Solved', 'spam', ''][value % 4] ?? '',
        score: String(value % 6),
      };
    });
    const root = folder({ 'promises.yaml': promises('latest'), 'rows-1.csv': csv(list) });
    const home = built();
    const bytes = (TZ: string, LANG: string): string => {
      const { stdout, status, stderr } = spawnSync(
        process.execPath,
        [join(home, 'bin', 'saydo.js'), 'audit', '--format', 'json'],
        { cwd: root, encoding: 'utf8', env: { ...process.env, TZ, LANG, LC_ALL: LANG } },
      );
      expect(status, stderr).toBe(0);
      return stdout;
    };
    const first = bytes('UTC', 'C');
    expect(first).toContain('"kept"');
    expect(bytes('Pacific/Apia', 'tr_TR.UTF-8')).toBe(first);
    expect(bytes('America/St_Johns', 'sv_SE.UTF-8')).toBe(first);
  });
});
