import type { GapReport } from '../../src/model/report.ts';
import { gapReport } from '../../src/report/schema.ts';
import { everyMeasure, everyVerdict } from './samples.ts';

/** What a page must show as text, each with a number so that it can be found again. */
const ATTACKS = [
  (at: number): string => `<script>window.pwned=${at}</script>`,
  (at: number): string => `"><img src=x onerror="window.pwned=${at}">`,
  (at: number): string => `' onmouseover='window.pwned=${at}`,
  (at: number): string => `javascript:window.pwned=${at}`,
  (at: number): string => `</title></style></script><svg onload=window.pwned=${at}>`,
  (at: number): string => `]]>&lt;b&gt;${at}<!--`,
  (at: number): string => `{{constructor.constructor('window.pwned=${at}')()}}`,
];

/** Keys whose values a program reads; all others hold what people wrote. */
const MACHINE = new Set(
  'saydo verdict verdict_before measure unit op as_of newest_event from to until direction severity encoding sha256 delimiter code by of'.split(
    ' ',
  ),
);

/** The report with an attack in the place of every text that people wrote, and these texts. */
export function hostileReport(report: GapReport): { readonly report: GapReport; readonly texts: readonly string[] } {
  const texts: string[] = [];
  /** The same text is replaced by the same, so that names still lead to what they name. */
  const known = new Map<string, string>();
  const attack = (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = ATTACKS[texts.length % ATTACKS.length]?.(texts.length) ?? '';
    texts.push(made);
    known.set(text, made);
    return made;
  };
  const replaced: unknown = JSON.parse(JSON.stringify(report), (key, value: unknown) =>
    typeof value === 'string' && (key === 'by' ? !/^\d{4}-/.test(value) : !MACHINE.has(key)) ? attack(value) : value,
  );
  return { report: gapReport.parse(replaced), texts };
}

/** A report with all there is in it: every verdict and every measure. */
export const fullReport: GapReport = {
  ...everyVerdict,
  promises: [...everyVerdict.promises, ...everyMeasure.promises],
};
