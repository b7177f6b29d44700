import { isLetter, wordAt } from './chars.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A name found in a text: its place in the year or the week, from 0, and where it ends; -1 where there is none. */
export interface NameReading {
  index: number;
  end: number;
}

/** Reads `Jan` or `Sept` (`long`: `January`) in any letter case. */
export function readMonth(text: string, at: number, long: boolean, into: NameReading): void {
  readName(MONTHS, text, at, long, into);
  // The one month with two abbreviations in use.
  if (!long && into.index === 8 && wordAt(text, into.end, 't') && !isLetter(text.charCodeAt(into.end + 1))) into.end++;
}

/** Reads `Mon` (`long`: `Monday`) in any letter case; Monday is 0. */
export function readWeekday(text: string, at: number, long: boolean, into: NameReading): void {
  readName(WEEKDAYS, text, at, long, into);
}

/** Whether an English month stands anywhere in the text as a word, whole or by its first three letters. */
export function holdsMonth(text: string): boolean {
  return /(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])/i.test(
    text,
  );
}

function readName(names: readonly string[], text: string, at: number, long: boolean, into: NameReading): void {
  const first = text.charCodeAt(at) | 32;
  const third = text.charCodeAt(at + 2) | 32;
  for (let index = 0; index < names.length; index++) {
    const name = names[index] ?? '';
    if (name.charCodeAt(0) !== first || name.charCodeAt(2) !== third) continue;
    const word = long ? name : name.slice(0, 3);
    if (!wordAt(text, at, word)) continue;
    into.index = index;
    into.end = at + word.length;
    return;
  }
  into.index = -1;
}
