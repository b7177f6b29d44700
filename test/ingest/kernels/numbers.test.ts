import fc from 'fast-check';
import { describe, it } from 'vitest';
import { CellState } from '../../../src/model/batch.ts';
import { dressed, laidOut } from './columns.ts';
import { checkColumn } from './decoded.ts';
import { AT } from './pair.ts';

const NUMBER = /^(?<sign>[+-]?)(?=.*\d)(?<whole>\d*)(?:[.,](?<decimals>\d*))?$/;
const digits = fc.oneof(
  fc.stringMatching(/^\d{0,4}$/),
  fc.stringMatching(/^\d{0,17}$/),
  fc.constantFrom('', '0', '000', '999999999999999', '9007199254740991', '100000000000000'),
);
const number = fc
  .tuple(fc.constantFrom('', '', '+', '-', '--'), digits, fc.constantFrom('', '.', ','), digits)
  .map((parts) => parts.join(''));

describe('numbers', () => {
  it('are what Number makes of them, times the scale', () => {
    fc.assert(
      fc.property(
        laidOut(dressed(number)),
        fc.record({
          mark: fc.constantFrom('.', ',', '\0'),
          scale: fc.constantFrom(1, 1, 60, 3600, 86_400, 604_800, 2 ** 40),
          shift: fc.constantFrom(0, 0, 2, 3),
          range: fc.constantFrom([-Infinity, Infinity], [0, 1], [-5, 10], [-1e9, 1e9]),
        }),
        (laid, { mark, scale, shift, range: [least = 0, most = 0] }) => {
          checkColumn(
            laid,
            (kernels, cells) =>
              kernels.numbers(cells, mark.charCodeAt(0), scale, shift, least, most, AT.values, AT.states, AT.misses),
            (text) => {
              const isPlain = mark === '\0' ? /^\d*$/.test(text) : !text.includes(mark === '.' ? ',' : '.');
              const parts = isPlain ? NUMBER.exec(text)?.groups : undefined;
              if (parts === undefined) return null;
              const { sign = '', whole = '', decimals = '' } = parts;
              const scaled = BigInt(whole + decimals) * BigInt(scale);
              if (whole.length + decimals.length > 15 || scaled > BigInt(Number.MAX_SAFE_INTEGER)) return null;
              // Correctly rounded; a zero has no sign.
              const value = Number(`${scaled === 0n ? '' : sign}${scaled}e-${decimals.length + shift}`);
              return value >= least && value <= most ? { value, state: CellState.VALUE } : null;
            },
          );
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('clocks', () => {
  const two = fc.nat(61).map((value) => String(value).padStart(2, '0'));
  const clock = fc
    .tuple(fc.stringMatching(/^\d{0,10}$/), two, two, fc.constantFrom('', '', '', '.5', ':00'))
    .map(([hours, minutes, seconds, rest]) => `${hours}:${minutes}:${seconds}${rest}`);

  it('are hours, minutes and seconds in seconds', () => {
    fc.assert(
      fc.property(laidOut(dressed(clock)), (laid) => {
        checkColumn(
          laid,
          (kernels, cells) => kernels.clocks(cells, AT.values, AT.states, AT.misses),
          (text) => {
            if (!/^\d{1,9}:[0-5]\d:[0-5]\d$/.test(text)) return null;
            const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
            return { value: hours * 3600 + minutes * 60 + seconds, state: CellState.VALUE };
          },
        );
      }),
      { numRuns: 1000 },
    );
  });
});
