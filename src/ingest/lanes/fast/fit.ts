import type { Binding } from '../../bind.ts';
import type { Dialect } from '../../dialect/inspect.ts';

/** Why the fast lane does not even begin with a file; null where it does. */
export function unfit(dialect: Dialect, binding: Binding): string | null {
  const { delimiter, quote, comment, footer, ragged } = dialect;
  if (!/^[\x01-\x7f]$/.test(delimiter) || /["\r\n]/.test(delimiter)) return 'a delimiter of several bytes';
  if (quote !== null && quote !== '"') return 'another quote than "';
  if (comment !== null) return 'comment lines';
  if (footer !== null) return 'a footer';
  if (ragged === 'pad') return 'records that are padded';
  // A blank line could be a row of one blank cell.
  if (binding.width < 2) return 'one column';
  return null;
}
