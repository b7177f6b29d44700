import { keptWhen } from './kept-when.ts';
import type { MeasureSyntax } from './measure.ts';

/** Every measure of the language. */
export const measures = [keptWhen] as const satisfies readonly MeasureSyntax[];
