import { createReadStream } from 'node:fs';
import type { KeptPipes } from '../model/source.ts';
import { Spool } from './sources/spool.ts';

/** What can be read but once, kept so that it can be read again: `last`, cases and records look at the data twice. */
export interface Replayable {
  readonly stdin: AsyncIterable<Uint8Array> | null;
  readonly pipes: KeptPipes;
  /** Removes what was put aside. */
  close(): Promise<void>;
}

/** Puts bytes aside in a temporary folder when they are first asked for, and reads them from there each time. */
export function replayable(stdin: AsyncIterable<Uint8Array> | null, signal: AbortSignal | null): Replayable {
  const spool = new Spool(signal);
  const kept = new Map<string, Promise<string>>();
  const keep: KeptPipes['keep'] = (pipe, bytes, onBytes) => {
    const known = kept.get(pipe);
    if (known !== undefined) return known;
    const path = spool.put(bytes(), onBytes);
    kept.set(pipe, path);
    return path;
  };
  return {
    stdin:
      stdin === null
        ? null
        : again(() =>
            keep(
              '-',
              () => stdin,
              () => undefined,
            ),
          ),
    pipes: { keep },
    close: () => spool.close(),
  };
}

function again(pathOf: () => Promise<string>): AsyncIterable<Uint8Array> {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const chunk of createReadStream(await pathOf())) if (Buffer.isBuffer(chunk)) yield chunk;
    },
  };
}
