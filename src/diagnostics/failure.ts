import type { Diagnostic } from '../model/diagnostic.ts';

/** What went wrong, which decides the exit code: the command line or promise file, the data, the delivery. */
export type FailureKind = 'declaration' | 'data' | 'delivery';

/** Ends a run with one or more errors to be shown, never with a stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;
  readonly diagnostics: readonly Diagnostic[];

  constructor(kind: FailureKind, diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join('\n'));
    this.kind = kind;
    this.diagnostics = diagnostics;
  }
}
