import { expect, test } from 'vitest';
import { momentsOf } from '../../../src/statistics/moments.ts';
import { differenceP } from '../../../src/statistics/two-proportions.ts';
import { welch } from '../../../src/statistics/welch.ts';
import { type Row, some, whyIn, whyOf } from './asked.ts';

const rows: readonly Row[] = [
  ...some(140, 31, { region: 'North', language: 'de' }),
  ...some(160, 12, { region: 'North', language: 'nb' }),
  ...some(150, 14, { region: 'South', language: 'de' }),
  ...some(130, 5, { region: '', language: 'nb' }),
];

/** Benjamini and Hochberg as the paper has it: the largest k of sorted p with p(k) <= k/m q, and all below it stand. */
function standing(ps: readonly number[], q: number): ReadonlySet<number> {
  const sorted = ps.toSorted((a, b) => a - b);
  const last = sorted.findLastIndex((p, index) => p <= ((index + 1) / sorted.length) * q);
  return new Set(sorted.slice(0, last + 1));
}

test('every row counts what the rows of the export come to, and is tested against all others', async () => {
  const found = await whyOf(rows);
  const kept = rows.filter((row) => row.kept).length;
  const keyOf: Readonly<Record<string, (row: Row) => string>> = {
    Region: ({ region }) => region || '(blank)',
    Language: ({ language }) => language,
    'Region x Language': ({ region, language }) => `${region || '(blank)'} x ${language}`,
    hour: ({ at }) => at.slice(11, 13),
    weekday: ({ at }) => dayOf(at),
    hour_of_week: ({ at }) => `${dayOf(at)} ${at.slice(11, 13)}`,
  };
  expect(found.splits.map(({ by }) => by)).toEqual(Object.keys(keyOf));
  for (const { by, rows: told } of found.splits) {
    for (const row of told) {
      const own = rows.filter((one) => keyOf[by]?.(one) === row.is);
      const ownKept = own.filter((one) => one.kept).length;
      expect(row).toMatchObject({ cases: own.length, kept: ownKept, missed: own.length - ownKept, pending: 0 });
      expect(row.excess).toBeCloseTo(own.length - ownKept - 0.1 * own.length, 9);
      const others = { kept: kept - ownKept, cases: rows.length - own.length };
      expect(row.p).toBe(differenceP({ kept: ownKept, cases: own.length }, others));
    }
  }
  // What no count of misses could make stand is no test.
  const canStand = ({ p, cases }: { readonly p: number | null; readonly cases: number }): boolean =>
    p !== null &&
    Array.from({ length: cases + 1 }, (_, own) => ({ kept: own, cases }))
      .filter((own) => own.kept <= kept && kept - own.kept <= rows.length - cases)
      .some((own) => (differenceP(own, { kept: kept - own.kept, cases: rows.length - cases }) ?? 1) <= 0.05);
  let tested = 0;
  for (const family of ['segment', 'pair', 'time']) {
    const all = found.splits.filter(({ kind }) => kind === family).flatMap(({ rows: told }) => told);
    const ps = all.flatMap((row) => (row.p !== null && canStand(row) ? [row.p] : []));
    const stand = standing(ps, 0.05);
    tested += ps.length;
    if (family === 'segment') expect(stand.size).toBeGreaterThan(0);
    for (const row of all) expect(row.stands).toBe(canStand(row) ? stand.has(row.p ?? 1) : null);
  }
  expect(found.tested).toBe(tested);
});

function dayOf(at: string): string {
  return ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date(`${at.slice(0, 10)}T00:00Z`).getUTCDay()] ?? '';
}

test('a level stands only where Welch and the spread of all values together say so', async () => {
  // Ten equal values have no spread of their own: by Welch alone they would be certain.
  const others = Array.from({ length: 200 }, (_, index) => (index % 10 < 6 ? 10 : 4));
  const lines = [
    ...others.map((score) => `many,${score}`),
    ...Array.from({ length: 10 }, () => 'ten,6'),
    ...Array.from({ length: 9 }, () => 'nine,1'),
  ];
  const found = await whyIn(['Team,Score', ...lines], ['mean: Score', 'target: at least 8'], ['segments: [Team]']);
  const row = (is: string) => found.splits[0]?.rows.find((one) => one.is === is);
  const test = welch(momentsOf(Array(10).fill(6)), momentsOf([...others, ...Array(9).fill(1)]), 0.95);
  expect(test?.p).toBeLessThan(1e-6);
  expect(row('ten')).toMatchObject({ excess: 20, stands: false });
  expect(row('ten')?.p).toBeGreaterThan(test?.p ?? 1);
  // Too few for a test, however bad.
  expect(row('nine')).toMatchObject({ excess: 63, p: null, stands: null });
  expect(found.summary[0]).toBe('7.256 in 219 cases, together 163 short of the target');
});

test('of a quantile, what is open counts once it has outlasted the target, and is pending before', async () => {
  const csv = [
    'At,Team,Done',
    '2026-01-05 08:00,A,2026-01-05 09:00',
    '2026-01-05 08:00,A,2026-01-05 14:00',
    '2026-01-05 08:00,B,',
    '2026-01-05 20:00,B,',
    '2026-01-05 23:00,B,2026-01-05 23:30',
  ];
  const promise = ['median: { from: At, to: Done }', 'target: at most 5h'];
  const found = await whyIn(csv, promise, ['segments: [Team]']);
  // 14:00 less 08:00 is over; of the open ones 15 h 30 min are, 3 h 30 min may still end in time.
  expect(found).toMatchObject({ cases: 4, kept: 2, missed: 2, pending: 1, allowed: 2, excess: 0 });
  expect(
    found.splits[0]?.rows.map(({ is, cases, missed, pending, excess }) => [is, cases, missed, pending, excess]),
  ).toEqual([
    ['A', 2, 1, 0, 0],
    ['B', 2, 1, 1, 0],
  ]);
  expect(found.summary[0]).toBe('2 of 4 over 5 h (50%), where the target allows 2: just as many');
});

test('the change is that of the last two settled periods, split without a rest', async () => {
  const told = [
    ...some(300, 30, { region: 'North', language: 'nb', month: '2026-01' }),
    ...some(100, 30, { region: 'South', language: 'nb', month: '2026-01' }),
    ...some(200, 20, { region: 'North', language: 'nb', month: '2026-02' }),
    ...some(200, 90, { region: 'South', language: 'nb', month: '2026-02' }),
  ];
  const { change } = await whyOf(told, { from: '2026-01-01', to: '2026-02-28' });
  expect(change?.before).toMatchObject({ from: '2026-01-01', to: '2026-01-31', cases: 400, value: 0.85 });
  expect(change?.after).toMatchObject({ from: '2026-02-01', to: '2026-02-28', cases: 400, value: 0.725 });
  expect(change?.beyond_chance).toBe(true);
  const region = change?.splits.find(({ by }) => by === 'Region');
  // By hand: South fell from 70% to 55%, with a mean weight of 3/8; its weight rose by 1/4, that of North fell by as much.
  expect(region?.rate).toBeCloseTo((3 / 8) * (0.55 - 0.7), 12);
  expect(region?.mix).toBeCloseTo(((0.7 + 0.55) / 2 - 0.9) / 4, 12);
  expect(region?.parts[0]?.is).toBe('South');
  for (const split of change?.splits ?? []) {
    expect(split.rate + split.mix).toBeCloseTo(change?.difference ?? Number.NaN, 12);
    expect(split.parts.reduce((sum, { rate, mix }) => sum + (rate ?? 0) + mix, 0)).toBeCloseTo(
      split.rate + split.mix,
      12,
    );
  }
});

test('a mean is split alike, in its own unit', async () => {
  const line = (month: string, team: string, score: number): string => `2026-${month}-05 08:00,${team},${score}`;
  const csv = [
    'At,Team,Score',
    line('01', 'A', 4),
    line('01', 'A', 6),
    line('01', 'B', 8),
    line('02', 'A', 5),
    line('02', 'B', 9),
    line('02', 'B', 7),
  ];
  const found = await whyIn(csv, ['mean: Score', 'target: at least 6'], ['segments: [Team]'], {
    from: '2026-01-01',
    to: '2026-02-28',
  });
  expect(found.change?.difference).toBeCloseTo(1, 12);
  expect(found.change?.splits[0]).toMatchObject({ by: 'Team' });
  expect(found.change?.splits[0]?.rate).toBeCloseTo(0, 12);
  expect(found.change?.splits[0]?.mix).toBeCloseTo(1, 12);
});

test('a column named hour goes before the hour of the occasion', async () => {
  const csv = ['At,Hour,Done', '2026-01-05 08:00,late,yes', '2026-01-05 09:00,early,no'];
  const found = await whyIn(
    csv,
    ['kept_when: { Done: yes }', 'target: 90%'],
    ['segments: [hour]', 'columns: { hour: Hour }'],
  );
  expect(found.splits.map(({ by, kind, rows: told }) => [by, kind, told.map(({ is }) => is)])).toEqual([
    ['hour', 'segment', ['early', 'late']],
    ['weekday', 'time', ['Mon']],
    ['hour_of_week', 'time', ['Mon 09', 'Mon 08']],
  ]);
});

test('what cannot be looked into says what to add', async () => {
  const found = await whyIn(['Done', 'yes', 'no'], ['kept_when: { Done: yes }', 'target: 90%'], []);
  expect(found.splits).toEqual([]);
  expect(found.notes).toEqual([
    'channel desk names no segments to break misses down by: add `segments: [COLUMN]` to channel desk',
    'channel desk does not say when an occasion began, so nothing is known of hours and weekdays: add `at: COLUMN` to channel desk',
    'no text column to look for words in: add `text: COLUMN` to channel desk',
  ]);
  expect(found.summary).toEqual([
    '1 of 2 missed (50%), where the target allows 0.2: 0.8 too many',
    'nothing could be tested',
  ]);
});

test('words of the text column: counted by case, shown where they stand, and not with --redact', async () => {
  const line = (index: number, text: string, done: string): string =>
    `2026-01-${String(1 + (index % 28)).padStart(2, '0')} 08:00,North,C${index},${text},${done}`;
  const csv = [
    'At,Region,Customer,Subject,Done',
    ...Array.from({ length: 90 }, (_, index) =>
      index % 3 === 0
        ? line(index, 'The battery is flat', index % 6 === 0 ? 'no' : 'yes')
        : line(index, 'Where is my order', 'yes'),
    ),
  ];
  const promise = ['kept_when: { Done: yes }', 'target: 90%'];
  const channel = ['segments: [Region]', 'customer: Customer', 'text: Subject'];
  const found = await whyIn(csv, promise, channel);
  expect(found.words).toMatchObject({ column: 'Subject', missed: 15, kept: 75, tested: 7 });
  expect(found.words?.rows.find(({ word }) => word === 'battery')).toMatchObject({
    cases: 30,
    missed: 15,
    excess: 12,
    more: 'missed',
  });
  expect(found.causes[0]).toMatchObject({ kind: 'word', by: 'Subject', missed: 15, cases: 30, excess: 12 });
  const redacted = await whyIn(csv, promise, channel, { redact: true });
  expect(redacted.words).toBeNull();
  expect(redacted.notes).toEqual(['words of Subject were not looked for, as --redact leaves out what cells hold']);
});

test('a word that only follows from a segment is no cause beside it', async () => {
  const line = (index: number, language: string, text: string, done: boolean): string =>
    `2026-01-${String(1 + (index % 28)).padStart(2, '0')} 0${index % 8}:00,${language},${text},${done ? 'yes' : 'no'}`;
  const csv = [
    'At,Language,Subject,Done',
    ...Array.from({ length: 300 }, (_, index) =>
      index % 3 === 0
        ? line(index, 'de', 'Wo ist mein Fahrrad', index % 6 === 0)
        : line(index, 'en', 'Where is my bicycle', index % 50 !== 1),
    ),
  ];
  const found = await whyIn(
    csv,
    ['kept_when: { Done: yes }', 'target: 90%'],
    ['segments: [Language]', 'text: Subject'],
  );
  expect(found.words?.rows.some(({ word, more }) => word === 'fahrrad' && more === 'missed')).toBe(true);
  expect(found.causes.map(({ kind, is }) => [kind, is])).toEqual([['segment', 'de']]);
});

test('where nothing is decided yet, no row says more', async () => {
  const csv = ['At,Team,Done', '2026-01-05 08:00,A,', '2026-01-05 09:00,B,'];
  const promise = ['kept_when: { Done: { within: 4h } }', 'target: 90%'];
  const found = await whyIn(csv, promise, ['segments: [Team]']);
  expect(found).toMatchObject({ cases: 0, pending: 2, excess: 0, causes: [], tested: 0, change: null });
  expect(found.summary).toEqual(['nothing is decided yet']);
  expect(found.splits[0]?.rows.map(({ sentence }) => sentence)).toEqual([
    'nothing is decided yet',
    'nothing is decided yet',
  ]);
});

test('a period that cannot be compared is stepped over, and said to be', async () => {
  const told = ['2026-01', '2026-03'].flatMap((month) => some(50, 5, { region: 'North', language: 'nb', month }));
  const { change, summary } = await whyOf(told, { from: '2026-01-01', to: '2026-03-31' });
  expect(change?.adjacent).toBe(false);
  expect(summary.at(-1)).toMatch(/^since the last month before it that can be compared: 90% \(1 to 31 Jan 2026\)/);
});
