import type { CellReport } from '../../../model/report.ts';
import type { Glyphs, Half } from './glyphs.ts';

/**
 * Where the bar ends. The scale is about the target, not about zero, or 91% and 95% would look alike; and it is the
 * same for every channel, month and brand, so that bars can be held against each other: ten points for a share, twenty
 * for an NPS, half the target for anything else. A bar that goes on beyond has a point; its figure stands beside it.
 */
export function reach({ unit, measure, target, gap }: CellReport): number {
  if (unit === 'share') return 0.1;
  if (measure === 'nps') return 20;
  return Math.abs(target.value) / 2 || Math.abs(gap ?? 0) || 1;
}

/**
 * The gap as a bar that grows out of the target's tick: to the left what is short of it, to the right what goes beyond
 * it, whatever the target's direction. A thin line is the interval where it reaches past the bar.
 *
 * @param arm columns on either side of the tick
 */
export function bar(cell: CellReport, arm: number, glyphs: Glyphs): string {
  const { value, target, interval } = cell;
  const halves = arm * 2;
  const scale = reach(cell);
  /** In half columns from the tick; not beyond the scale. A gap never vanishes. */
  const place = (figure: number): number => {
    const better = target.op === '>=' ? figure - target.value : target.value - figure;
    const at = (better / scale) * halves;
    return Math.max(-halves, Math.min(halves, Math.sign(at) * Math.max(Math.round(Math.abs(at)), at === 0 ? 0 : 1)));
  };
  const bound = (figure: number | null, unknown: number): number => (figure === null ? unknown : place(figure));
  const off = (figure: number): boolean => Math.abs(figure - target.value) > scale * 1.0001;

  const end = value === null ? 0 : place(value);
  // A bound that is not known lies beyond the scale.
  const worse = target.op === '>=' ? -halves : halves;
  const bounds = interval === null ? [] : [bound(interval.low, worse), bound(interval.high, -worse)];
  const ends = [end, ...bounds];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  /** Half column `at`, counted from the tick. */
  const half = (at: number): Half => {
    if (at > 0 ? at <= end : at >= end) return 'thick';
    return (at > 0 ? at <= high : at >= low) ? 'thin' : 'none';
  };

  let left = '';
  let right = '';
  for (let column = arm; column >= 1; column -= 1) left += glyphs.bar[half(-2 * column)][half(-2 * column + 1)];
  for (let column = 1; column <= arm; column += 1) right += glyphs.bar[half(2 * column - 1)][half(2 * column)];
  const tick = glyphs.tick[half(-1)][half(1)];
  if (value !== null && off(value)) {
    if (end < 0) left = glyphs.beyond.left + left.slice(1);
    else right = right.slice(0, -1) + glyphs.beyond.right;
  }
  return `${left}${tick}${right}`;
}
