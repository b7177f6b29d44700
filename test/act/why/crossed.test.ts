import { expect, test } from 'vitest';
import type { WhyCause } from '../../../src/act/why/types.ts';
import { type Row, whyIn, whyOf } from './asked.ts';

/** Four weeks of hours, a few occasions in each: missed by what `isMissed` says. */
function weeks(
  isMissed: (hour: number, region: string, index: number) => boolean,
  regions: readonly string[],
): readonly Row[] {
  return Array.from({ length: 28 * 24 * 3 }, (_, index) => {
    const region = regions[(index * 5) % regions.length] ?? '';
    const hour = Math.floor(index / 3) % 24;
    const day = String(1 + Math.floor(index / 72)).padStart(2, '0');
    const at = `2026-02-${day} ${String(hour).padStart(2, '0')}:30`;
    return { at, region, language: 'nb', kept: !isMissed(hour, region, index) };
  });
}

const named = (causes: readonly WhyCause[]): readonly (readonly [string, string])[] =>
  causes.map(({ by, is }) => [by, is]);
const isSome = (index: number, every: number): boolean => (Math.imul(index, 2654435761) >>> 16) % every === 0;

test('a region that is worse only for its hours is not told beside the hour', async () => {
  // Nearly all that Night gets, it gets from 2 to 5; what it gets there is missed as often as all else there.
  const rows = weeks((hour, _, index) => isSome(index, hour >= 2 && hour < 5 ? 2 : 40), ['Day', 'North', 'South']).map(
    (row, index) => {
      const hour = Number(row.at.slice(11, 13));
      return hour >= 2 && hour < 5 && index % 2 === 0 ? { ...row, region: 'Night' } : row;
    },
  );
  const found = await whyOf(rows);
  expect(found.splits[0]?.rows[0]).toMatchObject({ is: 'Night', stands: true, worse: true });
  expect(named(found.causes)).toEqual([['hour', '02-05']]);
});

test('a region and an hour that have nothing to do with each other are both told', async () => {
  const rows = weeks(
    (hour, region, index) => isSome(index, region === 'North' ? 3 : hour === 9 ? 2 : 50),
    ['North', 'South', 'East', 'West'],
  );
  const found = await whyOf(rows);
  expect(named(found.causes)).toEqual([
    ['Region', 'North'],
    ['hour', '09'],
  ]);
});

test('dates are divided by their weekdays, which add up, and by no hours', async () => {
  const csv = [
    'At,Team,Done',
    ...Array.from({ length: 140 }, (_, index) => {
      const date = `2026-03-${String(1 + (index % 28)).padStart(2, '0')}`;
      // The first is a Sunday.
      return `${date},A,${index % 7 === 1 && index % 3 > 0 ? 'no' : 'yes'}`;
    }),
  ];
  const found = await whyIn(csv, ['kept_when: { Done: yes }', 'target: 95%'], ['segments: [Team]']);
  expect(found.splits.map(({ by, rows }) => [by, rows.length])).toEqual([
    ['Team', 1],
    ['weekday', 7],
  ]);
  expect(named(found.causes)).toEqual([['weekday', 'Mon']]);
  const excess = found.splits[1]?.rows.reduce((sum, row) => sum + (row.excess ?? 0), 0);
  expect(excess).toBeCloseTo(found.excess ?? Number.NaN, 9);
});
