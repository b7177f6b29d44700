import { isAlias, isMap, isScalar, isSeq, type Pair, Scalar, type YAMLMap } from 'yaml';
import { diagnose } from '../diagnostics/catalog.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Diagnostic, Position } from '../model/diagnostic.ts';
import type { Raw } from '../model/raw.ts';
import { type Env, substitute, type Veil } from './environment.ts';
import type { Lines } from './lines.ts';
import type { Stretch, Tree } from './tree.ts';
import { MAX_DEPTH, tooDeep } from './yaml-faults.ts';

/** Values that aliases may repeat, all together. */
export const MAX_REPEATED = 10_000;

const EMPTY: ReadonlyMap<string | number, Tree> = new Map();

/** Turns YAML's nodes into plain data with places. Aliases are followed; what the promise file may not use is reported. */
export class Walk {
  readonly #lines: Lines;
  readonly #env: Env;
  readonly #veil: Veil;
  readonly #report: (diagnostic: Diagnostic) => void;
  readonly #anchors = new Map<string, unknown>();
  /** Nodes that are being walked: an alias to one of them would never end. */
  readonly #open = new Set<unknown>();
  #repeated = 0;
  #aliasDepth = 0;
  #outermost: Position | null = null;
  #gaveUp = false;

  constructor(lines: Lines, env: Env, veil: Veil, report: (diagnostic: Diagnostic) => void) {
    this.#lines = lines;
    this.#env = env;
    this.#veil = veil;
    this.#report = report;
  }

  tree(node: unknown, key: Stretch | null, depth = 0): Tree {
    if (this.#aliasDepth > 0) this.#repeated += 1;
    const at = stretchOf(node);
    if (this.#gaveUp) return { ...nothing(key), at };
    if (depth > MAX_DEPTH) return this.#giveUp(tooDeep(this.#lines, at?.start ?? 0), key);
    if (isAlias(node)) return this.#alias(node.source, node, key, depth);
    if (isScalar(node)) return this.#scalar(node, key);
    if (!isMap(node) && !isSeq(node)) return nothing(key);
    this.#anchor(node.anchor, node);
    this.#open.add(node);
    const tree = isMap(node) ? this.#map(node, key, depth) : this.#list(node.items, at, key, depth);
    this.#open.delete(node);
    return tree;
  }

  #giveUp(diagnostic: Diagnostic, key: Stretch | null): Tree {
    this.#gaveUp = true;
    this.#report(diagnostic);
    return nothing(key);
  }

  #anchor(name: string | undefined, node: unknown): void {
    if (name !== undefined && this.#aliasDepth === 0) this.#anchors.set(name, node);
  }

  #alias(name: string, node: unknown, key: Stretch | null, depth: number): Tree {
    const at = stretchOf(node) ?? { start: 0, end: 1 };
    const place = this.#lines.position(at.start, at.end);
    const target = this.#anchors.get(name);
    if (target === undefined) {
      // A bare `*` was reported with YAML's own faults.
      if (name !== '')
        this.#report(
          diagnose('unknown-alias', { alias: name, nearest: nearest(name, [...this.#anchors.keys()]) }, place),
        );
      return { ...nothing(key), at };
    }
    if (this.#open.has(target)) {
      this.#report(diagnose('circular-alias', { alias: name }, place));
      return { ...nothing(key), at };
    }
    if (this.#aliasDepth === 0) this.#outermost = place;
    this.#aliasDepth += 1;
    const tree = this.tree(target, key, depth + 1);
    this.#aliasDepth -= 1;
    if (this.#repeated > MAX_REPEATED && !this.#gaveUp) {
      return this.#giveUp(diagnose('too-many-aliases', { limit: MAX_REPEATED }, this.#outermost), key);
    }
    return { ...tree, at };
  }

  #scalar(node: Scalar, key: Stretch | null): Tree {
    const range = stretchOf(node) ?? { start: 0, end: 0 };
    const written = this.#lines.text.slice(range.start, range.end);
    const value = typeof node.value === 'string' ? node.value : (node.source ?? '');
    const plain = node.type === Scalar.PLAIN || node.type === undefined;
    this.#anchor(node.anchor, node);
    if (plain) this.#checkPlain(node, value, range);
    if (plain && (value === '' || /^(~|null|Null|NULL)$/.test(value))) {
      return { ...nothing(key), at: value === '' ? null : range };
    }
    const style =
      !plain && !/^["']/.test(written) ? 'lines' : written.includes('\n') ? 'lines' : plain ? 'plain' : 'quoted';
    const substituted = substitute(value, this.#env, this.#veil);
    if (substituted !== null) {
      const place = this.#lines.position(range.start, range.end);
      for (const unset of substituted.unset) this.#report(diagnose('unset-variable', unset, place));
      for (const text of substituted.malformed) this.#report(diagnose('bad-variable', { text }, place));
    }
    if (node.tag === '!' && plain) {
      const at = Math.max(0, this.#lines.text.lastIndexOf('!', range.start));
      this.#report(diagnose('unknown-tag', { tag: '!' }, this.#lines.position(at, at + 1)));
    }
    const template = substituted === null ? null : value;
    return { raw: substituted?.text ?? value, at: range, key, style, template, children: EMPTY };
  }

  #checkPlain(node: Scalar, value: string, range: Stretch): void {
    if (/^[-+]?\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$/.test(value)) {
      this.#report(diagnose('not-a-number', { text: value }, this.#lines.position(range.start, range.end)));
    }
    if (value === '' && node.anchor !== undefined) {
      const start = Math.max(0, this.#lines.text.lastIndexOf(`&${node.anchor}`, range.start));
      const place = this.#lines.position(start, start + node.anchor.length + 1);
      this.#report(diagnose('anchor-without-value', { anchor: node.anchor }, place));
    }
    // A comment has a blank after its sign (or is a ruler); `#1` is rather the rest of a text.
    const cut = /^[ \t]+(#[^\s#=-].*)$/.exec(this.#lines.rest(range.end));
    if (cut?.[1] !== undefined && value !== '') {
      const start = range.end + cut[0].length - cut[1].length;
      const lost = cut[1].trimEnd();
      const place = this.#lines.position(start, start + lost.length);
      this.#report(diagnose('cut-by-hash', { kept: value, lost }, place));
    }
  }

  #list(items: readonly unknown[], at: Stretch | null, key: Stretch | null, depth: number): Tree {
    const children = new Map<number, Tree>();
    const raw: Raw[] = [];
    for (const [index, item] of items.entries()) {
      const child = this.tree(item, null, depth + 1);
      children.set(index, child);
      raw.push(child.raw);
    }
    return { raw, at, key, style: null, template: null, children };
  }

  #map(node: YAMLMap, key: Stretch | null, depth: number): Tree {
    const children = new Map<string, Tree>();
    const raw: Record<string, Raw> = Object.create(null);
    for (const pair of node.items) {
      const name = this.#key(pair, node.flow === true);
      if (name === null) continue;
      const before = children.get(name.text)?.key;
      if (before !== undefined && before !== null) {
        const first = this.#lines.lineOf(before.start);
        const place = this.#lines.position(name.at.start, name.at.end);
        this.#report(diagnose('duplicate-key', { key: name.text, first, line: place.line }, place));
        continue;
      }
      const child = this.tree(pair.value, name.at, depth + 1);
      children.set(name.text, child);
      raw[name.text] = child.raw;
    }
    return { raw, at: stretchOf(node), key, style: null, template: null, children };
  }

  #key(pair: Pair, flow: boolean): { text: string; at: Stretch } | null {
    const at = stretchOf(pair.key) ?? stretchOf(pair.value) ?? { start: 0, end: 1 };
    const place = this.#lines.position(at.start, at.end);
    if (!isScalar(pair.key)) {
      const found = isMap(pair.key) ? 'a map' : isSeq(pair.key) ? 'a list' : isAlias(pair.key) ? 'an alias' : 'empty';
      this.#report(diagnose('key-not-text', { found }, place));
      return null;
    }
    this.#anchor(pair.key.anchor, pair.key);
    const text = typeof pair.key.value === 'string' ? pair.key.value : (pair.key.source ?? '');
    if (text.trim() === '') {
      const beside = stretchOf(pair.value) ?? at;
      this.#report(diagnose('key-not-text', { found: 'empty' }, this.#lines.position(beside.start, beside.end)));
      return null;
    }
    if (text === '<<' && pair.key.type === Scalar.PLAIN) {
      this.#report(diagnose('merge-key', {}, place));
      return null;
    }
    if (flow && pair.value === null) {
      this.#report(diagnose('comma-in-map', { text }, place));
      return null;
    }
    return { text, at };
  }
}

function nothing(key: Stretch | null): Tree {
  return { raw: null, at: null, key, style: null, template: null, children: EMPTY };
}

function stretchOf(node: unknown): Stretch | null {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return null;
  const range = node.range;
  return range === null || range === undefined ? null : { start: range[0], end: range[1] };
}
