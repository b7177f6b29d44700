import { nearest } from '../diagnostics/nearest.ts';
import type { Diagnostic, Position } from '../model/diagnostic.ts';
import type { Path, Raw } from '../model/raw.ts';
import type { Veil } from './environment.ts';
import type { Lines } from './lines.ts';
import { nearestTree, type Tree, treeAt } from './tree.ts';

/** A value of the promise file, and where it stands. */
export interface Located {
  readonly raw: Raw;
  readonly path: Path;
}

const MOST_COMPARED = 1_000_000;

/** The promise file while it is read: its values by path, their places, and what was found wrong with them. */
export class Source {
  readonly #tree: Tree;
  readonly #lines: Lines;
  readonly #veil: Veil;
  /** By code, place and message, so that what is read for several channels is reported once. */
  #compared = 0;
  readonly #found = new Map<string, Diagnostic>();

  constructor(tree: Tree, lines: Lines, veil: Veil) {
    this.#tree = tree;
    this.#lines = lines;
    this.#veil = veil;
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#found.values()];
  }

  get hasErrors(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'error');
  }

  /** The name meant, while the search for it does not take longer than the rest of the reading. */
  nearest(name: string, names: readonly string[]): string | null {
    this.#compared += names.length;
    return this.#compared > MOST_COMPARED ? null : nearest(name, names);
  }

  /** undefined where nothing stands at the path, null where the value is empty. */
  raw(path: Path): Raw | undefined {
    return treeAt(this.#tree, path)?.raw;
  }

  /** Was the text written in quotes? */
  quoted(path: Path): boolean {
    return treeAt(this.#tree, path)?.style === 'quoted';
  }

  /** The text before environment variables were put in; null where it names none. */
  template(path: Path): string | null {
    return treeAt(this.#tree, path)?.template ?? null;
  }

  /** Where a value stands, or with `key` its key; for an empty value its key, for one that is missing the map around. */
  at(path: Path, what: 'key' | 'value' = 'value'): Position {
    const tree = nearestTree(this.#tree, path);
    const stretch = what === 'key' ? (tree.key ?? tree.at) : (tree.at ?? tree.key);
    return this.#lines.position(stretch?.start ?? 0, stretch?.end ?? 1);
  }

  /** Where a part of a text stands, counted in the text's own letters; the whole where that cannot be told. */
  part(path: Path, from: number, length: number): Position {
    const tree = treeAt(this.#tree, path);
    if (tree?.at == null || tree.template !== null || typeof tree.raw !== 'string') return this.at(path);
    const start = tree.at.start + (tree.style === 'quoted' ? 1 : 0) + from;
    const written = this.#lines.text.slice(start, start + length);
    if (written !== tree.raw.slice(from, from + length)) return this.at(path);
    return this.#lines.position(start, start + length);
  }

  report(diagnostic: Diagnostic): void {
    const covered = this.#veil.cover(diagnostic, this.#isSubstituted(diagnostic.at));
    const { code, at, message } = covered;
    const key = JSON.stringify([code, at?.line, at?.column, message]);
    if (!this.#found.has(key)) this.#found.set(key, covered);
  }

  #isSubstituted(at: Position | null): boolean {
    return at !== null && this.#lines.lineHolds(at.line, '${');
  }
}
