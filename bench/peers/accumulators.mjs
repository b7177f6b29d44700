// What one writes by hand who has only a CSV parser: the workload's figures, row by row, in maps.

/** @param {string} text an ISO instant */
const seconds = (text) => Date.parse(text) / 1000;

/** Of the values sorted, in between where the rank is no whole one (type 7). @param {number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  const rank = share * (sorted.length - 1);
  const low = sorted[Math.floor(rank)];
  return low + (rank % 1) * (sorted[Math.ceil(rank)] - low);
}

class Share {
  #n = 0;
  #hits = 0;
  add(/** @type {boolean} */ hit) {
    this.#n += 1;
    if (hit) this.#hits += 1;
  }
  get figure() {
    return { value: this.#hits / this.#n, n: this.#n };
  }
}

class Values {
  /** @type {number[]} */
  #values = [];
  #share;
  constructor(/** @type {number} */ share) {
    this.#share = share;
  }
  add(/** @type {number} */ value) {
    this.#values.push(value);
  }
  get figure() {
    return { value: quantile(this.#values, this.#share), n: this.#values.length };
  }
}

class People {
  #n = 0;
  #ids = new Set();
  add(/** @type {string} */ id) {
    this.#n += 1;
    this.#ids.add(id);
  }
  get figure() {
    return { value: this.#ids.size, n: this.#n };
  }
}

class Score {
  #n = 0;
  #sum = 0;
  add(/** @type {number} */ answer) {
    this.#n += 1;
    if (answer >= 9) this.#sum += 1;
    else if (answer <= 6) this.#sum -= 1;
  }
  get figure() {
    return { value: (100 * this.#sum) / this.#n, n: this.#n };
  }
}

const KINDS = {
  first_reply_4h: () => new Share(),
  first_reply_p90: () => new Values(0.9),
  resolution_median: () => new Values(0.5),
  language_match: () => new Share(),
  preferred_channel: () => new Share(),
  csat_top2: () => new Share(),
  customers_affected: () => new People(),
  service_level: () => new Share(),
  abandonment: () => new Share(),
  nps: () => new Score(),
  on_time_delivery: () => new Share(),
  refund_5d: () => new Share(),
};

/** The accumulators of one channel, by breakdown and its key; made with the first row that needs them. */
class Channel {
  #metrics;
  /** @type {Map<string, Record<string, any>>} */
  #groups = new Map();

  constructor(/** @type {(keyof typeof KINDS)[]} */ ...metrics) {
    this.#metrics = metrics;
  }

  /** Those that a row goes into. */
  of(/** @type {string} */ region, /** @type {string} */ at) {
    return [this.#group('all '), this.#group(`region ${region}`), this.#group(`month ${at.slice(0, 7)}`)];
  }

  #group(/** @type {string} */ name) {
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = Object.fromEntries(this.#metrics.map((metric) => [metric, KINDS[metric]()]));
      this.#groups.set(name, group);
    }
    return group;
  }

  *figures(/** @type {string} */ channel) {
    for (const [name, group] of this.#groups) {
      const cut = name.indexOf(' ');
      for (const [metric, { figure }] of Object.entries(group)) {
        if (figure.n > 0) yield { metric, channel, dim: name.slice(0, cut), key: name.slice(cut + 1), ...figure };
      }
    }
  }
}

/** Takes the records of each file, without the header, as lists of texts. */
export class Accumulators {
  #tickets = new Map(['email', 'chat', 'social'].map((name) => [name, ofTickets()]));
  #calls = new Channel('service_level', 'abandonment', 'customers_affected');
  #survey = new Channel('nps');
  #orders = new Channel('on_time_delivery');
  #refunds = new Channel('refund_5d');

  /** @type {Readonly<Record<string, (record: string[]) => void>>} */
  files = {
    'tickets.csv': ([, channel, created, replied, solved, language, answer, preferred, csat, customer, region]) => {
      const began = seconds(created);
      const reply = replied === '' ? Number.POSITIVE_INFINITY : seconds(replied) - began;
      const solve = solved === '' ? null : seconds(solved) - began;
      for (const group of this.#tickets.get(channel)?.of(region, created) ?? []) {
        group.first_reply_4h.add(reply <= 14_400);
        if (reply > 14_400) group.customers_affected.add(customer);
        if (replied !== '') group.first_reply_p90.add(reply);
        if (solve !== null) group.resolution_median.add(solve);
        if (answer !== '') group.language_match.add(answer === language);
        if (preferred !== '') group.preferred_channel.add(preferred === channel);
        if (csat !== '') group.csat_top2.add(csat >= '4');
      }
    },
    'calls.csv': ([, queued, wait, answered, abandoned, , customer, , region]) => {
      if (answered !== 'Y' && abandoned !== 'Y') return;
      const served = answered === 'Y' && wait <= '00:00:20';
      for (const group of this.#calls.of(region, queued)) {
        group.service_level.add(served);
        group.abandonment.add(abandoned === 'Y');
        if (!served) group.customers_affected.add(customer);
      }
    },
    'survey.csv': ([, answered, nps, , region]) => {
      if (nps === '') return;
      for (const group of this.#survey.of(region, answered)) group.nps.add(Number(nps));
    },
    'orders.csv': ([, ordered, promised, delivered, region, refunded, requested]) => {
      const inTime = delivered !== '' && delivered.slice(0, 10) <= promised;
      for (const group of this.#orders.of(region, ordered)) group.on_time_delivery.add(inTime);
      if (requested === '') return;
      const paid = refunded !== '' && seconds(refunded) - seconds(requested) <= 432_000;
      for (const group of this.#refunds.of(region, requested)) group.refund_5d.add(paid);
    },
  };

  print() {
    const channels = [
      ...this.#tickets,
      /** @type {const} */ (['phone', this.#calls]),
      /** @type {const} */ (['survey', this.#survey]),
      /** @type {const} */ (['orders', this.#orders]),
      /** @type {const} */ (['orders', this.#refunds]),
    ];
    for (const [name, channel] of channels) {
      for (const figure of channel.figures(name)) console.log(JSON.stringify(figure));
    }
  }
}

function ofTickets() {
  return new Channel(
    'first_reply_4h',
    'first_reply_p90',
    'resolution_median',
    'language_match',
    'preferred_channel',
    'csat_top2',
    'customers_affected',
  );
}
