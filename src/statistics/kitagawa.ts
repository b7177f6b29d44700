interface Proportion {
  readonly kept: number;
  readonly cases: number;
}

export interface KitagawaGroup {
  readonly name: string;
  readonly before: Proportion;
  readonly after: Proportion;
}

/** Shares of one; `rate` + `mix` = `difference`, for the whole as for the sum of the groups. */
export interface Decomposition {
  readonly before: number;
  readonly after: number;
  /** After less before. */
  readonly difference: number;
  /** What changed shares within the groups come to. */
  readonly rate: number;
  /** What the changed weights of the groups come to. */
  readonly mix: number;
  readonly groups: readonly {
    readonly name: string;
    /** null where the group has cases on one side only: how its share changed is not known. */
    readonly rate: number | null;
    readonly mix: number;
  }[];
}

/**
 * Splits the change of a pooled share into what became of the groups and what became of their weights: a sum of mean
 * weight times change of share, and of mean share times change of weight, with nothing left over. E. M. Kitagawa,
 * Components of a difference between two rates, JASA 50 (1955). A group with cases on one side only is taken to have
 * had the same share on the other: all it adds or takes away counts as mix.
 *
 * @returns null where a side has no cases at all.
 */
export function kitagawa(groups: readonly KitagawaGroup[]): Decomposition | null {
  const all = {
    before: pooled(groups.map((group) => group.before)),
    after: pooled(groups.map((group) => group.after)),
  };
  const before = shareOf(all.before);
  const after = shareOf(all.after);
  if (before === null || after === null) return null;
  const parts = groups.map((group) => {
    const earlier = shareOf(group.before);
    const later = shareOf(group.after);
    const weights = { before: group.before.cases / all.before.cases, after: group.after.cases / all.after.cases };
    const known = earlier !== null && later !== null;
    const mean = ((earlier ?? later ?? 0) + (later ?? earlier ?? 0)) / 2;
    return {
      name: group.name,
      rate: known ? ((weights.before + weights.after) / 2) * (later - earlier) : null,
      mix: mean * (weights.after - weights.before),
    };
  });
  return {
    before,
    after,
    difference: after - before,
    rate: parts.reduce((sum, part) => sum + (part.rate ?? 0), 0),
    mix: parts.reduce((sum, part) => sum + part.mix, 0),
    groups: parts,
  };
}

function shareOf({ kept, cases }: Proportion): number | null {
  return cases > 0 ? kept / cases : null;
}

function pooled(sides: readonly Proportion[]): Proportion {
  return {
    kept: sides.reduce((sum, { kept }) => sum + kept, 0),
    cases: sides.reduce((sum, { cases }) => sum + cases, 0),
  };
}
