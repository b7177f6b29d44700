import type { FoundCause } from './causes/causes.ts';
import type { Divided } from './divide.ts';
import type { Look, Looked } from './look.ts';
import { chanceText, nameOf, type Phrases, partText, plainNumber } from './phrases.ts';
import { countsOf } from './rows.ts';
import type { WhyCause, WhyChange, WhyReversal, WhyWords } from './types.ts';
import { allowedOf, excessOf, without } from './weights.ts';
import type { Weight, Yardstick } from './yardstick.ts';

/** @param whole - of which the others are what is left */
export function causeReport(
  cause: FoundCause,
  { yardstick, whole, gap }: { readonly yardstick: Yardstick; readonly whole: Weight; readonly gap: number },
  phrases: Phrases,
): WhyCause {
  const { kind, by, is, names, values, weight, value, excess, pAdjusted } = cause;
  const counts = countsOf(weight, yardstick, gap);
  const found = foundText(value, weight, phrases, without(whole, weight));
  const shared = cause.shared === 0 ? '' : `; ${cause.shared} of these cases are counted above`;
  const sentence = `${nameOf(names, values)}: ${found}, ${phrases.excess(excess)}${partText(counts)}; ${chanceText(true, true)}${shared}`;
  return { kind, by, is, ...counts, value, p_adjusted: pAdjusted, sentence };
}

/** `69 of 173 missed (39.9%; the others 10.5%)`, `5.12 in 120 cases` */
function foundText(value: number | null, weight: Weight, phrases: Phrases, others?: Weight): string {
  return `${weight.moments === null || value === null ? '' : `${phrases.value(value)} in `}${phrases.found(weight, others)}`;
}

interface Told {
  readonly value: number | null;
  readonly cases: number;
  readonly look: Look;
  /** Those of segments and times, and of words. */
  readonly causes: readonly WhyCause[];
  readonly reversals: readonly WhyReversal[];
  readonly change: WhyChange | null;
  readonly words: WhyWords | null;
}

/** What stands out, in sentences that need no table. */
export function summaryOf(divided: Divided, told: Told, phrases: Phrases): readonly string[] {
  const { causes, reversals, change } = told;
  return [
    wholeSentence(divided, told, phrases),
    ...causes.map(({ sentence }) => sentence),
    ...(causes.length > 0 ? [] : [nothingSentence(divided, told, phrases)]),
    ...reversals.map(({ sentence }) => sentence),
    ...(change === null ? [] : [`${sinceText(change, divided.open.context.pledge.period)}: ${change.sentence}`]),
  ].filter((sentence) => sentence !== '');
}

function sinceText({ adjacent }: WhyChange, period: string): string {
  return adjacent ? `since the previous ${period}` : `since the last ${period} before it that can be compared`;
}

function wholeSentence({ yardstick, whole, open }: Divided, { value, cases }: Told, phrases: Phrases): string {
  const { measure } = open.context;
  if ((whole?.cases ?? cases) === 0) return 'nothing is decided yet';
  if (yardstick === null || whole === null) {
    const figure = value === null ? '' : `${phrases.value(value)}: `;
    return `${figure}a ${measure.kind} cannot be shared out among segments, so their values are shown side by side`;
  }
  const gap = excessOf(whole, yardstick);
  if (yardstick.kind === 'level') return `${foundText(value, whole, phrases)}, ${phrases.excess(gap)}`;
  const allowed = plainNumber(Math.max(0, allowedOf(whole, yardstick) ?? 0));
  const size = plainNumber(Math.abs(gap));
  const side = size === '0' ? 'just as many' : gap > 0 ? `${size} too many` : `room for ${size} more`;
  return `${phrases.found(whole)}, where the target allows ${allowed}: ${side}`;
}

/** That chance alone may do it, and still who is worst. */
function nothingSentence({ whole }: Divided, told: Told, phrases: Phrases): string {
  if (whole === null || whole.cases === 0) return '';
  const { look, words } = told;
  const { rows, tested } = look;
  const bad = rows.filter(({ stands, isWorse }) => stands === true && isWorse === true);
  const some = words === null || words.tested === 0 ? '' : ` and ${words.tested} words`;
  const looked = `${tested} rows${some} that could be tested`;
  const sentence =
    tested === 0 && some === ''
      ? 'nothing could be tested'
      : bad.length === 0
        ? `of ${looked}, none is worse than the others by more than chance may do`
        : `of ${looked}, ${bad.length} ${bad.length === 1 ? 'is' : 'are'} worse than the others beyond chance, ${whyNone(bad, told)}`;
  const worst = worstOf(rows);
  if (worst === null) return sentence;
  const { names, values, weight } = worst.part;
  const name = nameOf(names, values);
  const figures = weight === null ? '' : `, ${foundText(worst.part.judged.figure.value, weight, phrases)}`;
  return `${sentence}; worst is ${name}${figures}, ${chanceText(worst.stands, worst.isWorse)}`;
}

/** Why none of the rows that are worse is told as a cause. */
function whyNone(bad: readonly Looked[], { reversals }: Told): string {
  if (bad.every(({ excess }) => (excess ?? 0) <= 0)) return 'and within what the target allows';
  return reversals.some(({ kind }) => kind === 'across')
    ? 'as another segment explains'
    : 'but no more than their parts, or others, are';
}

/** Of those that stand the one with the greatest excess, else of all segments and times. */
function worstOf(rows: readonly Looked[]): Looked | null {
  const worse = rows.filter(
    ({ isWorse, excess, division }) => isWorse === true && excess !== null && division.kind !== 'pair',
  );
  const standing = worse.filter(({ stands }) => stands === true);
  const [first = null] = (standing.length > 0 ? standing : worse).toSorted(
    (a, b) => (b.excess ?? 0) - (a.excess ?? 0) || (a.p ?? 1) - (b.p ?? 1),
  );
  return first;
}
