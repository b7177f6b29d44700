import { expect, test } from 'vitest';
import type { WhyFormat } from '../../../src/act/why/formats.ts';
import { whyFormats } from '../../../src/act/why/formats.ts';
import type { Why } from '../../../src/act/why/types.ts';
import { widthOf } from '../../../src/report/formats/table/text.ts';
import { why } from '../../../src/why.ts';
import { folder } from '../../cli/folder.ts';
import { some } from './asked.ts';

const [table, json, csv, markdown] = whyFormats;
const plain = { width: 100, color: 0, unicode: true } as const;

const rows = [
  ...some(60, 24, { region: 'North', language: 'de' }),
  ...some(90, 9, { region: 'North', language: 'nb' }),
  ...some(80, 4, { region: '=2+3', language: 'de' }),
  ...some(70, 3, { region: 'South', language: 'nb' }),
].map(({ at, region, language, kept }, index) => {
  // One word is in as many missed as kept cases, the other in more of the missed ones.
  const subject = `${index % 2 === 0 ? 'my order' : 'a question'}${!kept && index % 3 > 0 ? ' again' : ''}`;
  return `${at},${region},${language},${kept ? 'yes' : 'no'},${subject},00:0${kept ? 1 + (index % 2) : 9}:00`;
});

const yaml = `saydo: 1
brand: "Bröd & *Sons*"
period: month
window: { from: 2026-01-01, to: 2026-01-31 }
channels:
  desk:
    source: desk.csv
    at: At
    segments: [Region, Language]
    text: Subject
    columns: { Region: Region, wait: { column: Wait, type: duration } }
  shop: { note: the tills export nothing yet }
promises:
  word:
    says: We keep our word.
    kept_when: { Done: yes }
    target: 90%
    channels: { desk: , shop: }
  quick:
    says: We are quick.
    mean: wait
    target: at most 2m
    channels: [desk]
`;

const known = new Map<string, Why>();

async function found(promise: string): Promise<Why> {
  const before = known.get(promise);
  if (before !== undefined) return before;
  const files = { 'promises.yaml': yaml, 'desk.csv': ['At,Region,Language,Done,Subject,Wait', ...rows, ''].join('\n') };
  const made = await why({ file: 'promises.yaml', workingDirectory: folder(files), promise });
  known.set(promise, { ...made, saydo: '0.0.0' });
  return made;
}

test('table and Markdown, as people read them', async () => {
  const word = await found('word');
  await expect(await table.render(word, plain)).toMatchFileSnapshot('golden/word-100.txt');
  await expect(await table.render(word, { ...plain, width: 60, unicode: false })).toMatchFileSnapshot(
    'golden/word-60-ascii.txt',
  );
  await expect(await markdown.render(word, plain)).toMatchFileSnapshot('golden/word.md');
  await expect(await table.render(await found('quick'), plain)).toMatchFileSnapshot('golden/quick-100.txt');
});

test('what is shown of a split adds up to the gap', async () => {
  const text = await table.render(await found('word'), plain);
  const excess = (line: string): number =>
    Number(/([+−]?[\d.]+)(?: {2}[a-z]\S*(?: \S+)?)?$/.exec(line)?.[1]?.replace('−', '-') ?? Number.NaN);
  const blocks = text.split('\n\n').filter((block) => block.startsWith('  by '));
  expect(blocks).toHaveLength(6);
  for (const block of blocks) {
    const [, ...lines] = block.trimEnd().split('\n');
    const last = lines.pop() ?? '';
    const sum = lines.reduce((all, line) => all + excess(line), 0);
    // Each is rounded to a tenth.
    expect(Math.abs(sum - excess(last))).toBeLessThan(0.05 * (lines.length + 1));
  }
});

test.each([40, 80, 200])('no line is wider than a terminal of %d columns', async (width) => {
  for (const promise of ['word', 'quick']) {
    const text = await table.render(await found(promise), { ...plain, width });
    for (const line of text.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(width);
  }
});

test('the CSV has a line for every row of every split, and runs nothing in a spreadsheet', async () => {
  const word = await found('word');
  const lines = (await csv.render(word, plain)).split('\r\n');
  expect(lines[0]).toBe(
    'promise,channel,kind,split,is,cases,kept,missed,value,interval_low,interval_high,allowed,excess,p,p_adjusted,stands,worse,beyond_its_parts,sentence',
  );
  const splits = word.channels.flatMap((channel) => channel.splits.flatMap(({ rows: own }) => own));
  const words = word.channels.flatMap((channel) => channel.words?.rows ?? []);
  expect(words.length).toBeGreaterThan(0);
  expect(lines).toHaveLength(2 + splits.length + words.length);
  expect(lines.filter((line) => line.startsWith("word,desk,segment,Region,'=2+3,80,76,4,0.95,"))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('word,desk,word,'))).toHaveLength(words.length);
});

test('the JSON holds every row, its keys in this order', async () => {
  const parsed = JSON.parse(await json.render(await found('word'), plain));
  expect(Object.keys(parsed)).toEqual(
    'saydo schema kind brand promise says owner window confidence channels unmeasured'.split(' '),
  );
  const [desk] = parsed.channels;
  expect(Object.keys(desk)).toEqual(
    'channel measure formula unit clock as_of target value interval verdict reason counts cases kept missed allowed excess pending tested standing summary causes reversals splits change words notes'.split(
      ' ',
    ),
  );
  expect(Object.keys(desk.splits[0].rows[0])).toEqual(
    'is cases kept missed allowed excess part pending value interval p p_adjusted stands worse beyond_its_parts sentence'.split(
      ' ',
    ),
  );
  expect(parsed.unmeasured).toEqual([{ channel: 'shop', reason: 'the tills export nothing yet' }]);
});

test('every format has an ending of its own', () => {
  const all: readonly WhyFormat[] = whyFormats;
  expect(all.map(({ id, endings }) => [id, ...endings])).toEqual([
    ['table', '.txt'],
    ['json', '.json'],
    ['csv', '.csv'],
    ['markdown', '.md'],
  ]);
});
