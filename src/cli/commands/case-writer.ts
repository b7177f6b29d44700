import type { CasesHead } from '../../act/cases/case.ts';
import type { CaseWriter } from '../../act/cases/writer.ts';
import type { CasesFormat } from './cases-options.ts';

/** How a list is written, loaded when it is asked for; a table is none of these, for it has to be known whole. */
export async function caseWriter(head: CasesHead, id: CasesFormat['id']): Promise<CaseWriter> {
  switch (id) {
    case 'csv':
      return (await import('../../act/cases/csv.ts')).casesCsv(head);
    case 'json':
      return (await import('../../act/cases/json.ts')).casesJson(head);
    case 'markdown':
      return (await import('../../act/cases/markdown.ts')).casesMarkdown(head);
    default:
      throw new TypeError('a table is not written piece by piece');
  }
}
