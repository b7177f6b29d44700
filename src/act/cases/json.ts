import type { Case, CasesHead, NamedCell } from './case.ts';
import type { CaseWriter } from './writer.ts';

/** For other programs, schema 1: a case a line, instants ISO 8601, lengths in seconds, shares 0..1, absent ones null. */
export function casesJson({ saydo, brand, asOf, window, outcome, segments }: CasesHead): CaseWriter {
  const head = { saydo, schema: 1, kind: 'cases', brand, as_of: asOf, window, outcome, segments };
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  let isEmpty = true;
  return {
    begin: `{\n${lines.join('')}  "cases": [`,
    row: (found, index) => {
      isEmpty = false;
      return `${index === 0 ? '' : ','}\n    ${JSON.stringify(plainCase(found))}`;
    },
    end: (more) => `${isEmpty ? '' : '\n  '}],\n  "more": ${more}\n}\n`,
  };
}

/** Every key in every case. */
function plainCase({ of, over, left, cells, added, ...found }: Case) {
  const length = (value: number | null) => (value === null ? null : { value, unit: of.unit });
  return {
    promise: of.promise,
    channel: of.channel,
    outcome: found.outcome,
    case: found.case,
    customer: found.customer,
    let_down_again: found.again,
    over: length(over),
    left: length(left),
    began: found.at,
    owner: of.owner,
    act: of.act,
    as_of: of.asOf,
    file: found.file,
    line: found.line,
    cells: byName(cells),
    columns: byName(added),
  };
}

const byName = (cells: readonly NamedCell[]): Readonly<Record<string, string | null>> =>
  Object.fromEntries(cells.map(({ name, text }) => [name, text]));
