import type { Act, Pledge, Remedy } from '../model/declaration.ts';
import type { Path } from '../model/raw.ts';
import { isList, isMap } from '../vocabulary/reading.ts';
import { badValue, dayAt, filledAt, numberAt, textAt, textsAt, wordAt } from './literals.ts';
import type { Source } from './source.ts';

export const OVER_ZERO = { least: 0, whole: false, above: true, expected: 'a number over 0', example: 'weight: 3' };
const CASES = { least: 0, whole: true, above: false, expected: 'a whole number from 0 on', example: 'min_cases: 30' };

export function readAct(source: Source, path: Path): Act | null {
  if (!isMap(source.raw(path))) return null;
  const text = filledAt(source, [...path, 'text'], 'what is done', 'text: Staff the Monday peak');
  const by = dayAt(source, [...path, 'by']);
  return text === null ? null : { text, by };
}

export function readRemedy(source: Source, path: Path): Remedy | null {
  if (!isMap(source.raw(path))) return null;
  const text = filledAt(source, [...path, 'text'], 'what a customer gets', 'text: A voucher');
  const cost = readCost(source, [...path, 'cost']);
  const per = wordAt(source, [...path, 'per'], ['occasion', 'customer']) ?? 'occasion';
  return text === null ? null : { text, cost, per };
}

function readCost(source: Source, path: Path): Remedy['cost'] {
  const text = textAt(source, path);
  if (text === null) return null;
  const [, amount, currency] = /^(\d+(?:\.\d+)?)\s+([A-Z]{3})$/.exec(text) ?? [];
  if (amount !== undefined && currency !== undefined) return { amount: Number(amount), currency };
  return badValue(source, path, text, 'an amount, a blank, and the three letters of its currency', 'cost: 10 EUR');
}

export function readWaiver(source: Source, path: Path): Pledge['waived'] {
  if (!isMap(source.raw(path))) return null;
  const until = dayAt(source, [...path, 'until']);
  const reason = filledAt(source, [...path, 'reason'], 'why', 'reason: new switchboard');
  return until === null || reason === null ? null : { until, reason, position: source.at(path, 'key') };
}

export function readMinCases(source: Source, path: Path): number | null {
  return numberAt(source, path, CASES);
}

/** Segments of `every`, each alone or several crossed, with where each is named. */
export function readEvery(
  source: Source,
  path: Path,
): readonly (readonly { readonly text: string; readonly path: Path }[])[] {
  const raw = source.raw(path);
  if (!isList(raw)) return textsAt(source, path).map((segment) => [segment]);
  return raw.map((_item, index) => textsAt(source, [...path, index])).filter((crossed) => crossed.length > 0);
}
