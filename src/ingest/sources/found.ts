import { isAbsolute, relative, sep } from 'node:path';
import type { Position } from '../../model/diagnostic.ts';

/** One file as it was found, before a byte of it is read. */
export interface FoundFile {
  /** As messages name it. */
  readonly name: string;
  /** Absolute; of what was put aside where the bytes came through a pipe. */
  readonly path: string;
  /** Of the pattern that found it, in the promise file. */
  readonly position: Position;
  readonly bytes: number;
  /** To see that it has not changed since. */
  readonly modified: number;
  /** Came through standard input or a named pipe. */
  readonly isPiped: boolean;
}

/** A path as messages name it: relative to the working folder, with slashes everywhere. */
export function nameOf(path: string, workingDirectory: string): string {
  const name = relative(workingDirectory, path);
  return (name === '' ? '.' : isAbsolute(name) ? path : name).replaceAll(sep, '/');
}
