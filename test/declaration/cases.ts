// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of the promise language
/** A sound promise file; cases put other lines in the place of some of its own. */
export const SOUND = [
  'saydo: 1',
  'brand: Fjellrute Cycles',
  'channels:',
  '  email: { source: email.csv, at: opened }',
  'promises:',
  '  quick-reply:',
  '    says: We answer within four hours.',
  '    kept_when: { replied: { within: 4h } }',
  '    target: 95%',
  '    channels: [email]',
] as const;

export interface Case {
  readonly name: string;
  readonly text: string;
  /** `line:column code` of every error and warning, in order; `-` for one without a place. */
  readonly found: readonly string[];
}

/** The sound file with other lines, by number counted from 1; null takes a line away. */
function lines(changes: Readonly<Record<number, string | null>>): string {
  return SOUND.map((line, index) => (Object.hasOwn(changes, index + 1) ? changes[index + 1] : line))
    .filter((line) => line !== null)
    .join('\n')
    .concat('\n');
}

function line(number: number, text: string | null, ...found: readonly string[]): Case {
  return { name: text ?? `without line ${number}`, text: lines({ [number]: text }), found };
}

function text(name: string, whole: string, ...found: readonly string[]): Case {
  return { name, text: whole, found };
}

const email = (keys: string, ...found: readonly string[]): Case =>
  line(4, `  email: { source: email.csv, at: opened, ${keys} }`, ...found);
const top = (keys: string, ...found: readonly string[]): Case => line(2, `brand: Fjellrute Cycles\n${keys}`, ...found);
const key = (keys: string, ...found: readonly string[]): Case => line(9, `    target: 95%\n    ${keys}`, ...found);
const column = (options: string, ...found: readonly string[]): Case =>
  line(4, `  email:\n    source: email.csv\n    at: opened\n    columns: { replied: ${options} }`, ...found);

/** Line and column of everything that is found in a file, code by code; every code of the catalog is among them. */
export const cases: readonly Case[] = [
  // YAML
  text('an empty file', '', '1:1 no-promises'),
  text('only comments', '# nothing yet\n', '1:1 no-promises'),
  text('a text', 'hello\n', '1:1 no-promises'),
  text('a list', '- email\n', '1:1 no-promises'),
  text('an empty map', '{}\n', '1:1 no-promises'),
  line(9, '    target: "95%" !', '9:19 yaml-text-after-quote'),
  line(9, '    target: &a &b 95%', '9:16 yaml-syntax'),
  line(9, '\ttarget: 95%', '9:1 tab-indent'),
  line(9, '   target: 95%', '9:4 bad-indent'),
  line(9, '      target: 95%', '9:7 bad-indent'),
  line(9, '    target: "95%', '9:13 yaml-unclosed-quote'),
  line(9, "    target: 'it's", '9:17 yaml-text-after-quote'),
  line(9, '    target: >= 95%', '9:13 unquoted-comparison'),
  line(9, '    target: > 95%', '9:13 unquoted-comparison'),
  line(8, '    kept_when: { wait: >= 4 }', '8:24 unquoted-comparison'),
  line(9, '    target: %95', '9:13 unquoted-character'),
  line(9, '    target: 95%\n    owner: @support', '10:12 unquoted-character'),
  line(9, '    target: 95%\n    owner: `x`', '10:12 unquoted-character'),
  line(9, '    target: 95%\n    owner: *', '10:12 unquoted-character'),
  line(7, '    says: We answer: within 4h', '7:11 unquoted-colon'),
  line(10, '    channels: [email', '11:1 unclosed-bracket'),
  line(8, '    kept_when: { replied: { within: 4h }', '9:5 unclosed-bracket'),
  line(10, '    channels: [email]]', '10:22 stray-bracket'),
  line(9, '    target', '9:5 missing-colon'),
  line(9, '    target:95%', '9:5 missing-colon'),
  line(8, '    kept_when: { Subject: { matches: "\\d+" } }', '8:39 bad-escape'),
  line(4, '  email: { source: -, at: opened }', '4:20 unquoted-dash'),
  line(4, '  email:\n    source: -\n    at: opened', '5:13 unquoted-dash'),
  line(4, '  email:\n    source:\n      -\n    at: opened', '5:5 unquoted-dash'),
  line(4, '  email: { source: ${DIR}, at: opened }', '4:20 unquoted-variable'),
  line(10, '    channels: [email]\n---\nsaydo: 1', '11:1 two-documents'),
  email('where: { Status: !spam }', '4:60 unknown-tag'),
  line(9, '    target: !!js/function 95%', '9:13 unknown-tag'),
  line(9, '    target: 95%\n    owner: *care', '10:12 unknown-alias'),
  line(9, '    target: 95%\n    owner: &care', '10:12 anchor-without-value'),
  text(
    'an alias bomb',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`).join('\n')}\n`,
    '1:1 unknown-key',
    '1:1 missing-key',
    '1:1 missing-key',
    '1:1 missing-key',
    '2:1 unknown-key',
    '3:1 unknown-key',
    '4:1 unknown-key',
    '5:8 too-many-aliases',
    '6:1 unknown-key',
    '7:1 unknown-key',
    '8:1 unknown-key',
    '9:1 unknown-key',
  ),
  line(10, '    channels: &all [email, *all]', '10:28 circular-alias'),
  text('20 000 brackets', `a: ${'['.repeat(20_000)}`, '1:? too-deep'),
  text('200 brackets', `a: ${'['.repeat(200)}${']'.repeat(200)}`, '1:104 too-deep'),
  line(4, '  email: { source: email.csv, at: opened }\n  chat: { <<: *x, extends: email }', '5:11 merge-key'),
  line(9, '    target: 95%\n    target: 90%', '10:5 duplicate-key'),
  line(9, '    target: .inf', '9:13 not-a-number'),
  line(9, '    target: 95%\n    ? [a]\n    : 1', '10:7 key-not-text'),
  line(9, '    target: 95%\n    : 1', '10:7 key-not-text'),
  email('except: [{ from: 2026-02-03, to: 2026-02-03, reason: mail down, sorry }]', '4:107 comma-in-map'),
  line(7, '    says: We answer question #1.', '7:30 cut-by-hash'),
  line(7, '    says: We answer. # with care'),
  line(2, 'brand: ${NOWHERE}', '2:8 unset-variable'),
  line(2, 'brand: ${1st}', '2:8 bad-variable'),
  line(2, 'brand: $${HOME}'),

  // keys and values
  top('tresholds: 1', '3:1 unknown-key'),
  top('calendars: { desk: { hours: { mon-fri: 08:00-12:00 } } }', '3:1 unknown-key'),
  email('preset: zendesk', '4:43 unknown-key'),
  email('__proto__: { a: 1 }', '4:43 unknown-key'),
  line(4, '  email: { source: email.csv, at: opened }\n  __proto__: { source: b.csv }', '5:3 unknown-key'),
  key('taget: 90%', '10:5 unknown-key'),
  column('{ column: First reply at, fromat: dd.MM.yyyy }', '7:51 unknown-key'),
  line(10, '    channels: { email: { taget: 90% } }', '10:26 unknown-key'),
  line(2, null, '1:1 missing-key'),
  line(7, null, '6:3 missing-key'),
  line(10, null, '4:3 unused-channel', '6:3 missing-key'),
  line(2, 'brand: [a]', '2:8 wrong-shape'),
  line(3, 'channels: email\nx:', '3:11 wrong-shape', '4:1 unknown-key'),
  line(9, '    target: { at least: 95% }', '9:13 wrong-shape'),
  email('columns: [opened]', '4:52 wrong-shape'),
  top('period: weekly', '3:9 unknown-value'),
  top('saydo: 2', '3:1 duplicate-key'),
  line(1, 'saydo: 2', '1:8 unknown-value'),
  email('case: id, repeats: last', '4:62 unknown-value'),
  line(2, 'brand:', '2:1 empty-value'),
  line(2, "brand: ''", '2:8 empty-value'),
  email('tolerate:', '4:43 empty-value'),
  line(10, '    channels: []', '4:3 unused-channel', '10:15 empty-value'),
  line(10, '    channels: { email: { owner: } }', '10:26 empty-value'),
  email('source:', '4:43 duplicate-key'),
  key('weight: heavy', '10:13 bad-value'),
  key('weight: 0', '10:13 bad-value'),
  key('min_cases: 1.5', '10:16 bad-value'),
  key('waived: { until: 2026-02-30, reason: x }', '10:22 bad-value'),
  key('act: { text: x, by: soon }', '10:25 bad-value'),
  key('remedy: { text: x, cost: 10 euro }', '10:30 bad-value'),
  key('warn: at least 97%', '10:11 bad-value'),
  top('as_of: now', '3:8 bad-value'),
  top('window: { last: fortnight }', '3:17 bad-value'),
  top('window: { month: 2026-13 }', '3:18 bad-value'),
  top('window: { week: 2026-W54 }', '3:17 bad-value'),
  email('csv: { delimiter: ";;" }', '4:61 bad-value'),
  line(9, '    target: at leest 95%', '9:13 unknown-comparison'),
  line(9, '    target: roughly 95%', '9:13 unknown-comparison'),
  line(9, '    target: over 95%', '9:13 target-direction'),
  line(9, '    target: ">= 95%"', '9:14 target-direction'),
  line(9, '    target: <= 95%', '9:13 target-direction'),
  line(9, '    target: 0.95', '9:13 share-as-number'),
  line(9, '    target: at least 95', '9:13 share-as-number'),
  top('confidence: 0.95', '3:13 share-as-number'),
  email('tolerate: 1', '4:53 share-as-number'),
  line(9, '    target: 120%', '9:13 share-out-of-range'),
  top('confidence: 50%', '3:13 share-out-of-range'),
  line(9, '    target: at most 4h', '9:13 wrong-unit'),
  key('floor: 4h', '10:12 wrong-unit'),
  line(9, '    target: at most 95%', '9:13 direction-of-measure'),
  key('warn: 90%', '10:11 warn-never-reached'),
  key('warn: 97%'),
  key('floor: 97%', '10:12 floor-beyond-target'),
  key('floor: 50%'),
  line(8, null, '9:16 no-measure'),
  line(9, null, '9:16 no-target'),
  line(10, '    channels: { email: { target: } }', '10:17 no-target'),
  top('window: { last: 90d, month: 2026-03 }', '3:9 window-forms'),
  top('window: {}', '3:9 window-forms'),
  top('window: { from: 2026-03-31, to: 2026-01-01 }', '3:33 days-reversed'),
  email('repeats: latest', '4:52 repeats-needs-case'),
  email('case: id, updated: changed', '4:53 updated-needs-latest'),
  line(4, '  email: { source: email.csv, segments: [hour] }', '4:42 needs-at', '8:27 within-of-what'),
  email('segments: [hour, weekday]'),
  column('{ column: First reply at, format: dd.mm.yyyy }', '7:62 bad-format'),
  column('{ column: First reply at, type: number }', '11:18 type-clash'),
  column('{ column: First reply at, format: dd.MM.yyyy, type: number }', '7:77 type-clash'),

  line(8, '    kept_when: { replied: { under: ordered } }', '8:27 compare-what'),
  text(
    'columns of two types',
    lines({ 8: '    kept_when: { replied: { under: price }, price: over 0 }' }).replace(
      'at: opened',
      'at: opened, columns: { replied: { column: R, type: date }, price: P }',
    ),
    '8:18 compared-types',
  ),
  text(
    'a target on a blind spot',
    lines({ 4: '  email: { note: no export yet }', 8: null, 9: '    target: 45' }),
    '8:13 target-without-direction',
  ),
  text('a sound blind spot', lines({ 4: '  email: { note: no export yet }', 8: null, 9: '    target: at least 45' })),

  // names
  line(10, '    channels: [emial]', '10:16 unknown-channel'),
  line(10, '    channels: { emial: }', '10:17 unknown-channel'),
  line(4, '  email: { source: email.csv, at: opened }\n  chat: { extends: emial }', '5:20 unknown-channel'),
  line(
    4,
    '  email: { source: email.csv, at: opened, extends: chat }\n  chat: { extends: email }',
    '4:52 extends-cycle',
  ),
  line(4, '  email: { source: email.csv, at: opened, extends: email }', '4:52 extends-cycle'),
  top('timezone: Europe/Olso', '3:11 unknown-timezone'),
  top('timezone: +02:00', '3:11 unknown-timezone'),
  line(10, '    channels: [email, email]', '10:23 channel-twice'),
  line(4, '  email: { source: email.csv, at: opened }\n  chat: { source: chat.csv }', '5:3 unused-channel'),
  line(4, '  base: { at: opened }\n  email: { source: email.csv, extends: base }'),
  line(
    4,
    '  email: { source: email.csv, at: opened, columns: { replied: First reply, wait: Wait } }',
    '4:76 unused-column',
  ),
];
