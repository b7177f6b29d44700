import type { Batch } from '../../../model/batch.ts';
import { HandOver } from '../hand-over.ts';
import type { Lane, LaneInput, LaneReading } from '../lane.ts';
import { BatchLayout } from './batch-layout.ts';
import { ColumnSet } from './column-set.ts';
import { FileDecoder } from './file-decoder.ts';
import { unfit } from './fit.ts';
import { openShop, type Shop } from './shop.ts';

/** Buffers that are used again, file after file; taken while a file is read. */
const shops: { readonly shop: Shop; readonly mark: number }[] = [];

/**
 * The fast lane: separators are found 64 bytes at a time, and needed columns are decoded straight from bytes. Its
 * batches throw HandOver at the first thing that it does not take for granted, and lend their arrays until the next.
 */
export const fastLane: Lane = {
  read(input: LaneInput): LaneReading {
    let decoder: FileDecoder | null = null;
    return {
      batches: batches(input, (made) => {
        decoder = made;
      }),
      rows: () => decoder?.rows ?? 0,
      facts: () => ({
        misencoded: 0,
        ...(decoder?.facts() ?? { rows: 0, skippedTimes: 0, repeatedTimes: 0, fittingFormats: [] }),
      }),
    };
  },
};

async function* batches(input: LaneInput, made: (decoder: FileDecoder) => void): AsyncGenerator<Batch> {
  const { dialect, binding } = input;
  const reason = unfit(dialect, binding);
  if (reason !== null) throw new HandOver(reason);
  const held = shops.pop() ?? opened();
  try {
    yield* decodedBy(held.shop, input, made);
  } finally {
    held.shop.arena.reset(held.mark);
    shops.push(held);
  }
}

function opened() {
  const shop = openShop();
  return { shop, mark: shop.arena.mark() };
}

async function* decodedBy(own: Shop, input: LaneInput, made: (decoder: FileDecoder) => void): AsyncGenerator<Batch> {
  const { dialect, binding, columns, file } = input;
  const { memory } = own.arena;
  const layout = new BatchLayout(columns, input.batchRows);
  const decoder = new FileDecoder(own, new ColumnSet(own, columns, layout).of(dialect), layout, dialect, binding);
  made(decoder);
  const slot = own.arena.take(layout.slotBytes);
  const { headerLine: line, headerRows } = dialect;
  decoder.begin({ line, headerRows, limit: Number.POSITIVE_INFINITY });

  let skip = dialect.headerOffset;
  for await (const chunk of input.bytes) {
    let rest = chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
    while (rest.length > 0) {
      const { at, length } = decoder.room();
      const piece = rest.subarray(0, length);
      own.arena.bytes(at, piece.length).set(piece);
      decoder.filled(piece.length);
      rest = rest.subarray(piece.length);
      yield* decoded();
    }
  }
  decoder.end();
  yield* decoded();

  function* decoded(): Generator<Batch> {
    for (let filled = decoder.next(slot); filled !== null; filled = decoder.next(slot)) {
      const { rows, beside } = filled;
      const { buffer } = memory;
      yield {
        file,
        rows,
        lines: layout.lines(buffer, slot, rows),
        columns: layout.columns(buffer, slot, rows, beside),
        broken: [],
      };
    }
  }
}
