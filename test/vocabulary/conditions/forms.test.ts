import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/audit.ts';
import { folder } from '../../cli/folder.ts';

const AS_OF = '2026-06-01T00:00Z';
const AT = '2026-01-01T00:00Z';
const WORDS = { k: 'kept', m: 'missed', p: 'pending', e: 'excluded', u: 'unreadable', f: 'filtered' } as const;

interface Form {
  /** What is written after `kept_when:`, or after `where:`. */
  readonly condition: string;
  /** Headers, joined by commas; `A` (the channel's at) is added where it is missing. */
  readonly headers: string;
  /** `cells=outcome`, a row each; the outcome is the first letter of its word. */
  readonly rows: readonly string[];
  /** More of the channel, and of the file. */
  readonly channel?: string;
  readonly top?: string;
}

function form(condition: string, headers: string, ...rows: readonly string[]): Form {
  return { condition, headers, rows };
}

/** The same with more to say about the channel: the types of its columns, most often. */
function typed(channel: string, condition: string, headers: string, ...rows: readonly string[]): Form {
  return { channel, condition, headers, rows };
}

function zoned(top: string, condition: string, headers: string, ...rows: readonly string[]): Form {
  return { top, condition, headers, rows };
}

/** Every row by its outcome, as saydo tells it: by the segment that numbers it, what is no case by its count alone. */
async function told(
  { headers, rows, channel = '', top = '' }: Form,
  promise: readonly string[],
): Promise<{ rows: string; counts: Readonly<Record<string, number | null>> }> {
  const hasAt = headers.split(',').includes('A');
  const cells = rows.map((row) => row.slice(0, row.lastIndexOf('=')));
  const csv = [
    `${headers}${hasAt ? '' : ',A'},Row`,
    ...cells.map((row, index) => `${row}${hasAt ? '' : `,${AT}`},r${index}`),
  ].join('\n');
  const workingDirectory = folder({
    'rows.csv': `${csv}\n`,
    'promises.yaml': [
      'saydo: 1',
      'brand: B',
      `as_of: ${AS_OF}`,
      ...(top === '' ? [] : [top]),
      'channels:',
      `  c: { source: rows.csv, at: A, segments: [Row], tolerate: 100%, ${channel} }`,
      'promises:',
      '  p:',
      '    says: We do.',
      ...promise.map((line) => `    ${line}`),
      '    target: 50%',
      '    channels: [c]',
    ].join('\n'),
  });
  const { report } = await audit({
    file: 'promises.yaml',
    workingDirectory,
  });
  const cell = report.promises[0]?.channels[0];
  if (cell === undefined) throw new Error('no cell');
  const found = new Map(
    cell.segments.map(({ is, kept, missed }) => [is, kept === 1 ? 'k' : missed === 1 ? 'm' : 'p'] as const),
  );
  const { kept, missed, pending, excluded, unreadable, filtered } = cell;
  return {
    rows: rows.map((_, index) => found.get(`r${index}`) ?? '-').join(' '),
    counts: { kept, missed, pending, excluded, unreadable, filtered },
  };
}

function expected(rows: readonly string[]): Awaited<ReturnType<typeof told>> {
  const letters = rows.map((row) => row.slice(row.lastIndexOf('=') + 1));
  return {
    rows: letters.map((letter) => ('kmp'.includes(letter) ? letter : '-')).join(' '),
    counts: Object.fromEntries(
      Object.entries(WORDS).map(([letter, word]) => [word, letters.filter((found) => found === letter).length]),
    ),
  };
}

const text: readonly Form[] = [
  form('{ S: solved }', 'S', 'solved=k', 'Solved=k', '  SOLVED  =k', 'solve=m', 'solved!=m', '=e'),
  form('{ S: [solved, closed] }', 'S', 'Closed=k', 'solved=k', 'open=m', '=e'),
  form('{ S: [solved] }', 'S', 'SOLVED=k', 'open=m', '=e'),
  form('{ S: { not: spam } }', 'S', 'ham=k', 'Spam=m', '=e'),
  form('{ S: { not: [spam, test] } }', 'S', 'ham=k', 'TEST=m', 'spam=m', '=e'),
  form('{ S: [under review] }', 'S', 'Under review=k', 'under=m'),
  form('{ S: ÅPEN }', 'S', 'åpen=k', 'ÅPEN=k', 'a\u030apen=k', 'apen=m'),
  form('{ S: 02134 }', 'S', '02134=k', '2134=m', '=e'),
  form('{ S: "4" }', 'S', '4=k', '4.0=m'),
  form('{ S: present }', 'S', 'x=k', '=m', '   =m'),
  form('{ S: Blank }', 'S', 'x=m', '=k', '  =k'),
  typed('columns: { S: { column: S, blank: ["N/A"] } }', '{ S: present }', 'S', 'n/a=m', '-=k', '=m'),
  typed('columns: { S: { column: S, blank: ["-"] } }', '{ S: solved }', 'S', '-=e', 'solved=k'),
  typed('columns: { S: { column: S, map: { Ja: yes } } }', '{ S: yes }', 'S', 'ja=k', 'yes=k', 'no=m', 'maybe=u'),
  form('{ Y: yes }', 'Y', 'Yes=k', 'TRUE=k', 'y=k', '1=k', 'no=m', '0=m', '=e', 'perhaps=u'),
  form('{ Y: no }', 'Y', 'Yes=m', 'n=k', 'false=k', '=e'),
  form('{ Y: [yes] }', 'Y', 'Yes=k', 'true=m', '1=m'),
  form('{ C: { contains: refund } }', 'C', 'No Refund yet=k', 'refunded=k', 'money=m', '=e'),
  form('{ C: { contains: [refund, "money back"] } }', 'C', 'MONEY BACK!=k', 'refund=k', 'money=m'),
  form('{ C: { contains: "a.c" } }', 'C', 'xa.cx=k', 'abc=m'),
  form('{ C: { matches: "re(fund|pay)" } }', 'C', 'Repay it=k', 'REFUND=k', 'reply=m', '=e'),
  form('{ C: { matches: "^a\\\\d+$" } }', 'C', 'A12=k', 'a12 b=m', 'ba1=m'),
  form('{ L: { same_as: M } }', 'L,M', 'no,NO=k', ' no , no=k', 'no,nb=m', ',no=e', 'no,=e', ',=e'),
  form(
    '{ L: { same_language_as: M } }',
    'L,M',
    ...['pt-BR,pt=k', 'pt_BR,PT-pt=k', 'nb,no=k', 'nn-NO,nb=k', 'NN,no=k', 'en-GB,en-US=k', 'sv,no=m', 'p,pt=m'],
    ...['zh-Hant,zh-Hans=k', 'iw,he=k', 'in,id=k', 'constructor,constructor=k', 'no,=e', ',no=e'],
  ),
];

const numbers: readonly Form[] = [
  form('{ N: at least 4 }', 'N', '4=k', '4.0=k', '3.999=m', '5=k', '-4=m', '=e', 'four=u'),
  form('{ N: at most 4 }', 'N', '4=k', '4.001=m', '-1=k', '=e'),
  form('{ N: over 0 }', 'N', '0=m', '-0=m', '0.001=k', '=e'),
  form('{ N: under 0 }', 'N', '0=m', '-0.5=k'),
  form('{ N: At Least  4 }', 'N', '4=k', '3=m'),
  form('{ N: { at least: 4 } }', 'N', '4=k', '3=m', '=e'),
  form('{ N: { at least: 4, under: 6 } }', 'N', '3=m', '4=k', '5.9=k', '6=m', '=e'),
  form('{ N: at least 0.1 }', 'N', '0.1=k', '0.10=k', '0.09999=m'),
  form('{ N: at least 1000 }', 'N', '"1,000"=k', '999=m', '€ 1000=k'),
  typed('columns: { N: { column: N, decimal: "," } }', '{ N: at least 8.5 }', 'N', '"8,5"=k', '"8,4"=m', '9=k'),
  form('{ N: at least 29% }', 'N', '29%=k', '28.99%=m', '30 %=k', '=e'),
  typed('columns: { N: { column: N, type: number } }', '{ N: 4 }', 'N', '4=k', '4.0=k', '+4=k', '5=m', '=e', 'x=u'),
  typed('columns: { N: { column: N, type: number } }', '{ N: [4, 5] }', 'N', '4.0=k', '5=k', '6=m'),
  typed('columns: { N: { column: N, type: number } }', '{ N: { not: 0 } }', 'N', '-0=m', '0.0=m', '1=k', '=e'),
  form('{ D: at most 20s }', 'D', '00:00:20=k', '20s=k', '20.5s=m', '00:00:21=m', '0=u', '=e', 'PT20S=k'),
  form('{ D: over 1h 30m }', 'D', '1:30:00=m', '1:30:01=k', '26:00:00=k', '2 h=k'),
  typed('columns: { D: { column: D, unit: minutes } }', '{ D: at most 90s }', 'D', '1.5=k', '1.51=m', '1=k', '=e'),
  typed('columns: { D: { column: D, unit: days } }', '{ D: at most 36h }', 'D', '1.5=k', '1.6=m'),
  typed('columns: { D: { column: D, type: duration } }', '{ D: 20s }', 'D', '00:00:20=k', '20 s=k', '21s=m', '=e'),
];

const columns: readonly Form[] = [
  typed(
    'columns: { N: { column: N, type: number } }',
    '{ N: { at least: M } }',
    'N,M',
    ...['4,4=k', '4,4.1=m', '5,4=k', ',4=e', '4,=e', ',=e', 'x,4=u', '4,x=u', ',x=u'],
  ),
  typed('columns: { N: { column: N, type: number } }', '{ N: { under: M } }', 'N,M', '0.1,0.3=k', '0.3,0.3=m'),
  typed(
    'columns: { N: { column: N, type: duration } }',
    '{ N: { at most: M } }',
    'N,M',
    '20s,00:00:20=k',
    '21s,20s=m',
    '1m,61s=k',
  ),
  typed(
    'columns: { T: { column: T, type: timestamp } }',
    '{ T: { over: U } }',
    'T,U',
    ...['2026-01-02T10:00Z,2026-01-02T10:00Z=m', '2026-01-02T10:00:01Z,2026-01-02T10:00Z=k'],
    ...['2026-01-02T10:00Z,2026-01-02=m', '2026-01-03T00:00Z,2026-01-02=k', '2026-01-02,2026-01-01T23:59Z=k'],
    ...['2026-01-02,2026-01-02=m', '2026-01-02T10:00+02:00,2026-01-02T08:30Z=m', ',2026-01-02=e', '2026-01-02,=e'],
  ),
];

const moments: readonly Form[] = [
  form('{ T: at least 2026-01-02 }', 'T', '2026-01-02=k', '2026-01-01T23:59Z=m', '2026-01-02T00:00Z=k', '=e', 'x=u'),
  form('{ T: at most 2026-01-02 }', 'T', '2026-01-02T23:59:59Z=k', '2026-01-03T00:00Z=m', '2026-01-02=k'),
  form('{ T: over 2026-01-02 }', 'T', '2026-01-02T23:59Z=m', '2026-01-03=k'),
  form('{ T: under 2026-01-02 }', 'T', '2026-01-02=m', '2026-01-01=k'),
  form('{ T: at least 2026-01-02T10:00 }', 'T', '2026-01-02T10:00Z=k', '2026-01-02T09:59Z=m', '2026-01-02=k'),
  form('{ T: under 2026-01-02T10:00 }', 'T', '2026-01-02=m', '2026-01-01=k', '2026-01-02T09:59Z=k'),
  zoned('timezone: Europe/Oslo', '{ T: at least 2026-01-02 }', 'T', '2026-01-01T23:00Z=k', '2026-01-01T22:59Z=m'),
  typed(
    'columns: { T: { column: T, type: timestamp } }',
    '{ T: 2026-01-02 }',
    'T',
    ...['2026-01-02=k', '2026-01-02T23:59Z=k', '2026-01-03T00:00Z=m', '=e'],
  ),
  typed(
    'columns: { T: { column: T, type: date } }',
    '{ T: [2026-01-02, 2026-01-04] }',
    'T',
    ...['2026-01-02=k', '2026-01-04T10:00Z=k', '2026-01-03=m', '=e'],
  ),
  typed(
    'columns: { T: { column: T, type: timestamp } }',
    '{ T: 2026-01-02T10:00Z }',
    'T',
    ...['2026-01-02T10:00Z=k', '2026-01-02T11:00+01:00=k', '2026-01-02T10:01Z=m', '2026-01-02=k'],
  ),
];

const within: readonly Form[] = [
  form('{ R: { within: 4h } }', 'R', '2026-01-01T04:00Z=k', '2026-01-01T04:00:01Z=m', '=m', '2025-12-31T23:00Z=u'),
  form(
    '{ R: { within: 4h } }',
    'A,R',
    '2026-05-31T20:00Z,=m',
    '2026-05-31T20:01Z,=p',
    '2026-05-31T23:00Z,2026-06-01T00:00Z=k',
  ),
  form('{ R: { within: 0s } }', 'R', `${AT}=k`, '2026-01-01T00:00:01Z=m'),
  form('{ R: { within: 2d } }', 'R', '2026-01-03T00:00Z=k', '2026-01-03T00:00:01Z=m'),
  form('{ R: { within: 2d } }', 'R', '2026-01-03=k', '2026-01-04=m', '2025-12-31=u', '2026-01-01=k'),
  form('{ R: { within: 2d } }', 'A,R', '2026-01-01,2026-01-03=k', '2026-01-01,2026-01-04=m', '2026-01-01,=m'),
  form('{ R: { within: 2d } }', 'A,R', '2026-05-29,=m', '2026-05-30,=p', '2026-05-30,2026-05-30=k'),
  form(
    '{ R: { within: 1w } }',
    'A,R',
    '2026-01-01,2026-01-08=k',
    '2026-01-01,2026-01-09=m',
    '2026-01-01,2026-01-08T23:59Z=k',
  ),
  form('{ R: { within: 4h } }', 'A,R', '2026-01-01,2026-01-01=u', '2026-01-01,=u', '2026-01-01T00:00Z,2026-01-01=u'),
  form('{ R: { within: 36h } }', 'A,R', '2026-01-01,2026-01-02=u'),
  form('{ R: { within: 1d 12h } }', 'A,R', '2026-01-01,2026-01-02=u', '2026-01-01T00:00Z,2026-01-02T12:00Z=k'),
  form(
    '{ R: { within: 1h, of: O } }',
    'O,R',
    '2026-02-01T00:00Z,2026-02-01T01:00Z=k',
    '2026-02-01T00:00Z,=m',
    ',=e',
    ',2026-02-01T00:00Z=e',
  ),
  form('{ R: { within: 1h, of: O } }', 'O,R', '2026-05-31T23:30Z,=p', '2026-02-01T00:00Z,2026-01-31T00:00Z=u', 'x,=u'),
  form('{ R: { within: 4h, blank: kept } }', 'R', '=k', '2026-01-01T05:00Z=m'),
  form('{ R: { within: 4h, blank: excluded } }', 'A,R', '2026-05-31T23:00Z,=e', '2026-01-01T00:00Z,=e'),
  form('{ R: { within: 4h, blank: missed } }', 'A,R', '2026-05-31T23:00Z,=m'),
  zoned(
    'timezone: Europe/Oslo',
    '{ R: { within: 24h } }',
    'A,R',
    // The clocks go on by an hour at 02:00 on 29 March.
    ...[
      '2026-03-28T13:00,2026-03-29T14:00=k',
      '2026-03-28T13:00,2026-03-29T14:01=m',
      '2026-03-28T13:00,2026-03-29T13:00=k',
    ],
  ),
  zoned(
    'timezone: Europe/Oslo',
    '{ R: { within: 1d } }',
    'A,R',
    ...[
      '2026-03-28,2026-03-29=k',
      '2026-03-28,2026-03-30=m',
      '2026-03-28T23:59,2026-03-29=k',
      '2026-03-28T13:00,2026-03-29T14:00=k',
    ],
  ),
  typed(
    'columns: { D: { column: D, type: duration } }',
    '{ D: { within: 20s } }',
    'A,D',
    ...[
      `${AT},00:00:20=k`,
      `${AT},21s=m`,
      `${AT},0s=k`,
      `${AT},-5s=u`,
      `${AT},=m`,
      '2026-05-31T23:59:50Z,=p',
      '2026-05-31T23:59:40Z,=m',
    ],
  ),
  typed(
    'columns: { D: { column: D, type: duration } }',
    '{ D: { within: 20s, of: O } }',
    'O,D',
    ...[`${AT},00:00:20=k`, `${AT},=m`, '2026-05-31T23:59:50Z,=p', '2026-05-31T23:59:50Z,x=u'],
  ),
];

const minus: readonly Form[] = [
  form(
    '{ R: { within: 4h, minus: H } }',
    'R,H',
    ...['2026-01-01T05:00Z,1h=k', '2026-01-01T05:00Z,=m', '2026-01-01T05:00Z,59m=m', '2026-01-01T01:00Z,9h=k'],
    ...['2026-01-01T04:00Z,=k', '2026-01-01T01:00Z,x=u', '2025-12-31T23:00Z,9h=u'],
  ),
  form('{ R: { within: 0s, minus: H } }', 'R,H', '2026-01-01T01:00Z,9h=k', '2026-01-01T01:00Z,30m=m'),
  form(
    '{ R: { within: 4h, minus: H } }',
    'A,R,H',
    '2026-05-31T19:00Z,,1h=m',
    '2026-05-31T19:00Z,,61m=p',
    '2026-05-31T19:00Z,,=m',
  ),
  typed(
    'columns: { D: { column: D, type: duration } }',
    '{ D: { within: 20s, minus: H } }',
    'A,D,H',
    ...[
      `${AT},25s,5s=k`,
      `${AT},25s,4s=m`,
      `${AT},25s,=m`,
      `${AT},5s,1h=k`,
      '2026-05-31T23:59:30Z,,11s=p',
      '2026-05-31T23:59:30Z,,10s=m',
    ],
  ),
];

const by: readonly Form[] = [
  form('{ R: { by: P } }', 'R,P', '2026-01-02T10:00Z,2026-01-02T10:00Z=k', '2026-01-02T10:00:01Z,2026-01-02T10:00Z=m'),
  form(
    '{ R: { by: P } }',
    'R,P',
    ',2026-01-02T10:00Z=m',
    ',2026-06-01T00:00Z=m',
    ',2026-06-01T00:01Z=p',
    ',=e',
    '2026-01-02,=e',
  ),
  form('{ R: { by: P } }', 'R,P', '2026-01-02T23:59:59.999Z,2026-01-02=k', '2026-01-03T00:00Z,2026-01-02=m'),
  form(
    '{ R: { by: P } }',
    'R,P',
    '2026-01-02T23:59:59.999999Z,2026-01-02=k',
    '2026-01-02,2026-01-02=k',
    '2026-01-03,2026-01-02=m',
  ),
  form(
    '{ R: { by: P } }',
    'R,P',
    '2026-01-02,2026-01-02T10:00Z=k',
    '2026-01-03,2026-01-02T10:00Z=m',
    ',2026-05-31=m',
    ',2026-06-01=p',
  ),
  form(
    '{ R: { by: P, grace: 1d } }',
    'R,P',
    '2026-01-03,2026-01-02=k',
    '2026-01-04,2026-01-02=m',
    '2026-01-03T23:59Z,2026-01-02=k',
  ),
  form(
    '{ R: { by: P, grace: 1d } }',
    'R,P',
    '2026-01-03T10:00Z,2026-01-02T10:00Z=k',
    '2026-01-03T10:01Z,2026-01-02T10:00Z=m',
  ),
  form(
    '{ R: { by: P, grace: 2h } }',
    'R,P',
    '2026-01-02T12:00Z,2026-01-02T10:00Z=k',
    '2026-01-02T12:01Z,2026-01-02T10:00Z=m',
  ),
  form('{ R: { by: P, grace: 2h } }', 'R,P', '2026-01-03T01:59Z,2026-01-02=k', '2026-01-03T02:00Z,2026-01-02=m'),
  form(
    '{ R: { by: P, grace: 1d } }',
    'R,P',
    ',2026-05-31=p',
    ',2026-05-30=m',
    ',2026-05-31T00:00Z=m',
    ',2026-05-31T00:01Z=p',
  ),
  form('{ R: { by: P, grace: 1w } }', 'R,P', '2026-01-09,2026-01-02=k', '2026-01-10,2026-01-02=m'),
  form('{ R: { by: P, blank: kept } }', 'R,P', ',2026-01-02=k', ',=e'),
  form('{ R: { by: P, blank: excluded } }', 'R,P', ',2026-01-02=e', ',2026-07-01=e'),
  form(
    '{ R: { by: P } }',
    'A,R,P',
    '2026-01-02T10:00Z,2026-01-02T09:59Z,2026-02-01=u',
    '2026-01-02T10:00Z,2026-01-02,2026-02-01=k',
  ),
  form(
    '{ R: { by: P } }',
    'A,R,P',
    '2026-01-02T10:00Z,2026-01-01,2026-02-01=u',
    '2026-01-02,2026-01-02T00:00Z,2026-02-01=k',
  ),
  form(
    '{ R: { by: P } }',
    'A,R,P',
    '2026-01-02T10:00Z,2026-01-03T00:00Z,2026-01-01=m',
    `${AT},x,2026-01-01=u`,
    `${AT},,x=u`,
  ),
  typed(
    'columns: { R: { column: R, type: date } }',
    '{ R: { by: P } }',
    'R,P',
    ...['2026-01-02T23:00Z,2026-01-02T10:00Z=k', ',2026-05-31T10:00Z=m', ',2026-06-01T00:00Z=p'],
  ),
  zoned(
    'timezone: Europe/Oslo',
    '{ R: { by: P } }',
    'R,P',
    '2026-03-29T21:59:59Z,2026-03-29=k',
    '2026-03-29T22:00Z,2026-03-29=m',
  ),
  zoned(
    'timezone: Europe/Oslo',
    '{ R: { by: P, grace: 1d } }',
    'R,P',
    '2026-03-29T21:59Z,2026-03-28=k',
    '2026-03-29T22:00Z,2026-03-28=m',
  ),
  zoned(
    'timezone: Europe/Oslo',
    '{ R: { by: P, grace: 1d } }',
    'R,P',
    '2026-03-29T13:00,2026-03-28T12:00=k',
    '2026-03-29T13:01,2026-03-28T12:00=m',
  ),
];

const DESK = 'calendars: { desk: { hours: { mon-fri: [08:00-12:00, 12:30-17:00] }, holidays: [2026-01-06] } }';

/** The first of January 2026 is a Thursday, and as_of the midnight before Monday, the first of June. */
const calendars: readonly Form[] = [
  zoned(
    DESK,
    '{ R: { within: 4h, calendar: desk } }',
    'A,R',
    ...['2026-01-02T16:00Z,2026-01-05T11:00Z=k', '2026-01-02T16:00Z,2026-01-05T11:01Z=m', '2026-01-03T10:00Z,=m'],
    ...['2026-05-29T13:00Z,=p', '2026-05-29T12:59Z,=m', '2026-05-29T16:00Z,=p', '2026-01-02,=u'],
  ),
  zoned(
    DESK,
    '{ R: { within: 2d, calendar: desk, minus: H } }',
    'A,R,H',
    ...['2026-01-02T16:00Z,2026-01-07T17:00Z,=k', '2026-01-02T16:00Z,2026-01-07T17:01Z,=m'],
    ...['2026-01-02T16:00Z,2026-01-08T08:10Z,10m=k', '2026-01-02,2026-01-07,=k', '2026-01-02,2026-01-08,=m'],
    ...['2026-05-28T10:00Z,,=p', '2026-05-27T10:00Z,,=m'],
  ),
  zoned(
    DESK,
    '{ R: { by: P, grace: 4h, calendar: desk } }',
    'R,P',
    ...['2026-01-05T11:00Z,2026-01-02T16:00Z=k', '2026-01-05T11:01Z,2026-01-02T16:00Z=m', ',2026-05-29T14:00Z=p'],
  ),
  zoned(
    DESK,
    '{ R: { by: P, grace: 2d, calendar: desk } }',
    'R,P',
    ...['2026-01-07T17:00Z,2026-01-02=k', '2026-01-08,2026-01-02=m', ',2026-05-28=p', ',2026-05-27=m'],
  ),
  zoned(
    DESK,
    '{ R: { during: desk } }',
    'R',
    '2026-01-05T08:00Z=k',
    '2026-01-05T17:00Z=m',
    '2026-01-06T09:00Z=m',
    '=e',
    '2026-01-05=u',
  ),
];

const combined: readonly Form[] = [
  form(
    '{ N: at least 4, S: solved }',
    'N,S',
    '4,solved=k',
    '3,solved=m',
    '4,open=m',
    ',solved=e',
    ',open=m',
    'x,open=u',
  ),
  form(
    '{ all: [{ N: at least 4 }, { R: { within: 4h } }] }',
    'A,N,R',
    '2026-05-31T23:00Z,4,=p',
    '2026-05-31T23:00Z,3,=m',
    '2026-05-31T23:00Z,,=p',
  ),
  form(
    '{ any: [{ N: at least 4 }, { R: { within: 4h } }] }',
    'A,N,R',
    '2026-05-31T23:00Z,4,=k',
    '2026-05-31T23:00Z,3,=p',
    `${AT},3,=m`,
    `${AT},,=m`,
  ),
  form('{ any: [{ N: at least 4 }, { M: at least 4 }] }', 'N,M', ',=e', '3,=m', ',4=k', 'x,4=u'),
  form('{ not: { S: spam } }', 'S', 'spam=m', 'ham=k', '=e'),
  form(
    '{ not: { R: { within: 4h } } }',
    'A,R',
    '2026-05-31T23:00Z,=p',
    `${AT},=k`,
    `${AT},2026-01-01T01:00Z=m`,
    `${AT},x=u`,
  ),
  form('{ not: { not: { S: a } } }', 'S', 'a=k', 'b=m', '=e'),
  form('{ not: { S: a, N: at least 1 } }', 'S,N', 'a,1=m', 'b,1=k', 'a,0=k', 'a,=e', 'b,=k'),
  form('{ all: [{ any: [{ S: a }, { S: b }] }, { not: { N: over 5 } }] }', 'S,N', 'a,5=k', 'b,6=m', 'c,1=m', 'a,=e'),
  form('{ S: a, any: [{ N: 1 }, { N: 2 }] }', 'S,N', 'a,1=k', 'a,2=k', 'a,3=m', 'b,1=m'),
];

const long: readonly Form[] = [
  form('{ N: { is: at least 4, blank: missed } }', 'N', '4=k', '3=m', '=m'),
  form('{ N: { is: at least 4, blank: kept } }', 'N', '=k', '3=m'),
  form('{ N: { at least: 4, blank: missed } }', 'N', '=m', '4=k'),
  form('{ S: { is: solved, blank: missed } }', 'S', 'solved=k', '=m'),
  form('{ S: { is: [a, b], blank: kept } }', 'S', 'a=k', 'c=m', '=k'),
  form('{ S: { not: spam, blank: missed } }', 'S', 'ham=k', '=m'),
  form('{ S: { contains: x, blank: kept } }', 'S', 'axb=k', 'a=m', '=k'),
  form('{ S: { matches: x, blank: missed } }', 'S', 'axb=k', '=m'),
  form('{ L: { same_as: M, blank: missed } }', 'L,M', 'a,a=k', ',a=m', 'a,=e'),
  form('{ L: { same_language_as: M, blank: kept } }', 'L,M', ',en=k', 'no,en=m'),
  form('{ Y: { is: yes, blank: missed } }', 'Y', 'yes=k', '=m', 'no=m'),
  form('{ not: { S: { is: a, blank: missed } } }', 'S', 'a=m', 'b=k', '=k'),
];

describe.each([
  ['text', text],
  ['numbers, percents and durations', numbers],
  ['columns against each other', columns],
  ['moments', moments],
  ['within', within],
  ['minus', minus],
  ['by', by],
  ['calendars', calendars],
  ['all, any, not', combined],
  ['the long form and what a blank means', long],
])('%s', (_, forms) => {
  it.each(
    forms.map((one) => [`${one.condition} over ${one.rows.join(' | ')}`, one] as const),
  )('%s', async (_name, one) => {
    expect(await told(one, [`kept_when: ${one.condition}`])).toEqual(expected(one.rows));
  });
});

/** In `where`: kept rows are those that it takes (k), the others are filtered (f) or unreadable (u). */
const wheres: readonly Form[] = [
  form('{ S: solved }', 'S', 'Solved=k', 'open=f', '=f'),
  form('{ S: [solved, open] }', 'S', 'open=k', 'spam=f', '=f'),
  form('{ S: { not: spam } }', 'S', 'spam=f', 'ham=k', '=k'),
  form('{ S: { not: [spam, test] } }', 'S', 'test=f', '=k'),
  form('{ not: { S: spam } }', 'S', 'spam=f', 'ham=k', '=k'),
  form('{ not: { S: { not: spam } } }', 'S', 'spam=k', 'ham=f', '=f'),
  form('{ S: present }', 'S', 'x=k', '=f'),
  form('{ S: blank }', 'S', 'x=f', '=k'),
  form('{ not: { S: blank } }', 'S', 'x=k', '=f'),
  form('{ N: over 0 }', 'N', '1=k', '0=f', '=f', 'x=u'),
  form('{ not: { N: over 0 } }', 'N', '1=f', '0=k', '=k', 'x=u'),
  typed(
    'columns: { N: { column: N, type: number } }',
    '{ N: { at least: M } }',
    'N,M',
    '1,1=k',
    ',1=f',
    '1,=f',
    '0,1=f',
  ),
  form('{ not: { L: { same_as: M } } }', 'L,M', 'a,a=f', 'a,b=k', ',a=k', 'a,=k'),
  form('{ C: { contains: a } }', 'C', 'bab=k', 'b=f', '=f'),
  form('{ not: { C: { contains: a } } }', 'C', 'bab=f', 'b=k', '=k'),
  form('{ C: { matches: "^$" } }', 'C', 'b=f', '=f'),
  form('{ S: { is: x, blank: kept } }', 'S', 'x=k', 'y=f', '=k'),
  form('{ S: { not: x, blank: missed } }', 'S', 'x=f', 'y=k', '=f'),
  form('{ all: [{ S: a }, { N: over 0 }] }', 'S,N', 'a,1=k', 'b,x=f', 'a,x=u', 'a,0=f'),
  form('{ any: [{ S: a }, { N: over 0 }] }', 'S,N', 'a,x=k', 'b,x=u', 'b,1=k', 'b,0=f'),
  form('{ Y: yes }', 'Y', 'yes=k', 'no=f', '=f', 'x=u'),
  form('{ Y: { not: yes } }', 'Y', 'yes=f', 'no=k', '=k'),
  form('{ T: at least 2026-01-02 }', 'T', '2026-01-02=k', '2026-01-01=f', '=f'),
  zoned(
    DESK,
    '{ T: { during: desk } }',
    'T',
    '2026-01-05T08:00Z=k',
    '2026-01-05T12:00Z=f',
    '=f',
    'x=u',
    '2026-01-05=u',
  ),
  // Beside `blank` nothing is pending.
  form(
    '{ R: { within: 4h, blank: missed } }',
    'R',
    '2026-01-01T04:00Z=k',
    '2026-01-01T04:01Z=f',
    '=f',
    '2025-12-31T23:59Z=u',
    '2026-01-01=u',
    'x=u',
  ),
  form(
    '{ not: { R: { within: 4h, blank: missed } } }',
    'R',
    '2026-01-01T04:00Z=f',
    '2026-01-01T04:01Z=k',
    '=k',
    '2025-12-31T23:59Z=u',
    'x=u',
  ),
  form('{ R: { within: 4h, blank: kept } }', 'R', '2026-01-01T04:01Z=f', '=k'),
  form('{ not: { R: { within: 4h, blank: excluded } } }', 'R', '2026-01-01T04:00Z=f', '2026-01-01T04:01Z=k', '=f'),
  // What lies after as_of has not come, and a blank start has nothing to count from.
  form('{ R: { within: 400d, blank: missed } }', 'R', '2026-05-31T00:00Z=k', '2026-06-02T00:00Z=f'),
  form('{ not: { R: { within: 4h, of: O, blank: missed } } }', 'R,O', '2026-01-01T09:00Z,=f', ',2026-01-01T00:00Z=k'),
  form(
    '{ all: [{ S: a }, { R: { within: 4h, blank: missed } }] }',
    'S,R',
    'a,2026-01-01T04:00Z=k',
    'b,2025-12-31T23:59Z=f',
    'a,2025-12-31T23:59Z=u',
    'a,=f',
  ),
  typed(
    'columns: { W: { column: W, type: duration } }',
    '{ W: { within: 20s, blank: missed } }',
    'W',
    '00:00:20=k',
    '00:00:21=f',
    '=f',
    '-00:00:05=u',
  ),
  zoned(
    DESK,
    '{ R: { within: 4h, calendar: desk, blank: missed } }',
    'R,A',
    '2026-01-05T11:00Z,2026-01-05T07:00Z=k',
    '2026-01-06T10:00Z,2026-01-05T07:00Z=f',
    ',2026-01-05T07:00Z=f',
  ),
  form(
    '{ R: { by: D, blank: missed } }',
    'R,D',
    '2026-02-01T12:00Z,2026-02-01=k',
    '2026-02-02T00:00Z,2026-02-01=f',
    ',2026-02-01=f',
    '2026-02-01T12:00Z,=f',
    '2025-12-31T12:00Z,2026-02-01=u',
  ),
  form('{ not: { R: { by: D, grace: 1d, blank: missed } } }', 'R,D', '2026-02-02T12:00Z,2026-02-01=f', ',2026-02-01=k'),
];

describe('where, of a promise and of a channel', () => {
  it.each(
    wheres.map((one) => [`${one.condition} over ${one.rows.join(' | ')}`, one] as const),
  )('%s', async (_, one) => {
    const ofPromise = await told(one, ['kept_when: { Row: present }', `where: ${one.condition}`]);
    expect(ofPromise).toEqual(expected(one.rows));
    const channel = `where: ${one.condition}${one.channel === undefined ? '' : `, ${one.channel}`}`;
    const ofChannel = await told({ ...one, channel }, ['kept_when: { Row: present }']);
    // On the channel, rows that it does not take are no occasions at all.
    const { rows, counts } = expected(one.rows);
    expect(ofChannel).toEqual({ rows, counts: { ...counts, filtered: 0, unreadable: 0 } });
  });
});

describe('matches', () => {
  it('takes time linear in the text, whatever the pattern', async () => {
    const long = 'a'.repeat(20_000);
    const one = form('{ C: { matches: "^(a+)+$" } }', 'C', `${long}!=m`, `${long}=k`);
    expect(await told(one, [`kept_when: ${one.condition}`])).toEqual(expected(one.rows));
  });
});
