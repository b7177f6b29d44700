import { diagnose } from '../diagnostics/catalog.ts';
import type { Channel } from '../model/declaration.ts';
import type { Calendars } from './calendars.ts';
import type { MergedChannel } from './extends.ts';
import type { ChannelDraft } from './read-channel.ts';
import type { Source } from './source.ts';

/** Channels that no promise is measured on and that no other extends. */
export function warnOfUnusedChannels(
  merged: readonly MergedChannel[],
  used: ReadonlySet<string>,
  source: Source,
): void {
  const extended = new Set(merged.map(({ path }) => source.raw([...path, 'extends'])));
  for (const { name, path } of merged) {
    if (!used.has(name) && !extended.has(name))
      source.report(diagnose('unused-channel', { channel: name }, source.at(path, 'key')));
  }
}

/** Declared columns that none of the channels that have them uses, where at least one of these is in use itself. */
export function warnOfUnusedColumns(
  channels: readonly Channel[],
  drafts: ReadonlyMap<string, ChannelDraft>,
  inUse: ReadonlySet<string>,
  source: Source,
): void {
  const unused = new Map<string, { column: string; path: readonly (string | number)[] }>();
  const needed = new Set<string>();
  for (const { name, columns } of channels) {
    if (!inUse.has(name)) continue;
    for (const [column, { path }] of drafts.get(name)?.declared ?? []) {
      const key = JSON.stringify(path);
      if (columns.has(column)) needed.add(key);
      else unused.set(key, { column, path });
    }
  }
  for (const [key, { column, path }] of unused) {
    if (!needed.has(key))
      source.report(diagnose('unused-column', { column, channel: String(path[1]) }, source.at(path, 'key')));
  }
}

/** Calendars that no condition and no measure names. */
export function warnOfUnusedCalendars(calendars: Calendars, source: Source): void {
  for (const calendar of calendars.unused)
    source.report(diagnose('unused-calendar', { calendar }, source.at(['calendars', calendar], 'key')));
}
