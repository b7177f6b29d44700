import { plain } from '../../plain.ts';

/**
 * A blank of no width. GitHub and GitLab look for mentions, numbers of issues, addresses and emoji in the text that comes
 * out of the markup, where a backslash is gone; it is written by its name, so that the source shows it.
 */
const APART = '\u200b';

/** What stands for a person, issue, merge request, label, milestone or emoji, and what begins an address. */
const REFERENCES =
  /@(?=\S)|[#!~%](?=[\p{L}\p{N}_"'-])|GH-(?=\d)|www(?=\.)|:(?=\/\/|[\w+-]*[a-z_+-]|(?:100|1234)(?::|$))/giu;

/** What GFM or a renderer of formulas takes for markup anywhere in a line; an underscore within a word is a letter. */
const MARKUP = /[\\`*[\]<>~|$\u200b]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=[#A-Za-z0-9])/g;

/** What does so at the beginning of one. */
const START = /^(?:[#+\-=:]|\d{1,9}(?=[.)](?:\s|$)))/;

const NAMED: ReadonlyMap<string, string> = new Map([
  [APART, '&#8203;'],
  // In a table a backslash before it is not enough for every renderer.
  ['|', '&#124;'],
  ['$', '&#36;'],
  ['&', '&amp;'],
]);

/** Text of people as one line of GitHub Flavored Markdown that shows its letters and does nothing. */
export function harmless(text: string): string {
  return plain(text)
    .replace(REFERENCES, (sign) => `${sign}${APART}`)
    .replace(MARKUP, (sign) => NAMED.get(sign) ?? `\\${sign}`)
    .replace(START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** The same, bold; empty where there is no letter. */
export function strong(text: string): string {
  const inside = harmless(text);
  return inside === '' ? '' : `**${inside}**`;
}
