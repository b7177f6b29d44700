import { diagnose } from '../../diagnostics/catalog.ts';
import type { Channel } from '../../model/declaration.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CellReport } from '../../model/report.ts';
import type { Examination } from '../examination.ts';
import { followed } from '../followed.ts';
import type { FoundCause } from './causes/causes.ts';
import type { Divided } from './divide.ts';
import type { Phrases } from './phrases.ts';
import { wordsOf } from './text.ts';
import type { WhyCause, WhyWords } from './types.ts';
import { wordCause, wordReport } from './word-report.ts';

/** Whose words, and whether they may be shown. */
export interface TextInput {
  readonly channel: Channel;
  readonly cell: CellReport;
  /** Words of customers are not to be shown. */
  readonly redact: boolean;
}

/** The words of a channel, and the one that may be told as a cause; else why there are none. */
export interface Text {
  readonly words: WhyWords | null;
  readonly cause: WhyCause | null;
  readonly note: Diagnostic | null;
}

/** Reads the rows again for their words, where the channel has a column of them. */
export async function textOf(
  examination: Examination,
  { channel, cell, redact }: TextInput,
  { yardstick, open }: Divided,
  causes: readonly FoundCause[],
  terms: { readonly gap: number; readonly phrases: Phrases },
): Promise<Text> {
  const none = (note: Diagnostic | null): Text => ({ words: null, cause: null, note });
  const { measure, confidence } = open.context;
  if (channel.text === null) return none(diagnose('why-no-text', { channel: channel.name }, channel.position));
  if (yardstick === null || NO_CASES_OF_ITS_OWN.has(measure.kind)) {
    return none(diagnose('why-no-occasions', { measure: measure.kind }, channel.position));
  }
  if (redact) return none(diagnose('why-redacted', { column: channel.text }, channel.position));
  for (const one of followed(examination)) {
    const own = one.cells.find((made) => made.pledge.channel === cell.channel);
    if (one.channel.name !== channel.name || own === undefined) continue;
    const found = await wordsOf(examination, { channel: one, cell: own, causes, confidence });
    if (found === null) break;
    const words = wordReport(found, { yardstick, ...terms });
    return { words, cause: wordCause(found, words), note: null };
  }
  return none(null);
}

/** A row is no case of them, or none of them is missed by itself. */
const NO_CASES_OF_ITS_OWN: ReadonlySet<string> = new Set(['tally', 'sum', 'ratio']);
