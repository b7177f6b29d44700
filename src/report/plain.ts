/** CSI, OSC and the other escape sequences of ECMA-48, whole where they are whole. */
const SEQUENCES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Other control characters, bidi controls, and what takes no room but changes what is read. */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text of a promise file or an export as one harmless line: nothing in it moves the cursor, rings, links, turns the
 * direction of writing or hides. Everything that people wrote goes through here on its way to a terminal.
 */
export function plain(text: string): string {
  return text
    .replace(SEQUENCES, '')
    .replace(BREAKS, ' ')
    .replace(HIDDEN, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['≥', '>='],
  ['≤', '<='],
  ['\u2212', '-'],
  ['–', '-'],
  ['—', '-'],
  ['·', '-'],
  ['×', 'x'],
  ['…', '...'],
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['\u00a0', ' '],
  ['\u2009', ' '],
  ['\u202f', ' '],
]);

/** The signs that saydo itself sets, in ASCII; letters that people wrote stay theirs. */
export function typewritten(text: string): string {
  return text.replace(/[≥≤\u2212–—·×…‘’“”\u00a0\u2009\u202f]/g, (sign) => STAND_INS.get(sign) ?? sign);
}
