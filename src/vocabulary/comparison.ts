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

/** A comparison, or a plain value written as one (`= 4`, `!= 4`). */
type Meant = Comparison | 'is' | 'not';

/** Those of them that are words of some length. */
const SPELT = Object.keys(FAMILIAR).filter((word) => /^\p{L}{4}/u.test(word));

export type ComparisonText =
  | { readonly kind: 'comparison'; readonly comparison: Comparison; readonly rest: string }
  /** Meant as a comparison, but not one of the language. */
  | {
      readonly kind: 'misspelt';
      readonly found: string;
      readonly meant: Meant;
      readonly rest: string;
      readonly proposal: string;
    }
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
  const sign = /^[!<>=≥≤]{1,3}/u.exec(words)?.[0];
  if (sign !== undefined) return misspelt(sign, words.slice(sign.length).trim(), signMeant(sign));
  const run = /^(?<found>at\s*(?:least|most))(?!\p{L})(?<rest>.*)$/iu.exec(words)?.groups;
  if (run !== undefined) {
    const found = run['found'] ?? '';
    return misspelt(found, (run['rest'] ?? '').trim(), /least/i.test(found) ? 'at least' : 'at most');
  }
  // `P1` and `fax 3` are names: only words of some length, set apart from their number, are taken for a slip.
  const beforeNumber = /^(?<words>\p{L}[\p{L}_ -]*?)[ :]+(?<rest>[-+\u2212]?\d.*)$/u.exec(words)?.groups;
  const found = beforeNumber?.['words'] ?? '';
  const exact = Object.hasOwn(FAMILIAR, found.toLowerCase()) ? found.toLowerCase() : null;
  const near = exact ?? slipOf(found);
  if (near === null) return { kind: 'text' };
  const meant = comparisons.find((comparison) => comparison === near) ?? FAMILIAR[near] ?? 'at least';
  return misspelt(found, beforeNumber?.['rest'] ?? '', meant);
}

/** The comparison meant; of a short word only where letters are missing or changed places: `ovr` is, `ever` is not. */
function slipOf(word: string): string | null {
  if (word.length >= 5) return nearest(word, [...comparisons, ...SPELT]);
  const near = word.length < 3 ? null : nearest(word, comparisons);
  const letters = (text: string): string => [...text.toLowerCase()].sort().join('');
  return near !== null && near.length === word.length && letters(near) !== letters(word) ? null : near;
}

function misspelt(found: string, rest: string, meant: Meant): ComparisonText {
  const proposal = meant === 'is' ? rest : meant === 'not' ? `{ not: ${rest} }` : `${meant} ${rest}`.trim();
  return { kind: 'misspelt', found, meant, rest, proposal };
}

function signMeant(sign: string): Meant {
  if (sign.startsWith('!') || sign === '<>') return 'not';
  return /^=+$/.test(sign) ? 'is' : (FAMILIAR[sign] ?? 'at least');
}
