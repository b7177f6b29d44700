import type { Random } from './random.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Before the clock changes, in its zone; ends of years, of leap days and of what can be written. */
const NIGHTS: Readonly<Record<string, readonly string[]>> = {
  'Europe/Oslo': ['2026-03-29T01:30', '2026-10-25T01:00', '2025-10-26T01:30'],
  'America/New_York': ['2026-03-08T01:00', '2026-11-01T00:30', '2022-03-13T01:30'],
  'Australia/Lord_Howe': ['2026-04-05T01:00', '2026-10-04T01:30'],
  'Asia/Kathmandu': ['1985-12-31T23:00'],
  any: ['2024-02-29T22:00', '2025-12-31T22:00', '1969-12-31T23:00', '1900-01-01T00:00', '2038-01-19T03:00'],
};

/** A wall clock, in milliseconds as if it were UTC: often one near a change of the clock. */
export function moment(random: Random, zone: string): number {
  const second = 1000;
  if (random.chance(0.4)) {
    const night = random.pick([...(NIGHTS[zone] ?? []), ...(NIGHTS['any'] ?? [])]);
    return Date.parse(`${night}Z`) + random.between(0, 2 * 3600) * second;
  }
  // From year 0 to 9999.
  if (random.chance(0.05)) return random.between(-62_167_219_200, 253_402_300_799) * second;
  return Date.UTC(2026, 0, 1) + random.between(-400, 400) * 86_400 * second + random.between(0, 86_400_000 - 1);
}

/** Patterns that `patterned` writes; a reader is told them as formats. */
export const PATTERNS = [
  'dd.MM.yyyy HH:mm',
  'MM/dd/yyyy hh:mm:ss a',
  'dd/MM/yyyy HH:mm:ss',
  'd.M.yyyy H:mm',
  'yyyy/MM/dd HH:mm:ss.SSS',
  'dd.MM.yyyy',
  'MM/dd/yy',
  'EEE, d MMM yyyy HH:mm:ss Z',
  'dd-MMM-yyyy HH:mm',
  'MMMM d, yyyy h:mm a',
  'yyyyMMddHHmmss',
  "yyyy-MM-dd'T'HH:mm:ssX",
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm VV',
] as const;

/** A wall clock by Unicode tokens, as far as `PATTERNS` has them. */
export function patterned(pattern: string, local: number, random: Random): string {
  const date = new Date(local);
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const sloppy = random.chance(0.1);
  const number = (value: number, length: number) => pad(value, sloppy ? 1 : length);
  return pattern.replaceAll(/'([^']*)'|yyyy|yy|MMMM|MMM|MM?|dd?|HH?|hh?|mm|ss|SSS|EEE|a|X|Z|VV/g, (token, quoted) => {
    const month = date.getUTCMonth();
    switch (token) {
      case 'yyyy':
        return pad(date.getUTCFullYear(), 4);
      case 'yy':
        return pad(date.getUTCFullYear() % 100, 2);
      case 'MMMM':
        return MONTHS[month] ?? '';
      case 'MMM':
        return (MONTHS[month] ?? '').slice(0, 3);
      case 'EEE':
        return (DAYS[date.getUTCDay()] ?? '').slice(0, 3);
      case 'SSS':
        return pad(date.getUTCMilliseconds(), 3);
      case 'a':
        return random.pick(['AM', 'PM', 'am', 'p.m.']);
      case 'X':
      case 'Z':
        return random.pick(['Z', '+01:00', '+0100', '-05', '+0545']);
      case 'VV':
        return random.pick(['Europe/Oslo', 'America/New_York', 'UTC', 'Nowhere/Land']);
      default:
        if (quoted !== undefined) return String(quoted);
    }
    const value = {
      M: month + 1,
      d: date.getUTCDate(),
      H: date.getUTCHours(),
      h: date.getUTCHours() % 12 || 12,
      m: date.getUTCMinutes(),
      s: date.getUTCSeconds(),
    }[token[0] ?? ''];
    return number(value ?? 0, token.length);
  });
}

export const ISO_STYLES = ['day', 'minutes', 'seconds', 'T', 'fraction', 'zulu', 'offset', 'basic', 'odd'] as const;

/** A wall clock in one of the spellings of ISO 8601. */
export function iso(style: (typeof ISO_STYLES)[number], local: number, random: Random): string {
  const full = new Date(local).toISOString();
  const [day, time] = [full.slice(0, 10), full.slice(11, 19)];
  switch (style) {
    case 'day':
      return day;
    case 'minutes':
      return `${day} ${time.slice(0, 5)}`;
    case 'seconds':
      return `${day} ${time}`;
    case 'T':
      return `${day}T${time}`;
    case 'fraction':
      return `${day}T${time}${random.pick(['.', ','])}${'1234567890'.slice(0, random.between(1, 10))}`;
    case 'zulu':
      return `${day}T${time}${random.pick(['Z', '.000Z', 'z', '.5Z'])}`;
    case 'offset':
      return `${day}T${time}${random.pick(['+01:00', '-05:00', '+0545', '-08', ' +02:00', ' UTC', ' GMT', '+00:00', '-12:34', '+14:00', '+14:01', '-15:30', '+18:00', '+9:00'])}`;
    case 'basic':
      return `${day}${random.pick(['T', ' ', 't'])}${time}`.replaceAll(/[-:]/g, '');
    default:
      return random.pick([
        `${day}t${time}`,
        `${day}  ${time}`,
        `${day} 24:00:00`,
        `${day}T24:00`,
        `${day} ${time} `,
        `${day.slice(0, 8)}31 ${time}`,
        '2026-02-29',
        '0000-01-01 00:00',
        '9999-12-31 23:59:59.999',
        `${day} 23:59:60`,
        `${day} 25:00`,
        `${day}T`,
        `${day} ${time}+`,
        `${day.slice(0, 9)}`,
        `${day}\u00a0${time}`,
        `+${day}`,
      ]);
  }
}
