/** A record that may be a row. */
export interface Candidate {
  readonly cells: readonly string[];
  readonly line: number;
  /** Physical lines that it covers. */
  readonly lines: number;
}

/** A footer found by its text has this many rows at most: further down it was a row like any other. */
const LONGEST = 100;

/**
 * Keeps back the records that may be the footer: the last `rows` of the file, or those from the last record on that
 * begins with `text`, where at most 100 rows follow it: a row further up that begins with the same word is data.
 */
export class Footer {
  readonly #rows: number | null;
  readonly #text: string;
  readonly #delimiter: string;
  readonly #held: Candidate[] = [];

  constructor(footer: number | string, delimiter: string) {
    this.#rows = typeof footer === 'number' ? footer : null;
    this.#text = typeof footer === 'string' ? footer : '';
    this.#delimiter = delimiter;
  }

  /** Takes a record, and gives those that are known to be no footer. */
  *offer(candidate: Candidate): Generator<Candidate> {
    const held = this.#held;
    if (this.#rows !== null) {
      held.push(candidate);
      while (held.length > this.#rows) yield* held.splice(0, 1);
      return;
    }
    if (held.length === 0 && !this.#begins(candidate)) {
      yield candidate;
      return;
    }
    held.push(candidate);
    if (held.length <= LONGEST) return;
    const next = held.findIndex((other, index) => index > 0 && this.#begins(other));
    yield* held.splice(0, next === -1 ? held.length : next);
  }

  /** At the proper end of the file: what was kept back and is no footer after all. */
  end(): readonly Candidate[] {
    if (this.#rows !== null) return [];
    const last = this.#held.findLastIndex((candidate) => this.#begins(candidate));
    return this.#held.splice(0, Math.max(0, last));
  }

  /** What is kept back, where the file does not come to a proper end. */
  release(): readonly Candidate[] {
    return this.#held.splice(0);
  }

  #begins({ cells }: Candidate): boolean {
    const [first = ''] = cells;
    const text = this.#text.includes(this.#delimiter) ? cells.join(this.#delimiter) : first;
    return text.trimStart().startsWith(this.#text);
  }
}
