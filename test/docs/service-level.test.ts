import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { audited } from '../audited.ts';

const page = readFileSync(new URL('../../docs/service-level.md', import.meta.url), 'utf8');
const promises = /```yaml\n(saydo: 1\n[^`]*)```/.exec(page)?.[1] ?? '';

/** ICMI's example: answered 1000, of which 860 in 20 s; gave up 60, of which 20 in 20 s, 10 of these in 5 s. */
function calls(blankWaits = false): string {
  const groups: readonly (readonly [count: number, wait: string, answered: string])[] = [
    [860, '00:00:20', 'yes'],
    [140, '00:00:21', 'yes'],
    [10, '00:00:05', 'no'],
    [10, '00:00:06', 'no'],
    [40, '00:00:21', 'no'],
  ];
  const rows = groups.flatMap(([count, wait, answered]) =>
    Array.from(
      { length: count },
      (_, call) => `${call},2026-03-02 09:00:00,${blankWaits && answered === 'no' ? '' : wait},${answered}`,
    ),
  );
  return ['Call,Queued at,Wait,Answered', ...rows, ''].join('\n');
}

describe('the page on service levels', () => {
  it('shows each figure as the report has it, and formulas that differ', async () => {
    const report = await audited(promises.split('\n'), { 'calls.csv': calls() });
    const shown = [...page.matchAll(/^\| (\d) \|[^|]*\| (\d+) of (\d+) \| ([\d.]+)% \|/gm)].map(
      ([, place, kept, cases, value]) => [Number(place), Number(kept), Number(cases), value],
    );
    const reported = report.promises.map(({ id, channels: [cell] }) => [
      Number(id.slice(0, 1)),
      cell?.kept,
      cell?.cases,
      ((cell?.value ?? Number.NaN) * 100).toFixed(1),
    ]);
    expect(shown).toHaveLength(6);
    expect(reported).toEqual(shown);
    const formulas = report.promises.map(({ channels: [cell] }) => cell?.formula);
    expect(new Set(formulas).size).toBe(6);
  });

  it('says what becomes of each formula where whoever gave up has no wait', async () => {
    const report = await audited(promises.split('\n'), { 'calls.csv': calls(true) });
    const shares = report.promises.map(({ channels: [cell] }) => `${cell?.kept} of ${cell?.cases}`);
    const [all, answered] = ['860 of 1060', '860 of 1000'];
    expect(shares).toEqual([answered, answered, all, answered, all, answered]);
  });
});
