import { declare } from '../../src/declaration/index.ts';
import { Failure } from '../../src/diagnostics/failure.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';

/** Errors and warnings of a promise file; any exception but a failure goes through. */
export function foundIn(text: string, env: Readonly<Record<string, string>> = {}): readonly Diagnostic[] {
  try {
    return declare(text, { file: 'promises.yaml', directory: '/', env }).warnings;
  } catch (error) {
    if (error instanceof Failure) return error.diagnostics;
    throw error;
  }
}
