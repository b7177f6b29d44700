import type { Io } from './io.ts';
import type { Output } from './output.ts';
import { variable } from './terminal.ts';

/** Of no width, or passed over where the runner compares by the rules of a language. */
const UNSEEN =
  '\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff';
/** At the beginning of a line, which a CR ends too; the runner trims it. */
const AT_START = new RegExp(`((?:^|[\\n\\r])[\\s${UNSEEN}]*:)(?=[${UNSEEN}]*:)`, 'g');
/** Anywhere in it. */
const WITHIN = new RegExp(`(#[${UNSEEN}]*#)(?=[${UNSEEN}]*\\[)`, 'g');

/** The text with a blank in what a runner would take for the beginning of a command: `::error::`, `##[group]`. */
export function withoutCommand(text: string): string {
  return text.replace(AT_START, '$1 ').replace(WITHIN, '$1 ');
}

/**
 * GitHub Actions reads commands from whatever is printed: words of a promise file or an export must not become one.
 * Elsewhere the bytes stay as they are.
 */
export function withoutCommands(io: Io): Io {
  if (variable(io.env, 'GITHUB_ACTIONS') !== 'true') return io;
  return { ...io, stdout: guarded(io.stdout), stderr: guarded(io.stderr) };
}

function guarded(output: Output): Output {
  return {
    get isTTY() {
      return output.isTTY;
    },
    get columns() {
      return output.columns;
    },
    write: (text) => output.write(withoutCommand(text)),
  };
}
