import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { whyTable } from '../../../src/act/why/table.ts';
import { why } from '../../../src/why.ts';
import { some, whyOf } from './asked.ts';

const plain = { width: 100, color: 0, unicode: true } as const;

/** docs/why.md shows the beginning of it. */
function expectOnPage(table: string): void {
  const shown = /```text\n([\s\S]*?)\n```/.exec(readFileSync('docs/why.md', 'utf8'))?.[1] ?? '';
  expect(shown).toContain('region North: 69 of 173 missed');
  expect(table.slice(0, shown.length)).toBe(shown);
}

describe('the causes that are planted in the example', () => {
  const planted = [
    ['quick-reply', 'email', 'region', 'North', 69, 173],
    ['pick-up', 'phone', 'hour_of_week', 'Mon 08-10', 33, 55],
    ['pick-up', 'workshops', 'hour_of_week', 'Mon 08-10', 227, 608],
    ['quick-reply', 'social', 'Emne', 'batteri', 40, 65],
    ['in-your-language', 'email', 'language', 'de', 21, 132],
  ] as const;
  test.each(planted)('%s on %s: %s %s comes first', async (promise, channel, by, is, missed, cases) => {
    const found = await why({ file: 'promises.example.yaml', promise, channels: [channel] });
    expect(found.channels[0]?.causes).toHaveLength(1);
    expect(found.channels[0]?.causes[0]).toMatchObject({ by, is, missed, cases });
    if (channel === 'email' && promise === 'quick-reply') expectOnPage(whyTable(found, plain));
  });
});

test('a pair that is worse than either of its parts is told, and its parts are not', async () => {
  const rows = ['North', 'South', 'West'].flatMap((region) =>
    ['de', 'en', 'nb'].flatMap((language) =>
      some(120, region === 'North' && language === 'de' ? 70 : 9, { region, language }),
    ),
  );
  const found = await whyOf(rows);
  expect(found.causes.map(({ kind, is }) => [kind, is])).toEqual([['pair', 'North x de']]);
  expect(found.summary[1]).toBe(
    'Region North and Language de: 70 of 120 missed (58.3%; the others 7.5%), 58 more than the target allows, more than the whole gap; worse than the others beyond chance',
  );
  const standing = found.splits.flatMap(({ rows: own }) => own.filter(({ stands, worse }) => stands && worse));
  expect(standing.map(({ is }) => is).toSorted()).toEqual(['North', 'North x de', 'de']);
});

test('two causes are told, the greater excess first, and no pair of them', async () => {
  const rows = ['North', 'South', 'West', 'East'].flatMap((region) =>
    ['de', 'en', 'nb'].flatMap((language) =>
      some(200, 12 + (region === 'North' ? 60 : 0) + (language === 'de' ? 30 : 0), { region, language }),
    ),
  );
  const found = await whyOf(rows);
  expect(found.causes.map(({ by, is }) => [by, is])).toEqual([
    ['Region', 'North'],
    ['Language', 'de'],
  ]);
});

test('what is worse as a whole, and within no other segment, is no cause: the segment that explains it is named', async () => {
  // North is better within either language, and has more of de, in which most are missed.
  const rows = [
    ...some(400, 120, { region: 'North', language: 'de' }),
    ...some(100, 2, { region: 'North', language: 'en' }),
    ...some(100, 34, { region: 'South', language: 'de' }),
    ...some(900, 36, { region: 'South', language: 'en' }),
  ];
  const found = await whyOf(rows);
  const north = found.splits[0]?.rows.find(({ is }) => is === 'North');
  expect(north).toMatchObject({ stands: true, worse: true });
  expect(found.causes.map(({ by, is }) => [by, is])).toEqual([['Language', 'de']]);
  expect(found.reversals).toEqual([
    {
      kind: 'across',
      by: 'Region',
      is: 'North',
      within: 'Language',
      sentence:
        'Region North is worse as a whole (122 of 500 missed (24.4%) against 70 of 1000 missed (7%)), but within every Language that can be compared (2) it is as good or better: it has more of Language de',
    },
  ]);
});

test('a whole that rises while each of its values falls is said, and split into rate and mix', async () => {
  // Satisfaction up in every group, the whole down: the counts of the field guide, in hundreds.
  const months = [
    ['2026-01', [300, 45], [200, 44], [100, 27]],
    ['2026-02', [100, 14], [200, 42], [300, 78]],
  ] as const;
  const rows = months.flatMap(([month, ...groups]) =>
    groups.flatMap(([count, missed], index) => some(count, missed, { region: `R${index}`, language: 'nb', month })),
  );
  const { change, reversals } = await whyOf(rows, { from: '2026-01-01', to: '2026-02-28' });
  const split = change?.splits[0];
  expect(change?.difference).toBeCloseTo(-0.03, 12);
  expect(split?.rate).toBeCloseTo(0.01, 12);
  expect(split?.mix).toBeCloseTo(-0.04, 12);
  expect(reversals.map(({ kind, by }) => [kind, by])).toEqual([['time', 'Region']]);
  expect(reversals[0]?.sentence).toBe(
    'the whole moved by -3 points, and every Region the other way: not they changed, but how much each of them weighs (-4 points)',
  );
  expect(change?.sentence).toContain('-3 points, which cannot be told from chance');
});

test('where nothing stands, it says among how many, and still who is worst', async () => {
  const rows = ['North', 'South'].flatMap((region) =>
    some(100, region === 'North' ? 13 : 12, { region, language: 'nb' }),
  );
  const found = await whyOf(rows);
  expect(found.causes).toEqual([]);
  expect(found.standing).toBe(0);
  expect(found.summary[0]).toBe('25 of 200 missed (12.5%), where the target allows 20: 5 too many');
  expect(found.summary[1]).toContain(
    `of ${found.tested} rows that could be tested, none is worse than the others by more than chance`,
  );
  expect(found.summary[1]).toContain('cannot be told from chance');
});

test('a promise that is kept has room, and who is worse beyond chance is told all the same', async () => {
  const rows = [
    ...some(400, 4, { region: 'South', language: 'nb' }),
    ...some(300, 27, { region: 'North', language: 'nb' }),
  ];
  const found = await whyOf(rows);
  expect(found.excess).toBe(-39);
  expect(found.summary[0]).toBe('31 of 700 missed (4.4%), where the target allows 70: room for 39 more');
  expect(found.causes).toEqual([]);
  expect(found.summary[1]).toContain(
    'within what the target allows; worst is Region North, 27 of 300 missed (9%), worse than the others beyond chance',
  );
});
