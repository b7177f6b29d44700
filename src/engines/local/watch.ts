import type { Batch } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import type { ChannelPlan } from '../../model/plan.ts';
import type { WordWatch } from '../../model/tally.ts';
import { folded, leavesOf, PerDictionary } from '../../vocabulary/conditions/index.ts';
import { measureConditions } from '../../vocabulary/measures/index.ts';

/** More distinct values than these are not named in a finding. */
const NAMEABLE = 50;

/** Notes whether the values that conditions name are ever held by their columns. */
export class Watcher {
  readonly #column: number;
  readonly #line: number;
  readonly #wanted: readonly string[];
  readonly #folded: readonly string[];
  readonly #seen: boolean[];
  #values: Set<string> | null = new Set();
  /** Words of each dictionary that were looked at. */
  readonly #known = new PerDictionary(() => ({ words: 0 }));

  constructor(column: number, line: number, wanted: readonly string[]) {
    this.#column = column;
    this.#line = line;
    this.#wanted = wanted;
    this.#folded = wanted.map(folded);
    this.#seen = wanted.map(() => false);
  }

  add(batch: Batch): void {
    const column = batch.columns[this.#column];
    if (column?.kind !== 'text') return;
    const { words } = column.dictionary;
    const known = this.#known.of(column.dictionary);
    for (; known.words < words.length; known.words += 1) this.#note(words[known.words] ?? '');
  }

  #note(word: string): void {
    const key = folded(word);
    const index = this.#folded.indexOf(key);
    if (index >= 0) this.#seen[index] = true;
    this.#values?.add(word);
    if (this.#values !== null && this.#values.size > NAMEABLE) this.#values = null;
  }

  absorb(other: Watcher): void {
    for (const [index, seen] of other.#seen.entries()) if (seen) this.#seen[index] = true;
    if (other.#values === null) this.#values = null;
    else for (const value of other.#values) this.#values?.add(value);
    if (this.#values !== null && this.#values.size > NAMEABLE) this.#values = null;
  }

  tally(): WordWatch {
    const values = this.#values === null ? null : [...this.#values].sort();
    return { column: this.#column, line: this.#line, wanted: this.#wanted, seen: this.#seen, values };
  }
}

/** One watcher a condition of the channel that names plain text values. */
export function watchersOf(channel: ChannelPlan, columns: readonly ColumnPlan[]): readonly Watcher[] {
  const conditions = [
    channel.where,
    ...channel.cells.flatMap(({ where, measure }) => [where, ...measureConditions(measure)]),
  ].filter((condition) => condition !== null);
  return conditions.flatMap(leavesOf).flatMap((leaf) => {
    if (leaf.kind !== 'equals' || columns[leaf.columns.subject]?.cell.type !== 'text') return [];
    return [
      new Watcher(
        leaf.columns.subject,
        leaf.position.line,
        leaf.values.map(({ text }) => text),
      ),
    ];
  });
}
