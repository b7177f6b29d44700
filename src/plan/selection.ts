import { diagnose } from '../diagnostics/catalog.ts';
import { Failure } from '../diagnostics/failure.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Declaration } from '../model/declaration.ts';

/**
 * The declaration reduced to some promises and channels; empty lists keep all.
 *
 * @throws Failure where a name is unknown, or nothing is left.
 */
export function selectFrom(
  declaration: Declaration,
  promises: readonly string[],
  channels: readonly string[],
): Declaration {
  const ids = declaration.promises.map(({ id }) => id);
  const names = declaration.channels.map(({ name }) => name);
  const faults = [
    ...unknown(promises, ids).map((name) =>
      diagnose('no-such-promise', { name, known: ids, nearest: nearest(name, ids) }, null),
    ),
    ...unknown(channels, names).map((name) =>
      diagnose('no-such-channel', { name, known: names, nearest: nearest(name, names) }, null),
    ),
  ];
  if (faults.length > 0) throw new Failure('declaration', faults);
  const kept = declaration.promises
    .filter(({ id }) => promises.length === 0 || promises.includes(id))
    .map((promise) => ({
      ...promise,
      channels: promise.channels.filter(({ channel }) => channels.length === 0 || channels.includes(channel)),
    }))
    .filter((promise) => promise.channels.length > 0);
  if (kept.length === 0) throw new Failure('declaration', [diagnose('nothing-selected', { promises, channels }, null)]);
  return {
    ...declaration,
    promises: kept,
    channels: declaration.channels.filter(({ name }) => channels.length === 0 || channels.includes(name)),
  };
}

function unknown(wanted: readonly string[], known: readonly string[]): readonly string[] {
  return wanted.filter((name) => !known.includes(name));
}
