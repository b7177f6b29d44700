import type { GapReport } from '../../model/report.ts';
import type { ComparedCell, Comparison, Fate } from '../compare.ts';

/** A cell with its figures side by side. */
const written = ({ fate, promise, channel, before, after, change, retargeted }: ComparedCell) => {
  const known = after ?? before;
  return {
    fate,
    promise,
    channel,
    measure: known?.measure ?? null,
    unit: known?.unit ?? null,
    value_before: before?.value ?? null,
    value: after?.value ?? null,
    target_before: before?.target ?? null,
    target: after?.target ?? null,
    retargeted,
    verdict_before: before?.verdict ?? null,
    verdict: after?.verdict ?? null,
    cases_before: before?.cases ?? null,
    cases: after?.cases ?? null,
    change:
      change === null
        ? null
        : {
            value: change.value,
            interval: change.interval,
            withheld: change.withheld,
            moved: change.moved,
          },
  } satisfies { readonly fate: Fate } & Readonly<Record<string, unknown>>;
};

/** The comparison for other programs, schema 1; units as in the report: shares 0..1, durations in seconds. */
export function comparisonJson({ brand, before, after, shared, cells }: Comparison, saydo: GapReport['saydo']): string {
  const document = { saydo, schema: 1, kind: 'comparison', brand, before, after, shared, cells: cells.map(written) };
  return `${JSON.stringify(document, null, 2)}\n`;
}
