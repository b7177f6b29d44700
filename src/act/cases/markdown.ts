import { harmless, strong } from '../../report/formats/markdown/escape.ts';
import { grid } from '../../report/formats/markdown/grid.ts';
import { voice } from '../../report/formats/markdown/voice.ts';
import { count, typeset } from '../../report/numbers.ts';
import type { Case, CasesHead, NamedCell } from './case.ts';
import { ownNames } from './own-names.ts';
import {
  cellsBeside,
  lengthHead,
  lengthText,
  orderText,
  outcomeWords,
  scope,
  undertakings,
  whyEmpty,
} from './words.ts';
import type { CaseWriter } from './writer.ts';

const WHAT = ['promise', 'channel', 'case', 'customer'];
const READ = ['began', 'its measure read'];
const WHERE = ['file', 'line'];

/** GitHub's Markdown: for an issue or a wiki. */
export function casesMarkdown(head: CasesHead): CaseWriter {
  const { brand, outcome, followed, added } = head;
  const withAct = undertakings(followed, voice).map(
    ({ promise, channels, text }) => `- ${strong([promise, ...channels].join(', '))}: ${text}`,
  );
  const length = lengthHead[outcome];
  const names = ownNames([...WHAT, length, ...READ, ...WHERE], added).map(harmless);
  const left = (head: string) => ({ head, align: 'left' }) as const;
  const columns = [
    ...WHAT.map(left),
    ...(length === '' ? [] : [{ head: length, align: 'right' } as const]),
    ...[...READ, ...names, ...WHERE].map(left),
  ];
  const row = (found: Case): string => rowOf(found, length !== '');
  let isEmpty = true;
  return {
    begin: `${[
      `# ${harmless(brand)}: ${outcomeWords[outcome]} cases`,
      `${scope(head, voice)}; ${orderText(head)}.`,
      ...(withAct.length === 0 ? [] : [withAct.join('\n')]),
      '',
    ].join('\n\n')}`,
    row: (found, index) => {
      isEmpty = false;
      return `${index === 0 ? `${grid(columns, [])}\n` : ''}${row(found)}\n`;
    },
    end: (more) => {
      if (isEmpty) return `${whyEmpty(head, voice).join('\n\n')}\n`;
      return more === 0 ? '' : `\n${count(more, typeset)} more are not listed.\n`;
    },
  };
}

function rowOf(found: Case, hasLength: boolean): string {
  const { of, customer, again, added } = found;
  const cells = [
    ...[harmless(of.promise ?? ''), harmless(of.channel), harmless(found.case ?? '')],
    `${harmless(customer ?? '')}${again === true ? ' (again)' : ''}`,
    ...(hasLength ? [lengthText(found, typeset)] : []),
    ...[harmless(found.at ?? ''), cellsBeside(found).map(cellText).join(', ')],
    ...added.map(({ text }) => harmless(text ?? '')),
    ...[harmless(found.file), String(found.line)],
  ];
  return `| ${cells.join(' | ')} |`;
}

const cellText = ({ name, text }: NamedCell): string =>
  `${harmless(name)} ${text === null || text === '' ? '*blank*' : harmless(text)}`;
