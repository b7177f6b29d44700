import { diagnose } from '../../diagnostics/catalog.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Path, Raw, RawMap } from '../../model/raw.ts';
import { kindOf } from '../conditions/literal.ts';
import { isMap, type Reading } from '../reading.ts';

/** What a measure's map may hold. */
export interface MapForm {
  /** The measure, or the part of it. */
  readonly key: string;
  readonly known: readonly string[];
  readonly required: readonly string[];
  /** With its key, ready to be typed. */
  readonly example: string;
}

/** The map at a path; another value, unknown keys and missing ones are reported. null where it is no map. */
export function readMap(raw: Raw, path: Path, reading: Reading, form: MapForm): RawMap | null {
  const { key, known, required, example } = form;
  if (!isMap(raw)) {
    const args = { key, expected: `a map: ${example}`, found: kindOf(raw) };
    reading.report(diagnose('operator-value', args, reading.position(path)));
    return null;
  }
  const of = `'${key}'`;
  const misspelt = new Set<string>();
  for (const found of Object.keys(raw)) {
    if (known.includes(found)) continue;
    const meant = nearest(found, known);
    if (meant !== null) misspelt.add(meant);
    const args = { key: found, of, known, nearest: meant };
    reading.report(diagnose('unknown-key', args, reading.position([...path, found], 'key')));
  }
  for (const wanted of required) {
    // That it is missing is what the misspelling comes to.
    if (raw[wanted] !== undefined || misspelt.has(wanted)) continue;
    reading.report(diagnose('missing-key', { key: wanted, of, example }, reading.position(path, 'key')));
  }
  return raw;
}
