import { count, typewriter } from '../../numbers.ts';
import { command, type Properties } from './command.ts';

export type Level = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: Level;
  readonly properties: Properties;
  readonly message: string;
}

/** GitHub shows this many of each level a step, and drops the rest without a word. */
const MOST = 10;

/** The lines of each level, errors first; where there are too many the last one says how many are not shown. */
export function annotationLines(all: readonly Annotation[]): readonly string[] {
  return (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const own = all.filter((annotation) => annotation.level === level);
    const shown = own.length > MOST ? own.slice(0, MOST - 1) : own;
    const lines = shown.map(({ properties, message }) => command(level, properties, message));
    const more = own.length - shown.length;
    const rest = `${count(more, typewriter)} more ${level}s are not shown: GitHub shows ${MOST} of them a step`;
    return more === 0 ? lines : [...lines, command(level, { title: 'saydo' }, rest)];
  });
}
