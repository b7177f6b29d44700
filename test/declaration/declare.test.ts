// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of the promise language
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { declare } from '../../src/declaration/index.ts';
import type { Channel, Declaration } from '../../src/model/declaration.ts';
import { dayOf } from '../../src/vocabulary/time/civil.ts';
import { SOUND } from './cases.ts';
import { foundIn } from './found.ts';

function read(text: string, env: Readonly<Record<string, string>> = {}): Declaration {
  return declare(text, { file: 'promises.yaml', directory: '/data', env });
}

/** The sound file with other channels, and a promise on each of them. */
function withChannels(channels: string, promise = 'kept_when: { replied: present }'): string {
  const names = [...channels.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
  return `brand: B\nchannels:\n${channels}\npromises:\n  p: { says: S, ${promise}, target: 95%, channels: [${names.join(', ')}] }\n`;
}

function channel(declaration: Declaration, name: string): Channel {
  const found = declaration.channels.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no channel ${name}`);
  return found;
}

function typesOf({ columns }: Channel): Readonly<Record<string, string>> {
  return Object.fromEntries([...columns].map(([name, { type }]) => [name, type]));
}

test('a sound file, with what it leaves out', () => {
  const declaration = read(`${SOUND.join('\n')}\n`);
  expect(declaration).toMatchObject({
    file: 'promises.yaml',
    directory: '/data',
    brand: 'Fjellrute Cycles',
    timezone: 'UTC',
    window: null,
    period: 'month',
    confidence: 0.95,
    asOf: null,
    calendars: [],
    warnings: [],
  });
  expect(channel(declaration, 'email')).toMatchObject({
    at: 'opened',
    repeats: 'error',
    tolerate: 0,
    source: [{ pattern: 'email.csv' }],
  });
  expect(typesOf(channel(declaration, 'email'))).toEqual({ opened: 'timestamp', replied: 'timestamp' });
  const [promise] = declaration.promises;
  expect(promise).toMatchObject({
    id: 'quick-reply',
    weight: 1,
    owner: null,
    position: { line: 6, column: 3, length: 11 },
  });
  expect(promise?.channels[0]).toMatchObject({
    channel: 'email',
    measure: { kind: 'kept_when', condition: { kind: 'within', limit: { seconds: 14_400 } } },
    target: { op: '>=', value: 0.95, unit: 'share', text: '95%' },
    minCases: 1,
    silenceIsFine: false,
    judge: 'value',
    period: 'month',
    every: [],
  });
});

test('the example of the project is sound, without a warning', () => {
  expect(foundIn(readFileSync(new URL('../../promises.example.yaml', import.meta.url), 'utf8'))).toEqual([]);
});

test('literals are read from their source text', () => {
  const text = withChannels('  a: { source: 007.csv, at: t, where: { zip: [02134, NO, 1.10, 9007199254740993] } }');
  const { where } = channel(read(text), 'a');
  expect(where?.kind === 'equals' ? where.values.map(({ text: value }) => value) : null).toEqual([
    '02134',
    'NO',
    '1.10',
    '9007199254740993',
  ]);
});

describe('extends', () => {
  const text = withChannels(`  c: { extends: b, where: { Z: z }, columns: { replied: null }, except: null }
  b: { extends: a, source: b.csv, columns: { opened: Started, wait: Wait }, where: { Y: y }, csv: { quote: "'" } }
  a: { source: a.csv, at: opened, columns: { opened: Created, replied: Reply }, where: { X: x }, csv: { delimiter: ";" }, except: [{ from: 2026-01-01, to: 2026-01-02, reason: r }] }`);

  test('maps merge by name, where is joined, null removes, all else is replaced', () => {
    const declaration = read(text);
    const c = channel(declaration, 'c');
    expect(c.source?.map(({ pattern }) => pattern)).toEqual(['b.csv']);
    expect(c.columns.get('opened')?.headers).toEqual(['Started']);
    expect(c.columns.get('replied')).toMatchObject({ declared: false, headers: ['replied'] });
    expect(c.csv).toMatchObject({ delimiter: ';', quote: "'" });
    expect(c.except).toEqual([]);
    expect(channel(declaration, 'b').except).toHaveLength(1);
    const parts =
      c.where?.kind === 'all' ? c.where.of.map((part) => ('columns' in part ? part.columns.subject : part.kind)) : [];
    expect(parts).toEqual(['X', 'Y', 'Z']);
  });

  test('an unused column is told once, where it was written', () => {
    expect(read(text).warnings.map(({ code, at }) => `${code} ${at?.line}`)).toEqual(['unused-column 4']);
  });

  test('a chain of a hundred', () => {
    const chain = Array.from({ length: 100 }, (_, i) =>
      i === 0 ? '  c0: { source: a.csv, at: t }' : `  c${i}: { extends: c${i - 1} }`,
    );
    expect(channel(read(withChannels(chain.reverse().join('\n'))), 'c99').at).toBe('t');
  });
});

describe('columns', () => {
  const forms: readonly (readonly [string, unknown])[] = [
    ['Reply', ['Reply']],
    ['3', [3]],
    ['"3"', ['3']],
    ['[Year, Month]', ['Year', 'Month']],
    ['[Year, 2]', ['Year', 2]],
    ['{ column: Reply }', ['Reply']],
    ['{ column: [Year, 2] }', ['Year', 2]],
    ['{ type: date }', ['replied']],
  ];
  test.each(forms)('%s', (form, headers) => {
    const text = withChannels(`  a: { source: a.csv, at: t, columns: { replied: ${form} } }`);
    expect(channel(read(text), 'a').columns.get('replied')?.headers).toEqual(headers);
  });

  const types: readonly (readonly [string, string, string])[] = [
    ['A', 'replied: present', 'text'],
    ['{ type: date }', 'replied: { within: 2d }', 'date'],
    ['{ unit: minutes }', 'replied: present', 'duration'],
    ['{ unit: percent }', 'replied: present', 'percent'],
    ['{ format: h:mm }', 'replied: { within: 4h }', 'duration'],
    ['{ format: dd.MM.yyyy }', 'replied: present', 'timestamp'],
    ['{ format: epoch-seconds }', 'replied: present', 'timestamp'],
    ['A', 'replied: at least 4', 'number'],
    ['A', 'replied: at least 4%', 'percent'],
    ['A', 'replied: at most 20s', 'duration'],
    ['A', 'replied: { within: 4h }', 'timestamp'],
    ['A', 'replied: yes', 'boolean'],
    ['A', 'replied: [yes, maybe]', 'text'],
    ['A', 'replied: { under: t }', 'timestamp'],
    ['A', 'any: [{ replied: { under: x } }, { x: { under: t } }]', 'timestamp'],
  ];
  test.each(types)('%s with %s is %s', (form, condition, type) => {
    const text = withChannels(
      `  a: { source: a.csv, at: t, columns: { replied: ${form} } }`,
      `kept_when: { ${condition} }`,
    );
    expect(typesOf(channel(read(text), 'a'))).toMatchObject({ replied: type });
  });

  test('options', () => {
    const text = withChannels(
      '  a: { source: a.csv, at: t, columns: { replied: { column: R, blank: ["N/A", 0], decimal: ",", timezone: Asia/Tokyo, map: { Very good: 5 } } } }',
    );
    expect(channel(read(text), 'a').columns.get('replied')).toMatchObject({
      blank: ['N/A', '0'],
      decimal: ',',
      timezone: 'Asia/Tokyo',
      map: [['Very good', '5']],
      position: { line: 3, column: 41 },
    });
  });
});

describe('promises on channels', () => {
  const text = `brand: B
channels:
  a: { source: a.csv, at: t, segments: [region] }
  b: { source: b.csv, at: t }
  fax: { note: no export yet }
promises:
  p:
    says: S
    owner: Care
    kept_when: { replied: { within: 4h } }
    where: { kind: question }
    target: 95%
    warn: 97%
    every: [region, [region, weekday]]
    weight: 3
    min_cases: 0
    remedy: { text: A voucher, cost: 10 EUR, per: customer }
    channels:
      a:
      b: { kept_when: { replied: { within: 2m } }, where: { lang: nb }, target: at least 90%, warn: null, weight: 2, owner: Chat, period: day }
      fax:
`;
  const declaration = read(text);
  const pledges = declaration.promises[0]?.channels ?? [];

  test('as the promise says, but for what the channel of it says', () => {
    expect(pledges[0]).toMatchObject({
      channel: 'a',
      warn: 0.97,
      weight: 1,
      owner: 'Care',
      silenceIsFine: true,
      minCases: 0,
      period: 'month',
    });
    expect(pledges[1]).toMatchObject({
      channel: 'b',
      warn: null,
      weight: 2,
      owner: 'Chat',
      period: 'day',
      target: { value: 0.9 },
    });
    expect(pledges[1]?.measure).toMatchObject({ condition: { limit: { seconds: 120 } } });
    expect(pledges[1]?.where).toMatchObject({
      kind: 'all',
      of: [{ columns: { subject: 'kind' } }, { columns: { subject: 'lang' } }],
    });
    expect(pledges[1]?.remedy).toEqual({ text: 'A voucher', cost: { amount: 10, currency: 'EUR' }, per: 'customer' });
  });

  test('a blind spot has a target and no measure', () => {
    expect(pledges[2]).toMatchObject({ channel: 'fax', measure: null, target: { op: '>=', value: 0.95 } });
    expect(channel(declaration, 'fax')).toMatchObject({ source: null, note: 'no export yet' });
  });

  test('segments of every are counted on the channel', () => {
    expect(pledges[0]?.every).toEqual([['region'], ['region', 'weekday']]);
    expect(channel(declaration, 'b').segments).toEqual(['region', 'weekday']);
    expect([...channel(declaration, 'b').columns.keys()]).not.toContain('weekday');
  });
});

describe('windows', () => {
  const days = (from: number | null, to: number | null) => ({ kind: 'days', from, to });
  const windows: readonly (readonly [string, unknown])[] = [
    ['{ from: 2026-01-01, to: 2026-03-31 }', days(dayOf(2026, 1, 1), dayOf(2026, 3, 31))],
    ['{ from: 2026-01-01 }', days(dayOf(2026, 1, 1), null)],
    ['{ day: 2024-02-29 }', days(dayOf(2024, 2, 29), dayOf(2024, 2, 29))],
    ['{ week: 2026-W01 }', days(dayOf(2025, 12, 29), dayOf(2026, 1, 4))],
    ['{ week: 2020-W53 }', days(dayOf(2020, 12, 28), dayOf(2021, 1, 3))],
    ['{ month: 2026-02 }', days(dayOf(2026, 2, 1), dayOf(2026, 2, 28))],
    ['{ quarter: 2026-Q4 }', days(dayOf(2026, 10, 1), dayOf(2026, 12, 31))],
    ['{ last: 90d }', { kind: 'last-days', days: 90 }],
    ['{ last: 2w }', { kind: 'last-days', days: 14 }],
    ['{ last: month }', { kind: 'last-period', grain: 'month' }],
  ];
  test.each(windows)('%s', (window, expected) => {
    expect(read(`${SOUND.join('\n')}\nwindow: ${window}\n`).window).toEqual(expected);
  });

  test('as_of: a date is its end in the zone, a time is itself', () => {
    const at = (asOf: string) => read(`${SOUND.join('\n')}\ntimezone: Europe/Oslo\nas_of: ${asOf}\n`).asOf;
    expect(at('2026-03-31')).toEqual({ instant: Date.parse('2026-03-31T21:59:59.999Z'), day: dayOf(2026, 3, 31) });
    expect(at('2026-03-31T18:00')).toEqual({ instant: Date.parse('2026-03-31T16:00Z'), day: dayOf(2026, 3, 31) });
    expect(at('2026-03-31T23:00Z')).toEqual({ instant: Date.parse('2026-03-31T23:00Z'), day: dayOf(2026, 4, 1) });
  });
});

describe('calendars', () => {
  const HOUR = 3_600_000;
  const span = (from: number, to: number) => ({ from: from * HOUR, to: to * HOUR });
  const withCalendars = (calendars: string, condition = '{ replied: { during: a } }'): Declaration =>
    read(`${SOUND.join('\n').replace('{ replied: { within: 4h } }', condition)}\n${calendars}\n`);
  const week = (hours: string) => withCalendars(`calendars: { a: { hours: ${hours} } }`).calendars[0]?.week;

  test.each<[string, readonly (readonly { from: number; to: number }[])[]]>([
    ['{ mon: 8:00-17:00 }', [[span(8, 17)], [], [], [], [], [], []]],
    ['{ Sat-MON: 08:00-17:00 }', [[span(8, 17)], [], [], [], [], [span(8, 17)], [span(8, 17)]]],
    ['{ "mon, Wednesday": 08:00 – 17:00 }', [[span(8, 17)], [], [span(8, 17)], [], [], [], []]],
    [
      '{ fri-tue: 10:00-10:30, wed: closed }',
      [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 2 || day > 3 ? [span(10, 10.5)] : [])),
    ],
    ['{ tue-tue: 22:00-06:00 }', [[], [span(22, 30)], [], [], [], [], []]],
    ['{ tue: 22:00-00:00, sun: 00:00-24:00 }', [[], [span(22, 24)], [], [], [], [], [span(0, 24)]]],
    ['{ mon: [13:00-17:00, 08:00-12:00, 12:00-13:00] }', [[span(8, 17)], [], [], [], [], [], []]],
    ['{ mon: [20:00-24:00, 12:00-16:00] }', [[span(12, 16), span(20, 24)], [], [], [], [], [], []]],
    ['{ daily: 00:00-24:00 }', Array.from({ length: 7 }, () => [span(0, 24)])],
    ['24/7', Array.from({ length: 7 }, () => [span(0, 24)])],
    ['"24/7"', Array.from({ length: 7 }, () => [span(0, 24)])],
  ])('hours: %s', (hours, expected) => {
    expect(week(hours)).toEqual(expected);
  });

  test('holidays and overrides in order and once, the zone its own or the file\u2019s', () => {
    const declaration = withCalendars(
      `timezone: Europe/Oslo
calendars:
  a:
    hours:
      mon, tue: 08:00-12:00
    holidays: [2026-05-17, 2026-01-01, 2026-05-17]
    overrides:
      2026-12-24: 8:00-12:00
      2026-01-01: [10:00-11:00]
      2026-12-23: closed
  b: { hours: 24/7, holidays: 2026-01-01, timezone: Asia/Tokyo }`,
      '{ replied: { during: a }, seen: { within: 4h, calendar: b } }',
    );
    expect(declaration.calendars).toEqual([
      {
        name: 'a',
        zone: 'Europe/Oslo',
        week: [[span(8, 12)], [span(8, 12)], [], [], [], [], []],
        holidays: [dayOf(2026, 1, 1), dayOf(2026, 5, 17)],
        overrides: [
          { day: dayOf(2026, 1, 1), spans: [span(10, 11)] },
          { day: dayOf(2026, 12, 23), spans: [] },
          { day: dayOf(2026, 12, 24), spans: [span(8, 12)] },
        ],
      },
      expect.objectContaining({ name: 'b', zone: 'Asia/Tokyo', holidays: [dayOf(2026, 1, 1)], overrides: [] }),
    ]);
  });

  test('conditions hold the calendar itself', () => {
    const condition = '{ all: [{ replied: { within: 4h, calendar: a } }, { opened: { during: a } }] }';
    const declaration = withCalendars('calendars: { a: { hours: 24/7 } }', condition);
    const found = declaration.promises[0]?.channels[0]?.measure;
    const parts = found?.kind === 'kept_when' && found.condition.kind === 'all' ? found.condition.of : [];
    expect(parts.map((part) => ('calendar' in part ? part.calendar : null))).toEqual([
      declaration.calendars[0],
      declaration.calendars[0],
    ]);
    expect(parts[0]).toHaveProperty('calendar', declaration.calendars[0]);
  });
});

describe('environment variables', () => {
  const env = { DIR: '/secret/place', TARGET: '0.87', KEY: 'hunter2', HOURS: '03:17-04:19' };

  test('are put in after the YAML is parsed', () => {
    const text = SOUND.join('\n').replace('email.csv', '"${DIR}/a: {b}.csv"');
    expect(channel(read(text, env), 'email').source?.[0]?.pattern).toBe('/secret/place/a: {b}.csv');
  });

  test('are never printed', () => {
    const changes: readonly (readonly [string, string])[] = [
      ['target: 95%', 'target: ${TARGET}'],
      ['target: 95%', 'target: at leest ${KEY}'],
      ['{ within: 4h }', '{ within: "${KEY}" }'],
      ['{ within: 4h }', '{ wihtin: 4h, is: "${KEY}" }'],
      ['channels: [email]', 'channels: ["${KEY}"]'],
      ['at: opened', 'at: opened, timezone: "${KEY}"'],
      ['at: opened', 'at: opened, repeats: "${KEY}"'],
      ['at: opened', 'at: opened, columns: { replied: { format: "${KEY}" } }'],
      ['brand: Fjellrute', 'period: ${KEY}\nbrand: Fjellrute'],
      ['brand: Fjellrute', 'calendars: { desk: { hours: { mon: "${KEY}" } } }\nbrand: Fjellrute'],
      ['brand: Fjellrute', 'calendars: { desk: { hours: { mon: ["${HOURS}", "${HOURS}"] } } }\nbrand: Fjellrute'],
      ['brand: Fjellrute', 'calendars: { desk: { hours: "${HOURS}" } }\nbrand: Fjellrute'],
      ['{ within: 4h }', '{ within: 4h, calendar: "${KEY}" }'],
    ];
    for (const [from, to] of changes) {
      const found = foundIn(SOUND.join('\n').replace(from, to), env);
      expect(found.length, to).toBeGreaterThan(0);
      const said = JSON.stringify(found);
      for (const value of ['secret', 'hunter2', '0.87', '87%', '03:17', '04:19']) expect(said, to).not.toContain(value);
    }
  });
});
