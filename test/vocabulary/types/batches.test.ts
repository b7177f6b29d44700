import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../src/model/batch.ts';
import type { CellFormat, ColumnType } from '../../../src/model/column.ts';
import { types } from '../../../src/vocabulary/types/index.ts';
import { builderOf, pushed } from './build.ts';

/** The rows of a column as one can compare them: whatever their batch, state, value and text of each. */
function rowsOf(column: Column): readonly string[] {
  switch (column.kind) {
    case 'text':
      return [...column.codes].map((code) => (code < 0 ? 'blank' : `word ${column.dictionary.words[code]}`));
    case 'id':
      return [...column.states].map((state, row) => `${state} ${[...column.hashes.slice(row * 4, row * 4 + 4)]}`);
    case 'raw':
      throw new TypeError('a raw column does not know its rows');
    default:
      return [...column.states].map((state, row) => `${state} ${column.values[row]} ${column.unreadable.get(row)}`);
  }
}

const CELLS = [
  '',
  ' ',
  'N/A',
  'x',
  'Ärger ',
  'ticket 12345678901234567890',
  '5',
  '1,234.5',
  '85%',
  'yes',
  'no',
  '2026-03-04',
  '2026-03-29 02:30',
  '2026-10-25 02:30',
  '2026-03-04T05:06:07Z',
  '03/04/2026',
  '00:04:31',
  '90s',
];
const COLUMNS: readonly (readonly [Partial<CellFormat>, 'values' | 'id'])[] = [
  ...Object.keys(types).map((type) => [{ type: typeOf(type), zone: 'Europe/Oslo', blank: ['n/a'] }, 'values'] as const),
  [{ blank: ['n/a'] }, 'id'],
];

function typeOf(name: string): ColumnType {
  const found = Object.values(types).find((type) => type.id === name);
  if (found === undefined) throw new Error(name);
  return found.id;
}

describe('batches', () => {
  it('are the same rows, however they are cut', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COLUMNS),
        fc.array(fc.array(fc.constantFrom(...CELLS), { maxLength: 12 }), { maxLength: 6 }),
        ([cell, holds], parts) => {
          const whole = builderOf(cell, holds);
          const cut = builderOf(cell, holds);
          const taken = parts.map((part) => pushed(cut, part));
          // Read only after all are taken: what was handed out is not touched again.
          expect(taken.flatMap(rowsOf)).toEqual(rowsOf(pushed(whole, parts.flat())));
          expect(cut.notes()).toEqual(whole.notes());
        },
      ),
      { numRuns: 600 },
    );
  });

  it('are exactly as long as their rows, also beyond the first room', () => {
    for (const [cell, holds] of COLUMNS) {
      const builder = builderOf(cell, holds);
      const texts = Array.from({ length: 5000 }, (_, row) => CELLS[row % CELLS.length] ?? '');
      const column = pushed(builder, texts);
      const rows = rowsOf(column);
      expect(rows).toHaveLength(5000);
      expect(rows.slice(CELLS.length, 2 * CELLS.length)).toEqual(rows.slice(0, CELLS.length));
      expect(rowsOf(builder.take())).toEqual([]);
      for (const array of Object.values(column)) {
        if (ArrayBuffer.isView(array)) expect(array.buffer.byteLength).toBe(array.byteLength);
      }
    }
  });

  it('keep the case of words, and take a new dictionary once one is large', () => {
    const builder = builderOf({ type: 'text', map: [['ja', 'yes']] });
    const first = pushed(builder, ['Oslo', ' oslo ', '', 'JA', 'Oslo']);
    if (first.kind !== 'text') throw new Error(first.kind);
    expect([...first.codes]).toEqual([0, 1, -1, 2, 0]);
    expect(first.dictionary.words).toEqual(['Oslo', 'oslo', 'yes']);

    const many = pushed(
      builder,
      Array.from({ length: 60_000 }, (_, row) => `word number ${row}`),
    );
    if (many.kind !== 'text') throw new Error(many.kind);
    expect(many.dictionary).toBe(first.dictionary);
    expect(many.dictionary.words).toHaveLength(60_003);
    const next = pushed(builder, ['word number 59999', 'Oslo']);
    if (next.kind !== 'text') throw new Error(next.kind);
    expect(next.dictionary.words).toEqual(['word number 59999', 'Oslo']);
    expect([...next.codes]).toEqual([0, 1]);
    expect(many.dictionary.words).toHaveLength(60_003);
  });
});

describe('types', () => {
  it('are listed under their own id', () => {
    for (const [name, type] of Object.entries(types)) expect(type.id).toBe(name);
  });

  it.each<[Partial<CellFormat>, string]>([
    [{ type: 'number' }, 'a number'],
    [{ type: 'number', decimal: ',' }, 'a number such as 1.234,5'],
    [{ type: 'timestamp' }, 'a time in ISO 8601, such as 2026-03-04T05:06:07'],
    [{ type: 'timestamp', format: 'dd/MM/yyyy HH:mm' }, 'a time as dd/MM/yyyy HH:mm'],
    [{ type: 'timestamp', format: 'epoch-seconds' }, 'a time in seconds since 1970'],
    [{ type: 'date' }, 'a date in ISO 8601, such as 2026-03-04'],
    [{ type: 'duration' }, 'a duration such as 00:04:31, 90s or 1h 2m'],
    [{ type: 'duration', format: 'h:mm' }, 'a duration as h:mm'],
    [{ type: 'duration', unit: 'minutes' }, 'a number of minutes, or a duration such as 00:04:31'],
    [{ type: 'percent' }, 'a percentage such as 85%, or a share from 0 to 1'],
    [{ type: 'percent', unit: 'percent' }, 'a percentage such as 85% or 85'],
    [{ type: 'boolean' }, 'yes or no (or true/false, y/n, 1/0)'],
    [{ type: 'text' }, 'text'],
  ])('of %j expect %s', (cell, expected) => {
    const full: CellFormat = {
      type: 'text',
      format: null,
      zone: 'UTC',
      decimal: '.',
      unit: null,
      blank: [],
      map: [],
      ...cell,
    };
    expect(types[full.type].expects(full)).toBe(expected);
  });
});
