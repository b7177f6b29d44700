interface Unit {
  readonly name: string;
  readonly seconds: number;
}

const UNITS: readonly Unit[] = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
];

/**
 * A length of time as people say it, by its two largest units, rounded: `20 s`, `4 min`, `1 h 12 min`, `2 d 3 h`. Below
 * ten seconds one decimal is kept, below one second milliseconds.
 *
 * @throws RangeError where the length is not finite: that there is none is for the caller to say.
 */
export function secondsInWords(seconds: number): string {
  if (!Number.isFinite(seconds)) throw new RangeError(`${seconds} seconds have no words`);
  const size = Math.abs(seconds);
  const words = size < 59.5 ? shortInWords(size) : longInWords(size);
  return seconds < 0 && !words.startsWith('0 ') ? `-${words}` : words;
}

function shortInWords(size: number): string {
  if (size === 0) return '0 s';
  const milliseconds = Math.round(size * 1000);
  if (milliseconds < 1000) return milliseconds === 0 ? '0 s' : `${milliseconds} ms`;
  return size < 9.95 ? `${Math.round(size * 10) / 10} s` : `${Math.round(size)} s`;
}

function longInWords(size: number): string {
  const index = UNITS.findIndex((unit) => size >= unit.seconds);
  const unit = UNITS[index];
  const smaller = UNITS[index + 1];
  // From 59.5 seconds up to the minute.
  if (unit === undefined || smaller === undefined) return '1 min';
  const rounded = Math.round(size / smaller.seconds) * smaller.seconds;
  const larger = UNITS[index - 1];
  if (larger !== undefined && rounded >= larger.seconds) return `1 ${larger.name}`;
  const whole = Math.floor(rounded / unit.seconds);
  const rest = (rounded - whole * unit.seconds) / smaller.seconds;
  return rest === 0 ? `${whole} ${unit.name}` : `${whole} ${unit.name} ${rest} ${smaller.name}`;
}

/** `1.3%`: as many decimals as the share needs to be told from zero. */
export function shareInWords(share: number): string {
  const points = share * 100;
  const decimals = points === 0 || points >= 1 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(points)));
  return `${Number(points.toFixed(decimals))}%`;
}
