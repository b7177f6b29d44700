import { assert, boolean, constantFrom, dictionary, property, record, subarray } from 'fast-check';
import { expect, test } from 'vitest';
import { type FailWord, failWords, gate } from '../../src/report/gate.ts';
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
      expect(more.failed).toEqual(expect.arrayContaining([...few.failed]));
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
