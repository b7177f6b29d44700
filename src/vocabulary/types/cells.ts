import { CellState, type UnreadableTexts } from '../../model/batch.ts';
import { shownText } from './cell.ts';

const FIRST_ROOM = 1024;

/** Values and states of the rows since the last take; the room grows, and is used again. */
export class Cells {
  rows = 0;
  #values = new Float64Array(FIRST_ROOM);
  #states = new Uint8Array(FIRST_ROOM);
  #unreadable = new Map<number, string>();

  push(value: number, state: number): void {
    if (this.rows === this.#states.length) this.#grow();
    this.#values[this.rows] = value;
    this.#states[this.rows] = state;
    this.rows++;
  }

  pushUnreadable(text: string): void {
    this.#unreadable.set(this.rows, shownText(text));
    this.push(Number.NaN, CellState.UNREADABLE);
  }

  take(): { values: Float64Array; states: Uint8Array; unreadable: UnreadableTexts } {
    const taken = {
      values: this.#values.slice(0, this.rows),
      states: this.#states.slice(0, this.rows),
      unreadable: this.#unreadable,
    };
    this.rows = 0;
    this.#unreadable = new Map();
    return taken;
  }

  #grow(): void {
    const values = new Float64Array(this.rows * 2);
    values.set(this.#values);
    this.#values = values;
    const states = new Uint8Array(this.rows * 2);
    states.set(this.#states);
    this.#states = states;
  }
}
