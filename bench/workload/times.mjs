// Times as the exports write them, from whole seconds since 1970.
const DAY = 86_400;

const clocks = Array.from({ length: DAY }, (_, second) => new Date(second * 1000).toISOString().slice(11, 19));
/** @type {Map<number, string>} */
const days = new Map();

/** @param {number} seconds */
export function day(seconds) {
  const number = Math.floor(seconds / DAY);
  let text = days.get(number);
  if (text === undefined) {
    text = new Date(number * DAY * 1000).toISOString().slice(0, 10);
    days.set(number, text);
  }
  return text;
}

/** `00:01:05`; of less than a day. @param {number} seconds */
export function clock(seconds) {
  return clocks[seconds];
}

/** `2025-01-31T08:15:00Z` @param {number} seconds */
export function time(seconds) {
  return `${day(seconds)}T${clocks[seconds % DAY]}Z`;
}
