import { describe, expect, it } from 'vitest';
import { conditions } from '../../../src/diagnostics/catalog/conditions.ts';
import { foundIn } from '../../declaration/found.ts';

/** A promise file whose ninth line is `    kept_when: TEXT`: its condition begins at column 16. */
function file(condition: string, channel = '', calendars = ''): string {
  return [
    'saydo: 1',
    'brand: B',
    'channels:',
    `  email: { source: email.csv${channel} }`,
    'promises:',
    '  quick:',
    '    says: We do.',
    '    target: 50%',
    `    kept_when: ${condition}`,
    '    channels: [email]',
    calendars,
  ].join('\n');
}

interface Case {
  readonly text: string;
  /** `line:column code`, in order. */
  readonly found: readonly string[];
  readonly channel?: string;
  readonly calendars?: string;
}

const at = ', at: opened';

function bad(text: string, ...found: readonly string[]): Case {
  return { text, found, channel: at };
}

/** The same where the file has a calendar named desk. */
function open(text: string, ...found: readonly string[]): Case {
  return { ...bad(text, ...found), calendars: 'calendars: { desk: { hours: 24/7 } }' };
}

const cases: readonly Case[] = [
  bad('solved', '9:16 condition-shape'),
  bad('[solved]', '9:16 condition-shape'),
  bad('{ status: }', '9:18 condition-shape'),
  bad('{ all: [solved] }', '9:24 condition-shape'),
  bad('{ not: solved }', '9:23 condition-shape'),
  bad('{ not: }', '9:18 condition-shape'),
  bad('{ csat: atleast 4 }', '9:24 condition-comparison'),
  bad('{ csat: at-least 4 }', '9:24 condition-comparison'),
  bad('{ csat: at_least 4 }', '9:24 condition-comparison'),
  bad('{ csat: at leest 4 }', '9:24 condition-comparison'),
  bad('{ csat: at lest 80% }', '9:24 condition-comparison'),
  bad('{ csat: atleast4 }', '9:24 condition-comparison'),
  bad('{ csat: "atleast: 4" }', '9:24 condition-comparison'),
  bad('{ wait: at mots 20s }', '9:24 condition-comparison'),
  bad('{ wait: atmost 20s }', '9:24 condition-comparison'),
  bad('{ wait: up to 20s }', '9:24 condition-comparison'),
  bad('{ wait: less than 20s }', '9:24 condition-comparison'),
  bad('{ csat: more than 4 }', '9:24 condition-comparison'),
  bad('{ csat: ovr 4 }', '9:24 condition-comparison'),
  bad('{ csat: undr -4 }', '9:24 condition-comparison'),
  bad('{ csat: MIN 4 }', '9:24 condition-comparison'),
  bad('{ csat: ">= 4" }', '9:24 condition-comparison'),
  bad('{ csat: "=> 4" }', '9:24 condition-comparison'),
  bad('{ csat: ">4" }', '9:24 condition-comparison'),
  bad('{ csat: "<=4" }', '9:24 condition-comparison'),
  bad('{ csat: "≥ 4" }', '9:24 condition-comparison'),
  bad('{ csat: "≤4" }', '9:24 condition-comparison'),
  bad('{ csat: "= 4" }', '9:24 condition-comparison'),
  bad('{ csat: { is: atleast 4 } }', '9:30 condition-comparison'),
  bad('{ csat: { is: atleast 4, blank: missed } }', '9:30 condition-comparison'),
  bad('{ csat: at least }', '9:24 comparison-value'),
  bad('{ csat: at least four }', '9:24 comparison-value'),
  bad('{ csat: over the moon }', '9:24 comparison-value'),
  bad('{ csat: Under Review }', '9:24 comparison-value'),
  bad('{ csat: at least 4.5.6 }', '9:24 comparison-value'),
  bad('{ all: [{ csat: at least 4 }, { csat: good }] }', '9:54 literal-type'),
  bad('{ all: [{ csat: at least 4 }, { csat: [3, good] }] }', '9:58 literal-type'),
  bad('{ all: [{ csat: at least 4 }, { csat: { not: good } }] }', '9:61 literal-type'),
  bad('{ all: [{ wait: at most 20s }, { wait: "20" }] }', '9:55 literal-type'),
  bad('{ csat: { atleast: 4 } }', '9:26 unknown-operator'),
  bad('{ csat: { at_least: 4 } }', '9:26 unknown-operator'),
  bad('{ csat: { At Least: 4 } }', '9:26 unknown-operator'),
  bad('{ replied: { withn: 4h } }', '9:29 unknown-operator'),
  bad('{ replied: { within: 4h, off: opened } }', '9:41 unknown-operator'),
  bad('{ replied: { within: 4h, minu: hold } }', '9:41 unknown-operator'),
  bad('{ csat: { is: at least 4, blnk: missed } }', '9:42 unknown-operator'),
  bad('{ status: { in: [a, b] } }', '9:28 unknown-operator'),
  bad('{ language: { same_language: other } }', '9:30 unknown-operator'),
  bad('{ replied: { of: opened } }', '9:29 stray-companion'),
  bad('{ replied: { by: promised, minus: hold } }', '9:43 stray-companion'),
  bad('{ replied: { within: 4h, grace: 1d } }', '9:41 stray-companion'),
  bad('{ status: { is: a, of: opened } }', '9:35 stray-companion'),
  bad('{ of: opened, replied: { within: 4h } }', '9:18 companion-too-high'),
  bad('{ not: { replied: { within: 4h }, minus: hold } }', '9:50 companion-too-high'),
  bad('{ status: a }\n    where: { status: a, grace: 1d }', '10:25 companion-too-high'),
  open('{ replied: { within: 4h }, calendar: desk }', '9:43 companion-too-high'),
  { text: '{ calendar: desk }', channel: `${at}, columns: { calendar: Calendar }`, found: [] },
  bad('{ Calendar: desk }'),
  bad('{ replied: { within: 4h, of: Replied } }', '9:45 against-itself'),
  bad('{ opened: { within: 4h } }', '9:18 against-itself'),
  bad('{ replied: { by: replied, grace: 1d } }', '9:33 against-itself'),
  bad('{ replied: { within: 4 } }', '9:37 operator-value'),
  bad('{ replied: { within: four hours } }', '9:37 operator-value'),
  bad('{ replied: { within: [4h] } }', '9:37 operator-value'),
  bad('{ replied: { within: } }', '9:29 operator-value'),
  bad('{ replied: { within: 4h, of: [opened] } }', '9:45 operator-value'),
  bad('{ replied: { within: 4h, minus: } }', '9:41 operator-value'),
  bad('{ replied: { by: [promised] } }', '9:33 operator-value'),
  bad('{ replied: { by: promised, grace: one } }', '9:50 operator-value'),
  bad('{ replied: { within: 4h, calendar: desk } }', '9:51 unknown-calendar'),
  bad('{ replied: { by: promised, grace: 4h, calendar: desk } }', '9:64 unknown-calendar'),
  bad('{ replied: { by: promised, calendar: desk } }', '9:53 unknown-calendar'),
  bad('{ replied: { during: desk } }', '9:37 unknown-calendar'),
  open('{ replied: { by: promised, calendar: desk } }', '9:43 calendar-without-grace'),
  open('{ replied: { within: 4h, calendar: dek } }', '9:51 unknown-calendar'),
  open('{ replied: { within: 4h, calender: desk } }', '9:41 unknown-operator'),
  open('{ replied: { within: 4h, calendar: } }', '9:41 operator-value'),
  open('{ replied: { within: 4h, calendar: [desk] } }', '9:51 operator-value'),
  open('{ replied: { calendar: desk } }', '9:29 stray-companion'),
  open('{ replied: { during: desk, calendar: desk } }', '9:43 stray-companion'),
  open('{ replied: { during: [desk] } }', '9:37 operator-value'),
  open('{ replied: { durin: desk } }', '9:29 unknown-operator'),
  open('{ all: [{ wait: { during: desk } }, { wait: { within: 4h, minus: wait } }] }', '9:81 type-clash'),
  bad('{ status: [] }', '9:26 operator-value'),
  bad('{ status: { not: [] } }', '9:33 operator-value'),
  bad('{ status: { not: { a: b } } }', '9:33 operator-value'),
  bad('{ status: [{ not: a }] }', '9:27 operator-value'),
  bad('{ comment: { contains: } }', '9:29 operator-value'),
  bad('{ csat: { at least: [4] } }', '9:36 operator-value'),
  bad('{ language: { same_as: [a] } }', '9:39 operator-value'),
  bad('{ csat: { is: at least 4, blank: pending } }', '9:49 blank-rule'),
  bad('{ csat: { is: at least 4, blank: mised } }', '9:49 blank-rule'),
  bad('{ csat: { is: at least 4, blank: [missed] } }', '9:49 blank-rule'),
  bad('{ comment: { matches: "(" } }', '9:38 bad-pattern'),
  bad('{ comment: { matches: "(?=a)" } }', '9:38 bad-pattern'),
  bad('{ comment: { matches: "(?<!a)b" } }', '9:38 bad-pattern'),
  bad("{ comment: { matches: '(a)\\1' } }", '9:38 bad-pattern'),
  bad('{ reply: presnt }', '9:25 nearly-filled'),
  bad('{}', '9:16 empty-condition'),
  bad('{ all: [] }', '9:23 empty-condition'),
  bad('{ any: solved }', '9:23 operator-value'),
  bad('{ all: [{}] }', '9:24 empty-condition'),
  bad('{ status: {} }', '9:26 empty-condition'),
  bad('{ status: { blank: missed } }', '9:26 empty-condition'),
  bad('{ delivered: { over: promised } }', '9:29 compare-what'),
  { text: '{ replied: { within: 4h } }', found: ['9:27 within-of-what'] },
  // In where.
  bad('{ status: a }\n    where: { replied: { within: 4h } }', '10:25 not-in-where'),
  bad('{ status: a }\n    where: { not: { replied: { by: promised } } }', '10:32 not-in-where'),
  bad('{ status: a }\n    where: { replied: { within: 4h, blank: } }', '10:37 blank-rule'),
  bad('{ status: a }\n    where: { replied: { within: 4h, blank: mised } }', '10:44 blank-rule'),
  bad(
    '{ status: a }\n    where: { any: [{ replied: { within: 4h, blank: missed, by: promised } }, { replied: { by: sent } }] }',
    '10:91 not-in-where',
  ),
  { text: '{ status: a }', channel: `${at}, where: { replied: { within: 4h } }`, found: ['4:63 not-in-where'] },
  // Two at once.
  bad('{ csat: atleast 4, wait: { atmost: 4 } }', '9:24 condition-comparison', '9:43 unknown-operator'),
];

describe('faults of conditions', () => {
  it.each(cases)('$text', ({ text, channel, calendars, found }) => {
    const diagnostics = foundIn(file(text, channel, calendars));
    expect(diagnostics.map(({ code, at: place }) => `${place?.line}:${place?.column} ${code}`)).toEqual(found);
    for (const { severity, help, message } of diagnostics) {
      expect(severity).toBe('error');
      expect(help).toMatch(/\S/);
      expect(message).toMatch(/^[^A-Z].*[^.]$/s);
    }
  });

  it('every code of the catalog is among the cases', () => {
    const told = new Set(cases.flatMap(({ found }) => found.map((place) => place.split(' ')[1])));
    expect(Object.keys(conditions).filter((code) => !told.has(code))).toEqual([]);
  });
});

describe('proposals', () => {
  it.each([
    ['{ csat: atleast 4 }', 'at least 4'],
    ['{ csat: ">= 4" }', 'at least 4'],
    ['{ csat: "=>4" }', 'at least 4'],
    ['{ csat: "≤ 4" }', 'at most 4'],
    ['{ csat: "> 4" }', 'over 4'],
    ['{ csat: "<4" }', 'under 4'],
    ['{ wait: less than 20s }', 'under 20s'],
    ['{ wait: up to 20s }', 'at most 20s'],
    ['{ csat: no less than 80% }', 'at least 80%'],
    ['{ replied: { withn: 4h } }', 'within'],
    ['{ replied: { within: 4h, calender: desk } }', 'calendar'],
    ['{ replied: { durin: desk } }', 'during'],
    ['{ replied: { within: 4h, calendar: desk } }', 'calendars: { desk:'],
    ['{ replied: { within: 4h, off: opened } }', 'of'],
    ['{ csat: { at_least: 4 } }', 'at least'],
    ['{ language: { same_language: other } }', 'same_language_as'],
    ['{ csat: { is: at least 4, blank: mised } }', 'missed'],
    ['{ csat: over the moon }', '[over the moon]'],
    ['{ status: a }\n    where: { replied: { within: 4h } }', 'add blank: missed'],
    ['{ status: a }\n    where: { replied: { by: promised } }', '{ by: promised, blank: missed }'],
  ])('%s: %s', (text, proposal) => {
    expect(foundIn(file(text, at)).map(({ help }) => help)).toEqual([expect.stringContaining(proposal)]);
  });
});

describe('texts that only look like a comparison', () => {
  it.each([
    '{ status: [under review] }',
    '{ status: [over, under] }',
    '{ status: { not: [at least once] } }',
    '{ status: order 66 }',
    '{ status: tier 2 }',
    '{ status: level 3 }',
    '{ status: overdue }',
    '{ status: underway }',
    '{ status: minimal }',
    '{ status: "2nd line" }',
    '{ status: a > b }',
    '{ status: [">= 4"] }',
  ])('%s', (text) => {
    expect(foundIn(file(text, at))).toEqual([]);
  });
});

it.each([
  '{ replied: { within: 4h, of: opened, minus: hold, calendar: desk } }',
  '{ replied: { by: promised, grace: 2d, calendar: desk } }',
  '{ replied: { is: present, during: desk, blank: missed } }',
  '{ not: { replied: { during: desk } } }',
  '{ status: a }\n    where: { replied: { during: desk } }',
  '{ status: a }\n    where: { replied: { within: 4h, calendar: desk, blank: missed } }',
  '{ status: a }\n    where: { not: { replied: { blank: kept, by: promised, grace: 2d, calendar: desk } } }',
  '{ count: a }\n    where: { replied: { by: promised, grace: 1d, calendar: desk, during: desk, blank: excluded } }',
])('%s is sound', (text) => {
  expect(foundIn(file(text, at, 'calendars: { desk: { hours: 24/7 } }'))).toEqual([]);
});

describe('no misspelling softens a condition', () => {
  const words = [
    'at least 4',
    'at most 4',
    'over 4',
    'under 4',
    'at least 80%',
    'at most 20s',
    'over 1.5h',
    'under -2',
  ];
  // Of the short words, one letter more or less would be another word.
  const slips = words.flatMap((word) => {
    const letters = word.split(' ').slice(0, -1).join(' ');
    const value = word.split(' ').at(-1) ?? '';
    return Array.from({ length: letters.length }, (_, index) => [
      letters.slice(0, index) + letters.slice(index + 1),
      letters.slice(0, index) + (letters[index] ?? '') + letters.slice(index),
    ])
      .flat()
      .filter((slip) => slip.replaceAll(/\s+/g, ' ') !== letters)
      .map((slip) => `${slip} ${value}`);
  });

  it.each([...new Set(slips)])('%s', (slip) => {
    expect(foundIn(file(`{ csat: "${slip}" }`, at)).map(({ severity }) => severity)).toContain('error');
    expect(foundIn(file(`{ not: { csat: "${slip}" } }`, at)).map(({ severity }) => severity)).toContain('error');
  });

  it.each([
    'within',
    'by',
    'during',
    'not',
    'at least',
    'contains',
    'matches',
    'same_as',
    'same_language_as',
  ])('a letter less in %s', (key) => {
    for (let index = 0; index < key.length; index += 1) {
      const slip = key.slice(0, index) + key.slice(index + 1);
      const found = foundIn(file(`{ status: { "${slip}": solved } }`, at));
      expect(found.map(({ severity }) => severity)).toContain('error');
    }
  });
});
