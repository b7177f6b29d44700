import { slipsBetween } from '../../diagnostics/nearest.ts';
import { detach, prepareCell } from '../../vocabulary/types/cell.ts';
import type { Followable } from './followable.ts';

const MOST = 5;
/** Nobody types so many letters, and to compare long texts takes the square of their length. */
const LONGEST = 200;

interface Suggestion {
  readonly id: string;
  readonly slips: number;
}

/** The ids most like one: those alike but for letter case and zeros in front go first. Holds no more than it gives. */
export class Suggestions {
  readonly #wanted: string;
  readonly #own: string;
  #best: readonly Suggestion[] = [];
  readonly #prepared = new Map<Followable, (text: string) => string>();
  /** Rows of one customer often follow each other. */
  #last = '';

  constructor(id: string) {
    this.#wanted = id.trim();
    this.#own = withoutZeros(this.#wanted);
  }

  /** One more id of a channel, as the export has it. */
  add(text: string, channel: Followable): void {
    if (text === this.#last) return;
    this.#last = text;
    const id = this.#prepare(channel)(text);
    if (id === '' || id === this.#wanted || this.#best.some((known) => known.id === id)) return;
    const slips = this.#slips(id);
    if (slips === null) return;
    this.#best = [...this.#best, { id: detach(id), slips }].toSorted(nearestFirst).slice(0, MOST);
  }

  /** The nearest first, then by code unit. */
  get ids(): readonly string[] {
    return this.#best.map(({ id }) => id);
  }

  #slips(id: string): number | null {
    if (withoutZeros(id) === this.#own) return 0;
    return id.length > LONGEST || this.#wanted.length > LONGEST ? null : slipsBetween(this.#wanted, id);
  }

  #prepare(channel: Followable): (text: string) => string {
    const known = this.#prepared.get(channel);
    if (known !== undefined) return known;
    const made = prepareCell(channel.customerCell);
    this.#prepared.set(channel, made);
    return made;
  }
}

const withoutZeros = (id: string): string => id.toLowerCase().replace(/(?<!\d)0+(?=\d)/g, '');

function nearestFirst(a: Suggestion, b: Suggestion): number {
  return a.slips - b.slips || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
