import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Audited, audit } from '../../src/audit.ts';
import type { CellPage } from '../../src/model/page.ts';
import type { CellReport, SegmentReport } from '../../src/model/report.ts';
import { built, plainEnv } from '../cli/binary.ts';
import { folder } from '../cli/folder.ts';

// ---------------------------------------------------------------------------------------------------------------------
// Exports over the night in which Oslo's clocks go forward, 29 March 2026, and the one in which they go back.

interface Row {
  readonly case: number;
  /** Hours since FIRST; a date where `isDate`; null: blank. */
  readonly at: number | null;
  readonly isDate: boolean;
  readonly wait: number | null;
  readonly region: string;
  readonly who: string;
  readonly score: string;
}

const FIRST = { spring: Date.UTC(2026, 2, 27), autumn: Date.UTC(2026, 9, 23) };
type Season = keyof typeof FIRST;
const ZONE = 'Europe/Oslo';
const HOUR = 3_600_000;

const row: fc.Arbitrary<Row> = fc.record({
  case: fc.integer({ min: 0, max: 19 }),
  // Many around the change, which is at hour 49, so that hours hold several.
  at: fc.option(fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 47, max: 51 })), { nil: null, freq: 12 }),
  isDate: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
  wait: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
  region: fc.constantFrom('north', 'North', 'south', ''),
  who: fc.constantFrom('ann', 'bob', 'cid', 'dan', ''),
  score: fc.constantFrom('1', '3', '5', ''),
});
const rows = fc.array(row, { minLength: 1, maxLength: 60 });

const HEADER = 'Case,Opened,Replied,Region,Who,Both,Score,Of,Updated';

/** `Both` is the region and the customer in one word, blank where there is no customer. */
function line({ case: id, at, isDate, wait, region, who, score }: Row, number: number, season: Season): string {
  const text = (hours: number): string => new Date(FIRST[season] + hours * HOUR).toISOString().slice(0, 16).concat('Z');
  return [
    `K${id}`,
    at === null ? '' : isDate ? text(at).slice(0, 10) : text(at),
    at === null || wait === null ? '' : text(at + wait),
    region,
    who,
    who === '' ? '' : `${region}/${who}`,
    score,
    score === '' ? '' : '7',
    text(200 + number),
  ].join(',');
}

/** The rows in one file or in several, cut where the sizes say. */
function files(list: readonly Row[], season: Season, sizes: readonly number[]): Record<string, string> {
  const lines = list.map((one, number) => line(one, number, season));
  const cut = [...sizes, lines.length].reduce<{ readonly from: number; readonly parts: readonly string[][] }>(
    ({ from, parts }, size) => ({ from: from + size, parts: [...parts, lines.slice(from, from + size)] }),
    { from: 0, parts: [] },
  );
  return Object.fromEntries(
    cut.parts.map((part, index) => [`rows-${index + 1}.csv`, [HEADER, ...part, ''].join('\n')]),
  );
}

type Repeats = 'each' | 'latest' | 'all';

const MEASURES: readonly (readonly [string, string])[] = [
  ['kept_when: { Replied: { within: 12h } }', '60%'],
  // Not yet answered holds until it does not; where the score is blank it is excluded then.
  ['kept_when: { all: [{ not: { Replied: { within: 12h } } }, { Score: at least 2 }] }', '60%'],
  ['median: { to: Replied }', 'at most 12h'],
  ['mean: { to: Replied }', 'at most 12h'],
  ['sum: Score', 'at least 3'],
  ['count: { Score: at least 3 }', 'at least 1'],
  ['rate: { of: { Score: 5 }, per: 100 }', 'at most 20'],
  ['distinct: Region', 'at least 2'],
  ['nps: Score', 'at least 0'],
  ['tally: { kept: Score, of: Of }', '50%'],
  ['ratio: { of: { channel: two }, to: { channel: one }, per: 100 }', 'at most 50'],
];

function promises(repeats: Repeats, segments: string, more: readonly string[] = []): string {
  return [
    'saydo: 1',
    'brand: B',
    `timezone: ${ZONE}`,
    ...more,
    'channels:',
    `  one: { source: rows-*.csv, at: Opened, case: Case, customer: Who, tolerate: 100%, repeats: ${repeats},`,
    `    ${repeats === 'latest' ? 'updated: Updated, ' : ''}segments: [${segments}] }`,
    '  two: { extends: one, where: { Score: 5 } }',
    '  none: { note: no export yet }',
    'promises:',
    ...MEASURES.flatMap(([measure, target], index) => [
      `  m${index}:`,
      `    { says: We do., ${measure}, target: ${target}, min_cases: 2, where: { Region: { not: west } },`,
      `      remedy: { text: "A voucher ${index}" }, channels: { one: null, none: { remedy: { text: None } } } }`,
    ]),
  ].join('\n');
}

const repeats = fc.constantFrom<Repeats>('each', 'latest', 'all');
const season = fc.constantFrom<Season>('spring', 'autumn');
const extras = fc.constantFrom<readonly string[]>(
  [],
  ['window: { from: 2026-03-28, to: 2026-03-30 }'],
  ['as_of: 2026-03-30T12:00Z'],
  ['as_of: 2026-10-26T12:00Z', 'window: { from: 2026-10-24 }'],
);

async function auditedWith(yaml: string, exports: Record<string, string>, page = true): Promise<Audited> {
  return audit({ file: 'promises.yaml', workingDirectory: folder({ ...exports, 'promises.yaml': yaml }), page });
}

const cellsOf = ({ report }: Audited): readonly CellReport[] => report.promises.flatMap(({ channels }) => channels);

/** Rows of a case agree, so that it does not matter which of them tells of it. */
function agreeing(list: readonly Row[]): readonly Row[] {
  return list.map((one) => ({
    ...one,
    region: ['north', 'North', 'south', ''][one.case % 4] ?? '',
    who: ['ann', 'bob', 'cid', '', 'dan'][one.case % 5] ?? '',
  }));
}

/** `Mon 09` of a day and an hour. */
const blockOf = ({ day, hour }: { readonly day: number; readonly hour: number }): string =>
  `${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][day]} ${String(hour).padStart(2, '0')}`;

type Shown = Pick<SegmentReport, 'is' | 'value' | 'cases' | 'kept' | 'missed' | 'pending' | 'verdict'>;
const shown = ({ is, value, cases, kept, missed, pending, verdict }: Shown): Shown => {
  return { is, value, cases, kept, missed, pending, verdict };
};
const byName = (a: Shown, b: Shown): number => (a.is < b.is ? -1 : 1);

describe('the page of a cell', () => {
  it('has the hours that a segment of them would have, and as many customers as segments by customer', async () => {
    await fc.assert(
      fc.asyncProperty(rows, season, repeats, extras, async (list, when, kind, more) => {
        const told = kind === 'all' ? agreeing(list) : list;
        const yaml = promises(kind, 'Region, Both, hour_of_week', more);
        const found = await auditedWith(yaml, files(told, when, [20]));
        const cells = cellsOf(found);
        expect(found.page).toHaveLength(cells.length);
        for (const [index, cell] of cells.entries()) {
          const page = found.page[index];
          const name = `m${Math.floor(index / 2)}`;
          if (cell.channel === 'none') {
            expect(page).toEqual({ promise: name, channel: 'none', hours: [], customers: null, remedy: 'None' });
            continue;
          }
          expect(page).toMatchObject({ promise: name, channel: 'one', remedy: `A voucher ${Math.floor(index / 2)}` });
          const hours = (page?.hours ?? []).map((hour) => shown({ is: blockOf(hour), ...hour }));
          const blocks = cell.segments.filter(({ by, is }) => by === 'hour_of_week' && is !== '(blank)');
          expect(hours.toSorted(byName)).toEqual(blocks.map(shown).toSorted(byName));
          expectCustomers(cell, page);
        }
      }),
      { numRuns: 25 },
    );
  });

  function expectCustomers({ measure, segments }: CellReport, page: CellPage | undefined): void {
    if (measure === 'tally') {
      expect(page?.customers).toBe(null);
      return;
    }
    expect(page?.customers?.map(({ by, is }) => [by, is])).toEqual(segments.map(({ by, is }) => [by, is]));
    const pairs = segments.filter(({ by, is }) => by === 'Both' && is !== '(blank)').map(({ is }) => is.toLowerCase());
    for (const { by, is, customers } of page?.customers ?? []) {
      if (by === 'Both') expect(customers).toBe(is === '(blank)' ? 0 : 1);
      if (by !== 'Region') continue;
      const region = is === '(blank)' ? '/' : `${is.toLowerCase()}/`;
      expect(customers).toBe(pairs.filter((pair) => pair.startsWith(region)).length);
    }
  }

  it('counts what a reader of the raw rows counts, by the clock on the wall', async () => {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: ZONE,
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    const wall = (instant: number): string => clock.format(instant).replace(', ', ' ');
    await fc.assert(
      fc.asyncProperty(rows, season, fc.integer({ min: 0, max: 120 }), async (list, when, hours) => {
        const asOf = FIRST[when] + hours * HOUR;
        const more = [`as_of: ${new Date(asOf).toISOString()}`];
        const { page } = await auditedWith(promises('each', 'Region', more), files(list, when, []));
        const counts = new Map<string, { kept: number; missed: number; pending: number }>();
        const customers = new Map<string, Set<string>>();
        for (const { at, isDate, wait, region, who } of list) {
          if (at === null || isDate) continue;
          const opened = FIRST[when] + at * HOUR;
          if (opened > asOf) continue;
          // What comes after as_of has not come.
          const replied = wait === null || opened + wait * HOUR > asOf ? null : wait;
          const isMissed = replied === null ? opened + 12 * HOUR <= asOf : replied > 12;
          const part = isMissed ? 'missed' : replied === null ? 'pending' : 'kept';
          const block = counts.get(wall(opened)) ?? { kept: 0, missed: 0, pending: 0 };
          block[part] += 1;
          counts.set(wall(opened), block);
          const label = region === '' ? '(blank)' : region.toLowerCase();
          const known = customers.get(label) ?? new Set();
          customers.set(label, who === '' ? known : known.add(who));
        }
        const [first] = page;
        const told = first?.hours.map((one) => {
          const { kept, missed, pending } = one;
          return [blockOf(one), { kept, missed, pending }];
        });
        expect(Object.fromEntries(told ?? [])).toEqual(Object.fromEntries(counts));
        const named = first?.customers?.map(({ is, customers: number }) => [is.toLowerCase(), number]);
        const sizes = [...customers].map(([label, known]) => [label, known.size]);
        expect(Object.fromEntries(named ?? [])).toEqual(Object.fromEntries(sizes));
      }),
      { numRuns: 25 },
    );
  });

  it('does not depend on how the files are cut, and changes nothing in the report', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        season,
        repeats,
        extras,
        fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 4 }),
        async (list, when, kind, more, sizes) => {
          const told = kind === 'all' ? agreeing(list) : list;
          const yaml = promises(kind, 'Region', more);
          const whole = await auditedWith(yaml, files(told, when, []));
          const plain = await auditedWith(yaml, files(told, when, []), false);
          expect(plain.page).toEqual([]);
          expect(JSON.stringify([whole.report, whole.findings])).toBe(JSON.stringify([plain.report, plain.findings]));
          expect((await auditedWith(yaml, files(told, when, sizes))).page).toEqual(whole.page);
        },
      ),
      { numRuns: 15 },
    );
  });

  it.each<Repeats>(['each', 'all'])('knows who waits for what will be excluded (repeats: %s)', async (kind) => {
    const silent = { isDate: false, wait: null, score: '' };
    const list = [
      { ...silent, case: 1, at: 90, region: 'north', who: 'ann' },
      // Due at hour 82: excluded long before the last event, at hour 101.
      { ...silent, case: 2, at: 70, region: 'north', who: 'bob' },
      { ...silent, case: 3, at: 92, region: 'south', who: 'cid' },
      { ...silent, case: 4, at: 100, region: 'south', who: 'dan', wait: 1, score: '5' },
    ];
    for (const sizes of [[], [2], [1, 1, 1]]) {
      const { report, page } = await auditedWith(promises(kind, 'Region'), files(list, 'spring', sizes));
      expect(report.promises[1]?.channels[0]).toMatchObject({ cases: 1, pending: 2, excluded: 1 });
      const customers = page[2]?.customers?.map(({ is, customers: number }) => [is, number]);
      expect(Object.fromEntries(customers ?? [])).toEqual({ north: 1, south: 2 });
    }
  });

  it('crosses what every crosses', async () => {
    const { report, page } = await auditedWith(
      [
        'saydo: 1',
        'brand: B',
        'channels: { one: { source: rows.csv, customer: Who, segments: [Region, Kind] } }',
        'promises: { p: { says: P., kept_when: { Ok: yes }, target: 50%, every: [[Region, Kind]], channels: [one] } }',
      ].join('\n'),
      { 'rows.csv': 'Region,Kind,Who,Ok\nn,a,1,yes\nn,a,1,no\nn,a,2,yes\nn,b,1,yes\ns,b,3,no\ns,b,4,\n' },
    );
    const segments = report.promises[0]?.channels[0]?.segments.map(({ by, is }) => `${by}: ${is}`);
    expect(page[0]?.customers?.map(({ by, is }) => `${by}: ${is}`)).toEqual(segments);
    // The fourth customer's occasion is excluded: it is in no figure.
    const crossed = page[0]?.customers?.filter(({ by }) => by === 'Region x Kind');
    expect(Object.fromEntries(crossed?.map(({ is, customers }) => [is, customers]) ?? [])).toEqual({
      'n x a': 2,
      'n x b': 1,
      's x b': 1,
    });
    // Nothing says when they began.
    expect(page[0]?.hours).toEqual([]);
  });

  it('has no hours where every occasion begins on a date, and no customers where the channel names none', async () => {
    const { page } = await auditedWith(
      [
        'saydo: 1',
        'brand: B',
        'channels: { one: { source: rows.csv, at: Day, segments: [Kind] } }',
        'promises: { p: { says: P., kept_when: { Ok: yes }, target: 50%, channels: [one] } }',
      ].join('\n'),
      { 'rows.csv': 'Day,Kind,Ok\n2026-03-02,a,yes\n2026-03-03,b,no\n' },
    );
    expect(page).toEqual([{ promise: 'p', channel: 'one', hours: [], customers: null, remedy: null }]);
  });
});

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

describe('the example', () => {
  it('has the same report with a page and without', async () => {
    const request = { file: 'promises.example.yaml', workingDirectory: project };
    const [plain, paged] = [await audit(request), await audit({ ...request, page: true })];
    expect(JSON.stringify(paged.report)).toBe(JSON.stringify(plain.report));
    expect(paged.page.map(({ promise, channel }) => `${promise} ${channel}`)).toEqual(
      paged.report.promises.flatMap(({ id, channels }) => channels.map(({ channel }) => `${id} ${channel}`)),
    );
    expect(paged.page.filter(({ hours }) => hours.length > 0).length).toBeGreaterThan(3);
  });
});

describe('threads', () => {
  it('change nothing in a page, to the byte', () => {
    const opened = (index: number): string => new Date(Date.UTC(2026, 2, 1) + index * 20_000).toISOString();
    const csv = (from: number, count: number): string => {
      const lines = Array.from({ length: count }, (_, index) => {
        const turn = Math.imul(from + index, 0x9e3779b1) >>> 0;
        const replied = turn % 11 === 0 ? '' : opened(from + index + (turn % 900));
        return `T${turn % 90_000},${opened(from + index)},${replied},who-${turn % 5000},${['north', 'süd', ''][turn % 3]}`;
      });
      return ['ticket,opened,replied,who,region', ...lines, ''].join('\n');
    };
    const root = folder({
      'promises.yaml': [
        'saydo: 1',
        'brand: Threads',
        'timezone: Europe/Oslo',
        'channels:',
        '  desk: { source: desk.csv, at: opened, case: ticket, customer: who, segments: [region], repeats: all }',
        "  shop: { source: 'shop-*.csv', at: opened, customer: who, segments: [region] }",
        'promises:',
        '  quick: { says: Quick., kept_when: { replied: { within: 2h } }, target: 90%, channels: [desk, shop] }',
        '  half: { says: Half., median: { to: replied }, target: at most 2h, channels: [desk, shop] }',
        '  people: { says: Many., distinct: who, target: at least 10, channels: [desk, shop] }',
      ].join('\n'),
      'desk.csv': csv(0, 120_000),
      'shop-1.csv': csv(1, 90_000),
      'shop-2.csv': csv(100_000, 20_000),
    });
    const script = `
      const { audit } = await import(process.env.ROOT + '/dist/index.js');
      const pages = [];
      for (const threads of [1, 2, 3]) pages.push((await audit({ file: 'promises.yaml', threads, page: true })).page);
      const [one] = pages;
      console.log(JSON.stringify([pages.map((page) => JSON.stringify(page) === JSON.stringify(one)), one]));`;
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      env: { ...plainEnv, ROOT: built() },
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    const [same, page] = JSON.parse(ended.stdout);
    expect(same).toEqual([true, true, true]);
    expect(page).toHaveLength(6);
    expect(page[0].hours).toHaveLength(168);
    expect(page[0].customers).toHaveLength(3);
  }, 120_000);
});
