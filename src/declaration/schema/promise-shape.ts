import { promiseFile } from './file.ts';
import type { Shape } from './shape.ts';
import { shapeOf } from './shape-of.ts';

/** The shape of the promise file: plain data, which the build works out, so that the program reads it without zod. */
export const promiseShape: Shape = shapeOf(promiseFile);
