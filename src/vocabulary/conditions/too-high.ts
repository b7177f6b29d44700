import { diagnose } from '../../diagnostics/catalog.ts';
import type { Path, RawMap } from '../../model/raw.ts';
import { isMap, type Reading } from '../reading.ts';
import { operators } from './operators.ts';

/** A companion such as `calendar` one level too high, which is else taken for a column. Reported with its place. */
export function isTooHigh(key: string, raw: RawMap, path: Path, reading: Reading): boolean {
  const owners = operators.filter(({ companions }) => Object.hasOwn(companions, key)).map((owner) => owner.key);
  if (owners.length === 0 || reading.columns.includes(key)) return false;
  const written = typeof raw[key] === 'string' ? raw[key] : '...';
  const beside = Object.entries(raw).flatMap(([column, inner]) => {
    const owner = isMap(inner) ? owners.find((name) => Object.hasOwn(inner, name)) : undefined;
    const value = owner === undefined || !isMap(inner) ? undefined : inner[owner];
    return typeof value === 'string' ? [{ column, owner, value }] : [];
  });
  const { column, owner, value } = beside[0] ?? { column: 'replied', owner: owners[0], value: '...' };
  const args = { key, owners, example: `${column}: { ${owner}: ${value}, ${key}: ${written} }` };
  reading.report(diagnose('companion-too-high', args, reading.position(path, 'key')));
  return true;
}
