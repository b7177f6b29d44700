import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { TallyResult } from '../../model/engine.ts';
import type { ChannelPlan, SegmentPlan } from '../../model/plan.ts';
import { BLOCKS } from '../../score/blocks.ts';
import { folded } from '../../vocabulary/conditions/index.ts';
import type { FollowedChannel } from '../followed.ts';
import type { CasesAsked } from './asked.ts';

/** Segments that follow from when an occasion began, whether or not the channel breaks its misses down by them. */
const derived = ['hour', 'weekday', 'hour_of_week'] as const;

/** A segment of a channel by its name, in any letter case; null: it has none. */
export function segmentOf({ segments, at }: ChannelPlan, name: string): SegmentPlan | null {
  const wanted = folded(name.trim());
  const declared = segments.find((segment) => folded(segment.name.trim()) === wanted);
  if (declared !== undefined) return declared;
  const own = derived.find((known) => known === wanted);
  return own === undefined || at === null ? null : { name: own, from: own };
}

/** Names that `segmentOf` knows. */
function segmentNames({ segments, at }: ChannelPlan): readonly string[] {
  const declared = segments.map(({ name }) => name);
  return [...declared, ...(at === null ? [] : derived.filter((name) => !declared.includes(name)))];
}

export interface InSegments {
  readonly channels: readonly FollowedChannel[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * The channels that have all segments asked for; none of the others' occasions lies in them.
 *
 * @throws Failure of kind `declaration` where no channel has one of them.
 */
export function inSegments(
  channels: readonly FollowedChannel[],
  { segments, redact }: Pick<CasesAsked, 'segments' | 'redact'>,
  result: TallyResult,
): InSegments {
  const known = [...new Set(channels.flatMap(({ plan }) => segmentNames(plan)))];
  const lacking = (name: string): readonly FollowedChannel[] =>
    channels.filter(({ plan }) => segmentOf(plan, name) === null);
  const unknown = segments.filter(({ name }) => lacking(name).length === channels.length);
  if (channels.length > 0 && unknown.length > 0) {
    throw new Failure(
      'declaration',
      unknown.map(({ name }) =>
        diagnose('no-such-segment', { segment: name, known, nearest: nearest(name, known) }, null),
      ),
    );
  }
  const kept = channels.filter(({ plan }) => segments.every(({ name }) => segmentOf(plan, name) !== null));
  const elsewhere = segments.flatMap(({ name }) => {
    const without = lacking(name).map(({ plan }) => plan.name);
    return without.length === 0 ? [] : [diagnose('segment-elsewhere', { segment: name, channels: without }, null)];
  });
  const unmet = segments.flatMap(({ name, value }) => unmetValue(name, value, { channels: kept, result, redact }));
  return { channels: kept, warnings: [...elsewhere, ...unmet] };
}

const LISTED = 8;

interface Values {
  readonly channels: readonly FollowedChannel[];
  readonly result: TallyResult;
  readonly redact: boolean;
}

/** A value that no occasion of any channel holds is likely a slip; of a derived segment one that it does not have. */
function unmetValue(name: string, value: string, { channels, result, redact }: Values): readonly Diagnostic[] {
  const labels = channels.map(({ plan }) => labelsOf(plan, name, result));
  if (labels.length === 0 || labels.includes(null)) return [];
  const all = [...new Set(labels.flatMap((own) => own ?? []))];
  // Those of a week have their own order.
  const isDerived = channels.every(({ plan }) => typeof segmentOf(plan, name)?.from === 'string');
  const met = isDerived ? all : all.toSorted();
  const wanted = new Set(channels.flatMap(({ plan }) => [...wantedOf(segmentOf(plan, name), value)]));
  if (met.some((label) => wanted.has(folded(label)))) return [];
  const values = redact ? [] : met.slice(0, LISTED);
  const more = redact ? 0 : met.length - values.length;
  const near = redact ? null : nearest(value, met);
  return [diagnose('no-such-segment-value', { segment: name, value, values, more, nearest: near }, null)];
}

/** The labels that the audit met; null: it did not count them. */
function labelsOf(plan: ChannelPlan, name: string, { sources }: TallyResult): readonly string[] | null {
  const segment = segmentOf(plan, name);
  if (segment === null) return null;
  if (typeof segment.from !== 'number') return [...(BLOCKS.get(segment.from) ?? []), BLANK];
  const groups = sources.flatMap(({ channels }) => channels).find(({ channel }) => channel === plan.name)?.groups;
  const index = groups?.segments.indexOf(segment.name) ?? -1;
  const labels = groups?.labels[index] ?? [];
  const isMet = new Set(groups?.codes[index] ?? []);
  return labels.filter((_, code) => isMet.has(code));
}

/** The label of what has none, as the report shows it. */
export const BLANK = '(blank)';
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*day$/;

const HOURS = /^(?:([a-z]{3})[a-z]* )?(\d{1,2})(?:-(\d{1,2}))?$/;

/**
 * The labels that are meant, in small letters; of a derived segment also as `why` prints them: `Mon 08-10` are the blocks
 * that begin at 8 and at 9. Hours have two digits, weekdays three letters.
 */
export function wantedOf(segment: SegmentPlan | null, value: string): ReadonlySet<string> {
  const wanted = folded(value.trim());
  if (segment === null || typeof segment.from === 'number') return new Set([wanted]);
  if (segment.from === 'weekday') return new Set([WEEKDAY.exec(wanted)?.[1] ?? wanted]);
  const [, day, first, end] = HOURS.exec(wanted) ?? [];
  if (first === undefined) return new Set([wanted]);
  const from = Number(first);
  const hours = Array.from({ length: Math.max(1, Math.min(24, Number(end ?? from + 1)) - from) }, (_, hour) =>
    String(from + hour).padStart(2, '0'),
  );
  return new Set(hours.map((hour) => (day === undefined ? hour : `${day} ${hour}`)));
}
