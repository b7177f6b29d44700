import { diagnose } from '../../diagnostics/catalog.ts';
import type { RatioPart } from '../../model/measure.ts';
import type { Path, Raw } from '../../model/raw.ts';
import { garwood } from '../../statistics/garwood.ts';
import { conditionInWords, conditionSchema, readCondition } from '../conditions/index.ts';
import { plainText } from '../conditions/literal.ts';
import { type Draft, isMap, type Reading } from '../reading.ts';
import type { MakeSchema } from '../zod.ts';
import { interval, NO_FIGURE, wrongSample } from './figure.ts';
import { readMap } from './map-value.ts';
import type { MeasureDefinition } from './measure.ts';
import { perSchema, readPer } from './per.ts';

const EXAMPLE = 'ratio: { of: { where: { kind: complaint } }, to: { channel: orders }, per: 1000 }';
const FORM = { key: 'ratio', known: ['of', 'to', 'per'], required: ['to', 'per'], example: EXAMPLE };
const channel: MakeSchema = (z) => z.union([z.string(), z.number()]).describe('a channel of this file');

/** Occasions of one channel for every `per` occasions of another. */
export const ratio: MeasureDefinition<'ratio'> = {
  kind: 'ratio',
  teaches: {
    what: 'How many occasions of one channel there are for every so many of another.',
    why: 'Complaints mean little without the orders behind them, and the two lie in different exports: 50 complaints are a crisis for 500 orders and a good month for 50 000. No complaint is 0; no order leaves it unmeasured. Both are counted in the same window, each by its own at, so a complaint about last month’s order counts this month.',
    formula: 'per x occasions of one channel / occasions of the other',
    source:
      'Interval: F. Garwood, Biometrika 28 (1936), for a Poisson count; the other channel’s number is taken as fixed.',
  },
  example: {
    promise: ['ratio: { of: { where: { Kind: complaint } }, to: { channel: orders }, per: 100 }', 'target: at most 10'],
    channel: ['at: Opened'],
    rows: ['Opened,Kind', '2026-03-02,complaint', '2026-03-03,question', '2026-03-05,complaint'],
    other: {
      name: 'orders',
      rows: ['Ordered', ...['02', '02', '03', '03', '04', '04', '05', '05'].map((day) => `2026-03-${day}`)],
    },
    value: 25,
    interval: { low: 3.0276, high: 90.3086 },
    because: 'Two complaints and eight orders: 100 x 2 / 8 = 25. The question is no complaint.',
  },
  schema: (z) => {
    const where = conditionSchema(z).exactOptional();
    return z.strictObject({
      of: z
        .strictObject({
          channel: channel(z).exactOptional().describe('default: the channel that the promise is measured on'),
          where,
        })
        .exactOptional()
        .describe('what is counted'),
      to: z.strictObject({ channel: channel(z), where }).describe('what it is held against'),
      per: perSchema(z),
    });
  },
  target: { ops: ['>=', '<='], unit: 'number' },
  hasInterval: true,
  additive: false,
  bottom: 0,
  read: (raw, path, reading) => {
    const map = readMap(raw, path, reading, FORM);
    if (map === null) return () => null;
    const of = readPart(map['of'] ?? {}, 'of', path, reading);
    const to = map['to'] === undefined ? null : readPart(map['to'], 'to', path, reading);
    const per = readPer(map, path, reading);
    if (of === null || to === null || per === null) return () => null;
    if (of.asWritten === to.asWritten) {
      const at = reading.position([...path, 'to']);
      reading.report(diagnose('ratio-of-itself', { channel: of.channel, per }, at));
      return () => null;
    }
    return (settled) => {
      const parts = { of: of.draft(settled), to: to.draft(settled) };
      return parts.of === null || parts.to === null ? null : { kind: 'ratio', of: parts.of, to: parts.to, per };
    };
  },
  unit: () => 'number',
  words: ({ of, to, per }) => `occasions of ${partInWords(of)} for every ${per} of ${partInWords(to)}`,
  compile: null,
  sample: 'ratio',
  figure: (sample, { per }, { confidence }) => {
    if (sample.kind !== 'ratio') throw wrongSample(sample, 'ratio');
    const { events, exposure } = sample;
    return {
      ...NO_FIGURE,
      value: exposure === 0 ? null : (per * events) / exposure,
      cases: exposure,
      events,
      interval: interval(exposure, garwood(events, exposure, confidence), 'garwood', per),
    };
  },
};

/** Channels whose rows a ratio takes, as it is written on a channel of its own. */
export function ratioChannels(raw: Raw, own: string): readonly string[] {
  const named = (key: 'of' | 'to', otherwise: string | null): string | null => {
    const part = isMap(raw) ? raw[key] : undefined;
    const name = isMap(part) ? part['channel'] : undefined;
    return typeof name === 'string' ? name.trim() : otherwise;
  };
  return [...new Set([named('of', own), named('to', null)].filter((name) => name !== null))];
}

interface PartDraft {
  readonly channel: string;
  /** The part as the file has it, its channel filled in: two parts are told apart by it. */
  readonly asWritten: string;
  readonly draft: Draft<RatioPart<string>>;
}

/** One part: its columns are those of the channel that it names. */
function readPart(raw: Raw, key: 'of' | 'to', path: Path, reading: Reading): PartDraft | null {
  const at = [...path, key];
  const form = { key, known: ['channel', 'where'], required: key === 'to' ? ['channel'] : [], example: EXAMPLE };
  const map = readMap(raw, at, reading, form);
  if (map === null || (key === 'to' && map['channel'] === undefined)) return null;
  const named = map['channel'];
  const place = [...at, 'channel'];
  const name =
    named === undefined ? reading.channel : plainText(named, 'channel', 'the name of a channel', place, reading);
  const there = name === null ? null : name === reading.channel ? reading : reading.elsewhere(name, place);
  if (name === null || there === null) return null;
  const where = map['where'] ?? null;
  const condition = where === null ? null : readCondition(where, [...at, 'where'], there, 'where');
  return {
    channel: name,
    asWritten: JSON.stringify([name, where, Object.keys(map).filter((key) => !form.known.includes(key))]),
    draft: (settled) => {
      if (condition === null) return { channel: name, where: null };
      const read = condition(name === reading.channel ? settled : settled.elsewhere(name));
      return read === null ? null : { channel: name, where: read };
    },
  };
}

function partInWords({ channel: name, where }: RatioPart<string>): string {
  return where === null ? name : `${name} on which ${conditionInWords(where)}`;
}
