import type { Batch, MomentColumn } from '../../model/batch.ts';
import type { ChannelPlan } from '../../model/plan.ts';
import { type GroupKeys, NO_PERIOD } from '../../model/tally.ts';
import type { DayNumber, DayRange, PeriodGrain } from '../../model/time.ts';
import { CombinationTable } from './combination-table.ts';
import { PeriodIndex } from './period-index.ts';
import { SegmentReader } from './segment-reader.ts';

/** Numbers the combinations of period and segment values that occur. */
export class GroupTable {
  readonly #grains: readonly PeriodGrain[];
  readonly #names: readonly string[];
  readonly #periods: PeriodIndex;
  readonly #segments: readonly SegmentReader[];
  /** Number of the periods, then a label code a segment. */
  readonly #groups: CombinationTable;
  #parts: readonly Int32Array[];

  constructor(channel: ChannelPlan) {
    this.#grains = [...new Set(channel.cells.map(({ period }) => period))].sort();
    this.#names = channel.segments.map(({ name }) => name);
    this.#periods = new PeriodIndex(this.#grains);
    this.#segments = channel.segments.map((segment) => new SegmentReader(segment, channel.zone));
    this.#groups = new CombinationTable(1 + channel.segments.length);
    this.#parts = [new Int32Array(0), ...channel.segments.map(() => new Int32Array(0))];
  }

  get count(): number {
    return this.#groups.count;
  }

  /** Label codes of each segment for the first `count` of `rows`, a list each; scratch. */
  labelCodes(batch: Batch, at: MomentColumn | null, rows: Int32Array, count: number): readonly Int32Array[] {
    if ((this.#parts[0]?.length ?? 0) < count) this.#parts = this.#parts.map(() => new Int32Array(rows.length));
    const labels = this.#parts.slice(1);
    for (const [index, segment] of this.#segments.entries()) {
      const into = labels[index];
      if (into !== undefined) segment.codes(batch, at, rows, count, into);
    }
    return labels;
  }

  /** Groups of the first `count` of `rows`, whose label codes were asked for last. */
  groups(days: Int32Array | null, rows: Int32Array, count: number, into: Int32Array): void {
    const [periods] = this.#parts;
    if (periods === undefined) return;
    this.#periods.numbers(days, rows, count, periods);
    this.#groups.numbers(this.#parts, count, this.#below(), into);
  }

  /** What each part of a group lies below. */
  #below(): readonly number[] {
    return [this.#periods.starts.length, ...this.#segments.map(({ labels }) => labels.shown.length)];
  }

  /** First and last local day of all that was grouped; null where there is none. */
  get days(): DayRange | null {
    const { first, last } = this.#periods.range;
    return first <= last ? { from: first, to: last } : null;
  }

  /** Codes of the segments that follow from when a case began, as far as there are any. */
  derivedCodes(at: number, state: number, into: Int32Array): void {
    for (const [index, segment] of this.#segments.entries()) {
      const code = segment.derived(at, state);
      if (code !== null) into[index] = code;
    }
  }

  /** The groups of local days (null: the channel bears no time) and of a list of label codes a segment. */
  groupsOf(days: readonly (DayNumber | null)[], labels: readonly Int32Array[]): Int32Array {
    const groups = new Int32Array(days.length);
    const periods = Int32Array.from(days, (day) => this.#periods.of(day));
    this.#groups.numbers([periods, ...labels], days.length, this.#below(), groups);
    return groups;
  }

  /** Takes over the groups of another table of the same channel: gives this table's group for each of its groups. */
  absorb(other: GroupTable): { readonly groups: Int32Array; readonly labels: readonly Int32Array[] } {
    const labels = this.#segments.map((own, index) => own.labels.absorb((other.#segments[index] ?? own).labels));
    const periods = this.#periods.absorb(other.#periods);
    const parts = [periods, ...labels].map((list, index) => other.#groups.parts(index).map((code) => list[code] ?? 0));
    const groups = new Int32Array(other.count);
    this.#groups.numbers(parts, other.count, this.#below(), groups);
    return { groups, labels };
  }

  keys(): GroupKeys {
    const { count } = this;
    const startOf = (group: number): readonly DayNumber[] => this.#periods.starts[this.#groups.part(0, group)] ?? [];
    return {
      grains: this.#grains,
      segments: this.#names,
      labels: this.#segments.map(({ labels }) => labels.shown),
      count,
      periods: this.#grains.map((_, grain) =>
        Int32Array.from({ length: count }, (_group, group) => startOf(group)[grain] ?? NO_PERIOD),
      ),
      codes: this.#segments.map((_, index) => this.#groups.parts(1 + index)),
    };
  }
}
