import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCAL } from '../../../src/ingest/lanes/fast/kernels/kernels.ts';
import { CellState } from '../../../src/model/batch.ts';
import { dressed, type Laid, laidOut } from './columns.ts';
import { checkColumn, type Expected, pair } from './decoded.ts';
import { AT } from './pair.ts';

const ISO =
  /^(?<date>\d{4}-\d\d-\d\d)(?:[T ](?<clock>[01]\d:[0-5]\d|2[0-3]:[0-5]\d)(?<second>:[0-5]\d)?(?<fraction>\.\d+)?(?<offset>Z|[+-]\d\d:[0-5]\d)?)?$/;

/** By a pattern and by Date. */
function expected(text: string, utc: number): Expected | null {
  const parts = ISO.exec(text)?.groups;
  if (parts === undefined) return null;
  const { date = '', clock, second, fraction, offset } = parts;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) return null;
  if (clock === undefined) return { value: midnight, state: CellState.DATE };
  if (fraction !== undefined && second === undefined) return null;
  const milliseconds = (fraction ?? '.').slice(1, 4).padEnd(3, '0');
  const local = Date.parse(`${date}T${clock}${second ?? ':00'}.${milliseconds}Z`);
  if (offset === undefined) return { value: local, state: utc === 1 ? CellState.VALUE : LOCAL };
  const minutes = offset === 'Z' ? 0 : Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  if (minutes > 14 * 60) return null;
  return { value: local - (offset.startsWith('-') ? -minutes : minutes) * 60_000, state: CellState.VALUE };
}

function check(laid: Laid, utc: number): void {
  const wanted = checkColumn(
    laid,
    (kernels, cells) => kernels.moments(cells, utc, AT.values, AT.states, AT.misses, AT.result),
    (text) => expected(text, utc),
  );
  const unsettled = wanted.filter((each) => each?.state === CellState.DATE || each?.state === LOCAL);
  expect(pair.integers(AT.result, 1)).toEqual([unsettled.length]);
}

const two = (most: number): fc.Arbitrary<string> => fc.nat(most).map((value) => String(value).padStart(2, '0'));
const date = fc.oneof(
  fc.constantFrom('2024-02-29', '2023-02-29', '1900-02-29', '2000-02-29', '0000-01-01', '0000-02-29', '9999-12-31'),
  fc.constantFrom('1969-12-31', '1970-01-01', '2026-04-31', '2026-00-10', '2026-13-01', '2026-12-00', '2026-12-32'),
  fc.tuple(fc.constantFrom('1999', '2025', '2026', '0004'), two(13), two(32)).map((parts) => parts.join('-')),
);
const offset = fc.oneof(
  fc.constantFrom('', 'Z', 'z', '+00:00', '-00:00', '+14:00', '-14:00', '+14:01', '-15:00', '+0100', '+01', '+01:60'),
  fc.tuple(fc.constantFrom('+', '-'), two(15), two(60)).map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
);
const clock = fc
  .tuple(
    two(24),
    two(60),
    fc.oneof(
      fc.constant(''),
      two(60).map((second) => `:${second}`),
    ),
    fc.constantFrom('', '', '.', '.1', '.12', '.123', '.1239', '.000000000000', '.9999999', ',5'),
    offset,
  )
  .map(([hour, minute, ...rest]) => `${hour}:${minute}${rest.join('')}`);
const moment = fc.oneof(
  date,
  fc.tuple(date, fc.constantFrom('T', 'T', ' ', '  ', 't', '\t', ''), clock).map((parts) => parts.join('')),
);

/** Of one month, and mostly of one shape: the kernel reads what it has seen before in another way. */
const alike = fc
  .record({
    month: fc.constantFrom('2025-02-', '2024-02-', '1969-12-', '1970-01-', '2026-04-', '0000-01-', '9999-12-'),
    mark: fc.constantFrom('T', ' '),
    end: fc.constantFrom('Z', '', 'Z', '+01:00'),
  })
  .chain(({ month, mark, end }) => {
    const usual = fc
      .tuple(two(32), two(24), two(60), two(60))
      .map(([day, ...time]) => `${month}${day}${mark}${time.join(':')}${end}`);
    const mild = fc
      .tuple(fc.integer({ min: 1, max: 28 }), two(23), two(59), two(59))
      .map(([day, ...time]) => `${month}${String(day).padStart(2, '0')}${mark}${time.join(':')}${end}`);
    return laidOut(
      fc.oneof({ weight: 6, arbitrary: mild }, { weight: 2, arbitrary: fc.constant('') }, dressed(usual), moment),
    );
  });

describe('moments', () => {
  it('of one month and shape are the same', () => {
    fc.assert(fc.property(alike, fc.constantFrom(0, 1), check), { numRuns: 2000 });
  });

  it('are what a pattern and Date make of them', () => {
    fc.assert(fc.property(laidOut(dressed(moment)), fc.constantFrom(0, 1), check), { numRuns: 1000 });
  });

  it('knows the calendar of all years', () => {
    const options = { column: 0, row0: 0, quote: '"' };
    for (let first = 0; first < 10_000; first += 100) {
      const cells = Array.from({ length: 100 }, (_, i) => String(first + i).padStart(4, '0')).flatMap((year) =>
        ['01-01', '01-32', '02-28', '02-29', '02-30', '03-01', '12-31'].map((day) => `${year}-${day}`),
      );
      check({ region: { rows: cells.map((each) => [each]) }, options, cells }, 0);
    }
  });

  it('knows every day of a leap year and of one that is none', () => {
    const options = { column: 0, row0: 0, quote: '"' };
    const cells = ['2023', '2024'].flatMap((year) =>
      Array.from({ length: 14 * 33 }, (_, i) => {
        const day = `${String(Math.floor(i / 33)).padStart(2, '0')}-${String(i % 33).padStart(2, '0')}`;
        return `${year}-${day}T00:00:59Z`;
      }),
    );
    check({ region: { rows: cells.map((each) => [each]) }, options, cells }, 0);
  });
});
