import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellReport, GapReport } from '../../src/model/report.ts';
import { csv } from '../../src/report/formats/csv.ts';
import type { FormatOptions } from '../../src/report/formats/index.ts';
import { audited } from '../audited.ts';
import { generated } from './generated.ts';
import { plainOptions } from './options.ts';
import { empty, everyMeasure, everyVerdict, hostile, promise, report, share } from './samples.ts';

const options: FormatOptions = plainOptions;
const HEADER =
  'brand,promise,says,owner,channel,measure,unit,value,target_op,target,gap,interval_low,interval_high,cases,kept,missed,pending,excluded,unreadable,shortfall,customers_let_down,score,verdict,reason,window_from,window_to,as_of';
const read = (of: GapReport, by: FormatOptions['by'] = 'channel'): string[][] =>
  parse(csv.render(of, { ...options, by }), { record_delimiter: '\r\n' });
const safe = (text: string | null): string =>
  text === null ? '' : /^[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text;

test('the header is the one that report.md promises, and nothing measured is a header alone', () => {
  expect(csv.render(empty, options)).toBe(`${HEADER}\r\n`);
  expect(read(empty, 'period')[0]?.join(',')).toBe(HEADER.replace('channel,', 'channel,period_from,period_to,'));
  expect(read(empty, 'segment')[0]?.join(',')).toBe(HEADER.replace('channel,', 'channel,segment,is,'));
});

/** What is still open is told behind the reason, in digits that a spreadsheet has too. */
function reasonOf({ reason, pending, cases, unit, value_answered_only: alone }: CellReport): string {
  if (alone === null || unit === null) return reason;
  const open = `${pending} still open ${pending === 1 ? 'counts' : 'count'} as waiting so far (Kaplan-Meier)`;
  const ended = `the ${cases} that ended alone, the quicker ${cases === 1 ? 'one' : 'ones'}, would give `;
  return `${reason}${reason === '' ? '' : '; '}${open}; ${ended}`;
}

test('reads back cell for cell', () => {
  fc.assert(
    fc.property(fc.oneof(generated, fc.constant(hostile), fc.constant(everyVerdict)), (any) => {
      const number = (figure: number | null | undefined): string =>
        figure === null || figure === undefined ? '' : String(figure);
      const expected = any.promises.flatMap((promise) =>
        promise.channels.map((cell) => [
          ...[safe(any.brand), safe(promise.id), safe(promise.says), safe(promise.owner), safe(cell.channel)],
          ...[safe(cell.measure), safe(cell.unit), number(cell.value), cell.target.op, number(cell.target.value)],
          ...[number(cell.gap), number(cell.interval?.low), number(cell.interval?.high), number(cell.cases)],
          ...[number(cell.kept), number(cell.missed), number(cell.pending), number(cell.excluded)],
          ...[number(cell.unreadable), number(cell.shortfall), number(cell.customers?.let_down), number(cell.score)],
          ...[
            cell.verdict,
            safe(reasonOf(cell)),
            any.window.from ?? '',
            any.window.to ?? '',
            cell.as_of ?? any.as_of ?? '',
          ],
        ]),
      );
      const column = HEADER.split(',').indexOf('reason');
      const rows = read(any).slice(1);
      const told = rows.map((row) => row.with(column, (row[column] ?? '').replace(/(, would give ).*$/s, '$1')));
      expect(told).toEqual(expected);
    }),
  );
});

describe('parts', () => {
  test('of what adds up have neither gap nor verdict: the target is that of the whole', () => {
    const [header = [], ...rows] = read(everyMeasure, 'period');
    const of = (measure: string, column: string): readonly string[] =>
      rows.filter((row) => row[header.indexOf('measure')] === measure).map((row) => row[header.indexOf(column)] ?? '');
    expect(new Set(of('count', 'gap'))).toEqual(new Set(['']));
    expect(new Set(of('count', 'verdict'))).toEqual(new Set(['']));
    expect(of('count', 'value')).toEqual(['0', '1', '0', '0', '2', '0', '0']);
    expect(of('median', 'gap').slice(0, 3)).toEqual(['600', '300', '-600']);
    expect(of('median', 'verdict').slice(0, 3)).toEqual(['kept', 'kept', 'missed']);
  });

  test.each(['period', 'segment'] as const)('by %s gives one line each, as wide as the header', async (by) => {
    const rows = read(everyVerdict, by);
    const parts = everyVerdict.promises.flatMap(({ channels }) =>
      channels.flatMap(({ periods, segments }): readonly unknown[] => (by === 'period' ? periods : segments)),
    );
    expect(rows).toHaveLength(parts.length + 1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    await expect(csv.render(everyVerdict, { ...options, by })).toMatchFileSnapshot(`golden/every-verdict-by-${by}.csv`);
  });
});

test.each([
  ['=1+2";=1+2', `"'=1+2"";=1+2"`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', `"'\rx"`],
  ['\nx', `"'\nx"`],
  ['\0x', "'\0x"],
  ['＝1', "'＝1"],
  ['a=1', 'a=1'],
  ['a,b', '"a,b"'],
])('a brand called %j is written %j', (brand, written) => {
  const text = csv.render(report([promise('p', 'S.', [share('email', 1, 2, 0.5)])], { brand }), options);
  expect(text.startsWith(`${HEADER}\r\n${written},p,S.,`)).toBe(true);
});

test('negative numbers stay numbers', () => {
  expect(csv.render(everyVerdict, options)).toContain(',-0.03813559322033899');
});

test('a figure that is none is a defect', () => {
  const broken = report([promise('p', 'S.', [share('email', 1, 0, 0.5)])]);
  expect(() => csv.render(broken, options)).toThrow(/cannot be written/);
});

test('a part of what adds up stands beside the target of the whole only where every asks for it', async () => {
  const of = await audited(
    [
      'saydo: 1',
      'brand: Fjellrute Cycles',
      'channels: { desk: { source: desk.csv, at: Opened, segments: [Region] } }',
      'promises:',
      '  in-all: { says: Few., count: { Topic: outage }, target: at most 2, channels: [desk] }',
      '  each: { says: Few., count: { Topic: outage }, target: at most 2, every: [Region], channels: [desk] }',
    ],
    { 'desk.csv': 'Opened,Region,Topic\n2026-03-02,North,outage\n2026-03-03,South,outage\n2026-04-01,South,other\n' },
  );
  const told = (by: 'period' | 'segment') => {
    const [head = [], ...rows] = read(of, by);
    const places = ['promise', 'target_op', 'target', 'gap', 'verdict'].map((name) => head.indexOf(name));
    return rows.map((row) => places.map((place) => row[place]).join(' '));
  };
  expect(new Set(told('period'))).toEqual(new Set(['in-all    ', 'each    ']));
  expect(new Set(told('segment'))).toEqual(new Set(['in-all    ', 'each <= 2 1 kept']));
});
