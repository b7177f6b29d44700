import fc from 'fast-check';

/** Minutes since 5 January 2026, midnight; null: the cell is blank. */
export interface Row {
  readonly customer: string | null;
  readonly opened: number;
  readonly replied: number | null;
  /** Of the survey that came with it. */
  readonly score: number | null;
  readonly region: string;
}

const row: fc.Arbitrary<Row> = fc
  .record({
    customer: fc.option(fc.constantFrom('C-1', 'C-2', 'C-3', 'C-4', 'C-5'), { freq: 5 }),
    opened: fc.nat(3000),
    after: fc.option(fc.oneof(fc.nat(600), fc.constantFrom(60, 240)), { freq: 4 }),
    score: fc.option(fc.nat(10), { freq: 6 }),
    region: fc.constantFrom('North', 'north ', 'South', ''),
  })
  .map(({ after, ...rest }) => ({ ...rest, replied: after === null ? null : rest.opened + after }));

/** Rows of each of a few files of one channel. */
export const files = fc.array(fc.array(row, { maxLength: 25 }), { minLength: 1, maxLength: 3 });

const time = (minutes: number | null): string =>
  minutes === null ? '' : new Date(Date.UTC(2026, 0, 5) + minutes * 60_000).toISOString().slice(0, 16);

/** `a1.csv`, `a2.csv` and so on. */
export function exportsOf(parts: readonly (readonly Row[])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parts.map((rows, index) => [
      `a${index + 1}.csv`,
      [
        'Ticket,Customer,Opened,Replied,Score,Region,Subject',
        ...rows.map((row, at) =>
          [
            ...[`T${index + 1}-${at}`, row.customer ?? '', time(row.opened), time(row.replied), row.score ?? ''],
            ...[row.region, `about ${at}`],
          ].join(','),
        ),
        '',
      ].join('\n'),
    ]),
  );
}

export const PROMISES = `saydo: 1
brand: B
channels:
  mail: { source: a*.csv, at: Opened, case: Ticket, customer: Customer, segments: [Region], columns: { opened: Opened, replied: Replied } }
promises:
  slow: { says: S., kept_when: { replied: { within: 4h } }, target: 90%, remedy: { text: A voucher, cost: 12.35 EUR }, channels: [mail] }
  quick: { says: Q., kept_when: { replied: { within: 1h } }, target: 90%, remedy: { text: A mug, cost: 9.99 NOK, per: customer }, channels: [mail] }
  glad: { says: G., mean: Score, target: at least 7, channels: [mail] }
`;

/** An occasion of one promise as the words of the language have it. */
export interface Told {
  readonly promise: string;
  readonly row: Row;
  readonly case: string;
  readonly file: string;
  readonly line: number;
  readonly outcome: 'kept' | 'missed' | 'pending' | 'excluded';
  /** Seconds, or points of the score. */
  readonly length: number;
}

/** Everything, by brute force, in reading order. */
export function toldOf(parts: readonly (readonly Row[])[]): readonly Told[] {
  const all = parts.flat();
  const asOf = Math.max(...all.flatMap(({ opened, replied }) => [opened, replied ?? opened]));
  return parts.flatMap((rows, index) =>
    rows.flatMap((row, at) =>
      (['slow', 'quick', 'glad'] as const).map((promise): Told => {
        const place = { promise, row, case: `T${index + 1}-${at}`, file: `a${index + 1}.csv`, line: at + 2 };
        if (promise === 'glad') {
          if (row.score === null) return { ...place, outcome: 'excluded', length: Number.NaN };
          return { ...place, outcome: row.score < 7 ? 'missed' : 'kept', length: 7 - row.score };
        }
        const due = row.opened + (promise === 'slow' ? 240 : 60);
        if (row.replied !== null) {
          return { ...place, outcome: row.replied > due ? 'missed' : 'kept', length: (row.replied - due) * 60 };
        }
        return due > asOf
          ? { ...place, outcome: 'pending', length: (due - asOf) * 60 }
          : { ...place, outcome: 'missed', length: (asOf - due) * 60 };
      }),
    ),
  );
}

/** Was the customer of this one let down more than once by its promise? null: unknown. */
export function isAgain({ promise, row }: Told, all: readonly Told[]): boolean | null {
  if (row.customer === null) return null;
  const misses = all.filter(
    (one) => one.outcome === 'missed' && one.promise === promise && one.row.customer === row.customer,
  );
  return misses.length > 1;
}
