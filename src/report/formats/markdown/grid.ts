/** A column of a table, and how its cells stand. */
export interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
}

/** A table; its cells are markup already, of one line each. */
export function grid(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ head }) => head)),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}
