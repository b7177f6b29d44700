/**
 * The fast lane has met something that it does not take for granted. What it gave of the file until then counts for
 * nothing: the reference lane reads it from its first byte.
 */
export class HandOver extends Error {
  /** For those who ask why a file was not read fast: `a record of another width`. */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = 'HandOver';
    this.reason = reason;
  }
}
