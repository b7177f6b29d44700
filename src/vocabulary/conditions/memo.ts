import type { Batch } from '../../model/batch.ts';

/** A loop over the columns of a batch. */
type Run<T> = (batch: Batch) => T;

/** Runs once a batch, however often it is asked; the answer for the batch asked for last is remembered. */
export function once<T>(run: Run<T>): Run<T> {
  let last: Batch | null = null;
  let found: T | null = null;
  return (batch) => {
    if (batch === last && found !== null) return found;
    last = null;
    found = run(batch);
    last = batch;
    return found;
  };
}

/** Things by the plain data that they are made of: what several ask for alike is made once. */
export class Memo<T> {
  readonly #known = new Map<string, T>();

  /** What belongs to the key, made where it is not known. Where in the promise file it stands makes no difference. */
  of(key: unknown, make: () => T): T {
    const text = JSON.stringify(key, withoutPosition);
    const known = this.#known.get(text) ?? make();
    this.#known.set(text, known);
    return known;
  }
}

function withoutPosition(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value;
}
