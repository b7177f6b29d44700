import { expect, test } from 'vitest';
import type { CellReport, ChangeReport } from '../../src/model/report.ts';
import { changeWords } from '../../src/report/change-words.ts';
import { csv } from '../../src/report/formats/csv.ts';
import { table } from '../../src/report/formats/table.ts';
import { typeset } from '../../src/report/numbers.ts';
import { plainOptions } from './options.ts';
import { cell, promise, report, share } from './samples.ts';

const baseline = { as_of: null, window: { from: '2025-10-01', to: '2025-12-31' }, overlaps: false };
const voice = { numbers: typeset, say: (text: string) => text, name: (text: string) => text };
const newcombe = (low: number | null, high: number | null) => ({ low, high, method: 'newcombe' });
const change = (known: Partial<ChangeReport>): ChangeReport => ({
  ...{ value: null, interval: null, verdict_before: 'kept', withheld: null, moved: null, ...known },
});
const email = share('email', 912, 1000, 0.9);
const seconds = cell('email', {
  value: 68_400,
  unit: 'seconds',
  verdict: 'missed',
  target: { op: '<=', value: 64_800 },
});

const cases: readonly (readonly [string, CellReport, ChangeReport | null | undefined, string])[] = [
  ['nothing was held against it', email, undefined, ''],
  ['the baseline lacks it', email, null, 'not in the report of 1 Oct to 31 Dec 2025'],
  ['a blind spot that the baseline lacks', cell('fax'), null, ''],
  [
    'within chance',
    email,
    change({ value: 0.021, interval: newcombe(-0.004, 0.046), verdict_before: 'missed', moved: 'within-chance' }),
    'against 1 Oct to 31 Dec 2025: +2.1 pts (−0.4 to +4.6), within chance; was missed',
  ],
  [
    'a time, by MOVER',
    seconds,
    change({
      value: 1680,
      interval: { low: 60, high: null, method: 'mover' },
      moved: 'worse',
      verdict_before: 'missed',
    }),
    'against 1 Oct to 31 Dec 2025: +28 min (at least +1 min), worse beyond chance',
  ],
  [
    'whole numbers are told as fine as their bounds',
    cell('survey', { value: 0, unit: 'number', verdict: 'kept', measure: 'mean' }),
    change({ value: 0, interval: newcombe(-0.25, 0.5), moved: 'within-chance' }),
    'against 1 Oct to 31 Dec 2025: 0.000 (−0.250 to +0.500), within chance',
  ],
  [
    'windows that share days',
    email,
    change({ value: -0.021, withheld: 'overlap' }),
    'against 1 Oct to 31 Dec 2025: −2.1 pts; the windows share days, so nothing is said of chance',
  ],
  [
    'redefined',
    email,
    change({ withheld: 'redefined' }),
    'against 1 Oct to 31 Dec 2025: redefined, so the figures are not held against each other',
  ],
  [
    'measured for the first time',
    email,
    change({ withheld: 'no-value', verdict_before: 'unmeasured' }),
    'against 1 Oct to 31 Dec 2025: no figure to compare; was not measured',
  ],
  ['measured in neither', cell('fax'), change({ withheld: 'no-value', verdict_before: 'unmeasured' }), ''],
];

test.each(cases)('%s', (_, of, known, words) => {
  const held = known === undefined ? of : { ...of, change: known };
  expect(changeWords(held, baseline, voice)).toBe(words);
  expect(changeWords(held, undefined, voice)).toBe('');
});

test('it stands below the channel in the table, and after all other columns in the CSV', () => {
  const known = change({ value: -0.02, interval: newcombe(-0.03, -0.01), moved: 'worse', verdict_before: 'close' });
  const held = report(
    [
      promise('quick', 'S.', [
        { ...email, change: known },
        { ...share('chat', 9, 10, 0.9), change: null },
      ]),
    ],
    { baseline },
  );
  expect(table.render(held, plainOptions)).toContain(
    '    email    against 1 Oct to 31 Dec 2025: −2.0 pts (−3.0 to −1.0), worse beyond chance; was close\n',
  );
  const [head, first, second] = csv.render(held, plainOptions).split('\r\n');
  const { baseline: _, ...without } = held;
  const [plainHead, plainFirst] = csv.render(without, plainOptions).split('\r\n');
  expect(head).toBe(`${plainHead},change,change_low,change_high,verdict_before,moved`);
  expect(first).toBe(`${plainFirst},-0.02,-0.03,-0.01,close,worse`);
  expect(second?.endsWith(',,,,,')).toBe(true);
  for (const by of ['period', 'segment'] as const) {
    expect(csv.render(held, { ...plainOptions, by })).toBe(csv.render(without, { ...plainOptions, by }));
  }
});
