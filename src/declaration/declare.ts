import { diagnose } from '../diagnostics/catalog.ts';
import { Failure } from '../diagnostics/failure.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isMap, type Settled } from '../vocabulary/reading.ts';
import { grains } from '../vocabulary/time/last.ts';
import { Calendars } from './calendars.ts';
import type { Env } from './environment.ts';
import { mergeChannels } from './extends.ts';
import { filledAt, shareAt, wordAt, zoneAt } from './literals.ts';
import { readCalendars } from './read-calendars.ts';
import { type ChannelDraft, readChannel } from './read-channel.ts';
import { readPromise } from './read-promise.ts';
import { checkShape } from './schema/check-shape.ts';
import { promiseShape } from './schema/promise-shape.ts';
import { Source } from './source.ts';
import { warnOfUnusedCalendars, warnOfUnusedChannels, warnOfUnusedColumns } from './unused.ts';
import { readAsOf, readWindow } from './window.ts';
import { parseYaml } from './yaml.ts';

export interface DeclareOptions {
  /** The promise file as messages name it. */
  readonly file: string;
  /** The folder that `source` paths start from, absolute. */
  readonly directory: string;
  readonly env: Env;
  readonly promises?: never;
}

/**
 * Reads a promise file and checks it whole, before any data is touched.
 *
 * @throws Failure of kind `declaration` with every error at once, and the warnings, in the order of the file.
 */
export function declare(text: string, { file, directory, env }: DeclareOptions): Declaration {
  const { tree, lines, veil, diagnostics } = parseYaml(text, file, env);
  if (tree === null) throw new Failure('declaration', inOrder(diagnostics));
  const source = new Source(tree, lines, veil);
  for (const diagnostic of diagnostics) source.report(diagnostic);
  if (!isMap(tree.raw) || Object.keys(tree.raw).length === 0) {
    if (!source.hasErrors)
      source.report(diagnose('no-promises', { file, found: 'an empty map' }, { file, line: 1, column: 1, length: 1 }));
    throw new Failure('declaration', inOrder(source.diagnostics));
  }
  checkShape(promiseShape, tree.raw, [], source);
  const declaration = read(source, file, directory);
  if (declaration !== null && !source.hasErrors) {
    return {
      ...declaration,
      warnings: inOrder(source.diagnostics),
      conceal: (diagnostic) => veil.cover(diagnostic, false),
    };
  }
  throw new Failure('declaration', inOrder(withoutConsequences(source.diagnostics, diagnostics)));
}

function read(source: Source, file: string, directory: string): Declaration | null {
  const brand = filledAt(source, ['brand'], 'a name', 'brand: Fjellrute Cycles');
  const timezone = zoneAt(source, ['timezone']) ?? 'UTC';
  const period = wordAt(source, ['period'], grains) ?? 'month';
  const calendars = new Calendars(readCalendars(source, timezone), source);
  const merged = mergeChannels(source);
  const channels = new Map<string, ChannelDraft>(
    merged.map((channel) => [channel.name, readChannel(channel, timezone, calendars, source)]),
  );
  for (const { reading } of channels.values()) reading.meet(channels);
  for (const section of ['channels', 'promises']) {
    const raw = source.raw([section]);
    if (isMap(raw) && Object.keys(raw).length === 0) {
      const example =
        section === 'channels'
          ? 'channels: { email: { source: email.csv, at: Created at } }'
          : 'promises: { quick-reply: { says: ... } }';
      source.report(
        diagnose(
          'empty-value',
          { key: section, expected: `at least one of the ${section}`, example },
          source.at([section]),
        ),
      );
    }
  }
  const promises = source.raw(['promises']);
  const ids = isMap(promises) ? Object.keys(promises).filter((id) => id !== '__proto__' && isMap(promises[id])) : [];
  const drafts = ids.map((id) => readPromise(id, { channels, period, source }));

  const settled = new Map<string, Settled>();
  const settledOf = (channel: string): Settled =>
    settled.get(channel) ?? { typeOf: () => 'text', elsewhere: settledOf };
  for (const [name, { reading }] of channels) settled.set(name, { ...reading.settle(), elsewhere: settledOf });
  const readPromises = drafts.map((draft) => draft.finish(settledOf)).filter((promise) => promise !== null);
  const readChannels = [...channels.values()].map((channel) => channel.finish(settledOf(channel.name)));

  const inUse = new Set(drafts.flatMap(({ pledges }) => pledges.map(({ channel }) => channel)));
  for (const [name, { reading }] of channels) if (reading.isAskedElsewhere) inUse.add(name);
  // A misspelt name makes what was meant look unused.
  if (!source.diagnostics.some(({ code }) => code === 'unknown-channel')) warnOfUnusedChannels(merged, inUse, source);
  if (!source.hasErrors) {
    warnOfUnusedColumns(readChannels, channels, inUse, source);
    warnOfUnusedCalendars(calendars, source);
  }

  const window = readWindow(source);
  const confidence = shareAt(source, ['confidence'], 0.5, 1, true) ?? 0.95;
  const asOf = readAsOf(source, timezone);
  if (brand === null) return null;
  return {
    file,
    directory,
    brand,
    timezone,
    window,
    period,
    confidence,
    asOf,
    calendars: calendars.all,
    channels: readChannels,
    promises: readPromises,
    warnings: [],
    conceal: (diagnostic) => diagnostic,
  };
}

/** Where YAML itself is at fault on a line, what else is wrong with the line is mostly a consequence. */
function withoutConsequences(all: readonly Diagnostic[], yaml: readonly Diagnostic[]): readonly Diagnostic[] {
  const faulty = new Set(yaml.filter(({ severity }) => severity === 'error').map(({ at }) => at?.line));
  const own = new Set(yaml.map(placed));
  return all.filter(
    (diagnostic) => diagnostic.at === null || !faulty.has(diagnostic.at.line) || own.has(placed(diagnostic)),
  );
}

function placed({ code, at }: Diagnostic): string {
  return `${code} ${at?.line}:${at?.column}`;
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}
