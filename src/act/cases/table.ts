import type { FormatOptions } from '../../report/formats/format.ts';
import { type Paper, paperFor } from '../../report/formats/table/paper.ts';
import { hanging, wrap } from '../../report/formats/table/text.ts';
import { count } from '../../report/numbers.ts';
import type { Case, NamedCell } from './case.ts';
import { laidOut, type Wish, withoutRoom } from './columns.ts';
import type { CaseList } from './list.ts';
import {
  asOfText,
  cellsBeside,
  followedText,
  lengthHead,
  lengthText,
  orderText,
  outcomeWords,
  promisesOf,
  scope,
  undertakings,
  whyEmpty,
} from './words.ts';

/** The list for a terminal: what it is of, the cases, then what is to be done about them. */
export function casesTable(list: CaseList, options: Pick<FormatOptions, 'width' | 'color' | 'unicode'>): string {
  const paper = paperFor(options);
  const { head, cases } = list;
  const isOne = head.followed.length === 1 && cases.every(({ of }) => of.promise !== null);
  const blocks = [
    title(list, paper),
    cases.length === 0
      ? whyEmpty(head, paper).flatMap((text) => wrap(text, paper.width))
      : laidOut(wishes(list, isOne, paper), paper),
    doing(list, paper),
    remainder(list, paper),
    cases.length === 0 ? [] : narrow(list, withoutRoom(wishes(list, isOne, paper), paper), paper),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`;
}

function title({ head, cases, more }: CaseList, paper: Paper): string[] {
  const { bold, dim, glyphs, say, width } = paper;
  const { brand, followed, outcome } = head;
  const asOf = asOfText(followed, paper);
  const all = cases.length + more;
  const lines = [
    ...wrap(say(brand), width).map(bold),
    ...wrap([scope(head, paper), asOf].filter((text) => text !== '').join(` ${glyphs.dot} `), width).map(dim),
  ];
  if (all === 0) return lines;
  const what = `${count(all, paper.numbers)} ${outcomeWords[outcome]} of ${followedText(followed, paper)}`;
  return [...lines, ...wrap(what, width).map(bold), ...wrap(orderText(head), width).map(dim)];
}

function wishes({ head, cases }: CaseList, isOne: boolean, paper: Paper): readonly Wish[] {
  const { say, numbers, glyphs } = paper;
  const column = (title: string, spare: number, textOf: (found: Case) => string): Wish => ({
    head: say(title),
    align: 'left',
    texts: cases.map(textOf),
    spare,
  });
  const length = lengthHead[head.outcome];
  const lengths = column(length, 0, (found) => lengthText(found, numbers));
  return [
    ...(length === '' ? [] : [{ ...lengths, align: 'right' } as const]),
    column('case', 0, ({ case: name, line }) => (name === null ? `line ${line}` : say(name))),
    column('customer', 0, ({ customer, again }) => `${say(customer ?? '')}${again === true ? ' again' : ''}`),
    ...(isOne
      ? []
      : [
          column('promise', 0, ({ of }) => say(of.promise ?? '')),
          column('channel', 0, ({ of }) => say(of.channel)),
        ].map((wish) => ({ ...wish, soft: true }))),
    column('began', 2, ({ at }) => say(at ?? '')),
    ...head.added.map((name, index) => column(name, 1, ({ added }) => say(added[index]?.text ?? ''))),
    column('its measure read', 3, (found) =>
      cellsBeside(found)
        .map((cell) => cellText(cell, paper))
        .join(` ${glyphs.dot} `),
    ),
  ].filter(({ head: name, texts }) => name !== 'customer' || texts.some((text) => text !== ''));
}

function cellText({ name, text }: NamedCell, { say }: Paper): string {
  return `${say(name)} ${text === null || text === '' ? 'blank' : say(text)}`;
}

function doing({ head, cases }: CaseList, paper: Paper): string[] {
  return undertakings(promisesOf(head, cases), paper).flatMap(({ promise, channels, text }) =>
    hanging('  ', `${[promise, ...channels].map(paper.name).join(', ')}: ${text}`, paper.measure),
  );
}

/** What was asked for, and has no room. */
function narrow({ head }: CaseList, without: readonly string[], { say, dim, width }: Paper): string[] {
  const names = head.added.map(say).filter((name) => without.includes(name));
  if (names.length === 0) return [];
  const verb = names.length === 1 ? 'does' : 'do';
  return wrap(`${names.join(', ')} ${verb} not fit here: --format csv has it all`, width).map(dim);
}

function remainder({ cases, more }: CaseList, paper: Paper): string[] {
  if (more === 0) return [];
  const what = `${count(more, paper.numbers)} more ${more === 1 ? 'is' : 'are'} not listed`;
  return wrap(`${what}: --limit ${cases.length + more} lists all, --limit none streams them`, paper.width).map(
    paper.dim,
  );
}
