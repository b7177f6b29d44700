import { describe, expect, it } from 'vitest';
import { declare } from '../src/declaration/index.ts';
import { Failure } from '../src/diagnostics/failure.ts';
import type { CellReport, GapReport } from '../src/model/report.ts';
import { audited } from './audited.ts';

async function codes(run: Promise<unknown>): Promise<readonly string[]> {
  try {
    await run;
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.diagnostics.map(({ code }) => code);
    throw error;
  }
}

function cell(report: GapReport, promise = 0): CellReport {
  const found = report.promises[promise]?.channels[0];
  if (found === undefined) throw new Error('no cell');
  return found;
}

function counts({ kept, missed, pending, excluded, unreadable, filtered }: CellReport): readonly (number | null)[] {
  return [kept, missed, pending, excluded, unreadable, filtered];
}

/** What is found beside this: a promise of one or two rows is decided by a handful. */
function findings({ findings: found }: GapReport): GapReport['findings'] {
  return found.filter(({ code }) => code !== 'handful');
}

/** One promise on one channel over rows.csv. */
function file(
  channel: string,
  kept: string,
  { top = '', promise = '' }: { top?: string; promise?: string } = {},
): readonly string[] {
  return [
    'saydo: 1',
    'brand: B',
    ...(top === '' ? [] : [top]),
    'channels:',
    `  c: { source: rows.csv, ${channel} }`,
    'promises:',
    '  p:',
    '    says: We do.',
    `    kept_when: ${kept}`,
    '    target: 50%',
    ...(promise === '' ? [] : [`    ${promise}`]),
    '    channels: [c]',
  ];
}

const rows = (...lines: readonly string[]): Readonly<Record<string, string>> => ({
  'rows.csv': `${lines.join('\n')}\n`,
});

// Defects that were found once: each test says what the language asks for, in the smallest case that went wrong.
describe('defects that do not come back', () => {
  it('an explicit as_of before the newest event leaves deadlines after it pending (engines/local.ts settleAt)', async () => {
    const report = await audited(
      file('at: A', '{ R: { within: 4h } }', { top: 'as_of: 2026-01-10T12:00Z' }),
      rows('A,R', '2026-01-10T11:00Z,', '2026-01-12T11:00Z,2026-01-12T12:00Z'),
    );
    expect(counts(cell(report))).toEqual([0, 0, 1, 0, 0, 0]);
  });

  it('an unreadable cell outside the window does not stop a channel with repeats: all', async () => {
    const report = await audited(
      file('at: A, case: C, repeats: all', '{ N: at least 4 }', {
        top: 'window: { from: 2026-01-01, to: 2026-01-31 }',
      }),
      rows('C,A,N', '1,2026-01-05,5', '2,2026-03-05,five'),
    );
    expect(counts(cell(report))).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('a promise counts the same whether it is selected alone or with the others (explicit as_of)', async () => {
    const lines = [
      ...file('at: A', '{ T: present }', { top: 'as_of: 2026-01-10T12:00Z' }),
      '  q: { says: Q., kept_when: { T: { within: 1h } }, target: 50%, channels: [c] }',
    ];
    const files = rows('A,T', '2026-01-10T11:30Z,2026-01-10T12:30Z');
    const whole = cell(await audited(lines, files));
    const alone = cell(await audited(lines, files, { promises: ['p'] }));
    expect(counts(alone)).toEqual(counts(whole));
  });

  it('dates without a time against hours are refused also where every event is blank', async () => {
    const run = audited(
      file('at: A, columns: { R: { column: R, type: date } }', '{ R: { within: 4h } }'),
      rows('A,R', '2026-01-10T11:00Z,'),
    );
    expect(await codes(run)).toEqual(['date-without-time']);
  });

  it('in where, blank: excluded leaves the row out', async () => {
    const report = await audited(
      file('at: A, where: { S: { is: x, blank: excluded } }', '{ N: at least 4 }'),
      rows('A,S,N', '2026-01-10,x,5', '2026-01-10,,5'),
    );
    expect(report.sources[0]).toMatchObject({ entered: 1, filtered: 1 });
  });

  it('in where, blank: excluded means the same in either order of its parts', async () => {
    const where = async (text: string): Promise<readonly (number | null)[]> =>
      counts(
        cell(
          await audited(
            file('at: A', '{ N: at least 4 }', { promise: `where: ${text}` }),
            rows('A,S,N', '2026-01-10,,5'),
          ),
        ),
      );
    const one = await where('{ all: [{ S: { is: x, blank: excluded } }, { N: present }] }');
    const other = await where('{ all: [{ N: present }, { S: { is: x, blank: excluded } }] }');
    expect(one).toEqual(other);
  });

  it('with repeats: all the derived segments follow the earliest at', async () => {
    const report = await audited(
      file('at: A, case: C, repeats: all, segments: [weekday]', '{ N: at least 4 }'),
      rows('C,A,N', '1,2026-01-06T10:00,5', '1,2026-01-05T10:00,5'),
    );
    expect(cell(report).segments.map(({ is }) => is)).toEqual(['Mon']);
  });

  it('a blank rule beside present is not dropped', async () => {
    const report = await audited(
      file('at: A', '{ R: { is: present, blank: excluded } }'),
      rows('A,R', '2026-01-10,x', '2026-01-10,'),
    );
    expect(counts(cell(report))).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('milliseconds are compared exactly: 1.001 s is within 1001ms', async () => {
    const report = await audited(
      file('at: A', '{ R: { within: 1001ms } }'),
      rows('A,R', '2026-01-10T11:00:00Z,2026-01-10T11:00:01.001Z'),
    );
    expect(counts(cell(report))).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('durations are compared exactly: 0.8 s less 0.6 s is within 200ms', async () => {
    const report = await audited(
      file('at: A, columns: { W: { column: W, type: duration } }', '{ W: { within: 200ms, minus: H } }'),
      rows('A,W,H', '2026-01-10T11:00Z,00:00:00.8,00:00:00.6'),
    );
    expect(counts(cell(report))).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('a date in the promise file is a day of the zone that the cell is a day of (column with its own zone)', async () => {
    const report = await audited(
      file('at: A, columns: { T: { column: T, timezone: America/New_York } }', '{ T: at least 2026-01-02 }', {
        top: 'timezone: Europe/Oslo',
      }),
      rows('A,T', '2026-01-10,2026-01-01T12:00', '2026-01-10,2026-01-02T12:00'),
    );
    expect(counts(cell(report))).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it('equal dates, a column with its own zone', async () => {
    const report = await audited(
      file('at: A, columns: { T: { column: T, timezone: America/New_York, type: date } }', '{ T: 2026-01-02 }'),
      rows('A,T', '2026-01-10,2026-01-01', '2026-01-10,2026-01-01', '2026-01-10,2026-01-02'),
    );
    expect(counts(cell(report))).toEqual([1, 2, 0, 0, 0, 0]);
  });

  it('a date as a deadline ends as the day it names, where its column has a zone east of the channel', async () => {
    const report = await audited(
      file('at: A, columns: { D: { column: D, timezone: Asia/Tokyo } }', '{ R: { by: D } }'),
      rows('A,R,D', '2026-01-10T08:00Z,2026-01-11T10:00Z,2026-01-11'),
    );
    expect(counts(cell(report))).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('dates of two zones are compared as days', async () => {
    const report = await audited(
      file(
        'at: A, columns: { D: { column: D, timezone: Asia/Tokyo, type: date }, E: { column: E, type: date } }',
        '{ E: { at most: D } }',
      ),
      rows('A,E,D', '2026-01-10,2026-01-11,2026-01-11'),
    );
    expect(counts(cell(report))).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('rows outside the window do not change how a segment is spelt, nor do the seams of batches', async () => {
    const lines = file('at: A, segments: [S]', '{ N: at least 4 }', {
      top: 'window: { from: 2026-01-01, to: 2026-01-31 }',
    });
    const files = rows('A,S,N', '2026-01-10,north,5', '2026-03-10,NORTH,5');
    const named = async (batchRows: number): Promise<readonly string[]> =>
      cell(await audited(lines, files, { batchRows })).segments.map(({ is }) => is);
    expect(await named(1000)).toEqual(await named(1));
  });

  it('a segment that misses makes the cell missed also where judge: interval leaves the whole open', async () => {
    const kept = (segment: string, yes: number, no: number): string[] => [
      ...Array.from({ length: yes }, () => `2026-01-10,${segment},5`),
      ...Array.from({ length: no }, () => `2026-01-10,${segment},1`),
    ];
    const report = await audited(
      file('at: A', '{ N: at least 4 }', { promise: 'every: [S]\n    judge: interval' }),
      rows('A,S,N', ...kept('a', 54, 0), ...kept('b', 0, 50)),
    );
    expect(cell(report).segments.map(({ is, verdict }) => `${is} ${verdict}`)).toEqual(['b missed', 'a kept']);
    expect(cell(report).verdict).toBe('missed');
  });

  it('a period below min_cases stays out of the trend', async () => {
    const days = (day: string, yes: number, no: number): string[] => [
      ...Array.from({ length: yes }, () => `${day},5`),
      ...Array.from({ length: no }, () => `${day},1`),
    ];
    const report = await audited(
      file('at: A', '{ N: at least 4 }', { promise: 'min_cases: 20\n    period: month' }),
      rows('A,N', ...days('2026-01-10', 0, 3), ...days('2026-02-10', 20, 5), ...days('2026-03-10', 20, 5)),
    );
    expect(cell(report).trend?.change).toBe(0);
  });

  it('with repeats: latest an unreadable updated cell of a row that takes part is named', async () => {
    const run = audited(
      file('at: A, case: C, repeats: latest, updated: U', '{ N: at least 4 }'),
      rows('C,A,U,N', '1,2026-01-10,2026-01-10,5', '1,2026-01-10,soon,1'),
    );
    expect(await codes(run)).toEqual(['unreadable-cell']);
  });

  it('an elapsed time that ends after an explicit as_of has not ended yet', async () => {
    const report = await audited(
      file('at: A, columns: { W: { column: W, type: duration } }', '{ W: { within: 4h } }', {
        top: 'as_of: 2026-01-10T12:00Z',
      }),
      rows('A,W', '2026-01-10T11:00Z,03:00:00'),
    );
    expect(counts(cell(report))).toEqual([0, 0, 1, 0, 0, 0]);
  });

  it('an elapsed time since a blank start is excluded, as an event since a blank start is', async () => {
    const report = await audited(
      file('at: A, columns: { W: { column: W, type: duration } }', '{ W: { within: 4h, of: S } }'),
      rows('A,S,W', '2026-01-10T11:00Z,2026-01-10T11:00Z,03:00:00', '2026-01-10T11:00Z,,'),
    );
    expect(counts(cell(report))).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('with repeats: all, rows that began after an explicit as_of do not count into their case', async () => {
    const report = await audited(
      file('at: A, case: C, repeats: all', '{ R: { within: 1d } }', { top: 'as_of: 2026-01-10T12:00Z' }),
      rows('C,A,R', '1,2026-01-01T11:00Z,2026-01-01T12:00Z', '1,2026-01-20T11:00Z,'),
    );
    expect(counts(cell(report))).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('a row that where does not settle is no entered row without an occasion (repeats: all, blank: excluded)', async () => {
    const report = await audited(
      file('at: A, case: C, repeats: all, where: { S: { is: x, blank: excluded } }', '{ N: at least 4 }'),
      rows('C,A,S,N', '1,2026-01-10,x,5', '2,2026-01-10,,5'),
    );
    expect(report.sources[0]?.entered).toBe(cell(report).occasions);
  });

  it.each([
    'more then 4',
    'les than 4',
    'atleast four',
    '!= 4',
    '<> 4',
  ])('a misspelt comparison is an error: %s', (text) => {
    const lines = file('at: A', `{ N: "${text}" }`).join('\n');
    expect(() => declare(lines, { file: 'promises.yaml', directory: '/', env: {} })).toThrow(Failure);
  });

  it.each(['presnt', 'blnk', 'balnk'])('a misspelt present or blank is an error: %s', (text) => {
    const lines = file('at: A', `{ not: { N: ${text} } }`).join('\n');
    expect(() => declare(lines, { file: 'promises.yaml', directory: '/', env: {} })).toThrow(Failure);
  });

  it('the waiver of a cell and the finding about it speak of the same day', async () => {
    const report = await audited(
      [
        'saydo: 1',
        'brand: B',
        'channels:',
        '  c: { source: rows.csv, at: A }',
        '  d: { source: more.csv, at: A }',
        'promises:',
        '  p: { says: P., kept_when: { N: at least 4 }, target: 50%, channels: { c: { waived: { until: 2026-01-31, reason: r } }, d: } }',
      ],
      { 'rows.csv': 'A,N\n2026-01-10,1\n', 'more.csv': 'A,N\n2026-02-10,5\n' },
    );
    expect(cell(report).verdict === 'waived').toBe(!report.findings.some(({ code }) => code === 'waiver-ended'));
  });

  it('one misdated row does not make a report of hundreds of thousands of periods', async () => {
    const report = await audited(
      file('at: A', '{ N: at least 4 }', { top: 'period: day' }),
      rows('A,N', '0206-01-10,5', '2026-01-10,5'),
    );
    expect(cell(report).periods.length).toBeLessThan(10_000);
  });

  it('with repeats: all a case that cannot be read is one occasion among those tolerated, however many rows it has', async () => {
    const report = await audited(
      file('at: A, case: C, repeats: all, tolerate: 100%', '{ N: at least 4 }'),
      rows('C,A,N', '1,2026-01-10,five', '1,2026-01-10,six'),
    );
    expect(counts(cell(report))).toEqual([0, 0, 0, 0, 1, 0]);
  });

  it('in where, not does not turn what blank: excluded leaves out into what is taken', async () => {
    const report = await audited(
      file('at: A, where: { not: { S: { is: x, blank: excluded } } }', '{ N: at least 4 }'),
      rows('A,S,N', '2026-01-10,y,5', '2026-01-10,,5'),
    );
    expect(report.sources[0]).toMatchObject({ entered: 1, filtered: 1 });
  });

  it.each([
    'P1',
    'A1',
    'T3',
    'v2.0',
    'B2B',
    's3cret',
    'fax 3',
    'tax 20',
    'ever 3',
  ])('an ordinary value is no misspelt comparison: %s', async (value) => {
    const report = await audited(file('at: A', `{ S: ${value} }`), rows('A,S', `2026-01-10,${value}`, '2026-01-10,x'));
    expect(counts(cell(report))).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it('not blank is present, and not present is blank', async () => {
    const files = rows('A,R', '2026-01-10,x', '2026-01-10,');
    expect(counts(cell(await audited(file('at: A', '{ R: { not: blank } }'), files)))).toEqual([1, 1, 0, 0, 0, 0]);
    const inWhere = file('at: A, where: { R: { not: blank } }', '{ A: present }');
    expect((await audited(inWhere, files)).sources[0]).toMatchObject({ entered: 1, filtered: 1 });
    const without = file('at: A, where: { R: { not: present } }', '{ A: present }');
    expect((await audited(without, files)).sources[0]).toMatchObject({ entered: 1, filtered: 1 });
  });

  it('a lone exclamation mark is a tag, and no way to say not', () => {
    const lines = file('at: A, where: { S: ! spam }', '{ N: at least 4 }').join('\n');
    expect(() => declare(lines, { file: 'promises.yaml', directory: '/', env: {} })).toThrow(/YAML tag/);
  });

  it('a footer begins at the last record that begins so, and what stands above it is data', async () => {
    const report = await audited(
      file('csv: { footer: Total }', '{ s: ok }'),
      rows('s,n', 'ok,1', 'fail,1', 'Totally fine,1', 'ok,1', 'Total,4', 'made by a tool,'),
    );
    expect(counts(cell(report))).toEqual([2, 2, 0, 0, 0, 0]);
  });

  it('a header that stands again in the midst of the rows is named', async () => {
    const run = audited(file('at: A', '{ S: solved }'), rows('A,S', '2026-01-10,solved', 'A,S', '2026-01-10,open'));
    expect(await codes(run)).toEqual(['repeated-header']);
  });

  it('2,500 in a file set apart by semicolons is asked about, and read as declared', async () => {
    const files = rows('A;N', '2026-01-10;2,500', '2026-01-10;1,250');
    expect(await codes(audited(file('at: A', '{ N: over 2 }'), files))).toEqual(['unreadable-cell']);
    const comma = file('at: A, columns: { n: { column: N, decimal: "," } }', '{ n: over 2 }');
    expect(counts(cell(await audited(comma, files)))).toEqual([1, 1, 0, 0, 0, 0]);
    const point = file('at: A, columns: { n: { column: N, decimal: "." } }', '{ n: over 2 }');
    expect(counts(cell(await audited(point, files)))).toEqual([2, 0, 0, 0, 0, 0]);
  });

  it('rows that say no time are a finding', async () => {
    const report = await audited(file('at: A', '{ N: at least 4 }'), rows('A,N', '2026-01-10,5', ',1', ',1'));
    expect(findings(report).map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "undated-rows: 2 rows of 3 on c have no 'A' and belong to no window",
    ]);
  });

  it('an event more than a year after all others is a finding: as_of goes by it', async () => {
    const lines = file('at: A', '{ R: { within: 1d } }');
    const files = rows('A,R', '2026-01-10,2026-01-10', '2026-01-11,2026-01-11', '2026-01-12,2062-01-12');
    expect((await audited(lines, files)).findings.map(({ code }) => code)).toContain('as-of-ahead');
  });

  it('a waiver stands where nothing bears a time', async () => {
    const waived = { promise: 'waived: { until: 2026-12-31, reason: known }' };
    const report = await audited(file('note: n', '{ N: at least 4 }', waived), rows('N', '1'));
    expect(cell(report).verdict).toBe('waived');
  });

  it('the window that was asked for stands in the report, also where it holds nothing', async () => {
    const lines = file('at: A', '{ N: at least 4 }');
    const report = await audited(lines, rows('A,N', '2026-01-10,5'), { from: '2030-01-01' });
    expect(report.window).toEqual({ from: '2030-01-01', to: null });
  });

  it('warnings of the promise file are findings of the report', async () => {
    const report = await audited(
      file('at: A, columns: { unused: N }', '{ N: at least 4 }'),
      rows('A,N', '2026-01-10,5'),
    );
    expect(findings(report)).toMatchObject([{ code: 'unused-column', severity: 'warning', line: 4 }]);
  });

  it('a value of the environment with a hyphen in it can be kept out of a warning', async () => {
    const lines = file('at: A, columns: { unused: N }', '{ N: at least 4 }').join('\n');
    const directory = '/';
    const text = lines.replace('rows.csv', '"${D}/a-b.csv"');
    const declaration = declare(text, { file: 'promises.yaml', directory, env: { D: '/x-y' } });
    expect(declaration.warnings.map(({ code }) => code)).toEqual(['unused-column']);
    expect(declaration.channels[0]?.source).toMatchObject([{ pattern: '/x-y/a-b.csv', written: '${D}/a-b.csv' }]);
  });

  it('no message about the data shows the value of an environment variable', async () => {
    const lines = file('at: A, case: "${T}"', '{ S: "${V}" }');
    const asked = { env: { T: 's3cret-header', V: 'top-secret' } };
    try {
      await audited(lines, rows('A,S', '2026-01-10,x'), asked);
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain('s3cret-header');
      expect(String(error)).toContain('${T}');
    }
    const found = await audited(file('at: A', '{ S: "${V}" }'), rows('A,S', '2026-01-10,x'), asked);
    expect(findings(found).map(({ message }) => message)).toEqual(["no cell of 'S' on c says '${V}'; it holds x"]);
  });
});
