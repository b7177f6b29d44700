import type { PeriodGrain, WindowSpec } from '../../model/time.ts';
import { parseSpan } from '../types/literals.ts';

export const grains = ['day', 'week', 'month', 'quarter'] as const satisfies readonly PeriodGrain[];

/** `90d`, `2w`, or `day`, `week`, `month`, `quarter`; null for all else. */
export function parseLast(text: string): WindowSpec | null {
  const grain = grains.find((candidate) => candidate === text);
  if (grain !== undefined) return { kind: 'last-period', grain };
  const days = parseSpan(text)?.days ?? null;
  return days !== null && Number.isInteger(days) && days > 0 && days <= 1_000_000 ? { kind: 'last-days', days } : null;
}
