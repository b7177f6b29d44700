import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../src/model/declaration.ts';
import type { Measure } from '../../src/model/measure.ts';
import type { Plan } from '../../src/model/plan.ts';
import { planOf } from '../../src/plan/index.ts';
import { selectFrom } from '../../src/plan/selection.ts';
import { type Cell, condition, declarationOf, type Header, position } from './level-story.ts';

/** Two channels with files of their own. */
function declared(...cells: readonly Cell[]): Declaration {
  const plain = declarationOf({ repeats: 'each', wheres: { c0: null, c1: null }, cells }, '/x');
  const sourceOf = (name: string) => [{ pattern: `${name}.csv`, written: `${name}.csv`, position }];
  return { ...plain, channels: plain.channels.map((one) => ({ ...one, source: sourceOf(one.name) })) };
}

function planned(declaration: Declaration, selected = declaration): Plan {
  return planOf(declaration, { selected, asOf: null, window: null });
}

/** What is counted on each channel: promise, channel that it is judged on, part, subjects of its where. */
function cellsOf(plan: Plan): readonly string[] {
  return plan.sources.flatMap(({ channels, columns }) =>
    channels.flatMap(({ name, cells }) =>
      cells.map(({ promise, channel, part, measure, where }) => {
        const parts = where === null ? [] : where.kind === 'all' ? where.of : [where];
        const subjects = parts.map((one) => ('columns' in one ? columns[one.columns.subject]?.name : '?'));
        return [`${name}: ${promise} ${channel} ${part} ${measure.kind}`, ...subjects].join(' ');
      }),
    ),
  );
}

function columnsOf(plan: Plan, indexes: (source: Plan['sources'][number]) => readonly number[]): readonly string[] {
  return plan.sources.map((source) =>
    indexes(source)
      .map((index) => source.columns[index]?.name)
      .join(' '),
  );
}

const ratio: Measure<Header> = {
  kind: 'ratio',
  per: 1000,
  of: { channel: 'c0', where: condition({ S: 'red' }) },
  to: { channel: 'c1', where: null },
};
const elapsed: Measure<Header> = {
  kind: 'mean',
  operand: { kind: 'elapsed', from: 'F', to: 'T', calendar: null, minus: 'H' },
};
const distinct: Measure<Header> = { kind: 'distinct', column: 'C' };

describe('the plan of every measure', () => {
  it('counts each part of a ratio on the channel that it names', () => {
    const plan = planned(declared({ channel: 'c0', measure: ratio, where: { N: 1 } }));
    // The where of the promise speaks of its own channel alone.
    expect(cellsOf(plan)).toEqual(['c0: p0 c0 of count S N', 'c1: p0 c0 to count']);
    expect(columnsOf(plan, ({ events }) => events)).toEqual(['A', 'A']);
    expect(columnsOf(plan, ({ beginnings }) => beginnings)).toEqual(['A', 'A']);
  });

  it('plans the channel that only a ratio needs, and nothing else on it, whatever is selected', () => {
    const declaration = declared(
      { channel: 'c0', measure: ratio, where: null },
      { channel: 'c1', measure: elapsed, where: null },
    );
    const plan = planned(declaration, selectFrom(declaration, [], ['c0']));
    expect(cellsOf(plan)).toEqual(['c0: p0 c0 of count S', 'c1: p0 c0 to count']);
    // What has come to pass does not depend on what is asked for.
    expect(columnsOf(plan, ({ events }) => events)).toEqual(['A', 'A F T']);
    const other = planned(declaration, selectFrom(declaration, ['p1'], []));
    expect(cellsOf(other)).toEqual(['c1: p1 c1 null mean']);
  });

  it('has no cell for a part whose channel has no source', () => {
    const whole = declared({ channel: 'c0', measure: ratio, where: null });
    const channels = whole.channels.map((one) => (one.name === 'c1' ? { ...one, source: null } : one));
    expect(cellsOf(planned({ ...whole, channels }))).toEqual(['c0: p0 c0 of count S']);
  });

  it('joins both parts on one channel to the same reading', () => {
    const own: Measure<Header> = { ...ratio, to: { channel: 'c0', where: null } };
    const plan = planned(declared({ channel: 'c0', measure: own, where: { N: 1 } }));
    expect(cellsOf(plan)).toEqual(['c0: p0 c0 of count S N', 'c0: p0 c0 to count N']);
  });

  it('holds ids where values are only told apart', () => {
    const plan = planned(
      declared({ channel: 'c0', measure: distinct, where: null }, { channel: 'c0', measure: elapsed, where: null }),
    );
    const [source] = plan.sources;
    const [first, second] = source?.channels[0]?.cells.map(({ measure }) => measure) ?? [];
    const holds = (index: number | null): string | undefined => source?.columns[index ?? -1]?.holds;
    expect(first?.kind === 'distinct' && holds(first.column)).toBe('id');
    expect(second?.kind === 'mean' && second.operand.kind === 'elapsed' && holds(second.operand.minus)).toBe('values');
    expect(columnsOf(plan, ({ events }) => events)).toEqual(['A F T']);
  });
});
