import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { join, NEVER_DUE, Outcome, settled } from '../../../src/vocabulary/conditions/index.ts';
import { negated } from '../../../src/vocabulary/conditions/outcome.ts';

type Word = 'kept' | 'missed' | 'pending' | 'excluded' | 'unreadable';
type Group = 'all' | 'any';

const WINNER = { all: Outcome.MISSED, any: Outcome.KEPT } as const;

/** Who wins, first to last, as the language says it; an unreadable cell before all. */
const ORDER: Readonly<Record<Group, readonly Word[]>> = {
  all: ['unreadable', 'missed', 'pending', 'excluded', 'kept'],
  any: ['unreadable', 'kept', 'pending', 'missed', 'excluded'],
};

function naive(group: Group, ...words: readonly Word[]): Word {
  return ORDER[group].find((word) => words.includes(word)) ?? 'unreadable';
}

interface Step {
  readonly code: number;
  readonly due: number;
}

function joined(group: Group, a: Step, b: Step): Step {
  const into = { code: 0, due: 0 };
  join({ ...a }, { ...b }, WINNER[group], into);
  return into;
}

/** The word for a step at a moment. */
function at({ code, due }: Step, moment: number): Word {
  const now = settled(code, due, moment);
  if (now === null) return 'pending';
  if (now === Outcome.KEPT) return 'kept';
  if (now === Outcome.MISSED) return 'missed';
  return now === Outcome.EXCLUDED ? 'excluded' : 'unreadable';
}

const NOW = 100;
const SAMPLES: Readonly<Record<Exclude<Word, 'unreadable'>, readonly Step[]>> = {
  kept: [
    { code: Outcome.KEPT, due: NEVER_DUE },
    { code: Outcome.KEPT, due: 200 },
    { code: Outcome.OPEN_KEPT, due: 50 },
    { code: Outcome.OPEN_KEPT, due: NOW },
  ],
  missed: [
    { code: Outcome.MISSED, due: NEVER_DUE },
    { code: Outcome.OPEN_MISSED, due: 50 },
    { code: Outcome.OPEN_MISSED, due: NOW },
  ],
  pending: [
    { code: Outcome.OPEN_MISSED, due: 150 },
    { code: Outcome.OPEN_KEPT, due: 150 },
    { code: Outcome.OPEN_EXCLUDED, due: 150 },
    { code: Outcome.OPEN_MISSED, due: Number.POSITIVE_INFINITY },
  ],
  excluded: [
    { code: Outcome.EXCLUDED, due: NEVER_DUE },
    { code: Outcome.OPEN_EXCLUDED, due: 50 },
  ],
};

// Rows: the first part; columns: the second. Written out from the language, not computed.
const TABLES: Readonly<Record<Group, Readonly<Record<string, Readonly<Record<string, Word>>>>>> = {
  all: {
    kept: { kept: 'kept', missed: 'missed', pending: 'pending', excluded: 'excluded' },
    missed: { kept: 'missed', missed: 'missed', pending: 'missed', excluded: 'missed' },
    pending: { kept: 'pending', missed: 'missed', pending: 'pending', excluded: 'pending' },
    excluded: { kept: 'excluded', missed: 'missed', pending: 'pending', excluded: 'excluded' },
  },
  any: {
    kept: { kept: 'kept', missed: 'kept', pending: 'kept', excluded: 'kept' },
    missed: { kept: 'kept', missed: 'missed', pending: 'pending', excluded: 'missed' },
    pending: { kept: 'kept', missed: 'pending', pending: 'pending', excluded: 'pending' },
    excluded: { kept: 'kept', missed: 'missed', pending: 'pending', excluded: 'excluded' },
  },
};

const cells = (['all', 'any'] as const).flatMap((group) =>
  Object.entries(TABLES[group]).flatMap(([first, row]) =>
    Object.entries(row).map(([second, expected]) => ({ group, first, second, expected })),
  ),
);

describe('both tables of outcomes', () => {
  it.each(cells)('$group: $first and $second is $expected', ({ group, first, second, expected }) => {
    const samples = new Map(Object.entries(SAMPLES));
    for (const a of samples.get(first) ?? []) {
      for (const b of samples.get(second) ?? []) expect(at(joined(group, a, b), NOW)).toBe(expected);
    }
  });

  it.each([
    Outcome.UNREADABLE,
    Outcome.EARLY,
    Outcome.TIMELESS,
    Outcome.SCALE,
    Outcome.TOTAL,
  ])('what cannot be read (%i) wins over everything, on either side', (code) => {
    for (const group of ['all', 'any'] as const) {
      for (const other of Object.values(SAMPLES).flat()) {
        expect(at(joined(group, { code, due: NEVER_DUE }, other), NOW)).toBe('unreadable');
        expect(at(joined(group, other, { code, due: NEVER_DUE }), NOW)).toBe('unreadable');
      }
    }
  });

  it.each([
    [Outcome.KEPT, Outcome.MISSED],
    [Outcome.MISSED, Outcome.KEPT],
    [Outcome.OPEN_KEPT, Outcome.OPEN_MISSED],
    [Outcome.OPEN_MISSED, Outcome.OPEN_KEPT],
    [Outcome.EXCLUDED, Outcome.EXCLUDED],
    [Outcome.OPEN_EXCLUDED, Outcome.OPEN_EXCLUDED],
    [Outcome.UNREADABLE, Outcome.UNREADABLE],
    [Outcome.EARLY, Outcome.EARLY],
    [Outcome.TIMELESS, Outcome.TIMELESS],
    [Outcome.SCALE, Outcome.SCALE],
    [Outcome.TOTAL, Outcome.TOTAL],
  ])('not: %i becomes %i', (code, expected) => {
    expect(negated(code)).toBe(expected);
  });
});

const moment = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Number.POSITIVE_INFINITY));
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    code: fc.constantFrom(Outcome.OPEN_KEPT, Outcome.OPEN_MISSED, Outcome.OPEN_EXCLUDED),
    due: moment,
  }),
  fc.record({
    code: fc.constantFrom(Outcome.KEPT, Outcome.MISSED),
    due: fc.oneof(moment, fc.constant(NEVER_DUE)),
  }),
  fc.record({
    code: fc.constantFrom(
      ...[Outcome.EXCLUDED, Outcome.UNREADABLE, Outcome.EARLY, Outcome.TIMELESS, Outcome.SCALE, Outcome.TOTAL],
    ),
    due: fc.constant(NEVER_DUE),
  }),
);
const MOMENTS = [-1, ...Array.from({ length: 22 }, (_, index) => index), Number.MAX_SAFE_INTEGER];
const groups = fc.constantFrom<Group>('all', 'any');

/** What a step is at every moment: a join is right if it is right as a function of as_of. */
function story(one: Step): readonly Word[] {
  return MOMENTS.map((when) => at(one, when));
}

/** Opens what is due no later than a moment, as the engine does while it reads. */
function settledAt(one: Step, when: number): Step {
  const open = (one.code & Outcome.OPEN) !== 0;
  return open && one.due <= when ? { code: one.code & 7, due: one.due } : one;
}

describe('join, as a function of as_of', () => {
  it('joins later as it joins now: settle then join is join then settle', () => {
    fc.assert(
      fc.property(groups, step, step, (group, a, b) => {
        const expected = MOMENTS.map((when) => naive(group, at(a, when), at(b, when)));
        expect(story(joined(group, a, b))).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it('is commutative and associative', () => {
    fc.assert(
      fc.property(groups, step, step, step, (group, a, b, c) => {
        expect(story(joined(group, a, b))).toEqual(story(joined(group, b, a)));
        const left = joined(group, joined(group, a, b), c);
        expect(story(left)).toEqual(story(joined(group, a, joined(group, b, c))));
        expect(story(left)).toEqual(MOMENTS.map((when) => naive(group, at(a, when), at(b, when), at(c, when))));
      }),
      { numRuns: 1500 },
    );
  });

  it('may settle some parts on the way, up to as_of', () => {
    fc.assert(
      fc.property(
        groups,
        fc.array(fc.tuple(step, fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 25 }),
        (group, parts, asOf) => {
          const [first, ...rest] = parts.map(([part, when]) => settledAt(part, Math.min(when, asOf)));
          if (first === undefined) return;
          const whole = rest.reduce((a, b) => joined(group, a, b), first);
          expect(at(whole, asOf)).toBe(naive(group, ...parts.map(([part]) => at(part, asOf))));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('follows De Morgan: not of all is any of nots', () => {
    fc.assert(
      fc.property(step, step, (a, b) => {
        const not = ({ code, due }: Step): Step => ({ code: negated(code), due });
        // Excluded is the exception: under all it wins over kept, under any it loses to missed.
        if ([...story(a), ...story(b)].includes('excluded')) return;
        expect(story(not(joined('all', a, b)))).toEqual(story(joined('any', not(a), not(b))));
      }),
      { numRuns: 2000 },
    );
  });

  it('writes into one of its own arguments', () => {
    fc.assert(
      fc.property(groups, step, step, (group, a, b) => {
        const first = { ...a };
        join(first, { ...b }, WINNER[group], first);
        const second = { ...b };
        join({ ...a }, second, WINNER[group], second);
        expect(first).toEqual(joined(group, a, b));
        expect(second).toEqual(joined(group, a, b));
      }),
    );
  });
});
