import { SegmentReader } from '../../engines/local/segment-reader.ts';
import type { Batch, MomentColumn, RawColumn } from '../../model/batch.ts';
import type { Channel, ChannelColumn } from '../../model/declaration.ts';
import type { OccasionBatch } from '../../model/engine.ts';
import type { ChannelPlan } from '../../model/plan.ts';
import { folded } from '../../vocabulary/conditions/index.ts';
import type { FoundCause } from './causes/causes.ts';
import { TIMES } from './times.ts';

const BLANK = '(blank)';

/** Which occasions a cause tells, by the cells of its segments: read again, they are not at hand as labels. */
export class Told {
  /** Columns that have to be shown for it, in this order. */
  readonly columns: readonly string[];
  readonly #plan: ChannelPlan;
  readonly #labels: readonly ((raw: string) => string)[];
  readonly #times: ReadonlyMap<string, SegmentReader>;
  readonly #causes: readonly FoundCause[];

  constructor(channel: Channel, plan: ChannelPlan, causes: readonly FoundCause[]) {
    this.#plan = plan;
    this.#causes = causes;
    const names = [...new Set(causes.flatMap((cause) => cause.names))];
    const times = TIMES.filter((name) => names.includes(name) && !channel.columns.has(name));
    this.columns = names.filter((name) => !times.some((time) => time === name));
    this.#labels = this.columns.map((name) => labelOf(channel.columns.get(name)));
    this.#times = new Map(times.map((name) => [name, new SegmentReader({ name, from: name }, plan.zone)]));
  }

  /** @param shown - parallel to `columns`; gives 1 for each occasion that a cause tells. */
  of({ batch, rows }: OccasionBatch, shown: readonly RawColumn[]): Uint8Array {
    const at = beginnings(batch, this.#plan);
    const labels = new Map<string, readonly string[]>();
    for (const [place, name] of this.columns.entries()) {
      const column = shown[place];
      const label = this.#labels[place];
      if (column !== undefined && label !== undefined)
        labels.set(
          name,
          Array.from(rows, (row) => label(column.text(row))),
        );
    }
    for (const [name, reader] of this.#times) {
      const codes = new Int32Array(rows.length);
      reader.codes(batch, at, rows, rows.length, codes);
      labels.set(
        name,
        Array.from(codes, (code) => folded(reader.labels.shown[code] ?? '')),
      );
    }
    const isTold = new Uint8Array(rows.length);
    for (const { names, blocks } of this.#causes) {
      const lists = names.map((name) => labels.get(name) ?? []);
      const wanted = blocks.map((values) => values.map(folded));
      for (let index = 0; index < rows.length; index += 1) {
        if (wanted.some((values) => values.every((value, place) => lists[place]?.[index] === value))) isTold[index] = 1;
      }
    }
    return isTold;
  }
}

/** The label of a cell as the segment has it: what means blank, and what stands for something else. */
function labelOf(column: ChannelColumn | undefined): (raw: string) => string {
  const known = new Map((column?.map ?? []).map(([from, to]) => [folded(from), folded(to)]));
  for (const blank of ['', ...(column?.blank ?? [])]) known.set(folded(blank), BLANK);
  return (raw) => {
    const text = folded(raw.trim());
    return known.get(text) ?? text;
  };
}

function beginnings(batch: Batch, { at }: ChannelPlan): MomentColumn | null {
  const column = at === null ? undefined : batch.columns[at];
  return column?.kind === 'moment' ? column : null;
}
