/** The same bytes until a signal comes: what would never send any is not waited for. */
export async function* untilAborted(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal | null,
): AsyncGenerator<Uint8Array> {
  if (signal === null) {
    yield* bytes;
    return;
  }
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
  });
  // It may come while nobody waits.
  aborted.catch(() => undefined);
  signal.addEventListener('abort', stop);
  const iterator = bytes[Symbol.asyncIterator]();
  try {
    signal.throwIfAborted();
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    // A read that never returns would not let go either.
    iterator.return?.().catch(() => undefined);
  }
}
