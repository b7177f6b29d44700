import type { Random } from './random.ts';

const WORDS = 'question order complaint praise email phone chat solved open Oslo Bergen North high low'.split(' ');
const FOREIGN = [
  'spørsmål',
  'Når kommer sykkelen?',
  'Straße',
  'İstanbul',
  'ĳ',
  '\u00c5',
  'A\u030a',
  'é',
  'e\u0301',
  'ΣΊΣΥΦΟΣ',
  'straßE',
  '😀',
  '日本語',
  'ﬁ',
  '\u212b',
  'K\u212a',
  'ñ',
  '€ 5',
  '–',
  'x\u200by',
];
/** What `trim` takes away, and some that it leaves. */
const BLANKS = [
  ' ',
  '  ',
  '\t',
  '\u00a0',
  '\u2003',
  '\ufeff',
  '\u3000',
  '\v',
  '\f',
  '\u2028',
  '\u0085',
  '\u200b',
  '\u001f',
];
const SPECIAL = [
  '"',
  '""',
  '"a"',
  'a"b',
  ',',
  ';',
  '\n',
  '\r\n',
  '\r',
  'a\nb',
  '=1+2',
  '#',
  "'",
  '\\',
  '\\"',
  '\u0001',
  '\u007f',
];

/** A word of a small vocabulary: rows repeat it. */
export function word(random: Random): string {
  return random.pick(random.chance(0.1) ? FOREIGN : WORDS);
}

/** Free text: each of its own, with all that cells may hold. */
export function sentence(random: Random): string {
  if (random.chance(0.02)) return word(random).repeat(random.size(1, 1500));
  const part = () =>
    random.chance(0.2) ? random.pick(SPECIAL) : random.chance(0.2) ? random.pick(FOREIGN) : word(random);
  return Array.from({ length: random.between(1, 6) }, part).join(random.chance(0.8) ? ' ' : '');
}

/** A name that is only told apart. */
export function id(random: Random): string {
  const number = String(random.between(0, 30_000));
  return random.pick([
    () => `T${number}`,
    () => number.padStart(8, '0'),
    () => number,
    () => `C-${number}`,
    () => random.pick(['abc', 'ABC', 'Abc', 'aØb', 'AØB', '1E5', '007', '7', '9007199254740993']),
    () => `${random.pick(FOREIGN)}${random.between(0, 3)}`,
    () => `00000000-0000-4000-8000-${number.padStart(12, '0')}`,
    () => number.padEnd(random.between(1, 70), 'x'),
    () => (random.chance(0.1) ? number.repeat(random.size(1, 300)) : 'A'),
  ])();
}

const STROKES = [...'0123456789-+.,:/ TZaAxXpPmM()eE%\u00a0é\u2212', '', '', '00', '\u0130', 'e\u0301'];

/** Where hours, minutes, months, days, years and offsets begin and end. */
const EDGES = '00 01 12 13 14 15 18 19 23 24 25 28 29 30 31 32 59 60 61 68 69 70 99 1234567890'.split(' ');

/** A text with a number or a character another, missing or more: what a reader may just still take, or just not. */
export function nearMiss(random: Random, text: string): string {
  const pairs = [...text.matchAll(/(?<!\d)(?:\d\d)+?(?=(?:\d\d)*(?!\d))/g)];
  if (pairs.length > 0 && random.chance(0.6)) {
    const { index } = random.pick(pairs);
    return text.slice(0, index) + random.pick(EDGES) + text.slice(index + 2);
  }
  const at = random.between(0, text.length);
  return text.slice(0, at) + random.pick(STROKES) + text.slice(at + random.between(0, 1));
}

/** With blanks around it, of a kind that is trimmed or is not. */
export function padded(random: Random, text: string): string {
  const blank = () => (random.chance(0.5) ? random.pick(BLANKS) : '');
  return blank() + text + blank();
}
