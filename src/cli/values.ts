import { diagnose } from '../diagnostics/catalog.ts';
import { Failure } from '../diagnostics/failure.ts';

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

/** For Commander: an option that has one value. @throws Failure where it is given again. */
export function once(option: string): (value: string, before: string | undefined) => string {
  return (value, before) => {
    if (before !== undefined) throw new Failure('declaration', [diagnose('option-twice', { option }, null)]);
    return value;
  };
}

/** Where the values may also be separated by commas. */
export function separated(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => value.split(',')).map((value) => value.trim());
}
