import { count, type NumberStyle } from '../../report/numbers.ts';

/** A minus, not the hyphen of `Mon 08-10` or of a name. */
const MINUS = /(?<=^|[\s(])-(?=\d)/g;
/** What is counted, told by the words that follow it; the year of a date is followed by none of them. */
const COUNTED =
  /\b\d{4,}(?= (?:of \d+|cases?|rows?|words?|pairs?|missed|counted|not counted|over|below|against|too many|more|fewer|rarer)\b)/g;

/** A sentence with its numbers as the page sets them; as data, in JSON and CSV, it has plain digits. */
export function prose(sentence: string, style: NumberStyle): string {
  return sentence
    .replace(MINUS, style.minus)
    .replace(COUNTED, (digits) => (Number.isSafeInteger(Number(digits)) ? count(Number(digits), style) : digits));
}
