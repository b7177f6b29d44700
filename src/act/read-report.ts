import { diagnose } from '../diagnostics/catalog.ts';
import { Failure } from '../diagnostics/failure.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CellReport, GapReport } from '../model/report.ts';
import { owedInAll } from '../score/owed.ts';
import { keyOf } from './cells.ts';

const MEGABYTE = 1_000_000;
/** Half a million segments, and more; what is larger takes more memory than a comparison is worth. */
export const mostBytes = 256 * MEGABYTE;
const SCHEMA = 1;

/**
 * Reads a report that `--format json` or `-o FILE.json` wrote.
 *
 * @param file - as the user named it, for messages
 * @throws Failure of kind `declaration` where it is none: no JSON, no report, of another schema, or not as it was written.
 */
export async function readReport(bytes: Uint8Array, file: string): Promise<GapReport> {
  if (bytes.length > mostBytes)
    throw refused(diagnose('earlier-too-large', { file, most: mostBytes / MEGABYTE }, null));
  const value = parsed(textOf(bytes), file);
  const found = isMap(value) ? value : null;
  const { saydo, schema, kind } = found ?? {};
  if (found === null || typeof saydo !== 'string' || schema === undefined || kind !== undefined) {
    throw refused(diagnose('earlier-not-report', { file, found: whatIs(value) }, null));
  }
  if (schema !== SCHEMA) {
    const named = typeof schema === 'number' ? String(schema) : 'unknown';
    throw refused(diagnose('earlier-schema', { file, schema: named, known: SCHEMA, saydo: saydo.slice(0, 20) }, null));
  }
  const { gapReport } = await import('../report/schema.ts');
  const checked = check(value, (given) => gapReport.safeParse(given));
  const [path, problem, more] = checked.success ? faultOf(checked.data) : worded(checked.error.issues);
  // Reports from before told what is owed of each promise alone.
  if (checked.success && problem === null)
    return 'owed' in found ? checked.data : { ...checked.data, owed: owedInAll(checked.data.promises) };
  const args = { file, path, problem: problem ?? '', saydo: saydo.slice(0, 20), more };
  throw refused(diagnose('earlier-keys', args, null));
}

/** So many faults that they cannot be gathered are a fault. */
function check<T>(
  value: unknown,
  by: (value: unknown) => T,
): T | { success: false; error: { issues: readonly Issue[] } } {
  try {
    return by(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { success: false, error: { issues: [{ path: [], message: 'it has more faults than can be told' }] } };
  }
}

function refused(problem: Diagnostic): Failure {
  return new Failure('declaration', [problem]);
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The redirection of some shells writes UTF-16. */
function textOf(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const isCut = mayGoOn(text);
    const problem = text.trim() === '' ? 'it is empty' : isCut ? 'it ends too early' : 'it is not written as JSON';
    const place = isCut ? null : placeOf(text, faultIn(text));
    throw refused(diagnose('earlier-not-json', { file, place, problem }, null));
  }
}

/** Is this the beginning of JSON, or all of it? */
function mayGoOn(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const at = /at position (\d+)/.exec(said)?.[1];
    return /end of JSON|unterminated/i.test(said) || (at !== undefined && Number(at) >= text.trimEnd().length);
  }
}

/** The first letter after which no JSON can come; not every message of the parser tells it. */
function faultIn(text: string): number {
  let [good, bad] = [0, text.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (mayGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function placeOf(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

function whatIs(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (!isMap(value)) return value === null ? 'null' : `a ${typeof value === 'string' ? 'text' : typeof value}`;
  if (value['kind'] === 'comparison') return 'what saydo compare printed';
  const keys = Object.keys(value);
  const shown = keys.slice(0, 3).map((key) => key.slice(0, 30));
  return keys.length === 0 ? 'no key' : `the keys ${shown.join(', ')}${keys.length > shown.length ? ' ...' : ''}`;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

type Fault = readonly [path: string, problem: string | null, more: number];

function worded(issues: readonly Issue[]): Fault {
  const [first] = issues;
  const message = (first?.message ?? 'it is no report').replace(/^Invalid input: /, '');
  return [pathOf(first?.path ?? []), `${message.slice(0, 1).toLowerCase()}${message.slice(1)}`, issues.length - 1];
}

/** `promises[2].channels[0].value` */
function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`),
    '',
  );
}

/** What no audit comes to, though each key for itself might be so. */
function faultOf(report: GapReport): Fault {
  for (const [index, { channels }] of report.promises.entries()) {
    for (const [place, cell] of channels.entries()) {
      const problem = unsound(cell);
      if (problem !== null) return [`promises[${index}].channels[${place}]`, problem, 0];
    }
  }
  return twin(report);
}

/** Differences of figures below it are figures still. */
const MOST = 1e300;

function unsound({ kept, missed, cases, unit, value, target, interval }: CellReport): string | null {
  const figures = [value, target.value, interval?.low, interval?.high].filter((figure) => figure != null);
  if (figures.some((figure) => Math.abs(figure) > MOST)) return `a figure is larger than ${MOST}`;
  if (kept !== null && missed !== null && kept + missed !== cases) return 'kept and missed are not its cases';
  return unit === 'share' && value !== null && (value < 0 || value > 1) ? `${value} is no share` : null;
}

/** Where a promise and channel stands twice, it has no one earlier self. */
function twin({ promises }: GapReport): Fault {
  const seen = new Set<string>();
  for (const [index, { id, channels }] of promises.entries()) {
    for (const [place, { channel }] of channels.entries()) {
      const key = keyOf(id, channel);
      if (seen.has(key)) return [`promises[${index}].channels[${place}]`, `${id} on ${channel} stands there twice`, 0];
      seen.add(key);
    }
  }
  return ['', null, 0];
}
