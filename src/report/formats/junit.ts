import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CellReport, GapReport, PromiseReport } from '../../model/report.ts';
import { windowText } from '../dates.ts';
import { changeLine, figuresLine, remarksLine } from '../in-a-line.ts';
import { placeOf } from '../place-of.ts';
import { plain } from '../plain.ts';
import { actionOf } from '../sets-right.ts';
import { plainVoice } from '../voice.ts';
import type { Format, FormatOptions } from './format.ts';
import { type Judgement, judgementsOf } from './judgement.ts';
import { documentOf, type Ending, type Suite } from './junit/suite.ts';

/** What does not stand for a promise: the check as a whole, a run that was refused. */
const WHOLE = 'saydo';

/** What fails the check is a failure, what it could not judge an error; a waiver and a known blind spot are skipped. */
function endingOf(
  promise: PromiseReport,
  cell: CellReport,
  judgement: Judgement,
  report: GapReport,
  promiseFile: string,
): Ending | null {
  const { verdict, reason, line } = cell;
  const figures = figuresLine(cell, plainVoice);
  if (judgement === 'passes') {
    if (verdict !== 'waived' && verdict !== 'unproven' && verdict !== 'unmeasured') return null;
    const why = verdict === 'waived' ? `${figures}; ${remarksLine(cell, undefined, plainVoice)}` : figures;
    return { kind: 'skipped', type: verdict, message: why, details: [] };
  }
  const details = [
    plain(promise.says),
    figures,
    cell.formula === null ? '' : plain(cell.formula),
    remarksLine(cell, actionOf(promise.id, cell.channel, report), plainVoice),
    changeLine(cell, plainVoice),
    promise.owner === null ? '' : `owner: ${plain(promise.owner)}`,
    placeOf({ file: plain(promiseFile), line }),
  ].filter((text) => text !== '');
  const why = judgement === 'worse' ? changeLine(cell, plainVoice) : cell.value === null ? '' : plain(reason);
  return {
    ...{ kind: judgement === 'unjudged' ? 'error' : 'failure', type: judgement === 'worse' ? judgement : verdict },
    ...{ message: why === '' ? figures : `${figures} (${why})`, details },
  };
}

function suiteOf(
  promise: PromiseReport,
  report: GapReport,
  judgementOf: ReturnType<typeof judgementsOf>,
  promiseFile: string,
): Suite {
  const { id, says, owner, channels } = promise;
  return {
    name: id,
    properties: [
      ['brand', plain(report.brand)],
      ['says', plain(says)],
      ...(owner === null ? [] : [['owner', plain(owner)] as const]),
      ['window', windowText(report.window)],
      ['as_of', plain(report.as_of ?? 'unknown')],
      ['confidence', String(report.confidence)],
    ],
    cases: channels.map((cell) => ({
      name: cell.channel,
      ending: endingOf(promise, cell, judgementOf(id, cell), report, promiseFile),
    })),
  };
}

/** Where nothing at all was checked there is no channel to say so. */
function nothingChecked({ exit, unjudged, why }: FormatOptions['gate']): Suite[] {
  if (exit !== 4 || unjudged.length > 0) return [];
  const message = why ?? 'nothing was checked';
  const ending: Ending = { kind: 'error', type: 'nothing-checked', message, details: [message] };
  return [{ name: WHOLE, properties: [], cases: [{ name: 'check', ending }] }];
}

/** What CI servers show of tests: a suite a promise, a case a channel, valid against both schemas in use. */
export const junit = {
  id: 'junit',
  endings: ['.xml'],
  render: (report: GapReport, { gate, promiseFile }: FormatOptions): string => {
    const judgementOf = judgementsOf(gate);
    const suites = report.promises.map((promise) => suiteOf(promise, report, judgementOf, promiseFile));
    return documentOf([...suites, ...nothingChecked(gate)], report.as_of);
  },
  refusal: (errors: readonly Diagnostic[], { promiseFile }: Pick<FormatOptions, 'promiseFile'>): string => {
    const cases = errors.map(({ id, code, message, help, at }) => {
      const place = plain(placeOf(at ?? { file: null, line: null }));
      const lines = [place, message, help ?? ''].flatMap((text) => text.split('\n')).map(plain);
      const details = lines.filter((line) => line !== '');
      const first = plain(message);
      return {
        name: place === '' ? id : `${id} ${place}`,
        ending: { kind: 'error' as const, type: code, message: place === '' ? first : `${place}: ${first}`, details },
      };
    });
    return documentOf([{ name: WHOLE, properties: [['promise_file', plain(promiseFile)]], cases }], null);
  },
} as const satisfies Format;
