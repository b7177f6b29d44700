import type { ChannelColumn } from '../model/declaration.ts';
import type { Diagnostic, Position } from '../model/diagnostic.ts';
import type { Path } from '../model/raw.ts';
import type { Need, Reading, Settled } from '../vocabulary/reading.ts';
import { settleTypes, type Use } from './column-types.ts';
import type { DeclaredColumn } from './columns.ts';
import type { Source } from './source.ts';

/** Collects, over a channel and every promise on it, which columns are used and as what. */
export class ChannelReading implements Reading {
  readonly channel: string;
  readonly at: string | null;
  readonly zone: string;
  readonly #declared: ReadonlyMap<string, DeclaredColumn>;
  readonly #source: Source;
  readonly #uses: Use[] = [];

  constructor(
    channel: string,
    at: string | null,
    zone: string,
    declared: ReadonlyMap<string, DeclaredColumn>,
    source: Source,
  ) {
    this.channel = channel;
    this.at = at;
    this.zone = zone;
    this.#declared = declared;
    this.#source = source;
  }

  get columns(): readonly string[] {
    return [...this.#declared.keys()];
  }

  isDeclared(column: string): boolean {
    return this.#declared.has(column);
  }

  position(path: Path, what: 'key' | 'value' = 'value'): Position {
    return this.#source.at(path, what);
  }

  report(diagnostic: Diagnostic): void {
    this.#source.report(diagnostic);
  }

  use(column: string, need: Need | null, path: Path): void {
    // A column before a colon is named by the key, any other by the value.
    this.#uses.push({ column, need, at: this.#source.at(path, path.at(-1) === column ? 'key' : 'value') });
  }

  settle(): Settled {
    return settleTypes(this.#declared, this.#uses, this.#source);
  }

  /** Every column in use, in the order of the first use. */
  settledColumns(settled: Settled): ReadonlyMap<string, ChannelColumn> {
    const columns = new Map<string, ChannelColumn>();
    for (const { column: name, at } of this.#uses) {
      if (columns.has(name)) continue;
      const type = settled.typeOf(name);
      const declared = this.#declared.get(name);
      if (declared === undefined) {
        const plain = { format: null, timezone: null, decimal: null, unit: null, blank: [], map: [] };
        columns.set(name, { name, declared: false, headers: [name], type, ...plain, position: at });
      } else {
        const { headers, format, timezone, decimal, unit, blank, map } = declared;
        const position = this.#source.at(declared.path, 'key');
        columns.set(name, {
          name,
          declared: true,
          headers,
          type,
          format,
          timezone,
          decimal,
          unit,
          blank,
          map,
          position,
        });
      }
    }
    return columns;
  }
}
