import { type Cell, exported, line } from '../../report/csv-text.ts';
import { digits } from '../../report/numbers.ts';
import type { Case, CasesHead } from './case.ts';
import { ownNames } from './own-names.ts';
import { lengthText } from './words.ts';
import type { CaseWriter } from './writer.ts';

const COLUMNS =
  'promise,channel,outcome,case,customer,let_down_again,over,over_seconds,over_amount,over_unit,left,left_seconds,began,owner,act,act_by,as_of,file,line'.split(
    ',',
  );

/**
 * One line a case; RFC 4180, the cells of the export as they are there but for what a spreadsheet would run. Every
 * column that a measure in the list reads has its own, empty where the case's measure does not read it.
 */
export function casesCsv({ measured, added }: CasesHead): CaseWriter {
  const names = [...measured, ...added.filter((name) => !measured.includes(name))];
  return {
    begin: line([...COLUMNS, ...ownNames(COLUMNS, names)]),
    row: (found) => line([...fixedCells(found), ...cellsOf(found, names)]),
    end: () => '',
  };
}

function fixedCells(found: Case): readonly Cell[] {
  const { of, outcome, again, over, left } = found;
  const isTime = of.unit === 'seconds';
  const text = lengthText(found, digits);
  return [
    ...[
      of.promise,
      of.channel,
      outcome,
      exported(found.case),
      exported(found.customer),
      again === null ? null : again ? 'yes' : 'no',
    ],
    ...[over === null ? null : text, isTime ? over : null, isTime ? null : over],
    ...[isTime || over === null ? null : of.unit, left === null ? null : text, isTime ? left : null],
    ...[exported(found.at), of.owner, of.act?.text ?? null, of.act?.by ?? null, of.asOf, found.file, found.line],
  ];
}

function cellsOf({ cells, added }: Case, names: readonly string[]): readonly Cell[] {
  return names.map((wanted) => {
    const own = cells.find(({ name }) => name === wanted) ?? added.find(({ name }) => name === wanted);
    return exported(own?.text ?? null);
  });
}
