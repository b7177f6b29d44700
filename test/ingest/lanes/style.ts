import type { CsvOptions } from '../../../src/model/declaration.ts';
import type { Random } from './random.ts';
import { word } from './words.ts';

/** What an export may have that the plainest has not; a lane may hand over for some of it. */
export type Feature =
  | 'CR alone'
  | 'mixed line ends'
  | 'blank lines'
  | 'blank lines at the end'
  | 'blanks after quotes'
  | 'quotes within'
  | 'comments'
  | 'footer'
  | 'ragged'
  | 'padded'
  | 'repeated header'
  | 'misencoded'
  | 'windows-1252'
  | 'utf-16'
  | 'wide delimiter'
  | 'other quote'
  | 'no quotes'
  | 'lines before the header'
  | 'two header rows'
  | 'one column';

/** How one export is written. */
export interface Style {
  readonly delimiter: string;
  readonly quote: string;
  readonly quoteByte: number | undefined;
  /** Of the cells that need no quotes. */
  readonly quoteShare: number;
  readonly ends: readonly string[];
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  readonly mark: Buffer;
  /** Lines before the header. */
  readonly before: readonly string[];
  readonly csv: Partial<CsvOptions>;
  readonly features: readonly Feature[];
  has(feature: Feature): boolean;
}

const SHARES: readonly (readonly [Feature, number])[] = [
  ['blank lines', 0.05],
  ['blank lines at the end', 0.15],
  ['blanks after quotes', 0.04],
  ['quotes within', 0.06],
  ['comments', 0.05],
  ['footer', 0.05],
  ['ragged', 0.05],
  ['padded', 0.04],
  ['repeated header', 0.06],
  ['misencoded', 0.15],
  ['lines before the header', 0.1],
  ['two header rows', 0.06],
];

export function styleOf(random: Random): Style {
  // Half of them are as most programs write them: else there would be little that a fast lane reads to the end.
  const isRich = random.chance(0.5);
  const features = new Set(SHARES.filter(([, share]) => isRich && random.chance(share)).map(([feature]) => feature));
  const encoding = random.pick(['utf-8', 'utf-8', 'utf-8', 'utf-8', 'utf-8', 'windows-1252', 'utf-16le'] as const);
  if (encoding !== 'utf-8') features.delete('misencoded');
  if (encoding === 'windows-1252') features.add('windows-1252');
  if (encoding === 'utf-16le') features.add('utf-16');
  const delimiter = delimiterOf(random, features, isRich);
  const quote = quoteOf(random, features, isRich);
  const ends = endsOf(random, features, isRich);
  const hasSep = random.chance(0.03) && delimiter.length === 1;
  const before = [
    ...(hasSep ? [`sep=${delimiter}`] : []),
    ...(features.has('lines before the header') ? [`${word(random)} report`, ''] : []),
  ];
  const isDeclared = random.chance(0.5) || delimiter.length > 1 || quote !== '"';
  return {
    delimiter,
    quote,
    quoteByte: quote === '' ? undefined : quote.charCodeAt(0),
    quoteShare: random.pick([0, 0, 0.1, 0.5, 1]),
    ends,
    encoding,
    mark: markOf(encoding, random),
    before,
    csv: {
      ...(isDeclared ? { delimiter } : {}),
      ...(quote === '"' ? {} : { quote }),
      ...(encoding === 'windows-1252' ? { encoding } : {}),
      ...(features.has('comments') ? { comment: '#' } : {}),
      ...(features.has('footer') ? { footer: random.pick(['Total', 1, 3]) } : {}),
      ...(features.has('padded') ? { ragged: 'pad' as const } : {}),
      ...(features.has('two header rows') ? { headerRows: 2 } : {}),
    },
    features: [...features],
    has: (feature) => features.has(feature),
  };
}

function delimiterOf(random: Random, features: Set<Feature>, isRich: boolean): string {
  if (!isRich || !random.chance(0.06)) return random.pick([',', ',', ',', ';', '\t', '|']);
  features.add('wide delimiter');
  return random.pick(['||', ', ', '§']);
}

function quoteOf(random: Random, features: Set<Feature>, isRich: boolean): string {
  if (!isRich || random.chance(0.9)) return '"';
  const quote = random.pick(["'", '']);
  features.add(quote === '' ? 'no quotes' : 'other quote');
  return quote;
}

function endsOf(random: Random, features: Set<Feature>, isRich: boolean): readonly string[] {
  if (!isRich || random.chance(0.5)) return [random.pick(['\n', '\r\n'])];
  const ends = random.pick([['\n', '\r\n'], ['\n', '\r\n'], ['\r'], ['\n', '\r', '\r\n']]);
  if (ends.includes('\r')) features.add('CR alone');
  if (ends.length > 1) features.add('mixed line ends');
  return ends;
}

function markOf(encoding: Style['encoding'], random: Random): Buffer {
  if (encoding === 'utf-16le') return Buffer.from([0xff, 0xfe]);
  return encoding === 'utf-8' && random.chance(0.1) ? Buffer.from([0xef, 0xbb, 0xbf]) : Buffer.alloc(0);
}
