import { day, instant, windowText } from '../../report/dates.ts';
import { count, duration, fixed, type NumberStyle } from '../../report/numbers.ts';
import type { Voice } from '../../report/voice.ts';
import type { Case, CaseOutcome, CasePromise, CasesHead, NamedCell } from './case.ts';

/** What each outcome is called in a sentence. */
export const outcomeWords: Readonly<Record<CaseOutcome, string>> = {
  missed: 'missed',
  pending: 'pending',
  excluded: 'excluded',
  unreadable: 'unreadable',
};

/** The head of the column that says how far beyond, or what is left; empty where there is no such thing. */
export const lengthHead: Readonly<Record<CaseOutcome, string>> = {
  missed: 'over',
  pending: 'left',
  excluded: '',
  unreadable: '',
};

/** `2 h 14 min`, `4.5 pts`, `1.3`, `12 misses`; empty where there is no length. */
export function lengthText({ of, over, left }: Pick<Case, 'of' | 'over' | 'left'>, style: NumberStyle): string {
  const length = over ?? left;
  if (length === null) return '';
  switch (of.unit) {
    case 'seconds':
      return duration(length, style, of.inDays);
    case 'share':
      return `${number(length * 100, style)} pts`;
    case 'misses':
      return `${count(length, style)} ${length === 1 ? 'miss' : 'misses'}`;
    default:
      return number(length, style);
  }
}

const MOST_DECIMALS = 3;

/** With as many decimals as it takes, up to three, and never nothing where there is something. */
function number(value: number, style: NumberStyle): string {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
    if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) return fixed(value, decimals, style);
  }
  const step = 10 ** -MOST_DECIMALS;
  return value < step ? `<${fixed(step, MOST_DECIMALS, style)}` : fixed(value, MOST_DECIMALS, style);
}

/** `1 Jan to 31 Mar 2026`, and which part of the occasions: `, region North`. */
export function scope({ window, segments }: CasesHead, { say }: Pick<Voice, 'say'>): string {
  return [windowText(window), ...segments.map(({ name, value }) => `${say(name)} ${say(value)}`)].join(', ');
}

/** In what order they stand. */
export function orderText({ outcome, isWorstFirst }: Pick<CasesHead, 'outcome' | 'isWorstFirst'>): string {
  if (isWorstFirst && outcome === 'missed') {
    return 'worst first: customers let down more than once, then the longest beyond';
  }
  return isWorstFirst && outcome === 'pending' ? 'the least time left first' : 'in the order of the exports';
}

/** Beyond so many nobody reads their names. */
const MOST_NAMED = 4;

/** `quick-reply on email, chat; told-first on orders`; of many how many they are. */
export function followedText(followed: CasesHead['followed'], { say }: Pick<Voice, 'say'>): string {
  const channels = new Map<string, string[]>();
  for (const { promise, channel } of followed) channels.set(promise, [...(channels.get(promise) ?? []), say(channel)]);
  if (followed.length > MOST_NAMED && channels.size > 1) {
    return `${channels.size} promises on ${counted(new Set(followed.map(({ channel }) => channel)).size)}`;
  }
  return [...channels].map(([promise, names]) => `${say(promise)} on ${names.join(', ')}`).join('; ');
}

const counted = (channels: number): string => `${channels} ${channels === 1 ? 'channel' : 'channels'}`;

/** Why there is nothing in the list; a sentence a line. */
export function whyEmpty(head: CasesHead, voice: Pick<Voice, 'say'>): readonly string[] {
  const { followed, unfollowed, outcome } = head;
  const none =
    followed.length === 0
      ? 'nothing to list: no promise that was asked for is measured where it was asked for'
      : `nothing ${outcomeWords[outcome]} of ${followedText(followed, voice)}: ${scope(head, voice)}`;
  return [none, ...unfollowed.map((one) => unfollowedText(one, voice))];
}

function unfollowedText(one: CasesHead['unfollowed'][number], { say }: Pick<Voice, 'say'>): string {
  return `${say(one.promise)} on ${say(one.channel)} is not measured: ${say(one.reason)}`;
}

/** Those with a case in the list, in the order of the report. */
export function promisesOf({ followed }: CasesHead, cases: readonly Case[]): readonly CasePromise[] {
  const told = new Set(cases.map(({ of }) => JSON.stringify([of.promise, of.channel])));
  return followed.filter(({ promise, channel }) => told.has(JSON.stringify([promise, channel])));
}

/** `data as of 1 Apr 2026, 07:49`; where channels speak for different moments, each for itself, or the first and last. */
export function asOfText(followed: readonly CasePromise[], { say }: Pick<Voice, 'say'>): string {
  const known = [...new Map(followed.map(({ channel, asOf }) => [channel, asOf]))].flatMap(([channel, asOf]) =>
    asOf === null ? [] : [{ channel, asOf }],
  );
  const [first, ...rest] = known.toSorted((a, b) => Date.parse(a.asOf) - Date.parse(b.asOf));
  if (first === undefined) return '';
  if (rest.every(({ asOf }) => asOf === first.asOf)) return `data as of ${instant(first.asOf)}`;
  const told = ({ channel, asOf }: (typeof known)[number]): string => `${instant(asOf)} (${say(channel)})`;
  const last = rest.at(-1) ?? first;
  return `data as of ${known.length > MOST_NAMED ? `${told(first)} to ${told(last)}` : known.map(told).join(', ')}`;
}

/** What a measure read, but for when the occasion began, which stands there anyway. */
export const cellsBeside = ({ of, cells }: Case): readonly NamedCell[] => cells.filter(({ name }) => name !== of.at);

export interface Undertaking {
  readonly promise: string;
  /** Those that share it. */
  readonly channels: readonly string[];
  readonly text: string;
}

/** What each promise does about it, and who; where nothing is declared there is none. */
export function undertakings(promises: readonly CasePromise[], voice: Pick<Voice, 'say'>): readonly Undertaking[] {
  const shared = new Map<string, Undertaking>();
  for (const of of promises) {
    const text = actText(of, voice);
    if (text === '') continue;
    const key = JSON.stringify([of.promise, text]);
    const channels = [...(shared.get(key)?.channels ?? []), of.channel];
    shared.set(key, { promise: of.promise, channels, text });
  }
  return [...shared.values()];
}

/** `Two more people for riders in the North (Customer Care, by 15 May 2026)`; empty where nothing is declared. */
function actText({ act, owner }: CasePromise, { say }: Pick<Voice, 'say'>): string {
  const who = [owner === null ? '' : say(owner), act?.by == null ? '' : `by ${day(act.by)}`].filter(
    (text) => text !== '',
  );
  if (act === null) return who.join(', ');
  return `${say(act.text)}${who.length === 0 ? '' : ` (${who.join(', ')})`}`;
}
