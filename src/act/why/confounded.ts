import { ENOUGH_CASES } from '../../score/pooled.ts';
import { type Divided, type Division, type Part, weigh } from './divide.ts';
import type { Looked } from './look.ts';
import { badnessOf, without } from './weights.ts';
import type { Weight, Yardstick } from './yardstick.ts';

/** Of its occasions so many must lie in values with enough on both sides. */
const MOST_OF = 0.9;

/** A row that is worse than the others as a whole, and within no value of another segment (E. H. Simpson, 1951). */
export interface Confounded {
  readonly row: Looked;
  /** The segment that explains it. */
  readonly by: string;
  /** The value of which it has more than the others have, that weighs most. */
  readonly moreOf: string;
  readonly own: Weight;
  readonly others: Weight;
  /** Values of the other segment with enough cases on both sides. */
  readonly values: number;
}

/** Every row that stands as worse, of a single segment, and that another segment turns round. */
export function confounded(divided: Divided, rows: readonly Looked[]): readonly Confounded[] {
  const { yardstick, divisions } = divided;
  if (yardstick === null) return [];
  const single = divisions.filter(({ kind }) => kind === 'segment');
  return rows
    .filter(({ division, stands, isWorse }) => division.kind === 'segment' && stands === true && isWorse === true)
    .flatMap((row) => {
      for (const other of single) {
        if (other === row.division) continue;
        const found = turnedBy(divided, yardstick, row, other);
        if (found !== null) return [found];
      }
      return [];
    });
}

interface Within {
  readonly part: Part;
  readonly own: Weight;
  readonly others: Weight;
}

function turnedBy(divided: Divided, yardstick: Yardstick, row: Looked, other: Division): Confounded | null {
  const { whole } = divided;
  const { weight } = row.part;
  if (weight === null || whole === null) return null;
  const groups = new Set(row.part.groups);
  const within = other.parts.flatMap((part): Within[] => {
    if (part.weight === null) return [];
    const own = weigh(
      other.of,
      yardstick,
      part.groups.filter((group) => groups.has(group)),
    );
    return [{ part, own, others: without(part.weight, own) }];
  });
  const enough = within.filter(({ own, others }) => own.cases >= ENOUGH_CASES && others.cases >= ENOUGH_CASES);
  const covered = enough.reduce((sum, { own }) => sum + own.cases, 0);
  if (enough.length < 2 || covered < MOST_OF * weight.cases) return null;
  const bad = (one: Weight): number => badnessOf(one, yardstick) ?? 0;
  if (enough.some(({ own, others }) => bad(own) > bad(others))) return null;
  const others = without(whole, weight);
  // What moves it: how much more of a value it has, times how much worse than the whole that value is.
  const pull = ({ part, own, others: rest }: Within): number =>
    (own.cases / weight.cases - rest.cases / others.cases) * (bad(part.weight ?? whole) - bad(whole));
  const [most] = enough
    .filter(({ own, others: rest }) => own.cases / weight.cases > rest.cases / others.cases)
    .toSorted((a, b) => pull(b) - pull(a));
  if (most === undefined) return null;
  return { row, by: other.by, moreOf: most.part.is, own: weight, others, values: enough.length };
}
