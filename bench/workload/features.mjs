// The workload's promise file as people write theirs: each feature is added to what `yaml` reads from the file.

/** @typedef {Record<string, any>} File */

const TICKETS = ['email', 'chat', 'social'];
const CASES = { tickets: 'id', phone: 'call_id', survey: 'respondent', orders: 'order_id', refunds: 'order_id' };
const desk = {
  hours: { 'mon-fri': ['08:00-12:00', '12:30-17:00'], sat: '10:00-14:00' },
  holidays: ['2025-01-01', '2025-12-25'],
};

/** @type {Readonly<Record<string, (file: File) => void>>} */
export const features = {
  'case, repeats: error': ({ channels }) => {
    for (const [name, column] of Object.entries(CASES))
      Object.assign(channels[name], { case: column, repeats: 'error' });
  },
  customer: ({ channels }) => {
    for (const name of ['tickets', 'phone']) channels[name].customer = 'customer_id';
  },
  'four segments': ({ channels }) => {
    channels.tickets.segments = ['region', 'language', 'priority', 'weekday'];
  },
  every: ({ promises }) => {
    for (const id of ['first_reply_4h', 'language_match', 'csat_top2', 'service_level', 'refund_5d']) {
      promises[id].every = ['region'];
    }
  },
  'open cases, as_of left out': ({ promises }) => {
    promises.first_reply_4h.kept_when = { first_response_at: { within: '4h' } };
    promises.on_time_delivery.kept_when = { delivered_at: { by: 'promised_by' } };
    promises.refund_5d.kept_when = { refunded_at: { within: '120h' } };
    for (const id of ['first_reply_p90', 'resolution_median']) delete promises[id].where;
  },
  'last: 90d': (file) => {
    file.window = { last: '90d' };
  },
  'a calendar': (file) => {
    file.calendars = { desk };
    const { kept_when: kept } = file.promises.first_reply_4h;
    Object.assign(kept.first_response_at, { calendar: 'desk' });
  },
  tolerate: ({ channels }) => {
    for (const name of Object.keys(CASES)) channels[name].tolerate = '1%';
  },
};

/** As many promises as wanted over the tickets, no two alike. @param {File} file @param {number} count */
export function promisesOverTickets({ channels }, count) {
  const made = Array.from({ length: count }, (_, index) => {
    const step = Math.floor(index / KINDS.length) + 1;
    const [kind = () => ({})] = [KINDS[index % KINDS.length]];
    return [`promise-${index + 1}`, { says: 'We keep our word.', channels: ['all'], ...kind(step) }];
  });
  const { tickets } = channels;
  const all = { ...tickets, source: '${BENCH_DATA}/tickets.csv' };
  return { saydo: 1, brand: 'Bench', channels: { all }, promises: Object.fromEntries(made) };
}

/** @type {readonly ((step: number) => File)[]} */
const KINDS = [
  (step) => ({ kept_when: { first_response_at: { within: `${step}h` } }, target: '80%' }),
  (step) => ({ kept_when: { resolved_at: { within: `${step * 12}h` } }, target: '60%' }),
  (step) => ({ kept_when: { csat: `at least ${Math.min(step, 5)}` }, target: `${60 + step}%` }),
  (step) => ({
    kept_when: { reply_language: { same_as: 'language' } },
    where: { priority: { not: PRIORITIES[step % 4] } },
    target: '90%',
  }),
  (step) => ({
    quantile: { of: { to: 'first_response_at' }, q: Number((1 - 0.05 * step).toFixed(2)) },
    target: 'at most 1d',
  }),
];
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];

/** The workload on the tickets alone. @param {File} file */
export function ticketsAlone({ channels, promises, ...rest }) {
  const kept = Object.entries(promises).flatMap(([id, promise]) => {
    const on = Array.isArray(promise.channels) ? promise.channels : Object.keys(promise.channels);
    if (!on.some((/** @type {string} */ name) => TICKETS.includes(name))) return [];
    const own = Array.isArray(promise.channels)
      ? promise.channels
      : Object.fromEntries(Object.entries(promise.channels).filter(([name]) => TICKETS.includes(name)));
    return [[id, { ...promise, channels: own }]];
  });
  const names = ['tickets', ...TICKETS];
  return {
    ...rest,
    channels: Object.fromEntries(names.map((name) => [name, channels[name]])),
    promises: Object.fromEntries(kept),
  };
}
