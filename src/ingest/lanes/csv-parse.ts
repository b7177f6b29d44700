import { Parser } from 'csv-parse';
import type { Batch } from '../../model/batch.ts';
import type { Lane, LaneInput, LaneReading } from './lane.ts';
import { Records } from './records.ts';

/**
 * The reference lane: csv-parse cuts the records, `Records` judges them.
 *
 * - Text goes through csv-parse one character a byte (`latin1`), so that bytes survive and only needed cells are
 *   decoded. Its `trim` options must stay off: in latin1 they take `(`, `)`, `/` and `_` for blanks.
 * - `relax_quotes` keeps a quote in the midst of an unquoted cell as text. It also lets text after a closing quote
 *   pass, with the quote put back before the cell: `Records` looks again at every cell that begins with a quote.
 * - `max_record_size` is not set: it counts no delimiters. `Records` measures the bytes instead.
 */
export const csvParseLane: Lane = {
  read(input: LaneInput): LaneReading {
    const records = new Records(input);
    const { rows } = records;
    return { batches: batches(input, records), facts: () => rows.facts(), rows: () => rows.total };
  },
};

async function* batches(input: LaneInput, records: Records): AsyncGenerator<Batch> {
  const offset = input.dialect.headerOffset;
  const parser = new RecordParser(records, offset);
  try {
    for await (const chunk of fromOffset(input.bytes, offset)) {
      records.feed(chunk);
      if (!records.isStopped) {
        parser.write(chunk); // hands over its records before it returns
        if (parser.errored !== null) throw parser.errored;
        records.checkLength();
      }
      yield* records.rows.take(false);
    }
    if (!records.isStopped) {
      const error = await ended(parser);
      if (error !== null && !records.isStopped && !records.endOpen()) throw error;
    }
    yield* records.finish();
  } finally {
    parser.destroy();
  }
}

/**
 * Takes the records where csv-parse would hand them to its stream, within the call of `write`. `on_record` would do so
 * too, but copies all counters twice a record, a quarter of the whole time.
 */
class RecordParser extends Parser {
  readonly #records: Records;
  readonly #offset: number;

  constructor(records: Records, offset: number) {
    const { delimiter, quote, comment } = records.marks;
    super({
      encoding: 'latin1',
      delimiter,
      quote: quote ?? false,
      escape: quote ?? false,
      ...(comment === null ? {} : { comment: comment.toString('latin1'), comment_no_infix: true }),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
    });
    this.#records = records;
    this.#offset = offset;
    this.on('error', () => {}); // asked for after every call instead
  }

  override push(record: unknown): boolean {
    if (!isCells(record)) return super.push(record); // null, the end
    this.#records.add(record, this.#offset + this.info.bytes);
    return true;
  }
}

function isCells(record: unknown): record is readonly string[] {
  return Array.isArray(record);
}

function ended(parser: Parser): Promise<unknown> {
  return new Promise((resolve) => {
    parser.end((error?: unknown) => resolve(error ?? null));
  });
}

async function* fromOffset(bytes: AsyncIterable<Buffer>, offset: number): AsyncGenerator<Buffer> {
  let skip = offset;
  for await (const chunk of bytes) {
    const rest = chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
    if (rest.length > 0) yield rest;
  }
}
