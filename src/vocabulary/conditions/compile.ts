import type { Condition } from '../../model/condition.ts';
import { Scratch } from './columns.ts';
import type { CompileContext, Evaluate, LeafKind, LeafOf } from './condition.ts';
import { leaves } from './leaves.ts';
import { once } from './memo.ts';
import { join, NEVER_DUE, negated, Outcome, type Outcomes } from './outcome.ts';
import { leavesOf } from './walk.ts';

/** Compiles a condition of the plan once to loops over columns. */
export function compileCondition(condition: Condition<number>, context: CompileContext): Evaluate {
  if (context.place === 'kept_when' || !mayExclude(condition)) return compilePart(condition, context);
  return known(['taken', condition], context, () => taken(compilePart(condition, context)));
}

/** Where `where` can come to EXCLUDED: a blank left out in so many words, a beginning or a deadline that is blank. */
function mayExclude(condition: Condition<number>): boolean {
  return leavesOf(condition).some(({ kind, blank }) => blank === 'excluded' || kind === 'within' || kind === 'by');
}

/** A row that `blank: excluded` leaves out is not taken, also where `not` stands around it. */
function taken(part: Evaluate): Evaluate {
  const recode = recoded(part, TAKEN);
  return (batch) => ({ codes: recode(batch).codes, due: null });
}

const CODES = 16;
const TAKEN = Uint8Array.from({ length: CODES }, (_, code) => (code === Outcome.EXCLUDED ? Outcome.MISSED : code));
const NEGATED = Uint8Array.from({ length: CODES }, (_, code) => negated(code));

/** Each code by a table: what a row comes to is as good as random, and a branch on it is guessed wrong time and again. */
function recoded(part: Evaluate, table: Uint8Array): Evaluate {
  const scratch = new Scratch();
  return (batch) => {
    // What the part gives is its own, and may be asked for by others.
    const { codes: found, due } = part(batch);
    const codes = scratch.codes(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) codes[row] = table[found[row] ?? 0] ?? 0;
    return { codes, due };
  };
}

/** What the key stands for, evaluated once a batch where the context remembers. */
function known(key: unknown, { memo, place }: CompileContext, compile: () => Evaluate): Evaluate {
  return memo === undefined ? compile() : memo.of([place, key], () => once(compile()));
}

function compilePart(condition: Condition<number>, context: CompileContext): Evaluate {
  // The place says only what a blank is: where that is said, both places have the same outcomes.
  const isSaid = (condition.kind === 'within' || condition.kind === 'by') && condition.blank !== null;
  const there: CompileContext = isSaid ? { ...context, place: 'kept_when' } : context;
  return known(condition, there, () => compileAnew(condition, there));
}

function compileAnew(condition: Condition<number>, context: CompileContext): Evaluate {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      if (condition.of.length === 0) return always(condition.kind === 'all' ? Outcome.KEPT : Outcome.MISSED);
      const parts = condition.of.map((part) => compilePart(part, context));
      const [only] = parts;
      if (only !== undefined && parts.length === 1) return only;
      return context.place === 'where' ? joinSimple(parts, condition.kind) : joinTimed(parts, condition.kind);
    }
    case 'not':
      return recoded(compilePart(condition.of, context), NEGATED);
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

function joinTimed(parts: readonly Evaluate[], kind: 'all' | 'any'): Evaluate {
  const winner = kind === 'all' ? Outcome.MISSED : Outcome.KEPT;
  const table = joinTable((a, b) => {
    const into = { code: 0, due: NEVER_DUE };
    join({ code: a, due: NEVER_DUE }, { code: b, due: NEVER_DUE }, winner, into);
    return into.code;
  });
  const scratch = new Scratch();
  const a = { code: 0, due: 0 };
  const b = { code: 0, due: 0 };
  return (batch) => {
    const found = parts.map((part) => part(batch));
    const codes = scratch.codes(batch.rows);
    if (found.every(({ due }) => due === null)) {
      joinCodes(found, table, codes, batch.rows);
      return { codes, due: null };
    }
    const due = scratch.due(batch.rows);
    for (const [index, { codes: foundCodes, due: foundDue }] of found.entries()) {
      for (let row = 0; row < batch.rows; row += 1) {
        b.code = foundCodes[row] ?? 0;
        b.due = foundDue === null ? NEVER_DUE : (foundDue[row] ?? NEVER_DUE);
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

/** What two codes come to, by the first times `CODES` plus the second. */
function joinTable(joined: (a: number, b: number) => number): Uint8Array {
  return Uint8Array.from({ length: CODES * CODES }, (_, both) => joined(Math.floor(both / CODES), both % CODES));
}

/** Joins the codes of two parts or more, from left to right. */
function joinCodes(parts: readonly Outcomes[], table: Uint8Array, codes: Uint8Array, rows: number): void {
  let left = parts[0]?.codes ?? codes;
  for (const { codes: right } of parts.slice(1)) {
    for (let row = 0; row < rows; row += 1) {
      codes[row] = table[(left[row] ?? 0) * CODES + (right[row] ?? 0)] ?? 0;
    }
    left = codes;
  }
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
  const table = joinTable((a, b) => ((rank[b] ?? 3) < (rank[a] ?? 3) ? b : a));
  const scratch = new Scratch();
  return (batch) => {
    const codes = scratch.codes(batch.rows);
    joinCodes(
      parts.map((part) => part(batch)),
      table,
      codes,
      batch.rows,
    );
    return { codes, due: null };
  };
}
