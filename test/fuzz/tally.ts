import type { Agreement } from '../ingest/lanes/agree.ts';

const SHOWN = 5;

/** What became of the cases so far. */
export class Tally {
  cases = 0;
  #bytes = 0;
  #rows = 0;
  readonly #outcomes = new Map<string, number>();
  readonly #start = performance.now();

  /** @param bytes - read by the lane, over all chunkings */
  add(agreement: Agreement, bytes: number): void {
    this.cases++;
    this.#bytes += bytes;
    const outcome = agreement.kind === 'handed over' ? `handed over: ${agreement.reason}` : agreement.kind;
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    if (agreement.kind === 'same') this.#rows += agreement.rows;
  }

  /** @param isLast - all outcomes are shown, not the most frequent alone */
  line(isLast = false): string {
    const seconds = Math.round((performance.now() - this.#start) / 1000);
    const shares = [...this.#outcomes]
      .sort(([, a], [, b]) => b - a)
      .slice(0, isLast ? undefined : SHOWN)
      .map(([outcome, count]) => `${outcome} ${((100 * count) / this.cases).toFixed(1)} %`);
    const megabytes = Math.round(this.#bytes / 1e6);
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    const sums = `${this.cases} cases, ${megabytes} MB read, ${this.#rows} rows compared, ${memory} MB held`;
    return `${seconds} s: ${sums}; ${shares.join(', ')}`;
  }
}
