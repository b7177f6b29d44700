import { createReadStream } from 'node:fs';
import { Spool } from './sources/spool.ts';

/** Standard input that can be read more than once: `last` looks at the data twice, and two readings may share it. */
export interface Replayable {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Removes what was put aside. */
  close(): Promise<void>;
}

/** Puts the bytes aside in a temporary file when they are first asked for, and reads them from there each time. */
export function replayable(stdin: AsyncIterable<Uint8Array>): Replayable {
  const spool = new Spool();
  let path: Promise<string> | null = null;
  return {
    bytes: {
      async *[Symbol.asyncIterator]() {
        path ??= spool.put(stdin, () => undefined);
        for await (const chunk of createReadStream(await path)) if (Buffer.isBuffer(chunk)) yield chunk;
      },
    },
    close: () => spool.close(),
  };
}
