import { RE2JS } from 're2js';

/**
 * A regular expression of the promise file, in RE2's syntax and any letter case. Linear in the text, whatever the
 * pattern: JavaScript's own engine takes seconds for `^(a+)+$` on 28 letters.
 *
 * @throws where the pattern is no regular expression, or uses what RE2 leaves out (look-around, back-references).
 */
export function compilePattern(pattern: string): RE2JS {
  return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
}
