import type { Diagnostic, DiagnosticArgument, Position } from '../model/diagnostic.ts';
import { baselines } from './catalog/baselines.ts';
import { calendars } from './catalog/calendars.ts';
import { cases } from './catalog/cases.ts';
import { conditions } from './catalog/conditions.ts';
import { customer } from './catalog/customer.ts';
import { data } from './catalog/data.ts';
import { declaration } from './catalog/declaration.ts';
import { findings } from './catalog/findings.ts';
import { mail } from './catalog/mail.ts';
import { measures } from './catalog/measures.ts';
import { names } from './catalog/names.ts';
import { request } from './catalog/request.ts';
import { rows } from './catalog/rows.ts';
import { usage } from './catalog/usage.ts';
import { why } from './catalog/why.ts';
import { yaml } from './catalog/yaml.ts';
import type { Entry } from './entry.ts';

/** Every code once, with its number, severity, message and help. */
export const catalog = {
  ...yaml,
  ...declaration,
  ...calendars,
  ...measures,
  ...names,
  ...conditions,
  ...data,
  ...rows,
  ...findings,
  ...request,
  ...usage,
  ...baselines,
  ...mail,
  ...customer,
  ...why,
  ...cases,
} as const;

export type Code = keyof typeof catalog;
type Args = Readonly<Record<string, DiagnosticArgument>>;
type ArgsOf = { readonly [C in Code]: (typeof catalog)[C] extends Entry<infer A> ? A & Args : never };

const entries: { readonly [C in Code]: Entry<ArgsOf[C]> } = catalog;

/** The one way to make a diagnostic: a code of the catalog, its arguments, and where. */
export function diagnose<C extends Code>(code: C, args: ArgsOf[C], at: Position | null): Diagnostic {
  const { id, severity, message, help } = entries[code];
  return { code, id, severity, args, message: message(args), help: help(args), at };
}
