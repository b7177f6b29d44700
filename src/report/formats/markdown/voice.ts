import { typeset } from '../../numbers.ts';
import type { Voice } from '../../voice.ts';
import { harmless } from './escape.ts';

/** How the document speaks. */
export const voice: Voice = { numbers: typeset, say: harmless, name: harmless };
