import { diagnose } from '../../diagnostics/catalog.ts';
import type { ColumnType } from '../../model/column.ts';
import type { Operand } from '../../model/measure.ts';
import type { Path, Raw, RawMap } from '../../model/raw.ts';
import type { Unit } from '../../model/target.ts';
import { calendarValue, columnValue, plainText } from '../conditions/literal.ts';
import { isItself } from '../itself.ts';
import { type Draft, isMap, type Need, type Reading, type Settled } from '../reading.ts';
import { type MakeSchema, once } from '../zod.ts';
import { readMap } from './map-value.ts';

const MOMENT: Need = { is: 'moment', firm: true };
const DURATION: Need = { is: 'duration', firm: true };
const ELAPSED = { known: ['from', 'to', 'calendar', 'minus'], required: ['to'] };
const EXPECTED = 'a column, or { from: opened, to: replied }';

/** What the unit of the target says of a column whose type nothing else states. */
const HINTS: Readonly<Record<Unit, 'percent' | 'duration' | 'number'>> = {
  share: 'percent',
  seconds: 'duration',
  number: 'number',
};

const UNITS: Readonly<Partial<Record<ColumnType, Unit>>> = { number: 'number', percent: 'share', duration: 'seconds' };

const HOLDS: Readonly<Partial<Record<ColumnType, string>>> = {
  text: 'text',
  boolean: 'yes or no',
  timestamp: 'a time',
  date: 'a date',
};

const column: MakeSchema = (z) => z.union([z.string(), z.number(), z.boolean()]);

/** Shape of an operand, for the JSON Schema. */
export const operandSchema: MakeSchema = once((z) =>
  z
    .lazy(() =>
      z.union([
        column(z),
        z.strictObject({
          from: column(z).exactOptional().describe('the moment it begins; default: at of the channel'),
          to: column(z).describe('the moment it ends; blank: it has not ended'),
          calendar: column(z).exactOptional().describe('time counts while this calendar is open'),
          minus: column(z).exactOptional().describe('a duration column that does not count'),
        }),
      ]),
    )
    .meta({ id: 'operand' })
    .describe('a column, or the time between two moments of a row'),
);

/**
 * Reads what a level is taken of: a column, or `{ from: opened, to: replied, calendar: desk, minus: on_hold }`.
 *
 * @param key - the measure, for messages
 * @param unit - of the target, which hints at the type of a column; null where it is not known
 */
export function readOperand(
  raw: Raw,
  path: Path,
  reading: Reading,
  key: string,
  unit: Unit | null,
): Draft<Operand<string>> {
  if (isMap(raw)) return readElapsed(raw, path, reading, key);
  const name = plainText(raw, key, EXPECTED, path, reading);
  if (name === null) return () => null;
  reading.use(name, unit === null ? null : { is: HINTS[unit], firm: false }, path);
  return (settled) => {
    const type = settled.typeOf(name);
    if (UNITS[type] !== undefined) {
      return { kind: 'column', column: name, at: type === 'duration' ? reading.at : null };
    }
    const fault =
      unit === null && type === 'text'
        ? diagnose('operand-untyped', { column: name, measure: key }, reading.position(path))
        : diagnose('operand-type', operandType(name, type, key), reading.position(path));
    reading.report(fault);
    return null;
  };
}

function operandType(name: string, type: ColumnType, measure: string) {
  const isMoment = type === 'timestamp' || type === 'date';
  return { column: name, holds: HOLDS[type] ?? type, moment: isMoment, measure };
}

function readElapsed(found: RawMap, path: Path, reading: Reading, key: string): Draft<Operand<string>> {
  const raw =
    readMap(found, path, reading, { ...ELAPSED, key, example: `${key}: { from: opened, to: replied }` }) ?? {};
  const named = (name: string, need: Need): string | null =>
    raw[name] === undefined ? null : columnValue(raw[name], name, need, [...path, name], reading);
  const to = named('to', MOMENT);
  const from = raw['from'] === undefined ? reading.at : named('from', MOMENT);
  if (from === null && raw['from'] === undefined) {
    const args = { measure: key, channel: reading.channel };
    reading.report(diagnose('elapsed-since-what', args, reading.position(path)));
  }
  const minus = named('minus', DURATION);
  const calendar =
    raw['calendar'] === undefined ? null : calendarValue(raw['calendar'], 'calendar', [...path, 'calendar'], reading);
  const second = { column: to ?? '', path: [...path, 'to'], what: 'value', isAt: raw['from'] === undefined } as const;
  const isSame = from !== null && to !== null && isItself(from, second, reading);
  const isWhole =
    !isSame && (raw['calendar'] === undefined || calendar !== null) && (raw['minus'] === undefined || minus !== null);
  return () => (from === null || to === null || !isWhole ? null : { kind: 'elapsed', from, to, calendar, minus });
}

/** Unit of the values: share for percentages, seconds for durations and elapsed times, else number. */
export function operandUnit(operand: Operand<string>, settled: Settled): Unit {
  return operand.kind === 'elapsed' ? 'seconds' : (UNITS[settled.typeOf(operand.column)] ?? 'number');
}

/** `wait`; `the time from opened to replied, in desk hours, less on_hold`. */
export function operandInWords(operand: Operand<string>): string {
  if (operand.kind === 'column') return operand.column;
  const { from, to, calendar, minus } = operand;
  const hours = calendar === null ? '' : `, in ${calendar.name} hours`;
  return `the time from ${from} to ${to}${hours}${minus === null ? '' : `, less ${minus}`}`;
}

/** The same operand with its columns referred to another way. */
export function mapOperand<A, B>(operand: Operand<A>, map: (column: A) => B): Operand<B> {
  if (operand.kind === 'column') {
    return { kind: 'column', column: map(operand.column), at: operand.at === null ? null : map(operand.at) };
  }
  const { from, to, calendar, minus } = operand;
  return { kind: 'elapsed', from: map(from), to: map(to), calendar, minus: minus === null ? null : map(minus) };
}
