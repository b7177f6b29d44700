import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCAL, Read } from '../../../src/ingest/lanes/fast/kernels/kernels.ts';
import { CellState } from '../../../src/model/batch.ts';
import { compileFormat } from '../../../src/vocabulary/time/format.ts';
import { dressed, laidOut } from './columns.ts';
import { checkColumn, pair } from './decoded.ts';
import { AT } from './pair.ts';

type Step = readonly [read: number, fewest?: number, most?: number, literal?: string];
const is = (literal: string): Step => [Read.LITERAL, 0, 0, literal];

/** Steps of formats, as written, and cells that suit them more or less. */
const cases: readonly (readonly [string, readonly Step[], readonly string[]])[] = [
  [
    'dd.MM.yyyy HH:mm:ss',
    [
      [Read.DAY, 1, 2],
      is('.'),
      [Read.MONTH, 1, 2],
      is('.'),
      [Read.YEAR, 4, 4],
      [Read.BLANK],
      [Read.HOUR, 1, 2],
      is(':'),
      [Read.MINUTE, 1, 2],
      is(':'),
      [Read.SECOND, 1, 2],
    ],
    [
      '04.03.2026 05:06:07',
      '04.03.2026 24:00:00',
      '04.03.2026 23:60:00',
      '4.3.2026  5:6:7',
      '29.02.2023 00:00:00',
      '31.12.9999\t23:59:59',
      '1.1.0000 0:0:0',
    ],
  ],
  [
    'M/d/yy h:mm a',
    [
      [Read.MONTH, 1, 2],
      is('/'),
      [Read.DAY, 1, 2],
      is('/'),
      [Read.YEAR_OF_CENTURY, 2, 2],
      [Read.BLANK],
      [Read.HOUR_OF_HALF, 1, 2],
      is(':'),
      [Read.MINUTE, 1, 2],
      [Read.BLANK],
      [Read.HALF],
    ],
    ['3/4/26 5:06 PM', '3/4/68 12:06 am', '3/4/69 12:59 pM', '13/4/26 1:00 AM', '3/4/26 0:30 AM', '3/4/26 13:30 PM'],
  ],
  [
    'yyyyMMdd',
    [
      [Read.YEAR, 4, 4],
      [Read.MONTH, 2, 2],
      [Read.DAY, 2, 2],
    ],
    ['20260304', '20240229', '20230229', '2026034', '202603040', '00000101'],
  ],
  [
    "yyyy-MM-dd'T'HH:mm:ss.S",
    [
      [Read.YEAR, 4, 4],
      is('-'),
      [Read.MONTH, 1, 2],
      is('-'),
      [Read.DAY, 1, 2],
      is('T'),
      [Read.HOUR, 1, 2],
      is(':'),
      [Read.MINUTE, 1, 2],
      is(':'),
      [Read.SECOND, 1, 2],
      is('.'),
      [Read.FRACTION, 1, 30],
    ],
    ['2026-03-04T05:06:07.1', '2026-03-04T05:06:07.12', '2026-03-04T05:06:07.9999999', '2026-03-04T23:59:60.0'],
  ],
];

describe('patternMoments', () => {
  it.each(cases)('%s is as the format reads it', (pattern, steps, texts) => {
    const format = compileFormat(pattern);
    if (format.kind === 'fault') throw new Error(format.reason);
    const integers = steps.flatMap(([read, fewest = 0, most = 0, literal = '\0']) => [
      read,
      fewest,
      most,
      literal.charCodeAt(0),
    ]);
    fc.assert(
      fc.property(laidOut(dressed(fc.constantFrom(...texts))), fc.constantFrom(0, 1), (laid, utc) => {
        const wanted = checkColumn(
          laid,
          (kernels, cells) => {
            pair.putIntegers(AT.steps, integers);
            return kernels.patternMoments(
              cells,
              AT.steps,
              steps.length,
              utc,
              AT.values,
              AT.states,
              AT.misses,
              AT.result,
            );
          },
          (text) => {
            // Blanks of other kinds, and hour 24, are left to the reference lane.
            const found = /[^\x21-\x7e \t]/.test(text) ? null : format.parse(text);
            if (found === null || /\b24:/.test(text)) return null;
            const state = format.dateOnly ? CellState.DATE : utc === 1 ? CellState.VALUE : LOCAL;
            return { value: found.local, state };
          },
        );
        const unsettled = wanted.filter((each) => each?.state === CellState.DATE || each?.state === LOCAL);
        expect(pair.integers(AT.result, 1)).toEqual([unsettled.length]);
      }),
      { numRuns: 400 },
    );
  });
});
