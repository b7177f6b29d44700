// Measures what elapsed business time costs beside elapsed calendar time, in turn on the same rows, as a ratio of medians:
// `npm run bench:business-time` after a build, or `npm run bench:business-time -- 100000` for fewer rows (1000000 by
// default). First the functions alone, over arrays of instants; then the whole program, over an export that is made up
// from a seed, in a temporary folder that is removed at the end.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openClock } from '../dist/vocabulary/time/open-clock.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const saydo = join(root, 'bin/saydo.js');
const rows = Number(process.argv[2] ?? 1_000_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LIMIT = 4 * HOUR;
/** 1 January 2025, UTC. */
const YEAR = 1_735_689_600_000;
const hours = [
  { from: 8 * HOUR, to: 12 * HOUR },
  { from: 12.5 * HOUR, to: 17 * HOUR },
];
const desk = {
  name: 'desk',
  zone: 'Europe/Oslo',
  week: [hours, hours, hours, hours, hours, [{ from: 10 * HOUR, to: 14 * HOUR }], []],
  holidays: [YEAR / DAY, YEAR / DAY + 107, YEAR / DAY + 358],
  overrides: [{ day: YEAR / DAY + 357, spans: [{ from: 8 * HOUR, to: 12 * HOUR }] }],
};

/** @param {number} seed */
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @param {() => unknown} work Seconds that it takes. */
function seconds(work) {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/**
 * Runs all of them in turn, round by round; the first is what the others are compared with.
 *
 * @param {string} title
 * @param {number} rounds
 * @param {Record<string, () => unknown>} works
 */
function compare(title, rounds, works) {
  /** @type {Map<string, number[]>} */
  const times = new Map(Object.keys(works).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const taken = seconds(work);
      // The first round compiles, and builds tables.
      if (round >= 0) times.get(name)?.push(taken);
    }
  }
  console.log(`${title}, median of ${rounds} rounds in turn`);
  const base = median([...times.values()][0] ?? []);
  for (const [name, values] of times) {
    const middle = median(values);
    console.log(`  ${name.padEnd(40)} ${(middle * 1000).toFixed(1).padStart(8)} ms  ${(middle / base).toFixed(2)} x`);
  }
}

const random = generator(1);
const opened = new Float64Array(rows);
const replied = new Float64Array(rows);
for (let row = 0; row < rows; row += 1) {
  opened[row] = YEAR + Math.floor(random() * 365 * 86_400) * 1000;
  // Most within hours, some after days.
  replied[row] = (opened[row] ?? 0) + Math.floor(random() ** 4 * 10 * 86_400) * 1000;
}
const farReplied = opened.map((at) => at + 3650 * DAY);

const first = seconds(() => openClock(structuredClone(desk)).between(YEAR, YEAR + DAY));
console.log(`the first question to a calendar, its table included: ${(first * 1000).toFixed(1)} ms`);

const clock = openClock(desk);
const elapsed = new Float64Array(rows);
/** @param {Float64Array} until */
const businessTime = (until) => () => {
  for (let row = 0; row < rows; row += 1) elapsed[row] = clock.between(opened[row] ?? 0, until[row] ?? 0);
};
compare(`elapsed time of ${rows} rows`, 15, {
  'calendar time': () => {
    for (let row = 0; row < rows; row += 1) elapsed[row] = (replied[row] ?? 0) - (opened[row] ?? 0);
  },
  'business time': businessTime(replied),
  'business time, ten years apart': businessTime(farReplied),
});
compare(`deadlines of ${rows} rows`, 15, {
  'calendar time': () => {
    for (let row = 0; row < rows; row += 1) elapsed[row] = (opened[row] ?? 0) + LIMIT;
  },
  'business time': () => {
    for (let row = 0; row < rows; row += 1) elapsed[row] = clock.until(opened[row] ?? 0, LIMIT);
  },
});

const folder = mkdtempSync(join(tmpdir(), 'saydo-bench-'));
try {
  writeExport(join(folder, 'tickets.csv'));
  for (const [name, condition] of [
    ['calendar', '{ within: 4h }'],
    ['business', '{ within: 4h, calendar: desk }'],
  ]) {
    writeFileSync(
      join(folder, `${name}.yaml`),
      `saydo: 1
brand: Bench
timezone: Europe/Oslo
calendars:
  desk: { hours: { mon-fri: [08:00-12:00, 12:30-17:00], sat: 10:00-14:00 }, holidays: [2025-01-01, 2025-04-18, 2025-12-25] }
channels:
  email: { source: tickets.csv, at: opened, columns: { opened: Created at, replied: First reply at } }
promises:
  reply: { says: We reply., kept_when: { replied: ${condition} }, target: 1%, channels: [email] }
`,
    );
  }
  compare(`saydo audit of ${rows} rows, within 4h`, 7, {
    'calendar time': () => audit('calendar'),
    'business time': () => audit('business'),
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} name */
function audit(name) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [saydo, 'audit', `${name}.yaml`], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name}.yaml ended with ${status}\n${stdout}${stderr}`);
}

/** @param {string} path */
function writeExport(path) {
  /** @param {number | undefined} at */
  const text = (at) => `${new Date(at ?? 0).toISOString().slice(0, 19)}Z`;
  const lines = ['Ticket ID,Created at,First reply at,Subject'];
  for (let row = 0; row < rows; row += 1) {
    lines.push(`T${row},${text(opened[row])},${row % 33 === 0 ? '' : text(replied[row])},Order ${row}`);
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
}
