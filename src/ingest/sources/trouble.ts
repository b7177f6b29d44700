import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Diagnostic, Position } from '../../model/diagnostic.ts';

/** Code of an error of the operating system, or null for any other error. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its symbolic links go in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports an error',
};

/** What the operating system said about a file, as a diagnostic; any other error is thrown on. */
export function unreadable(error: unknown, name: string, position: Position | null): Diagnostic {
  const code = systemCode(error);
  if (code === null) throw error;
  if (code === 'ENOENT') return diagnose('file-changed', { export: name, how: 'is no longer there' }, position);
  if (code === 'EISDIR') return diagnose('is-directory', { export: name }, position);
  return diagnose('unreadable-file', { export: name, reason: REASONS[code] ?? code }, position);
}

export function changed(name: string, how: string, position: Position): Failure {
  return new Failure('data', [diagnose('file-changed', { export: name, how }, position)]);
}
