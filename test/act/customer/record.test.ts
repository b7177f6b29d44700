import { describe, expect, it } from 'vitest';
import { desk, mails, recorded, toldBy } from './story.ts';

const three = mails(
  'T1,2026-01-02 09:00,2026-01-02 12:30,C-07',
  'T2,2026-01-02 09:00,2026-01-02 09:10,C-08',
  'T3,2026-01-01 09:00,2026-01-01 10:00, C-07 ',
  'T4,2026-01-31 11:00,,C-07',
  'T5,2026-01-20 11:00,,',
);

describe('a record', () => {
  it('has what became of each occasion, in the order in which they began', async () => {
    const record = await recorded(desk(), { 'mail.csv': three }, { id: 'C-07' });
    expect(toldBy(record)).toEqual(['1 quick mail T3 kept', '2 quick mail T1 missed', '3 quick mail T4 pending']);
    const remedy = { text: 'A voucher', per: 'occasion', cost: { amount: 10.1, currency: 'EUR' } };
    const place = { promise: 'quick', channel: 'mail', file: 'mail.csv' };
    expect(record.occasions.slice(1)).toEqual([
      {
        ...{ ...place, contact: 2, case: 'T1', at: '2026-01-02 09:00', began: '2026-01-02T09:00:00Z', line: 2 },
        ...{ outcome: 'missed', over: 5400, left: null, unit: 'seconds', due: null, owed: remedy },
      },
      {
        ...{ ...place, contact: 3, case: 'T4', at: '2026-01-31 11:00', began: '2026-01-31T11:00:00Z', line: 5 },
        ...{ outcome: 'pending', over: null, left: 3600, unit: 'seconds', due: '2026-01-31T13:00:00Z', owed: null },
      },
    ]);
    expect(record.counts).toEqual({ kept: 1, missed: 1, pending: 1, excluded: 0, unreadable: 0 });
    expect(record.owed).toEqual([{ currency: 'EUR', amount: 10.1 }]);
    expect(record.promises).toEqual([
      {
        ...{ promise: 'quick', says: 'We answer within two hours.', counts: record.counts },
        pledges: [
          {
            channel: 'mail',
            measure: 'kept_when',
            formula: 'share of occasions on which Replied within 2h of Opened',
            clock: null,
          },
        ],
      },
    ]);
  });

  it.each([
    'c-07',
    'C-7',
    'C-0',
    'nobody',
    '=C-07',
    '<script>',
    '\u202eC-07',
    'C'.repeat(10_000),
    '\ud800',
  ])('is empty for an id that is not there, and tells of no other: %#', async (id) => {
    const record = await recorded(desk(), { 'mail.csv': three }, { id });
    expect(record).toMatchObject({ customer: id, contacts: 0, occasions: [], owed: [], suggestions: null });
    expect(JSON.stringify(record)).not.toContain('C-08');
  });

  it.each([
    '=cmd|x',
    '<script>alert(1)</script>',
    '\u202eabc',
    'x'.repeat(10_000),
    '中 文',
    '\u0007bell',
  ])('finds an id whatever it is made of: %#', async (id) => {
    const file = mails(`T1,2026-01-02 09:00,2026-01-02 09:10,${id}`);
    expect(toldBy(await recorded(desk(), { 'mail.csv': file }, { id }))).toEqual(['1 quick mail T1 kept']);
  });

  it('reads the id as the column does: trimmed, mapped; what is blank there names nobody', async () => {
    const columns = 'columns: { Who: { column: Who, map: { old-7: C-07 }, blank: [unknown] } }';
    const files = {
      'mail.csv': mails('T1,2026-01-02 09:00,,C-07', 'T2,2026-01-03 09:00,,OLD-7', 'T3,2026-01-04 09:00,,unknown'),
    };
    for (const id of ['C-07', ' C-07', 'old-7']) {
      expect(toldBy(await recorded(desk(columns), files, { id }))).toHaveLength(2);
    }
    const unknown = await recorded(desk(columns), files, { id: 'Unknown' });
    expect(unknown.occasions).toEqual([]);
    expect(unknown.blind_spots).toEqual([{ channel: 'mail', reason: 'reads this id as blank', promises: ['quick'] }]);
  });

  it('has one of a case under repeats: all, whom any of its rows names; of latest the newest copy', async () => {
    const rows = mails(
      'T1,2026-01-03 09:00,2026-01-03 09:30,',
      'T2,2026-01-02 09:00,2026-01-02 09:30,C-07',
      'T1,2026-01-01 09:00,2026-01-01 15:00,C-07',
    );
    const all = await recorded(desk('repeats: all'), { 'mail.csv': rows }, { id: 'C-07' });
    expect(toldBy(all)).toEqual(['1 quick mail T1 missed', '2 quick mail T2 kept']);
    const newerLast = mails('T1,2026-01-01 09:00,,C-07', 'T1,2026-01-01 09:00,2026-01-01 09:30,C-07');
    const latest = await recorded(desk('repeats: latest'), { 'mail.csv': newerLast }, { id: 'C-07' });
    expect(toldBy(latest)).toEqual(['1 quick mail T1 kept']);
    const each = await recorded(desk('repeats: each'), { 'mail.csv': rows }, { id: 'C-07' });
    expect(toldBy(each)).toEqual(['1 quick mail T1 missed', '2 quick mail T2 kept']);
  });

  it('gathers promises on the same row into one contact, and leaves out what has no outcome of its own', async () => {
    const lines = [
      ...desk('columns: { Replied: { column: Replied, blank: [never] } }'),
      '  all-answered: { says: A., kept_when: { Replied: present }, target: 1%, channels: [mail] }',
      '  many: { says: M., distinct: Ticket, target: at least 1, channels: [mail] }',
      '  asked: { says: Q., kept_when: { Replied: { within: 1h } }, where: { Ticket: T2 }, target: 1%, channels: [mail] }',
    ];
    const record = await recorded(lines, { 'mail.csv': three }, { id: 'C-07' });
    expect(toldBy(record).slice(0, 2)).toEqual(['1 quick mail T3 kept', '1 all-answered mail T3 kept']);
    expect(record.contacts).toBe(3);
    expect(record.occasions).toHaveLength(6);
    expect(record.promises.map(({ promise }) => promise)).toEqual(['quick', 'all-answered', 'asked']);
  });

  it('owes a remedy per customer once a promise and channel, with the first that was missed', async () => {
    const lines = desk().map((line) => line.replace('cost: 10.10 EUR', 'cost: 5 NOK, per: customer'));
    const rows = mails('T1,2026-01-03 09:00,,C-07', 'T2,2026-01-02 09:00,,C-07', 'T3,2026-01-02 09:00,,C-08');
    const record = await recorded(lines, { 'mail.csv': rows }, { id: 'C-07' });
    expect(record.occasions.map(({ case: own, owed }) => [own, owed?.cost?.amount ?? null])).toEqual([
      ['T2', 5],
      ['T1', null],
    ]);
    expect(record.owed).toEqual([{ currency: 'NOK', amount: 5 }]);
  });

  it('names the channels on which nobody can be followed', async () => {
    const others = ['  till: { source: till.csv, at: Opened }', '  fax: { note: no export yet }'];
    const lines = desk()
      .map((line) => line.replace('[mail]', '[mail, till, fax]'))
      .flatMap((line) => (line === 'channels:' ? [line, ...others] : [line]));
    const files = { 'mail.csv': three, 'till.csv': 'Opened,Replied\n2026-01-02 09:00,\n' };
    expect((await recorded(lines, files, { id: 'C-07' })).blind_spots).toEqual([
      { channel: 'till', reason: 'names no customer', promises: ['quick'] },
      { channel: 'fax', reason: 'no export yet', promises: ['quick'] },
    ]);
  });

  it('reads standard input, which comes but once', async () => {
    const stdin = (async function* () {
      yield new TextEncoder().encode(three);
    })();
    const lines = desk().map((line) => line.replace('mail.csv', "'-'"));
    expect(toldBy(await recorded(lines, {}, { id: 'C-07', stdin }))).toHaveLength(3);
  });
});

describe('ids written alike', () => {
  const suggested = async (id: string, ids: readonly string[]) => {
    const rows = ids.map((own, index) => `T${index},2026-01-02 09:00,,${own}`);
    return (await recorded(desk(), { 'mail.csv': mails(...rows) }, { id, suggest: true })).suggestions;
  };

  it('go by letter case, zeros in front and slips, the nearest first, the id itself left out', async () => {
    expect(
      await suggested('C-00484', ['X-99', 'C-00485', 'c-00484', 'C-484', 'C-00484', 'C-00485', 'B-00485']),
    ).toEqual(['C-484', 'c-00484', 'C-00485', 'B-00485']);
  });

  it('are five at most, whatever the order of the rows', async () => {
    const many = Array.from({ length: 40 }, (_, index) => `K-10${String(index).padStart(2, '0')}`);
    const found = await suggested('K-1099', many);
    expect(found).toHaveLength(5);
    expect(await suggested('K-1099', many.toReversed())).toEqual(found);
  });

  it.each([
    ['zzzzzz', ['C-1', 'C-2'], []],
    ['7', ['8', '07', '17'], ['07']],
    ['x'.repeat(10_000), ['y'.repeat(10_000), 'X'.repeat(10_000), 'a'], ['X'.repeat(10_000)]],
  ])('are none where none is near: %#', async (id, ids, expected) => {
    expect(await suggested(id, ids)).toEqual(expected);
  });
});
