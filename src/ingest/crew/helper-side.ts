import { type MessagePort, receiveMessageOnPort, type Worker } from 'node:worker_threads';
import type { Batch, Dictionary, UnreadableTexts } from '../../model/batch.ts';
import type { BatchLayout, Beside } from '../lanes/fast/batch-layout.ts';
import { type Board, Kind } from './board.ts';
import type { Message } from './messages.ts';

/** What an entry says where it holds no rows. */
export type Said = Exclude<Message, { readonly kind: 'memory' | 'beside' }>;

/** What the main thread sees of a helper: its entries one by one, as batches in the helper's memory. */
export class HelperSide {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #board: Board;
  readonly #helper: number;
  readonly #dictionaries = new Map<number, { readonly words: string[] }>();
  /** The dictionary of each column of each reading. */
  readonly #current = new Map<string, Dictionary>();
  #memory: { readonly memory: WebAssembly.Memory; readonly slots: number; readonly slotBytes: number } | null = null;
  /** It writes no more: what it has written is still there, all else is read by others. */
  isLost = false;

  constructor(worker: Worker, port: MessagePort, board: Board, helper: number) {
    this.#worker = worker;
    this.#port = port;
    this.#board = board;
    this.#helper = helper;
    for (const event of ['error', 'exit'] as const) {
      worker.on(event, () => {
        this.isLost = true;
      });
    }
    worker.unref();
  }

  get isWaiting(): boolean {
    return this.#board.waiting(this.#helper) > 0;
  }

  /** Sleeps some milliseconds at most, until there is an entry. */
  await(milliseconds: number): void {
    this.#board.await(this.#helper, milliseconds);
  }

  /** The segment of the oldest entry. */
  get segment(): number {
    return this.#board.entry(this.#helper).segment;
  }

  /** The oldest entry, to be released once it is done with: rows as a batch, or what is said. */
  take(layout: BatchLayout, reading: number, file: number): Batch | Said {
    const { slot, rows, kind } = this.#board.entry(this.#helper);
    if (kind === Kind.MESSAGE) {
      const message = this.#message();
      if (message.kind === 'memory' || message.kind === 'beside') throw new TypeError(`a message of ${message.kind}`);
      return message;
    }
    const unreadable = new Map<number, UnreadableTexts>();
    if (kind === Kind.ROWS_BESIDE) this.#learn(reading, unreadable);
    const memory = this.#ownMemory();
    const { buffer } = memory.memory;
    const at = memory.slots + slot * memory.slotBytes;
    const beside = layout.places.map((_, column): Beside => {
      const dictionary = this.#current.get(`${reading} ${column}`) ?? null;
      return { unreadable: unreadable.get(column) ?? NONE, dictionary };
    });
    return {
      file,
      rows,
      lines: layout.lines(buffer, at, rows),
      columns: layout.columns(buffer, at, rows, beside),
      broken: [],
    };
  }

  release(): void {
    this.#board.release(this.#helper);
  }

  end(): void {
    this.#port.close();
    void this.#worker.terminate();
  }

  #learn(reading: number, unreadable: Map<number, UnreadableTexts>): void {
    const message = this.#message();
    if (message.kind !== 'beside') throw new TypeError(`a message of ${message.kind}`);
    for (const { column, dictionary, unreadable: texts } of message.columns) {
      if (texts.length > 0) unreadable.set(column, new Map(texts));
      if (dictionary === null) continue;
      const known = this.#dictionaries.get(dictionary.id) ?? { words: [] };
      this.#dictionaries.set(dictionary.id, known);
      for (const word of dictionary.words) known.words.push(word);
      this.#current.set(`${reading} ${column}`, known);
    }
  }

  #ownMemory() {
    if (this.#memory !== null) return this.#memory;
    // The first of all messages.
    const received: { readonly message: Message } | undefined = receiveMessageOnPort(this.#port);
    if (received?.message.kind !== 'memory') throw new TypeError('a helper without memory');
    this.#memory = received.message;
    return received.message;
  }

  #message(): Message {
    for (;;) {
      // It was sent before the entry was written, so it is there.
      const received: { readonly message: Message } | undefined = receiveMessageOnPort(this.#port);
      if (received === undefined) throw new TypeError('an entry without its message');
      if (received.message.kind !== 'memory') return received.message;
      this.#memory = received.message;
    }
  }
}

const NONE: UnreadableTexts = new Map();
