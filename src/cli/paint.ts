import { Chalk } from 'chalk';
import type { Paint } from '../diagnostics/render.ts';
import type { ColorLevel } from './terminal.ts';

/** The colours of messages. Chalk by itself would not heed NO_COLOR, so it is told the level. */
export function painter(level: ColorLevel): Paint {
  const chalk = new Chalk({ level });
  return { error: chalk.red.bold, warning: chalk.yellow, dim: chalk.dim };
}
