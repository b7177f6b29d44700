import { describe, expect, it } from 'vitest';
import type { Batch, Dictionary, TextColumn } from '../../../src/model/batch.ts';
import type { ColumnPlan } from '../../../src/model/column.ts';
import type { Condition } from '../../../src/model/condition.ts';
import { compileCondition, type Evaluate, Memo, Outcome, once } from '../../../src/vocabulary/conditions/index.ts';

const position = (line: number) => ({ file: 'promises.yaml', line, column: 1, length: 1 });
const cell = { type: 'text', format: null, zone: 'UTC', decimal: '.', unit: null, blank: [], map: [] } as const;
const columns: readonly ColumnPlan[] = ['said', 'meant'].map((name) => ({
  name,
  headers: [name],
  holds: 'values',
  cell,
  position: position(1),
}));

const is = (text: string, line: number): Condition<number> => ({
  kind: 'equals',
  columns: { subject: 0 },
  negate: false,
  values: [{ type: 'text', text }],
  blank: 'excluded',
  position: position(line),
});

function column(dictionary: Dictionary, words: readonly string[]): TextColumn {
  const codes = Int32Array.from(words, (word) => (word === '' ? -1 : dictionary.words.indexOf(word)));
  return { kind: 'text', codes, dictionary };
}

function batch(said: TextColumn, meant: TextColumn): Batch {
  const rows = said.codes.length;
  return { file: 0, rows, lines: new Float64Array(rows), columns: [said, meant], broken: [] };
}

describe('what is evaluated once a batch', () => {
  const words = { words: ['yes', 'no'] };

  it('runs once for a batch and again for the next', () => {
    let runs = 0;
    const run = once((one) => {
      runs += 1;
      return one.rows;
    });
    const [one, other] = [
      batch(column(words, ['yes']), column(words, ['no'])),
      batch(column(words, []), column(words, [])),
    ];
    expect([run(one), run(one), run(other), run(one), runs]).toEqual([1, 1, 0, 1, 3]);
  });

  it('keeps what one condition comes to from what stands around it elsewhere', () => {
    const memo = new Memo<Evaluate>();
    const of = (condition: Condition<number>, place: 'where' | 'kept_when'): Evaluate =>
      compileCondition(condition, { columns, place, asOf: null, memo });
    const plain = of(is('yes', 3), 'kept_when');
    const negated = of({ kind: 'not', of: is('yes', 4) }, 'kept_when');
    const where = of(is('yes', 5), 'where');
    const elsewhere = of({ kind: 'not', of: is('yes', 6) }, 'where');
    const one = batch(column(words, ['yes', 'no', '']), column(words, ['', '', '']));
    const { KEPT, MISSED, EXCLUDED } = Outcome;
    const codes = (evaluate: Evaluate): readonly number[] => [...evaluate(one).codes.subarray(0, one.rows)];
    for (let round = 0; round < 2; round += 1) {
      expect(codes(negated)).toEqual([MISSED, KEPT, EXCLUDED]);
      expect(codes(plain)).toEqual([KEPT, MISSED, EXCLUDED]);
      expect(codes(elsewhere)).toEqual([MISSED, KEPT, MISSED]);
      expect(codes(where)).toEqual([KEPT, MISSED, MISSED]);
    }
  });

  it('compiles equal conditions once, wherever they stand', () => {
    const memo = new Memo<Evaluate>();
    const of = (condition: Condition<number>): Evaluate =>
      compileCondition(condition, { columns, place: 'kept_when', asOf: null, memo });
    expect(of(is('yes', 3))).toBe(of(is('yes', 9)));
    expect(of(is('yes', 3))).not.toBe(of(is('no', 3)));
  });
});

describe('dictionaries that alternate', () => {
  const [one, other] = [{ words: ['en', 'NO', 'nb'] }, { words: ['nb', 'en-GB'] }];
  const same: Condition<number> = {
    kind: 'same',
    columns: { subject: 0, other: 1 },
    as: 'language',
    blank: null,
    position: position(1),
  };

  it('are told apart, also by columns of one batch, and may grow', () => {
    const evaluate = compileCondition(same, { columns, place: 'kept_when', asOf: null });
    const { KEPT, MISSED, EXCLUDED } = Outcome;
    for (let round = 0; round < 3; round += 1) {
      const crossed = batch(column(one, ['en', 'NO', 'nb', '']), column(other, ['en-GB', 'nb', 'en-GB', 'nb']));
      expect([...evaluate(crossed).codes.subarray(0, 4)]).toEqual([KEPT, KEPT, MISSED, EXCLUDED]);
      const back = batch(column(other, ['en-GB', 'nb']), column(one, ['en', 'en']));
      expect([...evaluate(back).codes.subarray(0, 2)]).toEqual([KEPT, MISSED]);
      one.words.push(`x${round}`);
      const grown = batch(column(one, [`x${round}`, 'en']), column(other, ['en-GB', 'en-GB']));
      expect([...evaluate(grown).codes.subarray(0, 2)]).toEqual([MISSED, KEPT]);
    }
  });
});
