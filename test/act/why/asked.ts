import type { WhyChannel } from '../../../src/act/why/types.ts';
import { type WhyRequest, why } from '../../../src/why.ts';
import { folder } from '../../cli/folder.ts';

/** One occasion of the made-up desk. */
export interface Row {
  readonly at: string;
  readonly region: string;
  readonly language: string;
  readonly kept: boolean;
}

/** A promise of 90% on one channel, over these rows. */
export async function whyOf(
  rows: readonly Row[],
  asked: Partial<WhyRequest> = {},
  promise: readonly string[] = ['kept_when: { done: yes }', 'target: 90%'],
  channel: readonly string[] = [],
): Promise<WhyChannel> {
  const lines = rows.map(({ at, region, language, kept }) => `${at},${region},${language},${kept ? 'yes' : 'no'}`);
  return whyIn(['At,Region,Language,Done', ...lines], promise, ['segments: [Region, Language]', ...channel], asked);
}

/** One promise over an export, given in lines, with more lines under its channel. */
export async function whyIn(
  csv: readonly string[],
  promise: readonly string[],
  channel: readonly string[],
  asked: Partial<WhyRequest> = {},
): Promise<WhyChannel> {
  const yaml = [
    'saydo: 1',
    'brand: Made up',
    'period: month',
    'channels:',
    '  desk:',
    '    source: desk.csv',
    ...(csv[0]?.startsWith('At,') === true ? ['    at: At'] : []),
    ...channel.map((line) => `    ${line}`),
    'promises:',
    '  word:',
    '    says: We keep our word.',
    ...promise.map((line) => `    ${line}`),
    '    channels: [desk]',
  ];
  const workingDirectory = folder({ 'promises.yaml': yaml.join('\n'), 'desk.csv': `${csv.join('\n')}\n` });
  const found = await why({ file: 'promises.yaml', workingDirectory, promise: 'word', ...asked });
  const [first] = found.channels;
  if (first === undefined) throw new Error(`not measured: ${found.unmeasured.map(({ reason }) => reason).join()}`);
  return first;
}

/** So many rows of one kind, the first `missed` of them missed, dealt out over the hours of four weeks. */
export function some(
  count: number,
  missed: number,
  { region, language, month = '2026-01' }: { region: string; language: string; month?: string },
): readonly Row[] {
  return Array.from({ length: count }, (_, index) => {
    const dealt = scattered(`${region}/${language}/${month}/${index}`);
    const day = String(1 + (dealt % 28)).padStart(2, '0');
    const hour = String(Math.floor(dealt / 28) % 24).padStart(2, '0');
    return { region, language, at: `${month}-${day} ${hour}:00`, kept: index >= missed };
  });
}

/** FNV-1a, and the last steps of MurmurHash3. */
function scattered(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
