import type { Settled } from '../../../score/settle/index.ts';
import { figureOf } from '../../../vocabulary/measures/index.ts';
import { type Divided, weigh } from '../divide.ts';
import { isWorse, type Look, type Looked } from '../look.ts';
import { differs, evidence, excessOf, without } from '../weights.ts';
import type { Weight, Yardstick } from '../yardstick.ts';
import { type Candidate, candidates } from './candidates.ts';

/** A description of occasions that are worse than the others, beyond chance and beyond what the target allows. */
export interface FoundCause extends Candidate {
  readonly weight: Weight;
  readonly excess: number;
  readonly value: number | null;
  /** Cases of it that causes told above it have too, as far as they can be crossed. */
  readonly shared: number;
}

/** Causes that are told; what is left is in the table. */
export const MOST_CAUSES = 5;
/** Of the occasions of a further cause so many must not be told already. */
const LEAST_LEFT = 0.5;
/** Descriptions that are weighed against each other, the strongest first. */
const MOST_WEIGHED = 200;

/**
 * The few descriptions that tell most of it, of those whose occasions can be crossed: apart for columns and for times,
 * where these were counted beside each other. By excess, the greatest first.
 *
 * @param isConfounded - a row that another segment explains is no cause
 */
export function causesOf(
  divided: Divided,
  { rows, thresholds }: Look,
  isConfounded: (row: Looked) => boolean,
): readonly FoundCause[] {
  const { yardstick, whole } = divided;
  if (yardstick === null || whole === null) return [];
  const all = candidates(rows.filter((row) => !isConfounded(row)));
  return [...new Set(all.map(({ of }) => of))]
    .flatMap((of) =>
      strongest(
        all.filter((one) => one.of === of),
        { divided, yardstick, whole, thresholds, of },
      ),
    )
    .toSorted((a, b) => b.excess - a.excess || byName(a, b));
}

export interface Terms {
  readonly divided: Divided;
  readonly yardstick: Yardstick;
  readonly whole: Weight;
  /** The greatest p-value that stands, by family. */
  readonly thresholds: Look['thresholds'];
  /** What the groups of the candidates are groups of. */
  readonly of: Settled;
}

/**
 * The strongest evidence goes first, for it neither takes in occasions that are like all others nor leaves out such as
 * are like its own; the next is looked for among the occasions that no cause has told yet, where it has to stand as
 * before (by the greatest p-value that stood).
 */
export function strongest(all: readonly Candidate[], terms: Terms): readonly FoundCause[] {
  const { yardstick, whole, thresholds, of, divided } = terms;
  const { confidence } = divided.open.context;
  const told = new Set<number>();
  let rest = whole;
  let left = all
    .map((candidate) => ({ candidate, weight: weigh(of, yardstick, candidate.groups) }))
    .map((one) => ({ ...one, strength: evidence(one.weight, without(whole, one.weight)) }))
    .filter(({ weight }) => excessOf(weight, yardstick) > 0)
    .toSorted((a, b) => b.strength - a.strength || byName(a.candidate, b.candidate))
    .slice(0, MOST_WEIGHED);
  const found: FoundCause[] = [];
  while (found.length < MOST_CAUSES) {
    const scored = left
      .map(({ candidate, weight }) => {
        const groups = candidate.groups.filter((group) => !told.has(group));
        const own = groups.length === candidate.groups.length ? weight : weigh(of, yardstick, groups);
        const others = without(rest, own);
        return { candidate, weight, own, others, strength: evidence(own, others) };
      })
      .filter(
        ({ candidate, weight, own, others }) =>
          own.cases >= LEAST_LEFT * weight.cases &&
          isWorse(own, others, yardstick) === true &&
          excessOf(own, yardstick) > 0 &&
          (differs(own, others, confidence) ?? 1) <= thresholds[candidate.kind],
      )
      .toSorted((a, b) => b.strength - a.strength || byName(a.candidate, b.candidate));
    const [best] = scored;
    if (best === undefined) break;
    found.push(causeOf(best.candidate, best.weight, terms));
    for (const group of best.candidate.groups) told.add(group);
    rest = best.others;
    left = scored.slice(1);
  }
  return found;
}

/** The causes in the order in which they are told, each with what it shares with those above it. */
export function sharedAmong(causes: readonly FoundCause[], yardstick: Yardstick): readonly FoundCause[] {
  return causes.map((cause, place) => {
    const above = new Set(causes.slice(0, place).flatMap((other) => (other.of === cause.of ? other.groups : [])));
    const groups = cause.groups.filter((group) => above.has(group));
    return { ...cause, shared: groups.length === 0 ? 0 : weigh(cause.of, yardstick, groups).cases };
  });
}

function causeOf(candidate: Candidate, weight: Weight, { yardstick, divided, of }: Terms): FoundCause {
  const { measure, pledge, confidence } = divided.open.context;
  const { sample } = of.cut(candidate.groups);
  const { value } = figureOf(sample, measure, { confidence, target: pledge.target });
  return { ...candidate, weight, excess: excessOf(weight, yardstick), value, shared: 0 };
}

function byName(a: Candidate, b: Candidate): number {
  const [left, right] = [a, b].map(({ by, is }) => `${by}\u0000${is}`);
  return left === right ? 0 : (left ?? '') < (right ?? '') ? -1 : 1;
}
