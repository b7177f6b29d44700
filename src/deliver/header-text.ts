const STEERING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Does it hold what ends a line, steers a terminal or turns the direction of writing? */
export const steers = (text: string): boolean => text.search(STEERING) >= 0;

/** Text of a promise file as one line that a header can hold: what steers becomes a blank. */
export const headerText = (text: string): string =>
  text.replace(STEERING, ' ').replace(LONE_SURROGATES, '\ufffd').replace(/ {2,}/g, ' ').trim();
