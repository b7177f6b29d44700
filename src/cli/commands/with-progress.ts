import type { AuditOptions } from '../../audit.ts';
import type { Progress } from '../../model/source.ts';
import { say } from '../messages.ts';
import { type ProgressLine, progressLine } from '../progress.ts';
import { defaultWidth, showsProgress } from '../terminal.ts';
import type { Context } from './index.ts';

/** Exports of fewer bytes are no long work. */
const muchBytes = 8 * 1024 * 1024;

/** Whether the progress line may be shown. */
export interface Shows {
  readonly quiet: boolean;
  readonly progress: boolean;
}

/** What an audit is given of the world around it. */
export type Watched = Pick<AuditOptions, 'workingDirectory' | 'env' | 'stdin' | 'onProgress' | 'signal'>;

/** Work over exports, with its progress on the terminal while it lasts. */
export function withProgress<T>(shows: Shows, context: Context, work: (watched: Watched) => Promise<T>): Promise<T> {
  const { io, signal } = context;
  return withLine(shows, context, (line) =>
    work({
      workingDirectory: io.workingDirectory,
      env: io.env,
      stdin: io.stdin,
      onProgress: (known: Progress) => {
        // Nobody knows how much comes through a pipe.
        if (known.totalBytes === null || known.totalBytes > muchBytes) io.expectMuch();
        line?.update(known);
      },
      signal,
    }),
  );
}

async function withLine<T>(
  { quiet, progress }: Shows,
  { io, signal }: Context,
  work: (progress: ProgressLine | null) => Promise<T>,
): Promise<T> {
  if (quiet || !progress || !showsProgress(io.env, io.stderr.isTTY)) return work(null);
  const line = progressLine({
    write: (text) => void say(io, text),
    columns: () => io.stderr.columns ?? defaultWidth,
    now: io.now,
  });
  signal.addEventListener('abort', line.stop);
  try {
    return await work(line);
  } finally {
    signal.removeEventListener('abort', line.stop);
    line.stop();
  }
}
