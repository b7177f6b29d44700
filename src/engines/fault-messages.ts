import { diagnose } from '../diagnostics/catalog.ts';
import { brokenRecord, unreadableCell } from '../ingest/index.ts';
import type { CellFormat } from '../model/column.ts';
import type { Diagnostic, Position } from '../model/diagnostic.ts';
import type { ChannelPlan, SourcePlan } from '../model/plan.ts';
import type { FileFacts } from '../model/source.ts';
import type { Fault, FaultGroup } from '../model/tally.ts';
import { types } from '../vocabulary/types/index.ts';
import { LONE_GROUP } from '../vocabulary/types/number.ts';

/** Errors about rows that could not be read, one a file, column and kind; `redact` leaves the values out. */
export function faultMessages(
  groups: readonly FaultGroup[],
  channel: ChannelPlan,
  source: SourcePlan,
  files: readonly FileFacts[],
  redact: boolean,
): readonly Diagnostic[] {
  return [...groups]
    .sort((a, b) => a.file - b.file || a.first.line - b.first.line)
    .flatMap((group) => message(group, channel, source, files[group.file], redact));
}

function message(
  { column: index, count, first, more }: FaultGroup,
  channel: ChannelPlan,
  { columns }: SourcePlan,
  facts: FileFacts | undefined,
  redact: boolean,
): readonly Diagnostic[] {
  if (facts === undefined) return [];
  const { file } = facts;
  const column = index === null ? undefined : columns[index];
  const shared = {
    file,
    count,
    moreLines: more.map(({ line }) => line),
    channel: channel.name,
    declared: channel.position,
  };
  if (first.kind === 'record') return [brokenRecord({ ...shared, record: first.record })];
  if (column === undefined || index === null) return [];
  if (first.kind !== 'cell') return [contradiction(first, column.name, shared, redact)];
  const { expects } = types[column.cell.type];
  const fittingFormats = facts.fittingFormats[index] ?? [];
  const cell = { line: first.line, column: column.name, value: first.text, expects: expects(column.cell) };
  const hint = hintFor(first.text, column.cell);
  return [unreadableCell({ ...shared, ...cell, fittingFormats, hint, redact })];
}

const STAND_INS = /^(?:n\/?a|n\.a\.|none|null|nil|nan|unknown|-+|\u2013|\u2014|\.|\?|#n\/a)$/i;

/** What the cell looks like, where that says how to declare it. */
function hintFor(text: string, { type, unit }: CellFormat): string | null {
  if (type === 'number' && LONE_GROUP.test(text)) {
    return `${text} may have a decimal comma or a thousands comma: say \`decimal: ","\` or \`decimal: "."\` on the column`;
  }
  if (STAND_INS.test(text)) return `if it stands for nothing, say \`blank: ["${text}"]\` on the column`;
  if (type === 'duration' && unit === null && /^-?\d+(?:[.,]\d+)?$/.test(text)) {
    return 'for a bare number say its unit on the column, as in `unit: minutes`';
  }
  if (type === 'percent' && unit === null && /^-?\d+(?:[.,]\d+)?$/.test(text)) {
    return 'where 85 means 85%, say `unit: percent` on the column';
  }
  if ((type === 'timestamp' || type === 'date') && /^-?\d+:\d\d(?::\d\d)?$/.test(text)) {
    return 'if it is a length of time, say `type: duration` on the column';
  }
  if (type === 'boolean') return 'to compare it as text, say `type: text` on the column';
  return null;
}

interface Shared {
  readonly file: string;
  readonly count: number;
  readonly moreLines: readonly number[];
  readonly channel: string;
  readonly declared: Position;
}

function contradiction(
  fault: Exclude<Fault, { kind: 'cell' | 'record' }>,
  column: string,
  { file, count, moreLines, channel, declared }: Shared,
  redact: boolean,
): Diagnostic {
  const rest = {
    column,
    value: redact ? null : fault.text,
    more: count - 1,
    moreLines: moreLines.map(String),
    channel,
    declared: `${declared.file}:${declared.line}`,
  };
  const at = { file, line: fault.line, column: 1, length: 1 };
  switch (fault.kind) {
    case 'early':
      return diagnose('event-before-start', { ...rest, start: redact ? null : fault.start }, at);
    case 'timeless':
      return diagnose('date-without-time', { ...rest, start: redact ? null : fault.start }, at);
    case 'scale':
      return diagnose('off-scale', { ...rest, limit: fault.limit }, at);
    case 'total':
      return diagnose('above-total', { ...rest, total: redact ? null : fault.limit }, at);
    case 'uncounted':
      return diagnose('no-count', { ...rest, limit: fault.limit }, at);
  }
}
