export type ColorLevel = 0 | 1 | 2 | 3;
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is set to nothing counts as not set. */
export function variable(env: Environment, name: string): string | null {
  const value = env[name];
  return value === undefined || value === '' ? null : value;
}

/**
 * How many colours one stream gets: none, 16, 256 or all, as Chalk counts them. The flag beats the environment;
 * FORCE_COLOR and CLICOLOR_FORCE beat NO_COLOR, as Node has it; then NO_COLOR, TERM=dumb and a stream that is no
 * terminal mean none.
 */
export function colorLevel(env: Environment, isTTY: boolean, forbidden: boolean): ColorLevel {
  if (forbidden) return 0;
  const forced = variable(env, 'FORCE_COLOR');
  if (forced === '0') return 0;
  const clicolor = variable(env, 'CLICOLOR_FORCE');
  if (forced === null && (clicolor === null || clicolor === '0')) {
    if (!isTTY || variable(env, 'NO_COLOR') !== null || env['TERM'] === 'dumb') return 0;
  }
  if (forced === '3' || /^(truecolor|24bit)$/i.test(env['COLORTERM'] ?? '')) return 3;
  if (forced === '2' || /256/.test(env['COLORTERM'] ?? '') || /256/.test(env['TERM'] ?? '')) return 2;
  return 1;
}

/** Whether the locale can show more than ASCII; a locale that says nothing is taken for a modern one. */
export function speaksUnicode(env: Environment): boolean {
  const locale = variable(env, 'LC_ALL') ?? variable(env, 'LC_CTYPE') ?? variable(env, 'LANG');
  return locale === null || /utf-?8/i.test(locale);
}

export const defaultWidth = 100;
const leastWidth = 40;

export function widthOf(env: Environment, columns: number | null): number {
  const wanted = columns ?? Number(variable(env, 'COLUMNS') ?? Number.NaN);
  return Number.isSafeInteger(wanted) && wanted > 0 ? Math.max(leastWidth, wanted) : defaultWidth;
}

/** Progress is for a person who watches: never in a log, in CI, or where a line cannot be rewritten. */
export function showsProgress(env: Environment, isTTY: boolean): boolean {
  const ci = variable(env, 'CI');
  return isTTY && env['TERM'] !== 'dumb' && (ci === null || ci === 'false' || ci === '0');
}
