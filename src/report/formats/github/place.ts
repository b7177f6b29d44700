import { plain } from '../../plain.ts';
import type { Properties } from './command.ts';

/**
 * The place by its path in the repository. What is told of the promise file names it as the command line did, from
 * where that ran; an export stays as it is.
 */
export function placeIn(file: string | null, line: number | null, promiseFile: string): Properties {
  if (file === null) return {};
  return { file: isSame(file, promiseFile) ? plain(promiseFile) : plain(file), line };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  return a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
}

const bare = (file: string): string => file.replaceAll('\\', '/').replace(/^(?:\.{1,2}\/)+/, '');
