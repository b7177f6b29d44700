import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { declare, decodeText } from './declaration/index.ts';
import type { Declaration } from './model/declaration.ts';

/** Where a promise file is, and what its `${NAME}` stand for. */
export interface LoadOptions {
  /** As the user named it, relative to `workingDirectory`. */
  readonly file: string;
  readonly workingDirectory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads and checks a promise file.
 *
 * @throws Failure of kind `declaration` with all errors at once; the system's own error where the file is not there.
 */
export async function loadDeclaration({ file, workingDirectory, env }: LoadOptions): Promise<Declaration> {
  const path = resolve(workingDirectory, file);
  return declare(decodeText(await readFile(path), file), { file, directory: dirname(path), env });
}
