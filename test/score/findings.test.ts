import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { catalog } from '../../src/diagnostics/catalog.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { folder } from '../cli/folder.ts';

const CODES = ['simpson', 'dropped-cases', 'mean-tail', 'handful', 'office-hours', 'no-arrivals'] as const;

/** Findings about figures of one promise on one channel over `rows.csv`. */
async function found(
  terms: string,
  rows: readonly string[],
  file: readonly string[] = [],
): Promise<readonly Diagnostic[]> {
  const yaml = [
    'saydo: 1',
    'brand: B',
    ...file,
    'channels:',
    '  c: { source: rows.csv, at: At, segments: [Region], columns: { wait: { column: Wait, unit: minutes } } }',
    'promises:',
    `  p: { says: We promise., channels: [c], min_cases: 2, ${terms} }`,
  ].map((line) => (terms.includes('says:') ? line.replace('says: We promise., ', '') : line));
  const lines = yaml.map((line) => (terms.includes('min_cases:') ? line.replace('min_cases: 2, ', '') : line));
  const text = `${['At,Done,Wait,Region', ...rows].join('\n')}\n`;
  const workingDirectory = folder({ 'promises.yaml': lines.join('\n'), 'rows.csv': text });
  const { findings } = await audit({ file: 'promises.yaml', workingDirectory });
  return findings.filter(({ code }) => CODES.some((known) => known === code));
}

const day = (number: number): string => `2026-01-${String(number).padStart(2, '0')}`;
const many = (count: number, row: string): readonly string[] => Array.from({ length: count }, () => row);
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
const waits = (...minutes: readonly (number | '')[]): readonly string[] => minutes.map((wait) => `${day(5)},,${wait},`);
/** Kept and missed of a region on a day. */
const outcome = (number: number, region: string, kept: number, missed: number): readonly string[] => [
  ...many(kept, `${day(number)},yes,,${region}`),
  ...many(missed, `${day(number)},no,,${region}`),
];
const KEPT = 'kept_when: { Done: yes }, target: 50%, period: day';

/** Better in both regions, worse together: the weight moves to the worse one. */
const PARADOX = [
  ...outcome(5, 'north', 45, 55),
  ...outcome(5, 'south', 810, 90),
  ...outcome(6, 'north', 450, 450),
  ...outcome(6, 'south', 92, 8),
];
/** The same weights on both days. */
const PLAIN = [
  ...outcome(5, 'north', 45, 55),
  ...outcome(5, 'south', 810, 90),
  ...outcome(6, 'north', 40, 60),
  ...outcome(6, 'south', 800, 100),
];
const CLOCK = [
  'calendars:',
  '  desk: { hours: { mon-fri: 08:00-18:00 } }',
  '  all: { hours: { mon-sun: 00:00-24:00 } }',
];
const within = (calendar: string): string => `kept_when: { Done: { within: 4h, calendar: ${calendar} } }, target: 50%`;
const REPLIES = many(30, '2026-01-05T09:00Z,2026-01-05T10:00Z,,');
const hours = (...list: readonly string[]): readonly string[] => list.flatMap((hour) => many(3, `${hour}:00Z,yes,,`));
/** Every hour of one week but those of Sunday night from 2 to 5, and of Tuesday at 11. */
const WEEK = Array.from(
  { length: 7 * 24 },
  (_, hour) => `${day(5 + Math.floor(hour / 24))}T${String(hour % 24).padStart(2, '0')}`,
);
const GAPS = ['2026-01-11T02', '2026-01-11T03', '2026-01-11T04', '2026-01-11T05', '2026-01-06T11'];

describe('what the figures do not say by themselves', () => {
  it.each<[name: string, terms: string, rows: readonly string[], says: RegExp | null, file?: readonly string[]]>([
    [
      'a share that moves against every value of a segment',
      KEPT,
      PARADOX,
      /^p on c fell from 85\.5% to 54\.2%, but rose in every Region \(north 45% to 50%, south 90% to 92%\): changes within come to \+3\.\d points, the changed mix to -3[45]\.\d points$/,
    ],
    ['the same way as its segments', KEPT, PLAIN, null],
    ['against one of two', KEPT, [...PARADOX, ...outcome(6, 'south', 0, 20)], null],
    ['one value alone', KEPT, [...outcome(5, 'north', 9, 1), ...outcome(6, 'north', 5, 5)], null],
    ['a value with no case on one side', KEPT, [...PARADOX, ...outcome(5, 'east', 1, 1)], null],
    [
      'a value with nine cases on one side',
      KEPT,
      [...PARADOX, ...outcome(5, 'east', 1, 19), ...outcome(6, 'east', 1, 8)],
      null,
    ],
    [
      'a value with ten cases on either side',
      KEPT,
      [...PARADOX, ...outcome(5, 'east', 1, 9), ...outcome(6, 'east', 2, 8)],
      /but rose in every Region \(north 45% to 50%, south 90% to 92%, east 10% to 20%\)/,
    ],
    [
      'a rate',
      'rate: { of: { Done: no }, per: 1000 }, target: at most 900, period: day',
      PARADOX,
      /^p on c rose from 145 to 458, but fell in every Region \(north 550 to 500, south 100 to 80\): it is their weights that changed$/,
    ],
    ['a count', 'count: { Done: no }, target: at most 900, period: day', PARADOX, null],
    [
      'a mean',
      'mean: wait, target: at most 5m, period: day',
      [
        ...many(10, `${day(5)},,10,north`),
        ...many(40, `${day(5)},,2,south`),
        ...many(40, `${day(6)},,9,north`),
        ...many(10, `${day(6)},,1,south`),
      ],
      /^p on c rose from 3 min 36 s to 7 min 24 s, but fell in every Region \(north 10 min to 9 min, south 2 min to 1 min\): it is their weights that changed$/,
    ],

    [
      'a mean that only holds without what has not ended',
      'mean: { from: At, to: Done }, target: at most 2h',
      [
        ...many(20, '2026-01-05T09:00Z,2026-01-05T10:00Z,,'),
        ...many(5, '2026-01-05T09:00Z,,,'),
        '2026-01-06T09:00Z,2026-01-06T10:00Z,,',
      ],
      // The verdict says so.
      null,
    ],
    [
      'a mean that only holds without blank waits',
      'mean: wait, target: at most 5m',
      waits(...Array.from({ length: 30 }, () => 2), ...many(9, '').map(() => '' as const)),
      /^p on c meets its target \(2 min\) only because 9 occasions that are blank or not over are left out: taken for endless, the figure has no end either$/,
    ],
    [
      'a mean that would hold with it too',
      'mean: { from: At, to: Done }, target: at most 6h',
      [
        ...many(20, '2026-01-05T09:00Z,2026-01-05T10:00Z,,'),
        ...many(5, '2026-01-05T09:00Z,,,'),
        '2026-01-06T09:00Z,2026-01-06T10:00Z,,',
      ],
      null,
    ],
    [
      'a quantile that blank waits would break',
      'p90: wait, target: at most 5m',
      waits(...Array.from({ length: 30 }, () => 2), ...many(9, '').map(() => '' as const)),
      /^p on c meets its target \(2 min\) only because 9 occasions that are blank or not over are left out: taken for endless, the figure has no end either$/,
    ],
    [
      'a share that only holds without blank moments',
      'kept_when: { Done: { at most: At } }, target: 90%',
      [...many(20, '2026-01-05T09:00Z,2026-01-05T09:00Z,,'), ...many(10, '2026-01-05T09:00Z,,,')],
      /^p on c meets its target \(100%\) only because 10 occasions that are blank or not over are left out: taken at worst, it would be 66.7%$/,
    ],
    [
      'a count that blank waits would break',
      'count: { wait: over 5m }, target: at most 3',
      waits(...Array.from({ length: 30 }, () => 2), ...many(9, '').map(() => '' as const)),
      /^p on c meets its target \(0\) only because 9 occasions .* taken at worst, it would be 9$/,
    ],
    [
      'a rate that blank waits would break',
      'rate: { of: { wait: over 5m }, per: 100 }, target: at most 3',
      waits(...Array.from({ length: 30 }, () => 2), ...many(10, '').map(() => '' as const)),
      /^p on c meets its target \(0\) only because 10 occasions .* taken at worst, it would be 25$/,
    ],
    [
      'a rule for blanks',
      'kept_when: { Done: { at most: At, blank: excluded } }, target: 90%',
      [...many(20, '2026-01-05T09:00Z,2026-01-05T09:00Z,,'), ...many(10, '2026-01-05T09:00Z,,,')],
      null,
    ],
    [
      'a quantile that misses anyway',
      'p90: wait, target: at most 1m',
      waits(...Array.from({ length: 30 }, () => 2), '', ''),
      null,
    ],

    [
      'a mean that misses where the median meets',
      'mean: wait, target: at most 5m',
      waits(1, 2, 75, 1, 3, 2, 1, 2, 3),
      /^the mean of p on c \(10 min\) misses the target \(at most 5m\), the median \(2 min\) meets it; a tenth lies above \d+ min/,
    ],
    [
      'a mean that meets where a tenth waits more than twice as long',
      'mean: wait, target: at most 5m',
      waits(1, 2, 2, 1, 3, 2, 1, 2, 14, 14),
      /^the mean of p on c \(4 min 12 s\) tells little of its tail: the median is 2 min, but a tenth lies above 14 min, more than twice the target \(at most 5m\)$/,
    ],
    ['a mean without a tail', 'mean: wait, target: at most 5m', waits(1, 2, 2, 1, 3, 2, 1, 2, 4, 4), null],
    ['a median has none', 'median: wait, target: at most 5m', waits(1, 2, 2, 1, 3, 2, 1, 2, 14, 14), null],

    [
      'a verdict of three cases',
      `${KEPT}, min_cases: 1`,
      outcome(5, 'north', 3, 0),
      /^3 cases decide p on c: with 95% confidence it is anything from 43\.9% to 100%$/,
    ],
    [
      'of a level whose interval is a point',
      'median: wait, target: at most 5m, min_cases: 1',
      waits(...many(19, '').map(() => 2 as const)),
      /^19 cases decide p on c$/,
    ],
    ['of nineteen', `${KEPT}, min_cases: 1`, outcome(5, 'north', 19, 0), /^19 cases decide p on c: /],
    [
      'of one, without an interval',
      'mean: wait, target: at most 5m, min_cases: 1',
      waits(1),
      /^1 case decides p on c: too few for a confidence interval$/,
    ],
    ['of twenty', `${KEPT}, min_cases: 1`, outcome(5, 'north', 20, 0), null],
    ['of three, where the promise says how many it takes', KEPT, outcome(5, 'north', 3, 0), null],
    ['of a count', 'count: { Done: yes }, target: at most 5, min_cases: 1', outcome(5, 'north', 3, 0), null],
    ['of the longest wait', 'max: wait, target: at most 5m, min_cases: 1', waits(1, 2), null],

    [
      '24/7 by the clock of a desk',
      `says: Help 24/7., ${within('desk')}`,
      REPLIES,
      /^p says '24\/7', but on c only the hours of desk count: what happens outside them cannot break it$/,
      CLOCK,
    ],
    ['24/7 by a clock that never stands still', `says: Help 24/7., ${within('all')}`, REPLIES, null, CLOCK],
    [
      'a desk where nothing of the kind is promised',
      `says: Help within 247 minutes., ${within('desk')}`,
      REPLIES,
      null,
      CLOCK,
    ],
    ...[
      'Help around the clock',
      'Day and night for you',
      'Call at any time',
      'Rund um die Uhr erreichbar',
      'Joignables 24h/24',
      'Svar døgnet rundt',
      'Svar doegnet rundt',
      'Open 24 hours a day',
    ].map((says): [string, string, readonly string[], RegExp, readonly string[]] => [
      says,
      `says: ${says}, ${within('desk')}`,
      REPLIES,
      /only the hours of desk count/,
      CLOCK,
    ]),
    [
      '24/7, rows of the day alone',
      `says: Help 24/7., kept_when: { Done: present }, where: { At: { during: desk } }, target: 50%`,
      REPLIES,
      /only the hours of desk count/,
      CLOCK,
    ],
    [
      '24/7, a median by the clock of a desk',
      `says: Help 24/7., median: { from: At, to: Done, calendar: desk }, target: at most 4h`,
      REPLIES,
      /only the hours of desk count/,
      CLOCK,
    ],

    [
      'every hour of the week, some of them without an arrival',
      'kept_when: { Done: yes }, target: 50%, every: [hour_of_week]',
      hours(...WEEK.filter((hour) => !GAPS.includes(hour))),
      /^nobody came in 5 of the 168 hours of the week \(Sun 02 to Sun 05, Tue 11\): whether p holds there on c was not checked$/,
    ],
    [
      'every hour of the week, all with arrivals',
      'kept_when: { Done: yes }, target: 50%, every: [hour_of_week]',
      hours(...WEEK),
      null,
    ],
    [
      'every day',
      'kept_when: { Done: yes }, target: 50%, every: [weekday]',
      hours(...WEEK.slice(24, 72)),
      /^nobody came in 5 of the 7 days of the week \(Thu to Mon\): /,
    ],
    ['hours that nobody asks for', 'kept_when: { Done: yes }, target: 50%', hours(...WEEK.slice(24, 72)), null],
  ])('%s', async (_name, terms, rows, says, file = []) => {
    const all = await found(terms, rows, file);
    if (says === null) {
      expect(all).toEqual([]);
      return;
    }
    expect(all).toHaveLength(1);
    const [finding] = all;
    expect(finding?.message).toMatch(says);
    expect(finding?.help).toMatch(/./);
    expect(finding?.at).toMatchObject({ file: 'promises.yaml', line: 6 + file.length });
  });

  it('under every hour, a clock that stands still at night', async () => {
    const all = await found(`${within('desk')}, every: [hour]`, REPLIES, CLOCK);
    expect(all.map(({ code }) => code).sort()).toEqual(['no-arrivals', 'office-hours']);
    expect(all.find(({ code }) => code === 'office-hours')?.message).toBe(
      'p asks for every hour, but on c only the hours of desk count: what happens outside them cannot break it',
    );
  });

  it('a handful is told once a promise, at the promise', async () => {
    const names = ['a', 'b', 'd', 'e', 'f', 'g', 'h'];
    const workingDirectory = folder({
      'promises.yaml': [
        'saydo: 1',
        'brand: B',
        `channels: { ${names.map((name) => `${name}: { source: ${name}.csv, at: At }`).join(', ')} }`,
        'promises:',
        '  p:',
        '    says: We promise.',
        '    kept_when: { Done: yes }',
        '    target: 50%',
        `    channels: [${names.join(', ')}]`,
      ].join('\n'),
      ...Object.fromEntries(
        names.map((name, index) => [
          `${name}.csv`,
          ['At,Done', ...many(index === 1 ? 25 : 3, `${day(5)},yes`), ''].join('\n'),
        ]),
      ),
    });
    const { findings } = await audit({ file: 'promises.yaml', workingDirectory });
    const told = findings.filter(({ code }) => code === 'handful');
    const few = (name: string): string => `${name} 3 (43.9% to 100%)`;
    expect(told.map(({ message, at }) => [message, at?.line])).toEqual([
      [`few cases decide p, with 95% confidence: ${['a', 'd', 'e', 'f', 'g'].map(few).join(', ')} and 1 more`, 5],
    ]);
  });

  it.each<[name: string, complaints: readonly number[], orders: readonly number[], says: readonly string[]]>([
    ['the same days', [1, 28], [1, 14, 28], []],
    [
      'orders from the middle of the month on',
      [1, 2, 3, 28],
      range(14, 28),
      ['p on c has no denominator for 1 to 13 Jan 2026'],
    ],
    ['orders to the middle of the month', [1, 28], range(1, 14), ['p on c has no denominator for 15 to 28 Jan 2026']],
    [
      'complaints from the middle of the month on',
      range(14, 28),
      range(1, 28),
      ['p on c has no numerator for 1 to 13 Jan 2026'],
    ],
    ['complaints that are rare', [9, 20], range(1, 28), []],
    ['no complaint at all', [], range(1, 28), []],
  ])('the days of a ratio: %s', async (_name, complaints, orders, says) => {
    const csv = (days: readonly number[]): string => ['At', ...days.map(day), ''].join('\n');
    const workingDirectory = folder({
      'promises.yaml': [
        'saydo: 1',
        'brand: B',
        'window: { from: 2026-01-01, to: 2026-01-28 }',
        'channels: { c: { source: c.csv, at: At }, o: { source: o.csv, at: At } }',
        'promises:',
        '  p: { says: We promise., ratio: { to: { channel: o }, per: 100 }, target: at most 500, channels: [c] }',
      ].join('\n'),
      'c.csv': csv(complaints),
      'o.csv': csv(orders),
    });
    const { findings } = await audit({ file: 'promises.yaml', workingDirectory });
    const told = findings.filter(({ code }) => code === 'ratio-coverage');
    expect(told.map(({ message }) => message.split(':')[0])).toEqual(says);
    for (const { at } of told) expect(at?.line).toBe(6);
  });

  it('are listed here, each of them', () => {
    for (const code of CODES) expect(catalog).toHaveProperty(code);
  });
});

describe('segments that `every` names and min_cases lets go', () => {
  it.each([
    [10, 'p on c asks it of every Region, and none of the 2 has 15 decided cases (min_cases): not one was judged'],
    [20, undefined],
  ])('says where none of them was judged: %d cases in the larger', async (cases, told) => {
    const workingDirectory = folder({
      'promises.yaml': [
        'saydo: 1',
        'brand: B',
        'channels: { c: { source: rows.csv } }',
        'promises:',
        '  p: { says: Yes., kept_when: { Done: yes }, target: 50%, every: [Region], min_cases: 15, channels: [c] }',
      ].join('\n'),
      'rows.csv': ['Done,Region', ...many(cases, 'yes,north'), ...many(10, 'no,south')].join('\n'),
    });
    const { findings } = await audit({ file: 'promises.yaml', workingDirectory });
    expect(findings.find(({ code }) => code === 'every-unjudged')?.message).toBe(told);
  });
});

describe('a where that takes only what was answered', () => {
  it.each([
    ['kept_when: { Done: { within: 1h } }, where: { Done: present }, target: 50%', 1],
    ['median: { to: Done }, where: { Done: present, Region: n }, target: at most 1h', 1],
    ['kept_when: { Done: { within: 1h } }, where: { Region: present }, target: 50%', 0],
    ['kept_when: { Done: { within: 1h, blank: excluded } }, where: { Done: present }, target: 50%', 0],
    ['kept_when: { Region: n }, where: { Done: present }, target: 50%', 0],
  ])('is told of: %s', async (terms, told) => {
    const workingDirectory = folder({
      'promises.yaml': [
        'saydo: 1',
        'brand: B',
        'channels: { c: { source: rows.csv, at: At } }',
        `promises: { p: { says: Yes., ${terms}, channels: [c] } }`,
      ].join('\n'),
      'rows.csv': 'At,Done,Region\n2026-01-05 09:00,2026-01-05 09:30,n\n2026-01-05 09:00,,n\n',
    });
    const { findings } = await audit({ file: 'promises.yaml', workingDirectory });
    expect(findings.filter(({ code }) => code === 'answered-only')).toHaveLength(told);
  });
});
