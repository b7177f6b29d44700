import { assert, boolean, constantFrom, dictionary, property, record, subarray } from 'fast-check';
import { expect, test } from 'vitest';
import { type FailWord, failWords, type Gate, gate } from '../../src/report/gate.ts';
import { facts, report, type Sample } from './sample.ts';

const cases: readonly (readonly [string, Sample, readonly FailWord[], 0 | 1 | 4, string | null])[] = [
  ['all kept', { a: { x: { verdict: 'kept' } } }, [], 0, null],
  [
    'a miss',
    { a: { x: { verdict: 'missed' }, y: { verdict: 'missed' } }, b: { x: { verdict: 'kept' } } },
    [],
    1,
    '1 of 2 promises is missed: a (x, y)',
  ],
  [
    'two promises missed',
    { a: { x: { verdict: 'missed' } }, b: { y: { verdict: 'missed' } } },
    ['missed'],
    1,
    '2 of 2 promises are missed: a (x), b (y)',
  ],
  ['a waived miss', { a: { x: { verdict: 'waived' } } }, ['close', 'unproven', 'unmeasured'], 0, null],
  ['close', { a: { x: { verdict: 'close' } } }, [], 0, null],
  ['close, named', { a: { x: { verdict: 'close' } } }, ['close'], 1, '1 of 1 promise fails: a (x close)'],
  [
    'a miss outranks what was not judged',
    { a: { x: { verdict: 'missed' }, y: { verdict: 'unproven' } } },
    [],
    1,
    '1 of 1 promise is missed: a (x)',
  ],
  [
    'unproven',
    { a: { x: { verdict: 'unproven' }, y: { verdict: 'kept' } } },
    [],
    4,
    'nothing was missed, but 1 channel could not be judged: a (x unproven)',
  ],
  ['unproven, named', { a: { x: { verdict: 'unproven' } } }, ['unproven'], 1, '1 of 1 promise fails: a (x unproven)'],
  ['silent', { a: { x: { verdict: 'unmeasured' } } }, [], 4, 'nothing could be judged: a (x unmeasured)'],
  ['silence is fine', { a: { x: { verdict: 'unmeasured', silent: true } } }, [], 0, null],
  ['silence is fine, unmeasured named', { a: { x: { verdict: 'unmeasured', silent: true } } }, ['unmeasured'], 0, null],
  [
    'min_cases: 0 does not make up for deadlines that have not passed',
    { a: { x: { verdict: 'unproven', silent: true } } },
    [],
    4,
    'nothing could be judged: a (x unproven)',
  ],
  ['a blind spot', { a: { x: { verdict: 'kept' }, fax: { verdict: 'unmeasured', source: false } } }, [], 0, null],
  [
    'a blind spot, unmeasured named',
    { a: { x: { verdict: 'kept' }, fax: { verdict: 'unmeasured', source: false } } },
    ['unmeasured'],
    1,
    '1 of 1 promise fails: a (fax unmeasured)',
  ],
  [
    'blind spots alone',
    { a: { fax: { verdict: 'unmeasured', source: false } } },
    [],
    4,
    'nothing was checked: no channel of a promise has a source',
  ],
  [
    'blind spots alone, each of which may be silent',
    { a: { fax: { verdict: 'unmeasured', source: false, silent: true } } },
    [],
    0,
    null,
  ],
  ['worse, not named', { a: { x: { verdict: 'kept', since: 'worse' } } }, [], 0, null],
  ['worse', { a: { x: { verdict: 'kept', since: 'worse' } } }, ['worse'], 1, '1 of 1 promise fails: a (x worse)'],
  [
    'worse beside a miss',
    { a: { x: { verdict: 'kept', since: 'worse' }, y: { verdict: 'missed', since: 'worse' } } },
    ['worse'],
    1,
    '1 of 1 promise fails: a (x worse, y missed)',
  ],
  [
    'a miss that got better',
    { a: { x: { verdict: 'missed', since: 'better' } } },
    ['worse'],
    1,
    '1 of 1 promise is missed: a (x)',
  ],
  ['worse, but waived', { a: { x: { verdict: 'waived', since: 'worse' } } }, ['worse'], 0, null],
  [
    'one that cannot be compared beside one that can',
    { a: { x: { verdict: 'kept', since: 'within-chance' }, y: { verdict: 'kept', since: 'new' } } },
    ['worse'],
    0,
    null,
  ],
  [
    'windows that overlap',
    { a: { x: { verdict: 'kept', since: 'overlap' }, y: { verdict: 'close', since: 'overlap' } } },
    ['worse'],
    4,
    'nothing could be held against the baseline: the windows overlap',
  ],
  [
    'nothing that could be compared, for several reasons',
    {
      a: { x: { verdict: 'kept', since: 'redefined' }, y: { verdict: 'kept', since: 'new' } },
      b: { x: { verdict: 'kept', since: 'no-interval' } },
    },
    ['worse'],
    4,
    'nothing could be held against the baseline: redefined since, new since, figures without an interval',
  ],
  [
    'nothing that could be compared beside what was not judged',
    { a: { x: { verdict: 'kept', since: 'new' }, y: { verdict: 'unmeasured' } } },
    ['worse'],
    4,
    'nothing was missed, but 1 channel could not be judged: a (y unmeasured); nothing could be held against the baseline: new since',
  ],
  [
    'no baseline at all',
    { a: { x: { verdict: 'kept' } } },
    ['worse'],
    4,
    'nothing could be held against the baseline: there is none',
  ],
  [
    'a waived miss has nothing to be compared for',
    { a: { x: { verdict: 'waived', since: 'overlap' } } },
    ['worse'],
    0,
    null,
  ],
  ['nothing at all', {}, [], 4, 'nothing was checked: no channel of a promise has a source'],
];

test.each(cases)('%s', (_name, sample, failOn, exit, why) => {
  const judged = gate(report(sample), facts(sample), new Set(failOn));
  expect(judged).toMatchObject({ exit, why });
  expect(judged.failed.length > 0).toBe(exit === 1);
});

test('a long list is cut', () => {
  const sample: Sample = Object.fromEntries(
    'abcdefg'.split('').map((id) => [id, { x: { verdict: 'missed' as const } }]),
  );
  expect(gate(report(sample), facts(sample), new Set()).why).toBe(
    '7 of 7 promises are missed: a (x), b (x), c (x), d (x), e (x) and 2 more',
  );
});

const samples = dictionary(
  constantFrom('a', 'b', 'c'),
  dictionary(
    constantFrom('x', 'y', 'z'),
    record({
      verdict: constantFrom('kept', 'close', 'waived', 'missed', 'unproven', 'unmeasured'),
      source: boolean(),
      silent: boolean(),
      since: constantFrom('better', 'worse', 'within-chance', 'redefined', 'overlap', 'no-value', 'no-interval', 'new'),
    }),
  ),
);
const words = subarray([...failWords]);

test('naming more verdicts never lets more pass', () => {
  assert(
    property(samples, words, words, (sample, some, others) => {
      const few = gate(report(sample), facts(sample), new Set(some));
      const more = gate(report(sample), facts(sample), new Set([...some, ...others]));
      if (few.exit !== 0) expect(more.exit).not.toBe(0);
      if (few.exit === 1) expect(more.exit).toBe(1);
      const names = ({ failed }: Gate) => failed.map(({ promise, channel }) => `${promise} ${channel}`);
      expect(names(more)).toEqual(expect.arrayContaining(names(few)));
    }),
  );
});

test('the exit alone says whether there is a reason, and no cell is both failed and unjudged', () => {
  assert(
    property(samples, words, (sample, some) => {
      const { exit, why, failed, unjudged } = gate(report(sample), facts(sample), new Set(some));
      expect(why === null).toBe(exit === 0);
      expect(failed.filter((cell) => unjudged.includes(cell))).toEqual([]);
      expect(failed.length > 0).toBe(exit === 1);
    }),
  );
});

/** The exit by the words of the contract, cell by cell. */
function exitOf(sample: Sample, failOn: readonly FailWord[]): 0 | 1 | 4 {
  const cells = Object.values(sample).flatMap((channels) => Object.values(channels));
  const isQuiet = (cell: (typeof cells)[number]) =>
    cell.verdict === 'unmeasured' && cell.source !== false && cell.silent === true;
  for (const cell of cells) {
    if (cell.verdict === 'missed') return 1;
    if (failOn.some((word) => word === cell.verdict) && !isQuiet(cell)) return 1;
    if (failOn.includes('worse') && cell.since === 'worse' && cell.verdict !== 'waived') return 1;
  }
  for (const cell of cells) {
    const isOpen = cell.verdict === 'unproven' || cell.verdict === 'unmeasured';
    if (isOpen && cell.source !== false && !isQuiet(cell)) return 4;
  }
  if (failOn.includes('worse')) {
    const figures = cells.filter(({ verdict }) => verdict !== 'unmeasured' && verdict !== 'waived');
    const held = figures.filter(({ since }) => ['better', 'worse', 'within-chance'].includes(since ?? ''));
    if (figures.length > 0 && held.length === 0) return 4;
  }
  const hasSource = cells.some(({ source }) => source !== false);
  return hasSource || (cells.length > 0 && cells.every(({ silent }) => silent === true)) ? 0 : 4;
}

test('the exit is the one that the contract spells out', () => {
  assert(
    property(samples, words, (sample, some) => {
      expect(gate(report(sample), facts(sample), new Set(some)).exit).toBe(exitOf(sample, some));
    }),
    { numRuns: 2000 },
  );
});

test('no name moves the cursor, rings or makes a line of its own', () => {
  const sample: Sample = { 'a\u001b[31m\u202e\nsaydo: exit 0: all kept': { 'x\u0007': { verdict: 'missed' } } };
  expect(gate(report(sample), facts(sample), new Set()).why).toBe(
    '1 of 1 promise is missed: a saydo: exit 0: all kept (x)',
  );
});
