import { type Batch, CellState, type Dictionary, type TextColumn } from '../../model/batch.ts';
import type { ChannelPlan, SegmentPlan } from '../../model/plan.ts';
import { type GroupKeys, NO_PERIOD } from '../../model/tally.ts';
import type { PeriodGrain } from '../../model/time.ts';
import { folded } from '../../vocabulary/conditions/index.ts';
import { DAY_MS, twoDigits, weekday } from '../../vocabulary/time/civil.ts';
import { periodStart } from '../../vocabulary/time/periods.ts';
import { type Zone, zoneOf } from '../../vocabulary/time/zone.ts';
import { Growing, int32 } from './growing.ts';

const BLANK_LABEL = '(blank)';
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const HOUR_MS = 3_600_000;

/**
 * Labels of one segment. Spellings that differ in letter case alone are one; the one shown is the least by code unit,
 * so that the order of rows changes nothing.
 */
class Labels {
  readonly shown: string[] = [BLANK_LABEL];
  readonly #codes = new Map<string, number>();
  #dictionary: Dictionary | null = null;
  #known = new Int32Array(0);

  code(label: string): number {
    const key = folded(label);
    const known = this.#codes.get(key);
    if (known === undefined) {
      this.#codes.set(key, this.shown.length);
      return this.shown.push(label) - 1;
    }
    if (label < (this.shown[known] ?? label)) this.shown[known] = label;
    return known;
  }

  /** Code of a word of a column: each word is looked at once, and only where a row that takes part holds it. */
  codeOf({ codes, dictionary }: TextColumn, row: number): number {
    const word = codes[row] ?? -1;
    if (word < 0) return 0;
    if (dictionary !== this.#dictionary) {
      this.#dictionary = dictionary;
      this.#known = new Int32Array(dictionary.words.length).fill(-1);
    }
    if (word >= this.#known.length) {
      const larger = new Int32Array(dictionary.words.length * 2).fill(-1);
      larger.set(this.#known);
      this.#known = larger;
    }
    const known = this.#known[word] ?? -1;
    if (known >= 0) return known;
    const code = this.code(dictionary.words[word] ?? '');
    this.#known[word] = code;
    return code;
  }

  absorb(other: Labels): Int32Array {
    return Int32Array.from(other.shown, (label, code) => (code === 0 ? 0 : this.code(label)));
  }
}

/** Numbers the combinations of period and segment values that occur. */
export class GroupTable {
  readonly #grains: readonly PeriodGrain[];
  readonly #names: readonly string[];
  readonly #labels: readonly Labels[];
  readonly #readers: readonly Reader[];
  readonly #periods: readonly Growing<Int32Array>[];
  readonly #codes: readonly Growing<Int32Array>[];
  /** One map a step of the key: group so far and next part to group. */
  readonly #steps: readonly Map<number, Map<number, number>>[];
  #nodes = 0;
  readonly #groupOf = new Map<number, number>();
  #count = 0;
  #lastDay: number | null | undefined;
  #lastStarts: readonly number[] = [];

  constructor(channel: ChannelPlan) {
    const zone = zoneOf(channel.zone);
    this.#grains = [...new Set(channel.cells.map(({ period }) => period))].sort();
    this.#names = channel.segments.map(({ name }) => name);
    this.#labels = channel.segments.map(() => new Labels());
    this.#readers = channel.segments.map((segment, index) =>
      reader(segment, this.#labels[index] ?? new Labels(), zone),
    );
    this.#periods = this.#grains.map(() => new Growing(int32));
    this.#codes = channel.segments.map(() => new Growing(int32));
    this.#steps = [...this.#grains, ...channel.segments].map(() => new Map());
  }

  get count(): number {
    return this.#count;
  }

  /** Label code of each segment for a row; `at` is its instant, `state` that of the cell. */
  segmentCodes(batch: Batch, row: number, at: number, state: number, into: Int32Array): void {
    for (let index = 0; index < this.#readers.length; index += 1) {
      into[index] = this.#readers[index]?.code(batch, row, at, state) ?? 0;
    }
  }

  /** Codes of the segments that follow from when a case began, as far as there are any. */
  derivedCodes(at: number, state: number, into: Int32Array): void {
    for (const [index, { derived, code }] of this.#readers.entries()) {
      if (derived) into[index] = code(null, 0, at, state);
    }
  }

  /** The group of a local day (null: the channel bears no time) and of label codes. */
  group(day: number | null, codes: Int32Array): number {
    if (day !== this.#lastDay) {
      this.#lastDay = day;
      this.#lastStarts = this.#grains.map((grain) => (day === null ? NO_PERIOD : periodStart(grain, day)));
    }
    return this.#groupOfStarts(this.#lastStarts, codes);
  }

  #step(index: number, node: number, part: number): number {
    const step = this.#steps[index];
    let next = step?.get(node);
    if (next === undefined) {
      next = new Map();
      step?.set(node, next);
    }
    let known = next.get(part);
    if (known === undefined) {
      this.#nodes += 1;
      known = this.#nodes;
      next.set(part, known);
    }
    return known;
  }

  /** Takes over the groups of another table of the same channel: gives this table's group for each of its groups. */
  absorb(other: GroupTable): { readonly groups: Int32Array; readonly labels: readonly Int32Array[] } {
    const labels = this.#labels.map((own, index) => own.absorb(other.#labels[index] ?? own));
    const codes = new Int32Array(this.#labels.length);
    const groups = new Int32Array(other.#count);
    for (let group = 0; group < other.#count; group += 1) {
      for (let index = 0; index < codes.length; index += 1) {
        codes[index] = labels[index]?.[other.#codes[index]?.get(group) ?? 0] ?? 0;
      }
      const starts = other.#periods.map((list) => list.get(group));
      groups[group] = this.#groupOfStarts(starts, codes);
    }
    return { groups, labels };
  }

  #groupOfStarts(starts: readonly number[], codes: Int32Array): number {
    let node = 0;
    for (let index = 0; index < this.#steps.length; index += 1) {
      node = this.#step(index, node, starts[index] ?? codes[index - starts.length] ?? 0);
    }
    const known = this.#groupOf.get(node);
    if (known !== undefined) return known;
    const group = this.#count;
    this.#groupOf.set(node, group);
    this.#count += 1;
    for (const [index, list] of this.#periods.entries()) list.set(group, starts[index] ?? NO_PERIOD);
    for (const [index, list] of this.#codes.entries()) list.set(group, codes[index] ?? 0);
    return group;
  }

  keys(): GroupKeys {
    const exact = (list: Growing<Int32Array>): Int32Array => list.array.slice(0, this.#count);
    return {
      grains: this.#grains,
      segments: this.#names,
      labels: this.#labels.map(({ shown }) => shown),
      count: this.#count,
      periods: this.#periods.map(exact),
      codes: this.#codes.map(exact),
    };
  }
}

/** Reads a segment of a row, from its column or from when it began. */
interface Reader {
  readonly derived: boolean;
  readonly code: (batch: Batch | null, row: number, at: number, state: number) => number;
}

function reader(segment: SegmentPlan, labels: Labels, zone: Zone): Reader {
  const { from } = segment;
  if (typeof from === 'number') {
    const code = (batch: Batch | null, row: number): number => {
      const column = batch?.columns[from];
      if (column?.kind !== 'text') throw new TypeError(`segment ${segment.name} is no text`);
      return labels.codeOf(column, row);
    };
    return { derived: false, code };
  }
  const code = (_batch: Batch | null, _row: number, at: number, state: number): number => {
    // A date has no hour, but it has a weekday.
    if (state !== CellState.VALUE && !(state === CellState.DATE && from === 'weekday')) return 0;
    const local = zone.toLocal(at);
    const hour = twoDigits(Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS));
    const name = WEEKDAYS[weekday(Math.floor(local / DAY_MS))] ?? '';
    return labels.code(from === 'hour' ? hour : from === 'weekday' ? name : `${name} ${hour}`);
  };
  return { derived: true, code };
}
