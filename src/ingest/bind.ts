import { diagnose } from '../diagnostics/catalog.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { ColumnPlan, HeaderAddress } from '../model/column.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { fold } from './dialect/addresses.ts';

/** Where in one file the columns of the plan stand. */
export interface Binding {
  /** Parallel to the plan's columns: indexes of the cells, counted from 0, that are joined. */
  readonly cells: readonly (readonly number[])[];
  /** Cells of the header. */
  readonly width: number;
  /** Cells that a record must have at least: a header may end in names that are blank and that no column asks for. */
  readonly least: number;
}

/** A header that one file lacks, told once for all files of the source that lack it. */
export interface HeaderTrouble {
  /** Equal for the same trouble with the same words of the promise file. */
  readonly key: string;
  /** The diagnostic, given the other files that share the trouble. */
  readonly tell: (others: readonly string[]) => Diagnostic;
}

export interface BindingErrors {
  readonly troubles: readonly HeaderTrouble[];
}

const LISTED = 8;

/**
 * Names to indexes, for one file: files of one glob may have their columns in any order.
 * All that is missing is told at once, each at the place where the promise file names it.
 */
export function bind(
  headers: readonly string[],
  columns: readonly ColumnPlan[],
  file: { readonly name: string; readonly line: number },
  redact: boolean,
): Binding | BindingErrors {
  const positions = new Map<string, number[]>();
  for (const [index, header] of headers.entries()) {
    const key = fold(header);
    const list = positions.get(key);
    if (list === undefined) positions.set(key, [index]);
    else list.push(index);
  }
  const troubles: HeaderTrouble[] = [];
  const cells = columns.map((column) => column.headers.map((address) => indexOf(address, column)));
  if (troubles.length > 0) return { troubles };
  let least = headers.findLastIndex((header) => header !== '') + 1;
  for (const indexes of cells) least = Math.max(least, ...indexes.map((index) => index + 1));
  return { cells, width: headers.length, least };

  function indexOf(address: HeaderAddress, column: ColumnPlan): number {
    const found = typeof address === 'number' ? [address - 1] : (positions.get(fold(address)) ?? []);
    const [index = -1, twin] = found;
    if (twin === undefined && index >= 0 && index < headers.length) return index;
    const { line, column: at } = column.position;
    const key = JSON.stringify([address, line, at, found.length > 1]);
    const tell = (others: readonly string[]) => diagnosis(address, found, column, others);
    if (!troubles.some((trouble) => trouble.key === key)) troubles.push({ key, tell });
    return -1;
  }

  function diagnosis(
    address: HeaderAddress,
    found: readonly number[],
    column: ColumnPlan,
    others: readonly string[],
  ): Diagnostic {
    const { name: export_ } = file;
    if (typeof address === 'number') {
      return diagnose(
        'no-position',
        { wanted: address, columns: headers.length, export: export_, others },
        column.position,
      );
    }
    if (found.length > 1) {
      const places = found.map((index) => String(index + 1));
      return diagnose('twin-header', { header: address, places, export: export_, others }, column.position);
    }
    const named = headers.filter((header) => header !== '');
    const args = {
      header: address,
      name: column.name,
      export: export_,
      others,
      line: file.line,
      nearest: nearest(address, named),
      headers: redact ? [] : named.slice(0, LISTED),
      more: redact ? 0 : Math.max(0, named.length - LISTED),
    };
    return diagnose('unknown-header', args, column.position);
  }
}
