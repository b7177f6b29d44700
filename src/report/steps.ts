import type { CellReport, SourceReport } from '../model/report.ts';

/** What a step from rows to cases counts. */
export type StepName =
  | 'rows'
  | 'outside-window'
  | 'excepted'
  | 'channel-where'
  | 'repeated'
  | 'undated'
  | 'unreadable-row'
  | 'entered'
  | 'events-occasions'
  | 'events-where'
  | 'events-excluded'
  | 'events-unreadable'
  | 'events'
  | 'held-against'
  | 'tallied'
  | 'joined'
  | 'occasions'
  | 'own-where'
  | 'blank'
  | 'not-applied'
  | 'unreadable'
  | 'pending'
  | 'waiting'
  | 'cases'
  | 'kept'
  | 'missed';

/** A line of the sum: what there is, what is taken off, what remains of it. */
export interface Step {
  readonly kind: 'is' | 'less' | 'of';
  readonly name: StepName;
  readonly count: number;
}

const step = (kind: Step['kind'], name: StepName, count: number): Step => ({ kind, name, count });

const total = (sources: readonly SourceReport[], of: (source: SourceReport) => number): number =>
  sources.reduce((sum, source) => sum + of(source), 0);

/** From the rows of a file to those that a channel took. */
const READING: readonly (readonly [Step['kind'], StepName, (source: SourceReport) => number])[] = [
  ['is', 'rows', ({ rows }) => rows],
  ['less', 'outside-window', (source) => source.outside_window],
  ['less', 'excepted', ({ excepted }) => excepted],
  ['less', 'channel-where', ({ filtered }) => filtered],
  ['less', 'repeated', ({ repeated }) => repeated],
  ['less', 'undated', ({ undated }) => undated],
  ['less', 'unreadable-row', ({ unreadable }) => unreadable],
  ['is', 'entered', ({ entered }) => entered],
];

const reading = (sources: readonly SourceReport[]): readonly Step[] =>
  sources.length === 0 ? [] : READING.map(([kind, name, of]) => step(kind, name, total(sources, of)));

/** What the occasions are, where they are no rows of the channel. */
function occasionsName({ measure, against }: CellReport): StepName {
  if (against !== null) return 'held-against';
  return measure === 'tally' ? 'tallied' : 'occasions';
}

/** Of a ratio: what is counted, and what was set aside of it. */
function numerator({ events, events_aside: aside }: CellReport): Step[] {
  if (events === null) return [];
  if (aside === null) return [step('of', 'events', events)];
  const { excluded, unreadable, filtered } = aside;
  return [
    step('is', 'events-occasions', events + excluded + unreadable + filtered),
    step('less', 'events-where', filtered),
    step('less', 'events-excluded', excluded),
    step('less', 'events-unreadable', unreadable),
    step('is', 'events', events),
  ];
}

/** From there to the cases of this promise. A tally counts what its columns count, and rows of one case may be joined. */
function counting(cell: CellReport, sources: readonly SourceReport[]): Step[] {
  const entered = total(sources, (source) => source.entered);
  const joined = entered - cell.occasions;
  const isRatio = cell.against !== null;
  const own = cell.measure === 'tally' || isRatio || joined < 0 || sources.length === 0;
  const isLevel = cell.kept === null && cell.events === null;
  const start: Step[] =
    joined === 0 && sources.length > 0 && !isRatio
      ? []
      : own
        ? [...(isRatio ? numerator(cell) : []), step('is', occasionsName(cell), cell.occasions)]
        : [step('less', 'joined', joined), step('is', 'occasions', cell.occasions)];
  const outcome: Step[] =
    cell.kept === null || cell.missed === null
      ? cell.events === null || isRatio
        ? []
        : [step('of', 'events', cell.events)]
      : [step('of', 'kept', cell.kept), step('of', 'missed', cell.missed)];
  return [
    ...start,
    step('less', 'own-where', cell.filtered),
    step('less', isLevel ? 'blank' : 'not-applied', cell.excluded),
    step('less', 'unreadable', cell.unreadable),
    step('less', cell.value_answered_only === null ? 'pending' : 'waiting', cell.pending),
    step('is', 'cases', cell.cases),
    ...outcome,
  ];
}

/** The counts that lead from rows in the files to the cases of a cell, as a sum that a reader can check. */
export const stepsOf = (cell: CellReport, sources: readonly SourceReport[]): readonly Step[] =>
  cell.occasions === 0 && sources.length === 0 ? [] : [...reading(sources), ...counting(cell, sources)];
