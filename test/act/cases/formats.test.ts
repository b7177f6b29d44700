import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, CaseOutcome, CasePromise, CasesHead } from '../../../src/act/cases/case.ts';
import { casesCsv } from '../../../src/act/cases/csv.ts';
import { casesJson } from '../../../src/act/cases/json.ts';
import type { CaseList } from '../../../src/act/cases/list.ts';
import { casesMarkdown } from '../../../src/act/cases/markdown.ts';
import { casesTable } from '../../../src/act/cases/table.ts';
import { lengthText } from '../../../src/act/cases/words.ts';
import { written } from '../../../src/act/cases/writer.ts';
import { widthOf } from '../../../src/report/formats/table/text.ts';
import { digits, FROM_THREE, typeset } from '../../../src/report/numbers.ts';

const of: CasePromise = {
  ...{ promise: 'quick-reply', channel: 'email', says: 'We answer.', owner: 'Customer Care' },
  ...{ act: { text: 'Two more people', by: '2026-05-15' }, asOf: '2026-04-01T07:49:00+02:00' },
  ...{ at: 'opened', unit: 'seconds', inDays: FROM_THREE },
};

const one = (given: Partial<Case> = {}): Case => ({
  ...{
    of,
    outcome: 'missed',
    case: 'T1',
    customer: 'C-1',
    again: true,
    over: 8040,
    left: null,
    at: '2026-01-02 08:13',
  },
  ...{ cells: [{ name: 'replied', text: '' }], added: [{ name: 'Subject', text: 'Hello' }], file: 'a.csv', line: 2 },
  ...given,
});

const listOf = (cases: readonly Case[], more = 0, outcome: CaseOutcome = 'missed'): CaseList => {
  const head: CasesHead = {
    ...{
      saydo: '0.1.0',
      brand: 'B',
      asOf: of.asOf,
      window: { from: '2026-01-01', to: '2026-03-31' },
      outcome,
      isWorstFirst: true,
    },
    ...{ followed: [of], unfollowed: [], segments: [], measured: ['replied'], added: ['Subject'] },
  };
  return { head, cases, more };
};

const csvOf = ({ head, cases, more }: CaseList): string => written(casesCsv(head), cases, more);
const jsonOf = ({ head, cases, more }: CaseList): unknown => JSON.parse(written(casesJson(head), cases, more));
const markdownOf = ({ head, cases, more }: CaseList): string => written(casesMarkdown(head), cases, more);
const paper = { width: 100, color: 0, unicode: true } as const;

/** RFC 4180, read by its own words. */
function records(csv: string): readonly (readonly string[])[] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const HOSTILE = [
  '=cmd|calc',
  '@SUM(1)',
  '+1+1',
  'a"b,c\r\nd',
  '\u001b[31mred\u001b]0;title\u0007',
  '\u202egnp.exe',
  '|x|<b>`~@me #1',
  '\0\t\u009b2J',
  '漢字漢字漢字漢字漢字漢字漢字漢字',
  '\ud800',
];
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 20 }));
const hostile = fc.array(fc.tuple(text, text, text, text), { minLength: 1, maxLength: 5 }).map((rows) =>
  rows.map(([name, customer, cell, added]) =>
    one({
      case: name,
      customer,
      cells: [{ name: 'replied', text: cell }],
      added: [{ name: 'Subject', text: added }],
    }),
  ),
);

describe('cells that people wrote', () => {
  it('stay themselves in a CSV, but for a leading apostrophe where a spreadsheet would run them', () => {
    fc.assert(
      fc.property(hostile, (cases) => {
        const [head = [], ...rows] = records(csvOf(listOf(cases)));
        expect(rows).toHaveLength(cases.length);
        for (const [index, found] of cases.entries()) {
          for (const [column, cell] of [
            ['case', found.case],
            ['customer', found.customer],
            ['replied', found.cells[0]?.text],
            ['Subject', found.added[0]?.text],
          ] as const) {
            const shown = rows[index]?.[head.indexOf(column)] ?? '';
            expect(shown === cell || shown === `'${cell}`).toBe(true);
            expect(/^[=@\t\r\0＝＋－＠]/.test(shown)).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('neither steer a terminal nor leave its width', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(40, 57, 80, 120), (cases, width) => {
        const table = casesTable(listOf(cases, 3), { ...paper, width });
        for (const line of table.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(table.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 60 },
    );
  });

  it('are one row each in Markdown, and what they were in JSON', () => {
    fc.assert(
      fc.property(hostile, (cases) => {
        const rows = markdownOf(listOf(cases))
          .split('\n')
          .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
        expect(rows.map((row) => row.split(/(?<!\\)\|/).length)).toEqual([1, ...cases].map(() => 12));
        const known = jsonOf(listOf(cases));
        expect(known).toMatchObject({ cases: cases.map((found) => ({ columns: { Subject: found.added[0]?.text } })) });
      }),
      { numRuns: 40 },
    );
  });

  it('leaves numbers of the export alone', () => {
    const [, row] = records(csvOf(listOf([one({ cells: [{ name: 'replied', text: '-3,5' }] })])));
    expect(row).toContain('-3,5');
  });
});

it('gives a column of the export that has the name of another its own', () => {
  const { head } = listOf([]);
  const [names = []] = records(casesCsv({ ...head, measured: ['case', 'line'] }).begin);
  expect(names.slice(-3)).toEqual(['export: case', 'export: line', 'Subject']);
});

it('is whole without a case', () => {
  expect(jsonOf(listOf([]))).toMatchObject({ schema: 1, kind: 'cases', outcome: 'missed', cases: [], more: 0 });
  expect(records(csvOf(listOf([])))).toHaveLength(1);
  expect(markdownOf(listOf([]))).toContain('nothing missed of quick-reply on email: 1 Jan to 31 Mar 2026');
  expect(casesTable(listOf([], 0, 'pending'), paper)).toContain('nothing pending of quick-reply on email');
});

it.each([
  ['seconds', 8040, '2 h 14 min'],
  ['seconds', 59, '59 s'],
  ['seconds', 3_162_180, '36 d 14 h'],
  ['share', 0.045, '4.5 pts'],
  ['number', 1.3, '1.3'],
  ['number', 2, '2'],
  ['number', 0.00004, '<0.001'],
  ['misses', 1, '1 miss'],
  ['misses', 1200, '1200 misses'],
] as const)('says %s %d as %s', (unit, over, words) => {
  expect(lengthText({ of: { ...of, unit }, over, left: null }, digits)).toBe(words);
  expect(lengthText({ of: { ...of, unit }, over: null, left: over }, digits)).toBe(words);
  expect(lengthText({ of, over: null, left: null }, typeset)).toBe('');
});
