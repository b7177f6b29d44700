import { diagnose } from '../diagnostics/catalog.ts';
import type { Calendar } from '../model/calendar.ts';
import type { Channel, ChannelColumn } from '../model/declaration.ts';
import type { Diagnostic, Position } from '../model/diagnostic.ts';
import type { Path } from '../model/raw.ts';
import type { Need, Reading, Types } from '../vocabulary/reading.ts';
import type { Calendars } from './calendars.ts';
import { settleTypes, type Use } from './column-types.ts';
import type { DeclaredColumn } from './columns.ts';
import type { Source } from './source.ts';

/** Another channel of the file; without a source nothing of it can be counted. */
interface Sibling {
  readonly reading: ChannelReading;
  readonly measured: boolean;
}

/** Collects, over a channel and every promise on it, which columns are used and as what. */
export class ChannelReading implements Reading {
  readonly channel: string;
  readonly at: string | null;
  readonly zone: string;
  readonly #declared: ReadonlyMap<string, DeclaredColumn>;
  readonly #calendars: Calendars;
  readonly #source: Source;
  readonly #uses: Use[] = [];
  #siblings: ReadonlyMap<string, Sibling> = new Map();
  #isAskedElsewhere = false;

  constructor(
    channel: string,
    at: string | null,
    zone: string,
    declared: ReadonlyMap<string, DeclaredColumn>,
    calendars: Calendars,
    source: Source,
  ) {
    this.channel = channel;
    this.at = at;
    this.zone = zone;
    this.#declared = declared;
    this.#calendars = calendars;
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

  calendar(name: string, path: Path): Calendar | null {
    return this.#calendars.find(name, path);
  }

  elsewhere(channel: string, path: Path): Reading | null {
    if (channel === this.channel) return this;
    const sibling = this.#siblings.get(channel);
    if (sibling === undefined) {
      const at = this.#source.at(path);
      const known = [...this.#siblings.keys()];
      const nearest = this.#source.nearest(channel, known);
      this.report(diagnose('unknown-channel', { channel, known, nearest }, at));
      return null;
    }
    sibling.reading.#isAskedElsewhere = true;
    return sibling.reading;
  }

  /** Makes the channels of the file known to each other; this one is among them. */
  meet(siblings: ReadonlyMap<string, Sibling>): void {
    this.#siblings = siblings;
  }

  /** A promise on another channel counts rows of this one. */
  get isAskedElsewhere(): boolean {
    return this.#isAskedElsewhere;
  }

  settle(): Types {
    return settleTypes(this.#declared, this.#uses, this.#source);
  }

  /** Declared columns that nothing has used. */
  get spareColumns(): Channel['spare'] {
    const used = new Set(this.#uses.map(({ column }) => column));
    return new Map(
      [...this.#declared].flatMap(([name, { headers, path }]) =>
        used.has(name) ? [] : [[name, { headers, position: this.#source.at(path, 'key') }] as const],
      ),
    );
  }

  /** Every column in use, in the order of the first use. */
  settledColumns(settled: Types): ReadonlyMap<string, ChannelColumn> {
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
