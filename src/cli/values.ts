/** What Commander read, before anyone has looked at it. */
export interface Given {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

export function text(given: Given, option: string): string | null {
  const value = given.options[option];
  return typeof value === 'string' ? value : null;
}

/** True where a plain flag was given; a `--no-x` is read under the name `x`, which is true where it was not given. */
export function flag(given: Given, option: string): boolean {
  return given.options[option] === true;
}

/** All values of an option that can be repeated. */
export function list(given: Given, option: string): readonly string[] {
  const value = given.options[option];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** For Commander: gathers what a repeated option brings. */
export function gather(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** Where the values may also be separated by commas. */
export function separated(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => value.split(',')).map((value) => value.trim());
}
