import type { CellReport, FindingReport, GapReport, PromiseReport } from '../../../model/report.ts';
import { changeLine, figuresLine, remarksLine } from '../../in-a-line.ts';
import { plain } from '../../plain.ts';
import { actionOf } from '../../sets-right.ts';
import { verdictWord } from '../../verdict-word.ts';
import { plainVoice } from '../../voice.ts';
import type { FormatOptions } from '../format.ts';
import { type Judgement, judgementsOf } from '../judgement.ts';
import type { Annotation, Level } from './annotations.ts';
import { placeIn } from './place.ts';

interface Judged {
  readonly promise: PromiseReport;
  readonly cell: CellReport;
  readonly judgement: Judgement;
}

/** A miss that is waived is known; a promise only just kept is not yet broken. */
function levelOf({ judgement, cell: { verdict } }: Judged): Level | null {
  if (judgement === 'fails' || judgement === 'worse') return 'error';
  if (judgement === 'unjudged' || verdict === 'close') return 'warning';
  return verdict === 'waived' ? 'notice' : null;
}

/** As the report says what to act on first; of what needs no action, the lowest score first. */
function worstFirst(judged: readonly Judged[], { actions }: GapReport): readonly Judged[] {
  const places = new Map(actions.map(({ promise, channel }, place) => [JSON.stringify([promise, channel]), place]));
  const rank = ({ promise, cell }: Judged): number =>
    places.get(JSON.stringify([promise.id, cell.channel])) ?? actions.length;
  const ranked = judged.map((one) => ({ one, rank: rank(one), score: one.cell.score ?? 101 }));
  return ranked.toSorted((a, b) => a.rank - b.rank || a.score - b.score).map(({ one }) => one);
}

function ofCell(judged: Judged, report: GapReport, promiseFile: string): readonly Annotation[] {
  const level = levelOf(judged);
  if (level === null) return [];
  const { promise, cell, judgement } = judged;
  const word = judgement === 'worse' ? judgement : verdictWord[cell.verdict];
  const title = `${plain(promise.id)}, ${plain(cell.channel)}: ${word}`;
  const lines = [
    figuresLine(cell, plainVoice),
    changeLine(cell, plainVoice),
    remarksLine(cell, actionOf(promise.id, cell.channel, report), plainVoice),
    plain(promise.says),
  ];
  return [
    {
      level,
      properties: { ...placeIn(promiseFile, cell.line, promiseFile), title },
      message: lines.filter((line) => line !== '').join('\n'),
    },
  ];
}

function ofFinding({ severity, message, file, line }: FindingReport, promiseFile: string): Annotation {
  const level = severity === 'note' ? 'notice' : 'warning';
  return { level, properties: placeIn(file, line, promiseFile), message: plain(message) };
}

/** What the check fails for, then what it warns of, then what the data showed. */
export function annotationsOf(report: GapReport, { gate, promiseFile }: FormatOptions): readonly Annotation[] {
  const judgementOf = judgementsOf(gate);
  const judged = report.promises.flatMap((promise) =>
    promise.channels.map((cell): Judged => ({ promise, cell, judgement: judgementOf(promise.id, cell) })),
  );
  const unchecked: readonly Annotation[] =
    gate.exit === 4 && gate.unjudged.length === 0
      ? [{ level: 'error', properties: { file: plain(promiseFile) }, message: gate.why ?? 'nothing was checked' }]
      : [];
  return [
    ...unchecked,
    ...worstFirst(judged, report).flatMap((one) => ofCell(one, report, promiseFile)),
    ...report.findings.map((finding) => ofFinding(finding, promiseFile)),
  ];
}
