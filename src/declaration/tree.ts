import type { Path, Raw } from '../model/raw.ts';

/** Offsets into the text of the file; `end` is the first one after it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A value of the promise file with the places that it comes from. */
export interface Tree {
  readonly raw: Raw;
  /** null: nothing is written where the value should stand. */
  readonly at: Stretch | null;
  /** Of the key that the value stands under; null in a list and at the top. */
  readonly key: Stretch | null;
  /** Of a scalar: how it is written. `lines` are block scalars and texts over several lines. */
  readonly style: 'plain' | 'quoted' | 'lines' | null;
  /** The text as written, where an environment variable was put into it. */
  readonly template: string | null;
  readonly children: ReadonlyMap<string | number, Tree>;
}

/** The value at a path, or null where there is none. */
export function treeAt(tree: Tree, path: Path): Tree | null {
  let found: Tree | null = tree;
  for (const step of path) {
    found = found.children.get(step) ?? null;
    if (found === null) return null;
  }
  return found;
}

/** The value at the path, else at the longest beginning of it that is there. */
export function nearestTree(tree: Tree, path: Path): Tree {
  let found = tree;
  for (const step of path) {
    const next = found.children.get(step);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}
