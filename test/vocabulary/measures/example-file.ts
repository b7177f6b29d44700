import type { WorkedExample } from '../../../src/vocabulary/measures/index.ts';

type Written = Pick<WorkedExample, 'promise' | 'channel' | 'rows' | 'other'>;

/** A worked example as an analyst would write it: the promise file in lines, and its exports by name. */
export function fileOf({ promise, channel, rows, other }: Written): {
  readonly lines: readonly string[];
  readonly exports: Readonly<Record<string, string>>;
} {
  const lines = [
    'saydo: 1',
    'brand: Fjellrute Cycles',
    'channels:',
    '  desk:',
    '    source: desk.csv',
    ...channel.map((line) => `    ${line}`),
    ...(other === undefined ? [] : [`  ${other.name}: { source: ${other.name}.csv, at: ${header(other.rows)} }`]),
    'promises:',
    '  example:',
    '    says: We keep our word.',
    ...promise.map((line) => `    ${line}`),
    '    channels: [desk]',
  ];
  const exports: Record<string, string> = { 'desk.csv': csv(rows) };
  if (other !== undefined) exports[`${other.name}.csv`] = csv(other.rows);
  return { lines, exports };
}

/** The first header, which a second channel begins by. */
function header(rows: readonly string[]): string {
  return rows[0]?.split(',')[0] ?? '';
}

function csv(rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}
