import { diagnose } from '../diagnostics/catalog.ts';
import type { ColumnType } from '../model/column.ts';
import type { Position } from '../model/diagnostic.ts';
import type { Need, Types } from '../vocabulary/reading.ts';
import type { DeclaredColumn } from './columns.ts';
import type { Source } from './source.ts';

/** One place of the file that uses a column. */
export interface Use {
  readonly column: string;
  readonly need: Need | null;
  readonly at: Position;
}

type Kind = Extract<Need, { is: string }>['is'];

interface Claim {
  readonly type: ColumnType;
  readonly at: Position;
}

/**
 * Settles the types of a channel's columns: what is declared, else what unit or format say, else what a use demands,
 * else what its other uses agree on, else the type of the column it is compared with, else text. Reports clashes.
 */
export function settleTypes(
  declared: ReadonlyMap<string, DeclaredColumn>,
  uses: readonly Use[],
  source: Source,
): Types {
  const byColumn = new Map<string, Use[]>();
  for (const use of uses) {
    const known = byColumn.get(use.column);
    if (known === undefined) byColumn.set(use.column, [use]);
    else known.push(use);
  }
  const types = new Map<string, ColumnType>();
  for (const column of new Set([...declared.keys(), ...byColumn.keys()])) {
    const claims = claimsOf(declared.get(column), byColumn.get(column) ?? [], source);
    const [first, ...others] = claims;
    if (first === undefined) continue;
    types.set(column, first.type);
    const clash: Claim | undefined =
      others.find(({ type }) => !agree(first.type, type)) ?? eventClash(first, byColumn.get(column) ?? []);
    if (clash !== undefined) reportClash(column, clash, first, source);
  }
  for (const [column, own] of byColumn) {
    const soft = types.has(column) ? null : softType(own);
    if (soft !== null) types.set(column, soft);
  }
  spreadAlike(types, byColumn);
  reportUnlike(types, uses, source);
  return { typeOf: (column) => types.get(column) ?? 'text' };
}

/** What leaves no choice, the strongest first: the declared type, format and unit, then the uses in file order. */
function claimsOf(column: DeclaredColumn | undefined, uses: readonly Use[], source: Source): Claim[] {
  const claims: Claim[] = [];
  if (column !== undefined) {
    if (column.type !== null) claims.push({ type: column.type, at: source.at([...column.path, 'type']) });
    for (const { type, path } of column.implied) claims.push({ type, at: source.at(path) });
  }
  const firm = uses.flatMap(({ need, at }) =>
    need !== null && 'is' in need && need.firm ? [{ type: typeOf(need.is), at }] : [],
  );
  return [...claims, ...firm.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)];
}

/** An event that is neither a moment nor a duration. */
function eventClash({ type }: Claim, uses: readonly Use[]): Claim | undefined {
  if (isMoment(type) || type === 'duration') return undefined;
  const event = uses.find(({ need }) => need !== null && 'is' in need && need.is === 'moment' && !need.firm);
  return event === undefined ? undefined : { type: 'timestamp', at: event.at };
}

/** What uses that could do with another type suggest: an event's moment before all, else what all agree on. */
function softType(uses: readonly Use[]): ColumnType | null {
  const kinds = new Set(uses.flatMap(({ need }) => (need !== null && 'is' in need ? [need.is] : [])));
  if (kinds.has('moment')) return 'timestamp';
  const [only] = kinds;
  return only === undefined ? null : kinds.size === 1 ? typeOf(only) : 'text';
}

/** Columns without a say of their own take the type of one they are compared with, also at second hand. */
function spreadAlike(types: Map<string, ColumnType>, byColumn: ReadonlyMap<string, readonly Use[]>): void {
  const alike = new Map<string, string[]>();
  for (const [column, uses] of byColumn) {
    for (const { need } of uses) {
      if (need === null || !('like' in need)) continue;
      const known = alike.get(need.like);
      if (known === undefined) alike.set(need.like, [column]);
      else known.push(column);
    }
  }
  const queue = [...types.keys()];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const type = types.get(next);
    for (const column of alike.get(next) ?? []) {
      if (type === undefined || types.has(column)) continue;
      types.set(column, type);
      queue.push(column);
    }
  }
}

/** Columns that are compared with each other and differ, each pair once. */
function reportUnlike(types: ReadonlyMap<string, ColumnType>, uses: readonly Use[], source: Source): void {
  const reported = new Set<string>();
  for (const { column, need, at } of uses) {
    if (need === null || !('like' in need)) continue;
    const type = types.get(column) ?? 'text';
    const otherType = types.get(need.like) ?? 'text';
    const pair = JSON.stringify([column, need.like].sort());
    if (agree(type, otherType) || reported.has(pair)) continue;
    reported.add(pair);
    const args = { column, other: need.like, type: NAMES[type], otherType: NAMES[otherType] };
    source.report(diagnose('compared-types', args, at));
  }
}

function reportClash(column: string, one: Claim, other: Claim, source: Source): void {
  const [first, second] = before(one.at, other.at) ? [one, other] : [other, one];
  const args = { column, here: NAMES[second.type], there: NAMES[first.type], line: first.at.line };
  source.report(diagnose('type-clash', args, second.at));
}

function before(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}

function agree(one: ColumnType, other: ColumnType): boolean {
  return one === other || (isMoment(one) && isMoment(other));
}

function isMoment(type: ColumnType): boolean {
  return type === 'timestamp' || type === 'date';
}

function typeOf(kind: Kind): ColumnType {
  return kind === 'moment' ? 'timestamp' : kind;
}

const NAMES: Readonly<Record<ColumnType, string>> = {
  text: 'a text',
  number: 'a number',
  percent: 'a percentage',
  boolean: 'yes or no',
  timestamp: 'a time',
  date: 'a date',
  duration: 'a duration',
};
