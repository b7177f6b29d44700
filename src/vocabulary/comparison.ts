import { nearest } from '../diagnostics/nearest.ts';
import type { Comparison } from '../model/condition.ts';

export const comparisons = ['at least', 'at most', 'over', 'under'] as const satisfies readonly Comparison[];

/** Signs and words that people write for a comparison of the language. */
const FAMILIAR: Readonly<Record<string, Comparison>> = {
  '>=': 'at least',
  '=>': 'at least',
  '≥': 'at least',
  '<=': 'at most',
  '=<': 'at most',
  '≤': 'at most',
  '>': 'over',
  '<': 'under',
  'more than': 'over',
  'greater than': 'over',
  above: 'over',
  'less than': 'under',
  'fewer than': 'under',
  below: 'under',
  minimum: 'at least',
  min: 'at least',
  'no less than': 'at least',
  maximum: 'at most',
  max: 'at most',
  'up to': 'at most',
  'no more than': 'at most',
};

export type ComparisonText =
  | { readonly kind: 'comparison'; readonly comparison: Comparison; readonly rest: string }
  /** Meant as a comparison, but not one of the language. */
  | { readonly kind: 'misspelt'; readonly found: string; readonly meant: Comparison; readonly rest: string }
  | { readonly kind: 'text' };

/**
 * Does a value of the promise file begin with a comparison, or with what is meant as one? A text that begins with a
 * comparison word is a comparison; what merely resembles one counts only before a number.
 */
export function comparisonOf(text: string): ComparisonText {
  const words = text.trim().replaceAll(/\s+/gu, ' ');
  const lower = words.toLowerCase();
  for (const comparison of comparisons) {
    if (lower === comparison || lower.startsWith(`${comparison} `)) {
      return { kind: 'comparison', comparison, rest: words.slice(comparison.length).trim() };
    }
  }
  const sign = /^[<>=≥≤]{1,2}/u.exec(words)?.[0];
  if (sign !== undefined) {
    return {
      kind: 'misspelt',
      found: sign,
      meant: FAMILIAR[sign] ?? 'at least',
      rest: words.slice(sign.length).trim(),
    };
  }
  const beforeNumber = /^(?<words>\p{L}[\p{L}_ -]*?)[ :]*(?<rest>[-+\u2212]?[\d.,]+.*)$/u.exec(words)?.groups;
  const found = beforeNumber?.['words'] ?? '';
  const rest = beforeNumber?.['rest'] ?? '';
  const familiar = Object.hasOwn(FAMILIAR, found.toLowerCase()) ? FAMILIAR[found.toLowerCase()] : undefined;
  const near = familiar ?? comparisons.find((comparison) => comparison === nearest(found, comparisons));
  if (found === '' || near === undefined) return { kind: 'text' };
  return { kind: 'misspelt', found, meant: near, rest };
}
