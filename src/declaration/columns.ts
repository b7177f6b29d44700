import { diagnose } from '../diagnostics/catalog.ts';
import type { ColumnType, DurationUnit, HeaderAddress } from '../model/column.ts';
import type { Path } from '../model/raw.ts';
import { isList, isMap } from '../vocabulary/reading.ts';
import { compileFormat, type FormatFault } from '../vocabulary/time/format.ts';
import { durationFormat, isEpochFormat } from '../vocabulary/types/index.ts';
import { badValue, filledAt, textAt, textsAt, wordAt, zoneAt } from './literals.ts';
import type { Located, Source } from './source.ts';

/** A column as `columns:` declares it. */
export interface DeclaredColumn {
  readonly name: string;
  /** Of its key. */
  readonly path: Path;
  readonly headers: readonly HeaderAddress[];
  readonly type: ColumnType | null;
  readonly format: string | null;
  /** What the format and the unit say of the type, and where. */
  readonly implied: readonly { readonly type: ColumnType; readonly path: Path }[];
  readonly timezone: string | null;
  readonly decimal: '.' | ',' | null;
  readonly unit: DurationUnit | 'percent' | null;
  readonly blank: readonly string[];
  readonly map: readonly (readonly [string, string])[];
}

const TYPES = [
  'text',
  'number',
  'percent',
  'boolean',
  'timestamp',
  'date',
  'duration',
] as const satisfies readonly ColumnType[];
const UNITS = ['milliseconds', 'seconds', 'minutes', 'hours', 'days', 'weeks', 'percent'] as const;

export function readColumn(name: string, { raw, path }: Located, source: Source): DeclaredColumn {
  if (!isMap(raw)) {
    const plain = {
      type: null,
      format: null,
      implied: [],
      timezone: null,
      decimal: null,
      unit: null,
      blank: [],
      map: [],
    };
    return { name, path, headers: headersAt(source, path, name), ...plain };
  }
  const format = readFormat(source, [...path, 'format']);
  const unit = wordAt(source, [...path, 'unit'], UNITS);
  const map = source.raw([...path, 'map']);
  return {
    name,
    path,
    headers: Object.hasOwn(raw, 'column') ? headersAt(source, [...path, 'column'], name) : [name],
    type: wordAt(source, [...path, 'type'], TYPES),
    format: format?.text ?? null,
    implied: [
      ...(format === null ? [] : [{ type: format.type, path: [...path, 'format'] }]),
      ...(unit === null
        ? []
        : [{ type: unit === 'percent' ? ('percent' as const) : ('duration' as const), path: [...path, 'unit'] }]),
    ],
    timezone: zoneAt(source, [...path, 'timezone']),
    decimal: wordAt(source, [...path, 'decimal'], ['.', ',']),
    unit,
    blank: textsAt(source, [...path, 'blank']).map(({ text }) => text),
    map: isMap(map)
      ? Object.entries(map).flatMap(([from, to]) => (typeof to === 'string' ? [[from, to.trim()] as const] : []))
      : [],
  };
}

/** A header, its position (a whole number without quotes), or several that are joined. */
function headersAt(source: Source, path: Path, name: string): readonly HeaderAddress[] {
  const raw = source.raw(path);
  if (isList(raw)) {
    if (raw.length === 0) {
      source.report(
        diagnose(
          'empty-value',
          { key: name, expected: 'at least one header', example: `${name}: [Year, Month]` },
          source.at(path),
        ),
      );
    }
    return raw.flatMap((_item, index) => headersAt(source, [...path, index], name));
  }
  const text = filledAt(source, path, 'a header or its position', `${name}: Created at`);
  if (text === null) return [];
  if (!/^[-+]?\d+$/.test(text) || source.quoted(path)) return [text];
  const position = Number(text);
  if (Number.isSafeInteger(position) && position >= 1) return [position];
  badValue(source, path, text, 'a header (in quotes, if it is a number) or its position, counted from 1', `${name}: 3`);
  return [];
}

function readFormat(source: Source, path: Path): { text: string; type: ColumnType } | null {
  const text = textAt(source, path);
  if (text === null) return null;
  const duration = durationFormat(text);
  if (duration !== null) return { text: duration, type: 'duration' };
  if (isEpochFormat(text)) return { text, type: 'timestamp' };
  const compiled = compileFormat(text);
  if (compiled.kind === 'format') return { text, type: 'timestamp' };
  const at = source.part(path, compiled.position, Math.max(1, compiled.found.length));
  source.report(diagnose('bad-format', { format: text, detail: faultInWords(compiled), meant: compiled.meant }, at));
  return null;
}

function faultInWords({ reason, found }: FormatFault): string {
  switch (reason) {
    case 'unknown':
      return `'${found}' is no token`;
    case 'unquoted':
      return `'${found}' is a text, which stands in single quotes`;
    case 'unclosed-quote':
      return 'a quote is not closed';
    case 'strftime':
      return `'${found}' is a token of another tool`;
    case 'misplaced':
      return `'${found}' stands for minutes in small letters, for months in capital ones`;
    case 'repeated':
      return `'${found}' gives a part that is there already`;
    case 'missing':
      return `a part is missing beside '${found}'`;
    case 'clock':
      return `'${found}' mixes the clocks of 12 and of 24 hours`;
    case 'adjacent':
      return `'${found}' has no fixed length and touches other digits`;
    case 'empty':
      return 'it has no token';
  }
}
