import type { Pledge } from '../../src/model/declaration.ts';
import type { Measure } from '../../src/model/measure.ts';
import { type GroupKeys, NO_PERIOD, type OutcomeTally, type ValueTally } from '../../src/model/tally.ts';
import type { Target } from '../../src/model/target.ts';
import type { CellContext } from '../../src/score/cell.ts';

const here = { file: 'promises.yaml', line: 7, column: 5, length: 1 };

export const SHARE: Target = { op: '>=', value: 0.9, unit: 'share', text: '90%' };

/** A pledge that says nothing but its measure and its target. */
export function pledgeOf(measure: Measure<string>, target: Target, known: Partial<Pledge> = {}): Pledge {
  return {
    ...{ channel: 'c', position: here, measure, measurePosition: here, where: null, target },
    ...{ warn: null, floor: null, benchmark: null, minCases: 1, silenceIsFine: false, weight: 1, every: [] },
    ...{ period: 'day', judge: 'value', waived: null, remedy: null, act: null, owner: null },
    ...known,
  };
}

export function contextOf(pledge: Pledge, known: Partial<CellContext> = {}): CellContext {
  const { measure } = pledge;
  if (measure === null) throw new TypeError('a pledge without a measure');
  return {
    ...{ promise: { id: 'p', says: 'We promise.' }, pledge, measure, confidence: 0.95, asOf: 1e15, asOfDay: 1e6 },
    ...{
      asOfText: null,
      days: null,
      segments: [],
      derived: new Set(),
      channelWhere: null,
      rows: [],
      eventsAside: null,
      eventsEntered: null,
    },
    ...known,
  };
}

/** Keys of groups: a day and one label for each segment. */
export function keysOf(
  groups: readonly { readonly day: number | null; readonly labels: readonly string[] }[],
  segments: readonly string[],
): GroupKeys {
  const labels = segments.map((_, at) => ['(blank)', ...new Set(groups.map((group) => group.labels[at] ?? ''))]);
  return {
    grains: ['day'],
    segments,
    labels,
    count: groups.length,
    periods: [Int32Array.from(groups, ({ day }) => day ?? NO_PERIOD)],
    codes: labels.map((known, at) => Int32Array.from(groups, (group) => known.indexOf(group.labels[at] ?? ''))),
  };
}

export const NO_OPEN = {
  group: new Int32Array(0),
  start: new Float64Array(0),
  pause: new Float64Array(0),
  wholeDays: new Uint8Array(9),
};

/** Zeros, a number a group: what was set aside. */
export function nothingAside(groups: number) {
  const zeros = new Float64Array(groups);
  return { excluded: zeros, unreadable: zeros, filtered: zeros };
}

/** Values by group, in any order. */
export function valuesOf(groups: readonly (readonly number[])[], known: Partial<ValueTally> = {}): ValueTally {
  const starts = new Int32Array(groups.length + 1);
  for (const [group, own] of groups.entries()) starts[group + 1] = (starts[group] ?? 0) + own.length;
  const values = Float64Array.from(groups.flatMap((own) => [...Float64Array.from(own).sort()]));
  return { kind: 'values', ...nothingAside(groups.length), starts, values, open: NO_OPEN, ...known };
}

/** Outcomes without anything open. */
export function outcomesOf(counts: readonly (readonly [kept: number, missed: number])[]): OutcomeTally {
  return {
    kind: 'outcomes',
    ...nothingAside(counts.length),
    kept: Float64Array.from(counts, ([kept]) => kept),
    missed: Float64Array.from(counts, ([, missed]) => missed),
    earliestDue: new Float64Array(counts.length).fill(Number.NEGATIVE_INFINITY),
    open: {
      group: new Int32Array(0),
      due: new Float64Array(0),
      after: new Uint8Array(0),
      customer: new Int32Array(0),
    },
    customers: new Uint8Array(0),
  };
}
