import type { Condition } from '../../model/condition.ts';
import { Scratch } from './columns.ts';
import type { CompileContext, Evaluate, LeafKind, LeafOf } from './condition.ts';
import { leaves } from './leaves.ts';
import { isUnreadable, join, NEVER_DUE, negated, Outcome } from './outcome.ts';

/** Compiles a condition of the plan once to loops over columns. */
export function compileCondition(condition: Condition<number>, context: CompileContext): Evaluate {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => compileCondition(part, context));
      return context.place === 'where' ? joinSimple(parts, condition.kind) : joinTimed(parts, condition.kind);
    }
    case 'not':
      return negate(compileCondition(condition.of, context));
    default:
      return compileLeaf(condition, context);
  }
}

function compileLeaf<K extends LeafKind>(leaf: LeafOf<K, number>, context: CompileContext): Evaluate {
  const kind: K = leaf.kind;
  return leaves[kind].compile(leaf, context);
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

/**
 * In `where` nothing is pending, and what is certain outweighs what cannot be read: a row that one readable cell keeps
 * out takes no part, whatever its other cells hold.
 */
function joinSimple(parts: readonly Evaluate[], kind: 'all' | 'any'): Evaluate {
  const winner = kind === 'all' ? Outcome.MISSED : Outcome.KEPT;
  const scratch = new Scratch();
  return (batch) => {
    const codes = scratch.codes(batch.rows);
    for (const [index, part] of parts.entries()) {
      const found = part(batch).codes;
      for (let row = 0; row < batch.rows; row += 1) {
        const code = found[row] ?? 0;
        const before = codes[row] ?? 0;
        if (index === 0 || (before !== winner && (code === winner || isUnreadable(code)))) codes[row] = code;
      }
    }
    return { codes, due: null };
  };
}
