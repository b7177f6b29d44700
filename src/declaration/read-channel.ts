import { diagnose } from '../diagnostics/catalog.ts';
import type { Condition } from '../model/condition.ts';
import type { Channel, Exception, SourcePattern } from '../model/declaration.ts';
import type { Path } from '../model/raw.ts';
import { readCondition } from '../vocabulary/conditions/index.ts';
import { type Draft, isList, type Need, type Settled } from '../vocabulary/reading.ts';
import type { Calendars } from './calendars.ts';
import { ChannelReading } from './channel-reading.ts';
import { type DeclaredColumn, readColumn } from './columns.ts';
import { joined } from './conditions.ts';
import { readCsv } from './csv-options.ts';
import type { MergedChannel } from './extends.ts';
import { dayAt, filledAt, shareAt, textAt, textsAt, wordAt, zoneAt } from './literals.ts';
import type { Source } from './source.ts';
import { reportReversed } from './window.ts';

/** Segments that come free with `at`. */
const DERIVED: ReadonlySet<string> = new Set(['hour', 'weekday', 'hour_of_week']);
const MOMENT: Need = { is: 'moment', firm: true };

/** A channel whose columns have no types yet: promises on it may still say more of them. */
export interface ChannelDraft {
  readonly name: string;
  readonly reading: ChannelReading;
  readonly measured: boolean;
  readonly declared: ReadonlyMap<string, DeclaredColumn>;
  /** Counts a segment, for the channel itself or for `every` of a promise. */
  addSegment(name: string, path: Path): void;
  finish(settled: Settled): Channel;
}

export function readChannel(
  merged: MergedChannel,
  fileZone: string,
  calendars: Calendars,
  source: Source,
): ChannelDraft {
  const { name, keys } = merged;
  const pathOf = (key: string): Path => keys.get(key)?.path ?? [...merged.path, '(none)'];
  const declared = new Map<string, DeclaredColumn>();
  for (const [column, located] of merged.columns) declared.set(column, readColumn(column, located, source));
  const column = (key: string): string | null =>
    keys.has(key) ? filledAt(source, pathOf(key), 'the name of a column, or a header', `${key}: opened`) : null;

  const timezone = zoneAt(source, pathOf('timezone')) ?? fileZone;
  const at = column('at');
  const reading = new ChannelReading(name, at, timezone, declared, calendars, source);
  const use = (key: string, need: Need | null): string | null => {
    const used = column(key);
    if (used !== null) reading.use(used, need, pathOf(key));
    return used;
  };
  use('at', MOMENT);
  const own = {
    case: use('case', null),
    updated: use('updated', MOMENT),
    customer: use('customer', null),
    text: use('text', null),
  };
  const repeats = wordAt(source, pathOf('repeats'), ['error', 'latest', 'all', 'each']);
  if (repeats !== null && repeats !== 'each' && own.case === null) {
    source.report(diagnose('repeats-needs-case', { repeats, channel: name }, source.at(pathOf('repeats'))));
  }
  if (own.updated !== null && repeats !== 'latest') {
    source.report(diagnose('updated-needs-latest', { channel: name }, source.at(pathOf('updated'), 'key')));
  }

  const segments = new Set<string>();
  const addSegment = (segment: string, path: Path): void => {
    segments.add(segment);
    if (!DERIVED.has(segment) || declared.has(segment)) reading.use(segment, null, path);
    else if (at === null)
      source.report(diagnose('needs-at', { what: `segment '${segment}'`, channel: name }, source.at(path)));
  };
  for (const { text, path } of textsAt(source, pathOf('segments'))) addSegment(text, path);

  const where: Draft<Condition<string>>[] = merged.where.map(({ raw, path }) =>
    readCondition(raw, path, reading, 'where'),
  );
  const except = keys.has('except') ? readExcept(source, pathOf('except')) : [];
  if (except.length > 0 && at === null) {
    source.report(diagnose('needs-at', { what: 'except:', channel: name }, source.at(pathOf('except'), 'key')));
  }
  const patterns = keys.has('source') ? readSource(source, pathOf('source')) : null;
  const note = textAt(source, pathOf('note'));
  const tolerate = shareAt(source, pathOf('tolerate'), 0, 1) ?? 0;
  const csv = readCsv(merged.csv, source);

  return {
    name,
    reading,
    measured: patterns !== null,
    declared,
    addSegment,
    finish: (settled) => ({
      name,
      position: source.at(merged.path, 'key'),
      note,
      source: patterns,
      timezone,
      at,
      ...own,
      repeats: repeats ?? 'error',
      segments: [...segments],
      columns: reading.settledColumns(settled),
      spare: reading.spareColumns,
      where: joined(where, settled),
      except,
      tolerate,
      csv,
    }),
  };
}

/** Paths and globs, or null where they are wrong; that is reported. */
function readSource(source: Source, path: Path): readonly SourcePattern[] | null {
  const raw = source.raw(path);
  if (isList(raw) && raw.length === 0) {
    source.report(
      diagnose(
        'empty-value',
        { key: 'source', expected: 'at least one path or glob', example: 'source: exports/email-*.csv' },
        source.at(path),
      ),
    );
  }
  return textsAt(source, path).flatMap(({ path: item }) => {
    const pattern = filledAt(source, item, 'a path or a glob', 'source: exports/email-*.csv');
    const written = source.template(item) ?? pattern;
    return pattern === null || written === null ? [] : [{ pattern, written, position: source.at(item) }];
  });
}

function readExcept(source: Source, path: Path): readonly Exception[] {
  const raw = source.raw(path);
  if (!isList(raw)) return [];
  return raw.flatMap((_item, index) => {
    const item = [...path, index];
    const from = dayAt(source, [...item, 'from']);
    const to = dayAt(source, [...item, 'to']);
    const reason = textAt(source, [...item, 'reason']);
    if (from !== null && to !== null && to < from) reportReversed(source, item);
    return from === null || to === null || reason === null ? [] : [{ from, to, reason }];
  });
}
