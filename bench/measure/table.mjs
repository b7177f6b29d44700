import { median } from './median.mjs';

/** @typedef {import('./run.mjs').Cost} Cost */

/**
 * A Markdown table of what each took, with ratios taken pair by pair, within a round; all are medians.
 *
 * @param {readonly import('./rounds.mjs').Timed[]} timed
 * @param {{ bases: readonly string[], bytes?: number, notes?: ReadonlyMap<string, string> }} options `bases` are those that
 * the others are divided by; `bytes` that each of them reads
 */
export function table(timed, { bases, bytes, notes }) {
  const columns = [
    { head: '', cell: ({ name }) => name },
    ...(notes === undefined ? [] : [{ head: '', cell: ({ name }) => notes.get(name) ?? '' }]),
    { head: 'wall s', cell: ({ costs }) => digits(median(allOf(costs, 'wall'))) },
    { head: 'from to', cell: ({ costs }) => range(allOf(costs, 'wall')) },
    { head: 'CPU s', cell: ({ costs }) => digits(median(allOf(costs, 'cpu'))) },
    { head: 'peak MiB', cell: ({ costs }) => median(allOf(costs, 'peak')).toFixed(0) },
    ...(bytes === undefined
      ? []
      : [{ head: 'MB/s', cell: ({ costs }) => digits(bytes / 1e6 / median(allOf(costs, 'wall'))) }]),
    ...bases.flatMap((base) => {
      const other = timed.find(({ name }) => name === base)?.costs ?? new Map();
      return RATIOS.map(([key, head]) => ({
        head: `${head} / ${base}`,
        cell: ({ costs }) => digits(median(ratios(costs, other, key))),
      }));
    }),
  ];
  const rule = columns.map(({ head }) => (head === '' ? '---' : '--:'));
  const lines = timed.map((one) => columns.map(({ cell }) => cell(one)));
  return [columns.map(({ head }) => head), rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @type {readonly (readonly [keyof Cost, string])[]} */
const RATIOS = [
  ['wall', 'wall'],
  ['cpu', 'CPU'],
  ['peak', 'peak'],
];

/** @param {ReadonlyMap<number, Cost>} costs @param {keyof Cost} key */
function allOf(costs, key) {
  return [...costs.values()].map((cost) => cost[key]);
}

/** @param {ReadonlyMap<number, Cost>} costs @param {ReadonlyMap<number, Cost>} others @param {keyof Cost} key */
function ratios(costs, others, key) {
  return [...costs].flatMap(([round, cost]) => {
    const other = others.get(round);
    return other === undefined ? [] : [cost[key] / other[key]];
  });
}

/** @param {readonly number[]} values */
function range(values) {
  return values.length === 1 ? 'one run' : `${digits(Math.min(...values))} to ${digits(Math.max(...values))}`;
}

/** Three digits that count. @param {number} value */
function digits(value) {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}
