import type { CellFormat, ColumnPlan } from '../model/column.ts';
import type { Channel, ChannelColumn, ColumnName } from '../model/declaration.ts';
import type { ColumnIndex } from '../model/plan.ts';

/** How a column is held: as what its conditions read, as words to group by, as an id or as words that are only told apart. */
export type Use = 'values' | 'text' | 'id' | 'word';

/** The columns of one reading: each header, read in one way, stands once. */
export class ColumnTable {
  readonly columns: ColumnPlan[] = [];
  readonly #indexes = new Map<string, ColumnIndex>();

  index(channel: Channel, name: ColumnName, use: Use): ColumnIndex {
    const column = channel.columns.get(name);
    if (column === undefined) throw new TypeError(`column ${name} of channel ${channel.name} is not declared`);
    const cell = cellFormat(channel, column, use);
    const holds = use === 'id' || use === 'word' ? 'id' : 'values';
    const headers = column.headers.map((header) => (typeof header === 'string' ? header.trim().toLowerCase() : header));
    const key = JSON.stringify([headers, holds, cell]);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const { position } = column;
    const index = this.columns.push({ name, headers: column.headers, holds, cell, position }) - 1;
    this.#indexes.set(key, index);
    return index;
  }
}

function cellFormat(channel: Channel, column: ChannelColumn, use: Use): CellFormat {
  const { format, decimal, unit, blank, map } = column;
  const zone = column.timezone ?? channel.timezone;
  const type = use === 'values' ? column.type : 'text';
  // What only matters to other types is left out, so that the same text is read once.
  return type === 'text'
    ? {
        type,
        format: null,
        zone: '',
        decimal: '.',
        unit: null,
        blank,
        map,
        ...(use === 'word' ? { anyCase: true } : {}),
      }
    : {
        type,
        format,
        zone,
        decimal: decimal ?? '.',
        unit,
        blank,
        map,
        ...(decimal === null ? { loneGroup: 'ask' } : {}),
      };
}
