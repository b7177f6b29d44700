import type { Condition } from '../../model/condition.ts';
import { Scratch } from './columns.ts';
import type { CompileContext, Evaluate, LeafKind, LeafOf } from './condition.ts';
import { leaves } from './leaves.ts';
import { join, NEVER_DUE, negated, Outcome } from './outcome.ts';

/** Compiles a condition of the plan once to loops over columns. */
export function compileCondition(condition: Condition<number>, context: CompileContext): Evaluate {
  const evaluate = compilePart(condition, context);
  return context.place === 'where' ? taken(evaluate) : evaluate;
}

/** A row that `blank: excluded` leaves out is not taken, also where `not` stands around it. */
function taken(part: Evaluate): Evaluate {
  return (batch) => {
    const { codes } = part(batch);
    for (let row = 0; row < batch.rows; row += 1) if (codes[row] === Outcome.EXCLUDED) codes[row] = Outcome.MISSED;
    return { codes, due: null };
  };
}

function compilePart(condition: Condition<number>, context: CompileContext): Evaluate {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      if (condition.of.length === 0) return always(condition.kind === 'all' ? Outcome.KEPT : Outcome.MISSED);
      const parts = condition.of.map((part) => compilePart(part, context));
      return context.place === 'where' ? joinSimple(parts, condition.kind) : joinTimed(parts, condition.kind);
    }
    case 'not':
      return negate(compilePart(condition.of, context));
    default:
      return compileLeaf(condition, context);
  }
}

function compileLeaf<K extends LeafKind>(leaf: LeafOf<K, number>, context: CompileContext): Evaluate {
  const kind: K = leaf.kind;
  return leaves[kind].compile(leaf, context);
}

/** The same on every row: all of nothing holds, any of nothing does not. */
function always(code: number): Evaluate {
  const scratch = new Scratch();
  return (batch) => ({ codes: scratch.codes(batch.rows).fill(code), due: null });
}

function negate(part: Evaluate): Evaluate {
  return (batch) => {
    const { codes, due } = part(batch);
    for (let row = 0; row < batch.rows; row += 1) codes[row] = negated(codes[row] ?? 0);
    return { codes, due };
  };
}

function joinTimed(parts: readonly Evaluate[], kind: 'all' | 'any'): Evaluate {
  const winner = kind === 'all' ? Outcome.MISSED : Outcome.KEPT;
  const scratch = new Scratch();
  const a = { code: 0, due: 0 };
  const b = { code: 0, due: 0 };
  return (batch) => {
    const codes = scratch.codes(batch.rows);
    const due = scratch.due(batch.rows);
    for (const [index, part] of parts.entries()) {
      const found = part(batch);
      for (let row = 0; row < batch.rows; row += 1) {
        b.code = found.codes[row] ?? 0;
        b.due = found.due?.[row] ?? NEVER_DUE;
        if (index === 0) {
          codes[row] = b.code;
          due[row] = b.due;
          continue;
        }
        a.code = codes[row] ?? 0;
        a.due = due[row] ?? NEVER_DUE;
        join(a, b, winner, a);
        codes[row] = a.code;
        due[row] = a.due;
      }
    }
    return { codes, due };
  };
}

/** What wins in `where`, by code: kept, missed, excluded, and the unreadable ones. */
const FIRST_IN_ALL = [3, 0, 1, 2, 2, 2, 2, 2];
const FIRST_IN_ANY = [0, 3, 2, 1, 1, 1, 1, 1];

/**
 * In `where` nothing is pending, and what is certain outweighs what cannot be read: a row that one readable cell keeps
 * out takes no part, whatever its other cells hold.
 */
function joinSimple(parts: readonly Evaluate[], kind: 'all' | 'any'): Evaluate {
  const rank = kind === 'all' ? FIRST_IN_ALL : FIRST_IN_ANY;
  const scratch = new Scratch();
  return (batch) => {
    const codes = scratch.codes(batch.rows);
    for (const [index, part] of parts.entries()) {
      const found = part(batch).codes;
      for (let row = 0; row < batch.rows; row += 1) {
        const code = found[row] ?? 0;
        if (index === 0 || (rank[code] ?? 3) < (rank[codes[row] ?? 0] ?? 3)) codes[row] = code;
      }
    }
    return { codes, due: null };
  };
}
