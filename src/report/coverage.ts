import { diagnose } from '../diagnostics/catalog.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { TallyResult } from '../model/engine.ts';
import type { ChannelPlan, Plan } from '../model/plan.ts';
import type { DayNumber, DayRange, Instant } from '../model/time.ts';
import { isoDate } from '../vocabulary/time/civil.ts';
import { zoneOf } from '../vocabulary/time/zone.ts';
import { day, span } from './dates.ts';

export interface CoverageInput {
  readonly declaration: Declaration;
  readonly plan: Plan;
  readonly result: TallyResult;
  /** as_of of each source. */
  readonly asOf: readonly (Instant | null)[];
  /** Newest event of each source: how far its data reaches, whatever the as_of. */
  readonly reached: readonly (Instant | null)[];
  readonly window: DayRange | null;
}

/** The days that the rows of a channel cover, and how far apart they lie at most by their number. */
interface Covered {
  readonly channel: ChannelPlan;
  readonly from: DayNumber;
  /** As far as its source reaches, rows or not. */
  readonly to: DayNumber;
  readonly usual: number;
}

function coveredBy({ plan, result, asOf, reached: newest }: CoverageInput): readonly Covered[] {
  return plan.sources.flatMap((source, index) =>
    source.channels.flatMap((channel, place): Covered[] => {
      const tally = result.sources[index]?.channels[place];
      if (tally?.days == null) return [];
      const { from, to } = tally.days;
      const entered = tally.files.reduce((rows, file) => rows + file.entered, 0);
      const usual = Math.max(1, (3 * (to - from + 1)) / entered);
      const known = [asOf[index], newest[index]].filter((moment) => moment != null);
      const reached = known.length === 0 ? null : Math.min(...known);
      return [{ channel, from, to: reached === null ? to : Math.max(to, zoneOf(channel.zone).dayOf(reached)), usual }];
    }),
  );
}

/** Does the export reach over the whole window? A gap counts where it is longer than the rows lie apart. */
export function coverage(input: CoverageInput): readonly Diagnostic[] {
  const { window, declaration } = input;
  if (window === null) return [];
  return coveredBy(input).flatMap(({ channel, from, to, usual }) => {
    const file = declaration.channels.find(({ name }) => name === channel.name)?.source ?? [];
    const shared = {
      export: file.map(({ written }) => written).join(', '),
      channel: channel.name,
      covered: span(isoDate(from), isoDate(Math.min(to, window.to))),
    };
    return [
      ...(from - window.from > usual
        ? [diagnose('partial-coverage', { ...shared, end: 'begins', window: day(isoDate(window.from)) }, null)]
        : []),
      ...(window.to - to > usual
        ? [diagnose('partial-coverage', { ...shared, end: 'ends', window: day(isoDate(window.to)) }, null)]
        : []),
    ];
  });
}

/** Days of the window that only one side of a ratio covers: what is counted there is held against nothing. */
export function ratioCoverage(input: CoverageInput): readonly Diagnostic[] {
  const { declaration, window } = input;
  const covered = new Map(coveredBy(input).map((one) => [one.channel.name, one]));
  return declaration.promises.flatMap(({ id: promise, channels }) =>
    channels.flatMap(({ channel, measure, measurePosition }) => {
      if (measure?.kind !== 'ratio') return [];
      const of = covered.get(measure.of.channel);
      const to = covered.get(measure.to.channel);
      if (of === undefined || to === undefined) return [];
      const lacks = (side: 'numerator' | 'denominator', one: Covered, other: Covered): readonly Diagnostic[] =>
        lackingDays(one, other, window).map((days) =>
          diagnose('ratio-coverage', { promise, channel, side, lacking: one.channel.name, days }, measurePosition),
        );
      return [...lacks('denominator', to, of), ...lacks('numerator', of, to)];
    }),
  );
}

/** Days within the window, before and after those of a side, that the other side covers. */
function lackingDays(side: Covered, other: Covered, window: DayRange | null): readonly string[] {
  const first = Math.max(other.from, window?.from ?? other.from);
  const last = Math.min(other.to, window?.to ?? other.to);
  return [
    ...(side.from - first > side.usual ? [span(isoDate(first), isoDate(Math.min(side.from - 1, last)))] : []),
    ...(last - side.to > side.usual ? [span(isoDate(Math.max(side.to + 1, first)), isoDate(last))] : []),
  ];
}
