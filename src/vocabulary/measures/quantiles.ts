import { anyQuantile, quantileMeasure } from './quantile.ts';

const MINUTES = ['columns: { wait: { column: Wait, unit: minutes } }'];
const SECONDS = ['columns: { wait: { column: Wait, unit: seconds } }'];

export const median = quantileMeasure('median', 0.5, {
  what: 'The value that half of the occasions stay at or below.',
  why: 'The usual case: what a customer in the middle of the queue meets. One wait of a week does not move it, which is its strength and its trap, for half of the customers may wait as long as they like. Beside a promise to everyone take a p90, or kept_when.',
  example: {
    promise: ['median: wait', 'target: at most 5m'],
    channel: MINUTES,
    rows: ['Wait', '6', '2', '1', '30', '3', '2', '9', '4', '5'],
    value: 240,
    interval: { low: 120, high: 540 },
    because:
      'In order: 1 2 2 3 4 5 6 9 30. The fifth of nine is 4 minutes. The interval runs from the second to the eighth.',
  },
});

export const p75 = quantileMeasure('p75', 0.75, {
  what: 'The value that three of four occasions stay at or below.',
  why: 'The usual case with a margin, where the median is too kind and a p90 would be ruled by a few odd cases.',
  example: {
    promise: ['p75: wait', 'target: at most 5m'],
    channel: MINUTES,
    rows: ['Wait', '8', '2', '6', '3', '5'],
    value: 360,
    interval: { low: 180, high: null },
    because:
      'In order: 2 3 5 6 8. (5 - 1) x 0.75 = 3 steps from the first lies 6 minutes. Five values are too few to bound it from above.',
  },
});

export const p90 = quantileMeasure('p90', 0.9, {
  what: 'The value that nine of ten occasions stay at or below.',
  why: 'What the unlucky tenth meets: the promise as those customers tell it who write reviews. Tickets that nobody has answered yet count as longer than they have lasted so far; leave them out, as reports over answered tickets do, and the slowest queue looks the fastest.',
  example: {
    promise: ['p90: { from: Opened, to: Replied }', 'target: at most 7h'],
    channel: ['at: Opened'],
    rows: [
      'Opened,Replied',
      '2026-03-02 08:00,2026-03-02 09:00',
      '2026-03-02 08:00,2026-03-02 10:00',
      '2026-03-02 08:00,2026-03-02 12:00',
      '2026-03-02 08:00,2026-03-02 16:00',
      '2026-03-02 10:00,',
    ],
    value: 28_800,
    interval: { low: 14_400, high: null },
    because:
      'The newest event, 16:00, is as_of. Answered after 1, 2, 4 and 8 hours; one has been open for 6. Still open after 1 hour are 4/5, after 2 hours 3/5, after 4 hours 2/5. At 8 hours one is left to look at, and it ends: 2/5 x 0/1 = 0. So 90% is reached at 8 hours. Over the answered alone it would be 6 h 48 min, and meet the target.',
  },
});

export const p95 = quantileMeasure('p95', 0.95, {
  what: 'The value that nineteen of twenty occasions stay at or below.',
  why: 'For promises to nearly everyone. It rests on one case in twenty, so give it some hundred cases before you trust it; its interval says how far it may be off.',
  example: {
    promise: ['p95: wait', 'target: at most 1m'],
    channel: SECONDS,
    rows: ['Wait', '22', '5', '90', '12', '8', '30', '18', '15', '25', '10', '20'],
    value: 60,
    interval: { low: 25, high: null },
    because:
      'In order: 5 8 10 12 15 18 20 22 25 30 90. (11 - 1) x 0.95 = 9.5 steps from the first lies half way from 30 to 90 seconds.',
  },
});

export const p99 = quantileMeasure('p99', 0.99, {
  what: 'The value that 99 of 100 occasions stay at or below.',
  why: 'The worst that still happens regularly. Below a few hundred cases it is little more than the longest one, and it says so: its interval has no upper end.',
  example: {
    promise: ['p99: wait', 'target: at most 10m'],
    channel: SECONDS,
    rows: ['Wait', '20', '500', '10', '40', '30'],
    value: 481.6,
    interval: { low: 40, high: null },
    because:
      'In order: 10 20 30 40 500. (5 - 1) x 0.99 = 3.96 steps from the first: 40 + 0.96 x 460 = 481.6 seconds, 8 min 2 s.',
  },
});

export const quantile = anyQuantile({
  what: 'The value that a share q of the occasions stays at or below.',
  why: 'For a promise in the words of a contract or a regulator, such as 80% within a time. For “95% are answered in three minutes” a kept_when says the same and also counts who was let down; take a quantile to see the time itself.',
  example: {
    promise: ['quantile: { of: wait, q: 80% }', 'target: at most 20s'],
    channel: SECONDS,
    rows: ['Wait', '12', '40', '3', '19', '8', '15'],
    value: 19,
    interval: { low: 12, high: null },
    because: 'In order: 3 8 12 15 19 40. (6 - 1) x 0.8 = 4 steps from the first lies 19 seconds.',
  },
});
