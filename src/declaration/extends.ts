import { diagnose } from '../diagnostics/catalog.ts';
import type { Path } from '../model/raw.ts';
import { isMap } from '../vocabulary/reading.ts';
import { promiseShape } from './schema/promise-shape.ts';
import type { Located, Source } from './source.ts';

/** A channel with what it takes from those that it extends; each value knows where it was written. */
export interface MergedChannel {
  readonly name: string;
  readonly path: Path;
  /** Keys that a channel replaces as a whole. */
  readonly keys: ReadonlyMap<string, Located>;
  /** Maps that merge by name. */
  readonly columns: ReadonlyMap<string, Located>;
  readonly csv: ReadonlyMap<string, Located>;
  /** Conditions that hold together. */
  readonly where: readonly Located[];
}

interface Draft {
  readonly keys: Map<string, Located>;
  readonly columns: Map<string, Located>;
  readonly csv: Map<string, Located>;
  readonly where: Located[];
}

/** Channels that one takes its keys from, one after the other. */
const MAX_EXTENDS = 100;

/** Channels of the file in its order, each merged with those it extends, at any depth and in any order. */
export function mergeChannels(source: Source): readonly MergedChannel[] {
  const channels = source.raw(['channels']);
  if (!isMap(channels)) return [];
  const names = Object.keys(channels).filter((name) => name !== '__proto__' && isMap(channels[name]));
  const known = new Set(names);
  const bases = new Map<string, string>();
  for (const name of names) {
    const base = baseOf(name, known, source);
    if (base !== null) bases.set(name, base);
  }
  breakCycles(names, bases, source);

  const merged = new Map<string, Draft>();
  const depths = new Map<string, number>();
  for (const name of names) {
    // From the last base that is not merged yet down to the channel itself: without recursion, however long the chain.
    const chain: string[] = [];
    for (let next: string | undefined = name; next !== undefined && !merged.has(next); next = bases.get(next))
      chain.push(next);
    for (const link of chain.reverse()) {
      const base = bases.get(link);
      const depth = base === undefined ? 0 : (depths.get(base) ?? 0) + 1;
      depths.set(link, depth);
      if (depth > MAX_EXTENDS) {
        source.report(diagnose('too-deep', { limit: MAX_EXTENDS }, source.at(['channels', link, 'extends'])));
        return [];
      }
      merged.set(link, extend(base === undefined ? undefined : merged.get(base), link, source));
    }
  }
  return names.map((name) => ({
    name,
    path: ['channels', name],
    ...(merged.get(name) ?? extend(undefined, name, source)),
  }));
}

function baseOf(name: string, names: ReadonlySet<string>, source: Source): string | null {
  const path = ['channels', name, 'extends'];
  const base = source.raw(path);
  if (typeof base !== 'string') return null;
  if (names.has(base)) return base;
  const known = [...names].filter((other) => other !== name);
  source.report(
    diagnose('unknown-channel', { channel: base, known, nearest: source.nearest(base, known) }, source.at(path)),
  );
  return null;
}

/** Reports each circle once, at its first channel, and cuts it there. */
function breakCycles(names: readonly string[], bases: Map<string, string>, source: Source): void {
  const sound = new Set<string>();
  for (const name of names) {
    const seen = new Set<string>();
    let next: string | undefined = name;
    while (next !== undefined && !sound.has(next) && !seen.has(next)) {
      seen.add(next);
      next = bases.get(next);
    }
    const chain = [...seen];
    if (next !== undefined && !sound.has(next)) {
      const circle = chain.slice(chain.indexOf(next));
      const members = new Set(circle);
      const first = names.find((candidate) => members.has(candidate)) ?? next;
      const from = circle.indexOf(first);
      const told = [...circle.slice(from), ...circle.slice(0, from), first];
      source.report(diagnose('extends-cycle', { chain: told }, source.at(['channels', first, 'extends'])));
      bases.delete(first);
    }
    for (const link of chain) sound.add(link);
  }
}

function extend(base: Draft | undefined, name: string, source: Source): Draft {
  const draft: Draft = {
    keys: new Map(base?.keys),
    columns: new Map(base?.columns),
    csv: new Map(base?.csv),
    where: [...(base?.where ?? [])],
  };
  const path = ['channels', name];
  const raw = source.raw(path);
  if (!isMap(raw)) return draft;
  const removes = typeof raw['extends'] === 'string';
  for (const [key, value] of Object.entries(raw)) {
    const at = [...path, key];
    if (value === null && !removes) reportEmpty(key, at, source);
    if (key === 'columns') mergeByName(draft.columns, { raw: value, path: at }, removes, source);
    else if (key === 'csv') mergeByName(draft.csv, { raw: value, path: at }, removes, source);
    else if (key === 'where') {
      if (value === null) draft.where.length = 0;
      else draft.where.push({ raw: value, path: at });
    } else if (value === null) draft.keys.delete(key);
    else draft.keys.set(key, { raw: value, path: at });
  }
  draft.keys.delete('extends');
  return draft;
}

function mergeByName(into: Map<string, Located>, { raw, path }: Located, removes: boolean, source: Source): void {
  if (raw === null) into.clear();
  if (!isMap(raw)) return;
  for (const [name, value] of Object.entries(raw)) {
    const at = [...path, name];
    if (value === null && !removes) reportEmpty(name, at, source);
    if (value === null) into.delete(name);
    else into.set(name, { raw: value, path: at });
  }
}

/** An empty value takes an inherited one away; where nothing is inherited, something was forgotten. */
function reportEmpty(key: string, path: Path, source: Source): void {
  const known = promiseShape.keys?.['channels']?.values?.keys ?? {};
  const said = Object.hasOwn(known, key) ? known[key]?.words : undefined;
  const args = { key, ...(said ?? { expected: 'a value', example: `${key}: ...` }) };
  source.report(diagnose('empty-value', args, source.at(path)));
}
