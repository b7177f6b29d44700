// The rows of the workload's four exports, drawn one by one. Columns and shares of blanks are those that the promise file
// and the peers go by; the rest is made to look like a help desk's.
import { weighted } from './random.mjs';
import { clock, day, time } from './times.mjs';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = Date.UTC(2025, 0, 1) / 1000;

const CHANNELS = {
  email: { reply: [2.5 * HOUR, 0.9, 6 * DAY], solve: [20 * HOUR, 1, 40 * DAY] },
  chat: { reply: [2 * MINUTE, 1.6, DAY], solve: [30 * MINUTE, 1.2, 10 * DAY] },
  social: { reply: [45 * MINUTE, 1.3, 4 * DAY], solve: [8 * HOUR, 1.2, 30 * DAY] },
};
const channels = weighted(
  /** @type {const} */ ([
    ['email', 52],
    ['chat', 30],
    ['social', 18],
  ]),
);
const elsewhere = weighted([
  ['email', 45],
  ['chat', 25],
  ['phone', 20],
  ['social', 10],
]);
const languages = weighted([
  ['en', 34],
  ['de', 20],
  ['fr', 15],
  ['es', 11],
  ['it', 8],
  ['nl', 7],
  ['pl', 5],
]);
const regions = weighted([
  ['DACH', 22],
  ['UK & Ireland', 18],
  ['France', 16],
  ['Iberia', 11],
  ['Benelux', 10],
  ['Italy', 9],
  ['Nordics', 8],
  ['CEE', 6],
]);
const priorities = weighted([
  ['normal', 62],
  ['low', 20],
  ['high', 14],
  ['urgent', 4],
]);
const happy = weighted([
  [5, 40],
  [4, 37],
  [3, 14],
  [2, 5],
  [1, 4],
]);
const unhappy = weighted([
  [3, 28],
  [4, 22],
  [2, 20],
  [1, 18],
  [5, 12],
]);
const recommendations = weighted([
  [10, 22],
  [8, 20],
  [9, 18],
  [7, 14],
  [6, 7],
  [5, 6],
  [0, 4],
  [3, 3],
  [4, 2],
  [2, 2],
  [1, 2],
]);

const subjects = [
  'Where is order {}',
  'Order {}, wrong colour',
  'Rückgabe zu Bestellung {}, bitte um Nachricht',
  'Facture {}, TVA manquante',
  'Invoice {} paid twice',
  'Zamówienie {}, brak części',
  'Pedido {}, no ha llegado',
  'Réclamation, commande {}',
  'Address of order {}, please change it',
  'Thank you for order {}!',
];
const quoted = ['Order {}, the ""gift"" option', 'It says ""sold out"", order {}'];
const broken = ['Order {}\nSent from my phone', 'Order {}, see below\r\n\r\nBest regards, M.'];
const comments = [
  'Quick and kind',
  'Too slow, once more',
  'Fine, but the parcel was late',
  'Très gentil, merci',
  'Alles gut, gerne wieder',
  'It said ""within a day"", and it was a week',
  'Hung on for ages,\nthen the line went dead',
  'Una atención muy buena',
];

/** @typedef {ReturnType<typeof import('./random.mjs').randomOf>} Random */

/** In the order of the year but for an hour, as an export by number is. */
const begun = (/** @type {Random} */ random, /** @type {number} */ row, /** @type {number} */ rows) =>
  YEAR + Math.floor((row / rows) * (365 * DAY - 2 * HOUR)) + random.below(HOUR);

/** A few write often, most of them once or twice. */
const customer = (/** @type {Random} */ random, /** @type {number} */ customers) => {
  const draw = random.next();
  return `C${10_000_000 + Math.floor(draw * Math.sqrt(draw) * customers)}`;
};

/**
 * @typedef {object} Export
 * @property {string} header
 * @property {number} per rows for each ticket
 * @property {(random: Random, row: number, rows: number, customers: number) => string} row without its line end
 */

/** @type {Readonly<Record<string, Export>>} */
export const exports = {
  'tickets.csv': {
    header:
      'id,channel,created_at,first_response_at,resolved_at,language,reply_language,preferred_channel,csat,customer_id,region,priority,agent,subject',
    per: 1,
    row: (random, row, rows, customers) => {
      const channel = random.one(channels);
      const { reply, solve } = CHANNELS[channel];
      const created = begun(random, row, rows);
      const replied = random.chance(97);
      const wait = random.wait(reply[0], reply[1], reply[2]);
      const answered = created + wait;
      const solved = replied && random.chance(95);
      const language = random.one(languages);
      const answer = random.chance(91) ? language : random.chance(70) ? 'en' : random.one(languages);
      const preferred = random.chance(75) ? channel : random.one(elsewhere);
      const csat = random.one(replied && wait <= 4 * HOUR ? happy : unhappy);
      const kind = random.next();
      const subject = random.one(kind < 0.03 ? quoted : kind < 0.045 ? broken : subjects);
      return `${1_000_001 + row},${channel},${time(created)},${replied ? time(answered) : ''},${
        solved ? time(answered + random.wait(solve[0], solve[1], solve[2])) : ''
      },${language},${replied ? answer : ''},${random.chance(95) ? preferred : ''},${random.chance(45) ? csat : ''},${customer(
        random,
        customers,
      )},${random.one(regions)},${random.one(priorities)},${replied ? `a${100 + random.below(240)}` : ''},"${subject.replace(
        '{}',
        String(40_000 + random.below(900_000)),
      )}"`;
    },
  },
  'calls.csv': {
    header: 'call_id,queued_at,wait,answered,abandoned,talk_seconds,customer_id,agent,region',
    per: 0.5,
    row: (random, row, rows, customers) => {
      const queue = random.wait(11, 1.3, 40 * MINUTE);
      const patience = random.wait(150, 1, HOUR);
      // Who took the offer of a call back was neither answered nor gave up.
      const calledBack = random.chance(1);
      const answered = !calledBack && queue <= patience;
      return `K${5_000_001 + row},${time(begun(random, row, rows))},${clock(answered ? queue : patience)},${
        answered ? 'Y,N' : calledBack ? 'N,N' : 'N,Y'
      },${answered ? random.wait(260, 0.9, 3 * HOUR) : ''},${customer(random, customers)},${
        answered ? `a${100 + random.below(240)}` : ''
      },${random.one(regions)}`;
    },
  },
  'survey.csv': {
    header: 'respondent,answered_at,nps,comment,region',
    per: 0.5,
    row: (random, row, rows) => {
      const comment = random.chance(65) ? random.one(comments) : '';
      return `R${2_000_001 + row},${time(begun(random, row, rows))},${
        random.chance(98) ? random.one(recommendations) : ''
      },"${comment}${comment !== '' && random.chance(30) ? `, ${random.one(comments)}` : ''}",${random.one(regions)}`;
    },
  },
  'orders.csv': {
    header: 'order_id,ordered_at,promised_by,delivered_at,region,refunded_at,refund_requested_at',
    per: 0.5,
    row: (random, row, rows) => {
      const ordered = begun(random, row, rows);
      const arrived = ordered + random.wait(2.9 * DAY, 0.6, 40 * DAY);
      const asked = random.chance(8);
      const request = arrived + random.below(14 * DAY);
      const refunded = asked && random.chance(91);
      return `${70_000_001 + row},${time(ordered)},${day(ordered + (3 + random.below(4)) * DAY)},${
        random.chance(98) ? time(arrived) : ''
      },${random.one(regions)},${refunded ? time(request + random.wait(3.4 * DAY, 0.7, 60 * DAY)) : ''},${
        asked ? time(request) : ''
      }`;
    },
  },
};
