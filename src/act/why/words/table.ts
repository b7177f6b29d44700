import { detach } from '../../../vocabulary/types/cell.ts';

/** Words held at most, so that text of random letters does not fill the memory: some 150 MB. Subjects hold far fewer. */
export const MOST_WORDS = 1 << 20;

const LEAST_ROOM = 1024;
/** Customers of a word are counted up to here. */
export const CUSTOMERS_TOLD_APART = 3;

export interface HeldWord {
  readonly word: string;
  readonly missed: number;
  readonly kept: number;
  /** Known customers in whose cases it stands, up to 3. */
  readonly customers: number;
}

/** In how many missed and kept cases each word stands, and of how many customers, as far as that matters. */
export class WordTable {
  readonly #codes = new Map<string, number>();
  readonly #most: number;
  #missed = new Int32Array(LEAST_ROOM);
  #kept = new Int32Array(LEAST_ROOM);
  /** The last case that held it, counted from 1, so that a case counts once. */
  #lastCase = new Int32Array(LEAST_ROOM);
  #customers = new Uint8Array(LEAST_ROOM);
  /** Of the first two customers met, the hashes. */
  #met = new Int32Array(LEAST_ROOM * 2);
  #casesBeyond = 0;
  #lastBeyond = 0;

  constructor(most: number = MOST_WORDS) {
    this.#most = most;
  }

  /** Cases with a word that the full table had no room for: a word that is held is counted exactly all the same. */
  get casesBeyond(): number {
    return this.#casesBeyond;
  }

  /**
   * @param caseNumber - from 1, rising
   * @param customer - a hash; two customers who share one count as one, so that a word is rather left out
   */
  add(word: string, caseNumber: number, isMissed: boolean, customer: number | null): void {
    let code = this.#codes.get(word);
    if (code === undefined) {
      code = this.#codes.size;
      if (code >= this.#most) {
        if (this.#lastBeyond !== caseNumber) this.#casesBeyond += 1;
        this.#lastBeyond = caseNumber;
        return;
      }
      if (code === this.#missed.length) this.#grow();
      this.#codes.set(detach(word), code);
    }
    if (this.#lastCase[code] === caseNumber) return;
    this.#lastCase[code] = caseNumber;
    const side = isMissed ? this.#missed : this.#kept;
    side[code] = (side[code] ?? 0) + 1;
    if (customer !== null) this.#meet(code, customer);
  }

  *words(): Generator<HeldWord> {
    for (const [word, code] of this.#codes) {
      yield {
        word,
        missed: this.#missed[code] ?? 0,
        kept: this.#kept[code] ?? 0,
        customers: this.#customers[code] ?? 0,
      };
    }
  }

  #meet(code: number, customer: number): void {
    const known = this.#customers[code] ?? 0;
    if (known === CUSTOMERS_TOLD_APART) return;
    if (known > 0 && this.#met[code * 2] === customer) return;
    if (known > 1 && this.#met[code * 2 + 1] === customer) return;
    if (known < 2) this.#met[code * 2 + known] = customer;
    this.#customers[code] = known + 1;
  }

  #grow(): void {
    const room = this.#missed.length * 2;
    this.#missed = grown(this.#missed, new Int32Array(room));
    this.#kept = grown(this.#kept, new Int32Array(room));
    this.#lastCase = grown(this.#lastCase, new Int32Array(room));
    this.#customers = grown(this.#customers, new Uint8Array(room));
    this.#met = grown(this.#met, new Int32Array(room * 2));
  }
}

function grown<A extends Int32Array | Uint8Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
