import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WhyChannel } from '../../../src/act/why/types.ts';
import { whyIn } from './asked.ts';

interface Case {
  readonly hour: number;
  readonly region: number;
  readonly team: number;
  readonly score: number;
  readonly holds: boolean;
  readonly of: number;
  readonly open: boolean;
}

const cases: fc.Arbitrary<readonly Case[]> = fc.array(
  fc.record({
    hour: fc.nat(700),
    region: fc.nat(3),
    team: fc.nat(2),
    score: fc.nat(10),
    holds: fc.boolean(),
    of: fc.nat(5),
    open: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  }),
  { minLength: 1, maxLength: 60 },
);

const HEAD = 'At,Region,Team,Score,Holds,Kept,Of,From,To';
const time = (hours: number): string => new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000).toISOString().slice(0, 16);

function lineOf({ hour, region, team, score, holds, of, open }: Case): string {
  const name = region === 0 ? '' : `R${region}`;
  const kept = Math.min(of, score);
  const ends = open ? '' : time(hour + score + 0.25);
  return [time(hour), name, `T${team}`, score + 0.1, holds ? 'yes' : 'no', kept, of, time(hour), ends].join();
}

const CHANNEL = ['segments: [Region, Team]'];
const measures = [
  ['kept_when: { Holds: yes }', '87.3%'],
  ['tally: { kept: Kept, of: Of }', 'at least 61.7%'],
  ['rate: { of: { Holds: yes }, per: 1000 }', 'at most 333.3'],
  ['rate: { of: { Holds: yes }, per: 1000 }', 'at least 333.3'],
  ['count: { Holds: yes }', 'at most 7'],
  ['count: { Holds: yes }', 'at least 7'],
  ['mean: Score', 'at least 5.3'],
  ['mean: { from: From, to: To }', 'at most 5h'],
  ['sum: Score', 'at least 100.7'],
  ['p90: { from: From, to: To }', 'at most 7h'],
  ['median: Score', 'at least 4'],
] as const;

/** The excesses of each split, beside the whole gap. */
function expectToAddUp(found: WhyChannel): void {
  const size = found.splits.flatMap(({ rows }) => rows).reduce((sum, { excess }) => sum + Math.abs(excess ?? 0), 0);
  for (const { rows } of found.splits) {
    const sum = (part: 'excess' | 'cases' | 'missed'): number => rows.reduce((all, row) => all + (row[part] ?? 0), 0);
    expect(sum('cases')).toBe(found.cases);
    expect(sum('missed')).toBe(found.missed ?? 0);
    expect(Math.abs(sum('excess') - (found.excess ?? Number.NaN))).toBeLessThanOrEqual(1e-9 * (1 + size));
  }
}

describe('the excesses of every split add up to the whole gap', () => {
  test.each(measures)('%s, target %s', async (measure, target) => {
    await fc.assert(
      fc.asyncProperty(cases, async (some) => {
        const promise = [measure, `target: ${target}`];
        const found = await whyIn([HEAD, ...some.map(lineOf)], promise, CHANNEL).catch((error: unknown) => {
          // Nothing decided is no gap.
          if (error instanceof Error && error.message.startsWith('not measured')) return null;
          throw error;
        });
        if (found === null || found.excess === null) return;
        expect(found.splits).toHaveLength(6);
        expectToAddUp(found);
      }),
      { numRuns: 3, seed: 11 },
    );
  });

  test('of a Net Promoter Score', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (some) => {
        const lines = some.map(({ hour, region, team, score }) => `${time(hour)},R${region},T${team},${score}`);
        expectToAddUp(await whyIn(['At,Region,Team,Score', ...lines], ['nps: Score', 'target: at least 31'], CHANNEL));
      }),
      { numRuns: 4, seed: 5 },
    );
  });

  test('of a ratio by a segment that both of its channels name', async () => {
    const csv = [
      'At,Region,Team,Kind',
      ...['R1,T1,call', 'R1,T2,order', 'R2,T1,order', 'R2,T2,order', 'R1,T1,call'].map(
        (row) => `2026-01-01 08:00,${row}`,
      ),
    ];
    const found = await whyIn(
      csv,
      [
        'ratio: { of: { where: { Kind: call } }, to: { channel: desk, where: { Kind: order } }, per: 10 }',
        'target: at most 5',
      ],
      CHANNEL,
    );
    expect(found.excess).toBe(0.5);
    expectToAddUp(found);
    expect(found.splits.map(({ by }) => by)).toEqual(['Region', 'Team', 'Region x Team']);
  });
});

test('what does not add up is shown side by side, and says so', async () => {
  const csv = ['At,Region,Score', '2026-01-01 08:00,R1,3', '2026-01-01 09:00,R2,9'];
  const found = await whyIn(csv, ['max: Score', 'target: at most 5'], ['segments: [Region]']);
  expect(found).toMatchObject({ counts: null, excess: null, allowed: null, tested: 0, causes: [] });
  expect(found.splits[0]?.rows.map(({ is, value, excess, stands }) => [is, value, excess, stands])).toEqual([
    ['R2', 9, null, null],
    ['R1', 3, null, null],
  ]);
  expect(found.summary[0]).toBe('9: a max cannot be shared out among segments, so their values are shown side by side');
});
