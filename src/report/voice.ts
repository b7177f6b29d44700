import { type NumberStyle, typeset } from './numbers.ts';
import { plain } from './plain.ts';

/** How a page speaks: its figures, and what becomes of words that people wrote before they stand on it. */
export interface Voice {
  readonly numbers: NumberStyle;
  /** Words of the report made harmless where the page goes. */
  readonly say: (text: string) => string;
  /** The same for a name in a line with others. */
  readonly name: (text: string) => string;
}

/** For those who read a log or a form: typeset figures, harmless lines. */
export const plainVoice: Voice = { numbers: typeset, say: plain, name: plain };
