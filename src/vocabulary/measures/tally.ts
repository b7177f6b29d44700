import { CellState } from '../../model/batch.ts';
import { wilson } from '../../statistics/wilson.ts';
import { numbers } from '../conditions/columns.ts';
import { Outcome } from '../conditions/index.ts';
import { columnValue } from '../conditions/literal.ts';
import { isItself } from '../itself.ts';
import type { Need } from '../reading.ts';
import type { MakeSchema } from '../zod.ts';
import { interval, NO_FIGURE, wrongSample } from './figure.ts';
import { readMap } from './map-value.ts';
import type { MeasureDefinition } from './measure.ts';

const FORM = {
  key: 'tally',
  known: ['kept', 'of'],
  required: ['kept', 'of'],
  example: 'tally: { kept: answered_in_20s, of: offered }',
};
const NUMBER: Need = { is: 'number', firm: true };
const column: MakeSchema = (z) => z.union([z.string(), z.number(), z.boolean()]);

/** Share of what an export has already counted. */
export const tally: MeasureDefinition<'tally'> = {
  kind: 'tally',
  teaches: {
    what: 'The share of kept in all, where the export has counted both: one row an interval, a queue or a day.',
    why: 'Telephone systems export half hours, not calls: offered, and answered in 20 seconds. Add up the counts, never average the percentages: a quiet half hour at 100% would weigh as much as a rush at 60%. What the system left out of its counts (short abandons, callbacks) cannot be put back, so write its definition beside the promise. A blank share is no nought: such rows are left out, and the report says so where the target is met because of that.',
    formula: 'what was kept / all that there was, each added up over the rows',
    source:
      'Counts are pooled, as interval service levels are. Interval: E. B. Wilson, JASA 22 (1927), each of what is counted taken as an occasion.',
  },
  example: {
    promise: ['tally: { kept: In 20 s, of: Offered }', 'target: 80%'],
    channel: ['at: From'],
    rows: ['From,Offered,In 20 s', '2026-03-02 09:00,10,10', '2026-03-02 09:30,40,26', '2026-03-02 10:00,50,40'],
    value: 0.76,
    interval: { low: 0.6677, high: 0.8331 },
    because:
      '(10 + 26 + 40) / (10 + 40 + 50) = 76 / 100. The mean of the three percentages, 100, 65 and 80, would be 81.7% and seem to meet the target.',
  },
  schema: (z) =>
    z.strictObject({
      kept: column(z).describe('column that counts what was kept'),
      of: column(z).describe('column that counts all of them'),
    }),
  target: { ops: ['>='], unit: 'share' },
  hasInterval: true,
  additive: false,
  bottom: 0,
  read: (raw, path, reading) => {
    const map = readMap(raw, path, reading, FORM);
    const named = (key: 'kept' | 'of'): string | null =>
      map?.[key] === undefined ? null : columnValue(map[key], key, NUMBER, [...path, key], reading);
    const kept = named('kept');
    const of = named('of');
    if (kept === null || of === null) return () => null;
    const isSame = isItself(kept, { column: of, path: [...path, 'of'], what: 'value', isAt: false }, reading);
    return () => (isSame ? null : { kind: 'tally', kept, of });
  },
  unit: () => 'share',
  words: ({ kept, of }) => `sum of ${kept} / sum of ${of}`,
  compile: (measure) => {
    let codes = new Uint8Array(0);
    return {
      kind: 'counts',
      run: (batch) => {
        const kept = numbers(batch, measure.kept);
        const of = numbers(batch, measure.of);
        if (codes.length < batch.rows) codes = new Uint8Array(batch.rows);
        for (let row = 0; row < batch.rows; row += 1) {
          const [one, other] = [kept.states[row], of.states[row]];
          codes[row] =
            one === CellState.UNREADABLE || other === CellState.UNREADABLE
              ? Outcome.UNREADABLE
              : !isCountOrBlank(one, kept.values[row]) || !isCountOrBlank(other, of.values[row])
                ? Outcome.TOTAL
                : one === CellState.BLANK || other === CellState.BLANK
                  ? Outcome.EXCLUDED
                  : (kept.values[row] ?? 0) <= (of.values[row] ?? 0)
                    ? Outcome.KEPT
                    : Outcome.TOTAL;
        }
        return { codes, kept: kept.values, of: of.values };
      },
    };
  },
  sample: 'counts',
  figure: (sample, _measure, { confidence }) => {
    if (sample.kind !== 'counts') throw wrongSample(sample, 'counts');
    const { kept, of, left } = sample;
    return {
      ...NO_FIGURE,
      value: of === 0 ? null : kept / of,
      cases: of,
      kept,
      missed: of - kept,
      interval: interval(of, wilson(kept, of, confidence), 'wilson'),
      ifPendingMissed: of === 0 ? null : kept / of,
      // Many an export leaves a nought blank.
      dropped: left > 0 ? { cases: left, value: kept / (of + left) } : null,
    };
  },
};

function isCountOrBlank(state: number | undefined, value: number | undefined): boolean {
  if (state === CellState.BLANK) return true;
  return value !== undefined && Number.isSafeInteger(value) && value >= 0;
}
