import { CellState } from '../../model/batch.ts';
import type { Moments } from '../../model/tally.ts';
import { sumOf } from '../../statistics/moments.ts';
import { type NpsCounts, npsInterval, npsOf } from '../../statistics/nps.ts';
import { numbers } from '../conditions/columns.ts';
import { Outcome } from '../conditions/index.ts';
import { plainText } from '../conditions/literal.ts';
import { interval, NO_FIGURE, wrongSample } from './figure.ts';
import type { MeasureDefinition } from './measure.ts';
import { LevelScratch } from './scratch.ts';

/** Net Promoter Score. */
export const nps: MeasureDefinition<'nps'> = {
  kind: 'nps',
  teaches: {
    what: 'The Net Promoter Score, from answers of 0 to 10 to “How likely are you to recommend us?”.',
    why: 'What customers say they perceive, not what was done for them: keep it apart from promises about deeds. Small surveys swing wildly, so heed the interval and set min_cases. Never average the scores of groups; saydo adds up the answers. Who answers at all, and who asked, moves it more than service does.',
    formula: '100 x (answers of 9 and 10 - answers of 0 to 6) / answers',
    source:
      'F. F. Reichheld, Harvard Business Review 81 (2003). Interval: adjusted Wald, three answers added (3/4 promoter, 3/4 detractor): B. Rocks, The American Statistician 70 (2016).',
  },
  example: {
    promise: ['nps: Likely', 'target: at least 25'],
    channel: ['at: Answered'],
    rows: [
      'Answered,Likely',
      '2026-03-02,10',
      '2026-03-02,9',
      '2026-03-03,9',
      '2026-03-04,8',
      '2026-03-04,7',
      '2026-03-05,10',
      '2026-03-06,6',
      '2026-03-06,3',
      '2026-03-09,9',
      '2026-03-09,8',
      '2026-03-10,',
    ],
    value: 30,
    interval: { low: -19.0506, high: 65.2045 },
    because:
      'Ten answers: five promoters (9 and 10), three passives (7 and 8), two detractors. 100 x (5 - 2) / 10 = 30. The blank is no answer.',
  },
  schema: (z) => z.union([z.string(), z.number(), z.boolean()]),
  target: { ops: ['>=', '<='], unit: 'number' },
  hasInterval: true,
  additive: false,
  bottom: -100,
  read: (raw, path, reading) => {
    const column = plainText(raw, 'nps', 'the name of a column', path, reading);
    if (column !== null) reading.use(column, { is: 'number', firm: true }, path);
    return () => (column === null ? null : { kind: 'nps', column });
  },
  unit: () => 'number',
  words: ({ column }) => `share of ${column} at 9 or 10 less share at 0 to 6, in points`,
  compile: ({ column }) => {
    const scratch = new LevelScratch();
    return {
      kind: 'moments',
      run: (batch) => {
        const cells = numbers(batch, column);
        const { codes, values } = scratch.levels(batch.rows);
        for (let row = 0; row < batch.rows; row += 1) {
          const state = cells.states[row];
          const answer = cells.values[row] ?? Number.NaN;
          values[row] = answer >= 9 ? 1 : answer <= 6 ? -1 : 0;
          if (state === CellState.VALUE) {
            codes[row] = Number.isInteger(answer) && answer >= 0 && answer <= 10 ? Outcome.KEPT : Outcome.SCALE;
          } else codes[row] = state === CellState.BLANK ? Outcome.EXCLUDED : Outcome.UNREADABLE;
        }
        return { codes, values, open: null };
      },
    };
  },
  sample: 'moments',
  figure: (sample, _measure, { confidence }) => {
    if (sample.kind !== 'moments') throw wrongSample(sample, 'moments');
    const counts = countsOf(sample.moments);
    return {
      ...NO_FIGURE,
      value: npsOf(counts),
      cases: sample.moments.count,
      interval: interval(sample.moments.count, npsInterval(counts, confidence), 'adjusted-wald'),
    };
  },
};

/** Of +1, 0 and -1 the sum is promoters less detractors, the sum of squares both together. */
export function countsOf(moments: Moments): NpsCounts {
  const net = sumOf(moments) ?? 0;
  const both = sumOf({ ...moments, sum: moments.squares }) ?? 0;
  return { promoters: (both + net) / 2, passives: moments.count - both, detractors: (both - net) / 2 };
}
