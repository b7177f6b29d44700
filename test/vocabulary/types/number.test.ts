import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecimal } from '../../../src/vocabulary/types/decimal.ts';
import { numberOf, numbers } from './build.ts';

const NO = 'unreadable';

describe('number with a decimal point', () => {
  it.each<[string, number | string]>([
    ['5', 5],
    ['-5', -5],
    ['+5', 5],
    ['−5', -5],
    ['- 5', -5],
    ['00123', 123],
    ['1.', 1],
    ['.5', 0.5],
    ['-.5', -0.5],
    ['0.1', 0.1],
    ['-0', 0],
    ['1,234.5', 1234.5],
    ['1,234', 1234],
    ['1,234,567', 1_234_567],
    ['12,345,678.90', 12_345_678.9],
    ['1 234.5', 1234.5],
    ['1\u00a0234', 1234],
    ['1\u2009234\u2009567', 1_234_567],
    ['1\u202f234', 1234],
    ["1'234.5", 1234.5],
    ['1’234', 1234],
    ['1e3', 1000],
    ['1.5E+03', 1500],
    ['2e-2', 0.02],
    ['(5)', -5],
    ['(1,234.50)', -1234.5],
    ['($5)', -5],
    ['12 %', 12],
    ['12%', 12],
    ['-12.5 %', -12.5],
    ['€ 5', 5],
    ['5 €', 5],
    ['$1,234.50', 1234.5],
    ['-$5', -5],
    ['$-5', -5],
    ['$5.00 USD', 5],
    ['US$ 5', 5],
    ['EUR 5', 5],
    ['10 EUR', 10],
    ['10\u00a0kr', 10],
    ['kr 10', 10],
    ['kr. 10', 10],
    ['Kr 1 250.00', 1250],
    ['9007199254740993', 9007199254740992],
    ['123456789012345678901234567890', 1.2345678901234568e29],
    ['0.1234567890123456789', 0.12345678901234568],
    ['', 'blank'],
    [' \u00a0\t', 'blank'],
    ['1,5', NO],
    ['0,125', NO],
    ['0,5', NO],
    ['1,23', NO],
    ['1,2345', NO],
    ['1234,567', NO],
    ['12,34,567', NO],
    ['1,234 567', NO],
    ['1.234,5', NO],
    ['1.2.3', NO],
    ['1,234e3', NO],
    ['.', NO],
    ['-', NO],
    ['()', NO],
    ['(-5)', NO],
    ['((5))', NO],
    ['--5', NO],
    ['- -5', NO],
    ['-€-5', NO],
    ['5-', NO],
    ['%', NO],
    ['€', NO],
    ['€ 12 %', NO],
    ['-€12%', NO],
    ['12 %%', NO],
    ['5k€', NO],
    ['$5M', NO],
    ['5 sek', NO],
    ['5 ABC', NO],
    ['5 pts', NO],
    ['4 min', NO],
    ['NaN', NO],
    ['Infinity', NO],
    ['-Infinity', NO],
    ['1e999', NO],
    ['null', NO],
    ['N/A', NO],
    ['0x10', NO],
    ['1_000', NO],
    ['١٢', NO],
    ['５', NO],
    ['1e', NO],
    ['e3', NO],
    ['1 2', NO],
    ['2026-03-04', NO],
    ['4:31', NO],
  ])('reads %j as %s', (text, expected) => expect(numberOf({ type: 'number' }, text)).toBe(expected));
});

describe('number with a decimal comma', () => {
  it.each<[string, number | string]>([
    ['2,5', 2.5],
    ['1.234,5', 1234.5],
    ['1.234', 1234],
    ['1,234', 1.234],
    ['0,125', 0.125],
    ['1 234,5', 1234.5],
    ['1.234.567', 1_234_567],
    ['-2,5 €', -2.5],
    ['2,5 kr', 2.5],
    ['12,5 %', 12.5],
    ['1,5e3', 1500],
    ['1.5', NO],
    ['0.125', NO],
    ['1,234.5', NO],
    ['1,2,3', NO],
  ])('reads %j as %s', (text, expected) => {
    expect(numberOf({ type: 'number', decimal: ',' }, text)).toBe(expected);
  });
});

describe('percent', () => {
  it.each<[string, number | string]>([
    ['85%', 0.85],
    ['85 %', 0.85],
    ['85.1%', 0.851],
    ['0.07 %', 0.0007],
    ['1,250%', 12.5],
    ['-5%', -0.05],
    ['0', 0],
    ['1', 1],
    ['0.85', 0.85],
    ['85', NO],
    ['1.01', NO],
    ['-0.1', NO],
    ['% 85', NO],
    ['85%%', NO],
    ['%', NO],
    ['', 'blank'],
  ])('reads %j as %s', (text, expected) => expect(numberOf({ type: 'percent' }, text)).toBe(expected));

  it.each<[string, number | string]>([
    ['85', 0.85],
    ['0.5', 0.005],
    ['85%', 0.85],
    ['110', 1.1],
  ])('in a column of percents reads %j as %s', (text, expected) => {
    expect(numberOf({ type: 'percent', unit: 'percent' }, text)).toBe(expected);
  });
});

describe('boolean', () => {
  it.each<[string, number | string]>([
    ['yes', 1],
    ['YES', 1],
    [' True ', 1],
    ['y', 1],
    ['1', 1],
    ['No', 0],
    ['FALSE', 0],
    ['n', 0],
    ['0', 0],
    ['', 'blank'],
    ['ja', NO],
    ['2', NO],
    ['1.0', NO],
    ['x', NO],
  ])('reads %j as %s', (text, expected) => expect(numberOf({ type: 'boolean' }, text)).toBe(expected));
});

describe('any cell', () => {
  it('is mapped before it is read, and blank where it is said to be', () => {
    const cell = {
      type: 'number',
      blank: ['N/A', '-'],
      map: [
        ['Mycket bra', '5'],
        ['inget', 'n/a'],
        ['', '0'],
      ],
    } as const;
    const { values, states } = numbers(cell, ' MYCKET BRA\u00a0', 'n/a', ' - ', 'Inget', '', '-3', 'N/A.');
    expect([...states]).toEqual([0, 1, 1, 1, 0, 0, 2]);
    expect([...values]).toEqual([5, Number.NaN, Number.NaN, Number.NaN, 0, -3, Number.NaN]);
  });

  it('that is unreadable is kept by its row, trimmed, as it stood, cut to 80 characters', () => {
    const column = numbers({ type: 'number', map: [['bad', 'worse']] }, '1', ' Bad ', 'Bad', '2', 'x'.repeat(200));
    expect([...column.unreadable]).toEqual([
      [1, 'Bad'],
      [2, 'Bad'],
      [4, 'x'.repeat(80)],
    ]);
    expect(numbers({ type: 'number' }, `${'x'.repeat(79)}😀`).unreadable.get(0)).toBe('x'.repeat(79));
  });
});

describe('readDecimal', () => {
  it('rounds as JavaScript does, and through percents and units too', () => {
    const digits = fc.stringMatching(/^[0-9]{1,20}$/);
    fc.assert(
      fc.property(digits, digits, fc.constantFrom('', '-'), (whole, decimals, sign) => {
        const text = `${sign}${whole}.${decimals}`;
        expect(readDecimal(text, '.')).toBe(Number(text) + 0);
        expect(readDecimal(text, '.', 2)).toBe(Number(`${text}e-2`) + 0);
      }),
      { numRuns: 1000 },
    );
    expect(readDecimal('1.1', '.', 0, 3600)).toBe(3960);
    expect(readDecimal('0.7', '.', 0, 86_400)).toBe(60_480);
  });

  it('reads what other people write with groups', () => {
    const locales = [
      ['en-US', '.'],
      ['de-DE', ','],
      ['fr-FR', ','],
      ['nb-NO', ','],
      ['de-CH', '.'],
    ] as const;
    const formats = locales.map(([locale, mark]) => ({
      mark,
      format: new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: 'always' }),
    }));
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom(...formats),
        (thousandths, { mark, format }) => {
          expect(readDecimal(format.format(thousandths / 1000), mark)).toBe(thousandths / 1000 + 0);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never reads a comma number as another number under a point', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999 }), fc.integer({ min: 1, max: 6 }), (value, decimals) => {
        const text = (value / 10 ** decimals).toFixed(decimals).replace('.', ',');
        const read = readDecimal(text, '.');
        // Three decimals of a number from 1 to 999 are a group of thousands, and declared to be one.
        if (decimals === 3 && value >= 1000) expect(read).toBe(value);
        else expect(read).toBeNaN();
      }),
    );
  });
});
