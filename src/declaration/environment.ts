import { nearest } from '../diagnostics/nearest.ts';
import type { Diagnostic, DiagnosticArgument } from '../model/diagnostic.ts';

export type Env = Readonly<Record<string, string | undefined>>;

export interface Substituted {
  readonly text: string;
  readonly unset: readonly { readonly name: string; readonly nearest: string | null }[];
  readonly malformed: readonly string[];
}

const VARIABLE = /\$(\$\{)|\$\{([^{}]*)\}/g;

/** Puts the environment's values in the place of `${NAME}`; `$${` is a plain `${`. */
export function substitute(text: string, env: Env, veil: Veil): Substituted | null {
  if (!text.includes('${')) return null;
  const unset: Substituted['unset'][number][] = [];
  const malformed: string[] = [];
  const replaced = text.replaceAll(VARIABLE, (whole: string, plain?: string, name?: string) => {
    if (plain !== undefined) return plain;
    if (name === undefined || !/^[A-Za-z_]\w*$/.test(name)) {
      malformed.push(whole);
      return whole;
    }
    const value = Object.hasOwn(env, name) ? env[name] : undefined;
    if (value === undefined) {
      unset.push({ name, nearest: nearest(name, Object.keys(env)) });
      return whole;
    }
    veil.hide(value, whole);
    return value;
  });
  if (replaced !== text) veil.hide(replaced, text);
  return { text: replaced, unset, malformed };
}

/** Arguments that are made from the value a diagnostic is about. */
const PROPOSALS: ReadonlySet<string> = new Set(['proposal', 'nearest', 'meant']);

/** Keeps the values of environment variables out of messages: what was written stands in their place. */
export class Veil {
  readonly #written = new Map<string, string>();
  #pattern: RegExp | null = null;

  hide(value: string, written: string): void {
    const text = value.trim().toLowerCase();
    if (text === '' || this.#written.has(text)) return;
    this.#written.set(text, written.trim());
    this.#pattern = null;
  }

  /** `derived`: the diagnostic is about a value with a variable in it, so that even a proposal would give it away. */
  cover(diagnostic: Diagnostic, derived: boolean): Diagnostic {
    if (this.#written.size === 0) return diagnostic;
    const help = diagnostic.help === null ? null : this.#text(diagnostic.help);
    return {
      ...diagnostic,
      args: Object.fromEntries(
        Object.entries(diagnostic.args).map(([name, value]) => [
          name,
          derived && PROPOSALS.has(name) ? null : this.#argument(value),
        ]),
      ),
      message: this.#text(diagnostic.message),
      help: derived && help !== null ? withoutProposal(help) : help,
    };
  }

  #argument(value: DiagnosticArgument): DiagnosticArgument {
    if (typeof value === 'string') return this.#text(value);
    if (typeof value === 'object' && value !== null) return value.map((text) => this.#text(text));
    return value;
  }

  #text(text: string): string {
    this.#pattern ??= this.#compile();
    return text.replaceAll(this.#pattern, (value) => this.#written.get(value.toLowerCase()) ?? '');
  }

  /** Longest first, so that a value within another leaves no rest; short ones as whole words: a `4` spares `45`. */
  #compile(): RegExp {
    const values = [...this.#written.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    const words = values.map((value) =>
      value.length < 4 ? `(?<![\\p{L}\\p{N}])${escaped(value)}(?![\\p{L}\\p{N}])` : escaped(value),
    );
    return new RegExp(words.join('|'), 'giu');
  }
}

function withoutProposal(help: string): string {
  const cut = help.indexOf('; did you mean');
  return cut < 0 ? help : help.slice(0, cut);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
