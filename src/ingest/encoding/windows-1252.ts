/** What the bytes 0x80 to 0x9F mean; the five that the code page leaves open stay control characters, as on the web. */
const HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * Text of Windows-1252 bytes, given one character a byte. A table of our own: a one-shot `TextDecoder` of Node 20
 * yields control characters for 0x80 to 0x9F.
 */
export function fromWindows1252(bytes: string): string {
  return bytes.replaceAll(/[\x80-\x9f]/g, (char) => HIGH.charAt(char.charCodeAt(0) - 0x80));
}

/** The bytes of a text in Windows-1252; null where a character is not in it. */
export function toWindows1252(text: string): Buffer | null {
  const bytes: number[] = [];
  for (const char of text) {
    const high = HIGH.indexOf(char);
    const code = high >= 0 ? 0x80 + high : (char.codePointAt(0) ?? 0);
    if (code > 0xff) return null;
    bytes.push(code);
  }
  return Buffer.from(bytes);
}
