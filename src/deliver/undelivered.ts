import type { Diagnostic } from '../model/diagnostic.ts';

/** The message was not handed over, or not for everyone; says what the server or the way there had against it. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}
