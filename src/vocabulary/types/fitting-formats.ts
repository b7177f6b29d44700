import { holdsMonth } from '../time/english.ts';
import { candidateFormats, compileFormat } from '../time/format.ts';

interface Candidate {
  readonly format: string;
  reads(text: string): boolean;
}

/** Which common formats read every date of a column that is not ISO 8601: what an error proposes. */
export class FittingFormats {
  #left: readonly Candidate[] | null = null;

  /** A cell that ISO 8601 does not read. What does not look like a date says nothing about the others. */
  see(text: string): void {
    if (this.#left?.length === 0 || !looksLikeDate(text)) return;
    this.#left = (this.#left ?? candidates()).filter((candidate) => candidate.reads(text));
  }

  /** null where no date was seen. */
  list(): readonly string[] | null {
    return this.#left?.map((candidate) => candidate.format) ?? null;
  }
}

const NUMBERS = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/;
/** Seconds from 2001 to 2286, and the same in milliseconds. */
const EPOCH_SECONDS = /^\d{10}(?:\.\d+)?$/;
const EPOCH_MILLISECONDS = /^\d{13}$/;

function looksLikeDate(text: string): boolean {
  if (NUMBERS.test(text) || EPOCH_SECONDS.test(text) || EPOCH_MILLISECONDS.test(text)) return true;
  return /\d/.test(text) && holdsMonth(text);
}

let known: readonly Candidate[] | null = null;

function candidates(): readonly Candidate[] {
  known ??= [
    ...candidateFormats.flatMap((format) => {
      const compiled = compileFormat(format);
      return compiled.kind === 'format' ? [{ format, reads: (text: string) => compiled.parse(text) !== null }] : [];
    }),
    { format: 'epoch-seconds', reads: (text) => EPOCH_SECONDS.test(text) },
    { format: 'epoch-milliseconds', reads: (text) => EPOCH_MILLISECONDS.test(text) },
  ];
  return known;
}
