/** Bytes in an encoded word, so that Nodemailer leaves the first one behind `Subject: `, in a line of 76 letters. */
const mostBytes = 39;

/**
 * The text as encoded words of RFC 2047 with blanks between, at which the header may be folded; each holds whole
 * characters, and readers leave the blanks out.
 */
export function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > mostBytes) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  words.push(word);
  return words.map((each) => `=?UTF-8?B?${Buffer.from(each).toString('base64')}?=`).join(' ');
}
