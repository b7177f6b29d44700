import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/audit.ts';
import type { Pledge } from '../../src/model/declaration.ts';
import { Fate } from '../../src/model/engine.ts';
import { folder } from '../cli/folder.ts';
import { DAY, dayOf, endOf, eventsOf, HOUR, type Later, moment, type Now, outcome } from './literal.ts';
import { csv, type Form, promiseFile, type Row, type Story, story } from './story.ts';

// ---------------------------------------------------------------------------------------------------------------------
// How late, read literally: of what is missed, from its deadline on.

/** Deadline and event of one condition that has any; null where one of them is not known. */
function timesOf(form: Form, row: Row, later: Later) {
  if (form.is !== 'within' && form.is !== 'by') return null;
  const event = later(form.column, moment(row[form.column]));
  const start = later(
    form.is === 'within' ? (form.of ?? 'A') : form.deadline,
    moment(row[form.is === 'within' ? (form.of ?? 'A') : form.deadline]),
  );
  if (typeof start === 'string' || event === 'unreadable') return null;
  const day = dayOf(start.ms);
  const isDay = event !== 'blank' && event.date;
  if (form.is === 'within') {
    const pause = form.minus && /^\d+h$/.test(row.H) ? Number.parseInt(row.H, 10) * HOUR : 0;
    const limit = form.limit * (form.unit === 'd' ? DAY : HOUR);
    return { event, due: (start.date || isDay ? endOf(day + form.limit) : start.ms + limit) + pause };
  }
  const [, count = '0', unit = 'd'] = /^(\d+)([dh])$/.exec(form.grace ?? '0d') ?? [];
  const last = (start.date ? endOf(day) : start.ms) + Number(count) * (unit === 'd' ? DAY : HOUR);
  return { event, due: isDay ? endOf(dayOf(last)) : last };
}

function late(form: Form, row: Row, now: Now): number {
  if (outcome(form, row, now) !== 'missed') return Number.NaN;
  if (form.is === 'all' || form.is === 'any') {
    const known = form.of.map((part) => late(part, row, now)).filter((own) => !Number.isNaN(own));
    return known.length === 0
      ? Number.NaN
      : known.reduce((a, b) => (form.is === 'all' ? Math.max(a, b) : Math.min(a, b)));
  }
  const times = timesOf(form, row, now.later);
  if (times === null || (form.is !== 'within' && form.is !== 'by')) return Number.NaN;
  const { event, due } = times;
  if (event === 'blank') return form.blank === null && now.asOf !== null ? (now.asOf - due) / 1000 : Number.NaN;
  return Math.max(0, (event.date ? endOf(dayOf(event.ms)) : event.ms) - due) / 1000;
}

function left(form: Form, row: Row, { asOf, later }: Now): number {
  const times = timesOf(form, row, later);
  return times === null || asOf === null ? Number.NaN : (times.due - asOf) / 1000;
}

describe('how far beyond', () => {
  it('is what a twin says that reads the language literally, row by row', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(story, async (random) => {
        const channels = random.channels.map((channel) => ({ ...channel, where: null, except: null }));
        const one: Story = { ...random, channels, repeats: 'each', window: { kind: 'none' } };
        const texts = one.files.map((rows, index): [string, string] => [`rows-${index}.csv`, csv(rows)]);
        const workingDirectory = folder({ 'promises.yaml': promiseFile(one).join('\n'), ...Object.fromEntries(texts) });
        await examine({ file: 'promises.yaml', workingDirectory }, async ({ plan, window, moments, occasions }) => {
          for (const [index, channel] of one.channels.entries()) {
            const events = eventsOf(channel);
            const asOf = moments[0] ?? null;
            const later: Later = (header, value) => {
              const isMasked = plan.asOf !== null && header !== 'A' && events.has(header);
              return isMasked && typeof value !== 'string' && value.ms > plan.asOf ? 'blank' : value;
            };
            const target = { op: '>=', value: 0.5, unit: 'share', text: '50%' } as const;
            const cells = channel.promises.map((_, cell) => ({ cell, target }));
            const selection = { channel: `c${index}`, window, asOf, cells, shows: [] };
            for await (const { batch, rows, cells: told } of occasions(selection)) {
              for (const [at, place] of rows.entries()) {
                const row = one.files[batch.file]?.[(batch.lines[place] ?? 0) - 2];
                if (row === undefined) throw new Error('no such row');
                for (const [cell, { fates, beyond }] of told.entries()) {
                  const { kept } = channel.promises[cell] ?? { kept: { is: 'all', of: [] } };
                  if (fates[at] === Fate.MISSED) expect(beyond[at]).toBe(late(kept, row, { asOf, later }));
                  if (fates[at] === Fate.PENDING && kept.is !== 'all' && kept.is !== 'any' && kept.is !== 'not')
                    expect(beyond[at]).toBe(left(kept, row, { asOf, later }));
                  if (!Number.isNaN(beyond[at])) seen += 1;
                }
              }
            }
          }
        });
      }),
      { numRuns: 20 },
    );
    // Else nothing was ever late.
    expect(seen).toBeGreaterThan(0);
  });

  const DESK = 'calendars: { desk: { hours: { mon-fri: 09:00-17:00 } } }';
  const types = ['at', 'r', 'p', 'd'].map((name) => `${name}: { type: ${name === 'd' ? 'date' : 'timestamp'} }`);

  /** Fate and length of each row of one promise; as_of is Friday 9 January 2026, 12:00 UTC. */
  async function told(
    promise: string,
    rows: readonly string[],
    asOf = '2026-01-09T12:00Z',
  ): Promise<readonly string[]> {
    const workingDirectory = folder({
      'promises.yaml': [
        'saydo: 1',
        'brand: B',
        `as_of: ${asOf}`,
        DESK,
        'channels:',
        `  c: { source: a.csv, at: at, columns: { ${types.join(', ')}, w: { type: duration }, h: { type: duration }, n: { type: number }, m: { type: number } } }`,
        'promises:',
        `  p: { says: P., ${promise}, channels: [c] }`,
      ].join('\n'),
      'a.csv': `at,r,p,d,w,h,n,m\n${rows.join('\n')}\n`,
    });
    return examine({ file: 'promises.yaml', workingDirectory }, async ({ declaration, window, moments, occasions }) => {
      const target = declaration.promises[0]?.channels[0]?.target as Pledge['target'];
      const lines: string[] = [];
      const selection = { channel: 'c', window, asOf: moments[0] ?? null, cells: [{ cell: 0, target }], shows: [] };
      for await (const { cells } of occasions(selection)) {
        for (const [at, fate] of (cells[0]?.fates ?? []).entries()) {
          const name = Object.entries(Fate).find(([, code]) => code === fate)?.[0] ?? '';
          lines.push(`${name.toLowerCase()} ${cells[0]?.beyond[at]}`);
        }
      }
      return lines;
    });
  }

  it('under a calendar is time by the clock from the deadline that the desk sets', async () => {
    // Thursday 16:00 and 2 open hours: Friday 10:00. Wednesday 10:00 and 2 open hours: 12:00 that day.
    const rows = ['2026-01-08T16:00Z,,,,,,,', '2026-01-07T10:00Z,2026-01-07T15:30Z,,,,,,', '2026-01-09T11:30Z,,,,,,,'];
    expect(await told('kept_when: { r: { within: 2h, calendar: desk } }, target: 50%', rows)).toEqual([
      'missed 7200',
      'missed 12600',
      // Until 13:30.
      'pending 5400',
    ]);
  });

  it('of a date is counted from the end of its last day to the end of its own', async () => {
    const rows = [
      '2026-01-05T09:00Z,,2026-01-06T12:00Z,2026-01-08,,,,',
      '2026-01-05T09:00Z,,2026-01-06T12:00Z,2026-01-06,,,,',
    ];
    expect(await told('kept_when: { d: { by: p } }, target: 50%', rows)).toEqual(['missed 172800', 'kept NaN']);
    expect(await told('kept_when: { d: { by: p, grace: 1d } }, target: 50%', rows)).toEqual([
      'missed 86400',
      'kept NaN',
    ]);
  });

  it('of a duration is what it is too long by, less what does not count', async () => {
    const rows = [
      '2026-01-05T09:00Z,,,,5h,1h,,',
      '2026-01-05T09:00Z,,,,3h,,,',
      // Would end after as_of: it has lasted since 9 January, 07:00, and may until 09:00.
      '2026-01-09T07:00Z,,,,9h,,,',
      '2026-01-09T11:00Z,,,,,,,',
    ];
    expect(await told('kept_when: { w: { within: 2h, minus: h } }, target: 50%', rows)).toEqual([
      'missed 7200',
      'missed 3600',
      'missed 10800',
      'pending 3600',
    ]);
    expect(await told('kept_when: { w: { within: 2h, blank: missed } }, target: 50%', rows)).toEqual([
      'missed 10800',
      'missed 3600',
      'missed NaN',
      'missed NaN',
    ]);
    expect(await told('kept_when: { w: at most 2h }, target: 50%', rows)).toEqual([
      'missed 10800',
      'missed 3600',
      'missed 25200',
      'excluded NaN',
    ]);
    expect(await told('kept_when: { w: at least 9h }, target: 50%', rows.slice(0, 2))).toEqual([
      'missed NaN',
      'missed NaN',
    ]);
  });

  it('of any is that of the part that came nearest, unless one of them is kept', async () => {
    const rows = ['2026-01-05T09:00Z,2026-01-05T12:00Z,,,2h,,1,', '2026-01-05T09:00Z,2026-01-05T12:00Z,,,1h,,1,'];
    const any = 'any: [{ r: { within: 1h } }, { w: { within: 1h } }]';
    expect(await told(`kept_when: { ${any} }, target: 50%`, rows)).toEqual(['missed 3600', 'kept NaN']);
    // The reply is late, but a short wait makes up for it: what is missed is the number.
    expect(await told(`kept_when: { all: [{ ${any} }, { n: at least 2 }] }, target: 50%`, rows)).toEqual([
      'missed 3600',
      'missed NaN',
    ]);
    expect(await told('kept_when: { all: [{ r: { within: 1h } }, { w: { within: 1h } }] }, target: 50%', rows)).toEqual(
      ['missed 7200', 'missed 7200'],
    );
    // The short wait of a call that nobody took came no nearer.
    const call = 'any: [{ n: at least 2, w: at most 1h }, { r: { within: 1h } }]';
    expect(await told(`kept_when: { ${call} }, target: 50%`, rows.slice(0, 1))).toEqual(['missed 7200']);
    const met = ['2026-01-05T09:00Z,2026-01-05T12:00Z,,,2h,,2,'];
    expect(await told(`kept_when: { ${call} }, target: 50%`, met)).toEqual(['missed 3600']);
  });

  it('of a level is the distance from its target, of what is open what it has lasted beyond', async () => {
    const rows = [
      '2026-01-05T09:00Z,2026-01-05T12:00Z,,,,,7,9',
      '2026-01-09T07:00Z,,,,,,9,9',
      '2026-01-09T11:00Z,,,,,,,9',
    ];
    expect(await told('p90: { to: r }, target: at most 2h', rows)).toEqual([
      'missed 3600',
      'missed 10800',
      'pending 3600',
    ]);
    // The desk opens at 09:00, so that three open hours have passed.
    expect(await told('mean: { to: r, calendar: desk }, target: at most 2h', rows)).toEqual([
      'missed 3600',
      'missed 3600',
      'pending 3600',
    ]);
    expect(await told('sum: { to: r }, target: at most 2h', rows)).toEqual(['kept NaN', 'pending NaN', 'pending NaN']);
    expect(await told('min: n, target: at least 8', rows)).toEqual(['missed 1', 'kept NaN', 'excluded NaN']);
    expect(await told('tally: { kept: n, of: m }, target: 50%', rows)).toEqual([
      'missed 2',
      'kept NaN',
      'excluded NaN',
    ]);
    expect(await told('nps: n, target: at least 20', rows.slice(0, 2))).toEqual(['kept NaN', 'kept NaN']);
  });

  it('of what is not to happen has no length: what is counted is the miss', async () => {
    const rows = ['2026-01-05T09:00Z,2026-01-05T09:30Z,,,,,,', '2026-01-05T09:00Z,2026-01-05T12:00Z,,,,,,'];
    const of = '{ r: { within: 1h } }';
    expect(await told(`rate: { of: ${of}, per: 100 }, target: at most 5`, rows)).toEqual(['missed NaN', 'kept NaN']);
    expect(await told(`rate: { of: ${of}, per: 100 }, target: at least 5`, rows)).toEqual(['kept NaN', 'missed NaN']);
    expect(await told(`count: ${of}, target: at most 0`, rows)).toEqual(['missed NaN', 'kept NaN']);
  });
});
