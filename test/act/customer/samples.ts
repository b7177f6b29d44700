import type { CustomerRecord, RecordOccasion } from '../../../src/act/customer/record.ts';

const none = { kept: 0, missed: 0, pending: 0, excluded: 0, unreadable: 0 };

export const nobody: CustomerRecord = {
  ...{ saydo: '0.1.0', brand: 'Fjellrute Cycles', as_of: '2026-03-31T18:04:00+02:00', customer: 'C-07' },
  window: { from: '2026-01-01', to: '2026-03-31' },
  ...{ contacts: 0, counts: none, owed: [], promises: [], occasions: [], blind_spots: [], suggestions: null },
};

const occasion: RecordOccasion = {
  ...{ contact: 1, promise: 'quick', channel: 'email', case: 'T1', at: '02.01.2026 09:00' },
  ...{ began: '2026-01-02T09:00:00+01:00', outcome: 'kept', over: null, left: null, unit: null, due: null },
  ...{ owed: null, file: 'secret-folder/mail.csv', line: 54_321 },
};

/** Every outcome, a remedy with and without its cost, an occasion without a time, and a day without one of day. */
export const everything: CustomerRecord = {
  ...nobody,
  contacts: 4,
  counts: { kept: 1, missed: 2, pending: 2, excluded: 1, unreadable: 1 },
  owed: [{ currency: 'NOK', amount: 99 }],
  promises: [
    {
      promise: 'secret-quick',
      says: 'We answer within two hours.',
      counts: { ...none, kept: 1, missed: 1, pending: 2 },
      pledges: [{ channel: 'email', measure: 'kept_when', formula: 'SECRET formula', clock: null }],
    },
    {
      promise: 'secret-easy',
      says: 'Getting help is easy.',
      counts: { ...none, missed: 1, excluded: 1, unreadable: 1 },
      pledges: [{ channel: 'survey', measure: 'mean', formula: 'SECRET formula', clock: 'secret-clock' }],
    },
    { promise: 'secret-rest', says: 'SECRET that does not apply.', counts: none, pledges: [] },
  ],
  occasions: [
    { ...occasion, promise: 'secret-quick' },
    {
      ...{ ...occasion, promise: 'secret-easy', outcome: 'missed', over: 0.123_45, unit: 'number' },
      owed: { text: 'Coffee is on us', per: 'occasion', cost: null },
    },
    {
      ...{ ...occasion, contact: 2, promise: 'secret-quick', began: '2026-02-03', case: null },
      ...{ outcome: 'missed', over: 5400, unit: 'seconds' },
      owed: { text: 'The next delivery is free', per: 'customer', cost: { amount: 99, currency: 'NOK' } },
    },
    {
      ...{ ...occasion, contact: 3, promise: 'secret-quick', began: '2026-03-31T17:00:00+02:00', case: 'T3' },
      ...{ outcome: 'pending', left: 3360, unit: 'seconds', due: '2026-03-31T19:00:00+02:00' },
    },
    { ...occasion, contact: 3, promise: 'secret-easy', outcome: 'excluded' },
    { ...occasion, contact: 4, promise: 'secret-quick', began: null, outcome: 'pending' },
    { ...occasion, contact: 4, promise: 'secret-easy', began: null, outcome: 'unreadable' },
  ],
  blind_spots: [
    { channel: 'store', reason: 'SECRET reason', promises: ['secret-quick'] },
    { channel: 'till', reason: 'names no customer', promises: ['secret-quick'] },
  ],
  suggestions: ['SECRET-08'],
};

/** The same with one text in the place of each that people wrote. */
export function withTexts({ occasions, promises, blind_spots, ...rest }: CustomerRecord, text: string): CustomerRecord {
  const said = { brand: text, customer: text };
  return {
    ...rest,
    ...said,
    promises: promises.map((promise) => ({ ...promise, says: text })),
    occasions: occasions.map((own) => ({
      ...{ ...own, channel: text, case: text, at: text, file: text },
      owed: own.owed === null ? null : { ...own.owed, text },
    })),
    blind_spots: blind_spots.map((spot) => ({ ...spot, channel: text, reason: text })),
  };
}
