import { diagnose } from '../diagnostics/catalog.ts';
import { Failure } from '../diagnostics/failure.ts';
import type { Declaration } from '../model/declaration.ts';
import type { DayNumber, Instant, WindowSpec } from '../model/time.ts';
import { parseAsOf } from '../vocabulary/time/as-of.ts';
import { isoDate, parseIsoDate } from '../vocabulary/time/civil.ts';
import { parseLast } from '../vocabulary/time/last.ts';

/** Moments and windows as they are asked for beside the file; null leaves them as the file says. */
export interface Requested {
  readonly asOf: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly last: string | null;
}

/** The explicit as_of: what is asked for, else what the file says, else null. A date means its end. */
export function requestedAsOf({ asOf }: Requested, declaration: Declaration): Instant | null {
  if (asOf === null) return declaration.asOf?.instant ?? null;
  const moment = parseAsOf(asOf, declaration.timezone);
  if (moment === null) throw fault(diagnose('bad-moment', { option: '--as-of', text: asOf }, null));
  return moment.instant;
}

/** The window asked for, else the file's. `--from` or `--to` alone leaves the file's other end. */
export function requestedWindow(requested: Requested, declaration: Declaration): WindowSpec | null {
  const { from, to, last } = requested;
  const isBounded = from !== null || to !== null;
  if (last !== null) {
    if (isBounded) throw fault(diagnose('two-windows', {}, null));
    return lastWindow(last);
  }
  if (!isBounded) return declaration.window;
  const file = declaration.window?.kind === 'days' ? declaration.window : { from: null, to: null };
  const window = {
    kind: 'days' as const,
    from: from === null ? file.from : dayFrom('--from', from),
    to: to === null ? file.to : dayFrom('--to', to),
  };
  if (window.from !== null && window.to !== null && window.from > window.to) {
    throw fault(diagnose('window-backwards', { from: isoDate(window.from), to: isoDate(window.to) }, null));
  }
  return window;
}

function lastWindow(text: string): WindowSpec {
  const window = parseLast(text.trim().toLowerCase());
  if (window === null) throw fault(diagnose('bad-last', { text }, null));
  return window;
}

function dayFrom(option: string, text: string): DayNumber {
  const day = parseIsoDate(text.trim());
  if (day === null) throw fault(diagnose('bad-moment', { option, text }, null));
  return day;
}

function fault(diagnostic: ReturnType<typeof diagnose>): Failure {
  return new Failure('declaration', [diagnostic]);
}
