import { type AuditRequest, audit } from '../src/audit.ts';
import type { GapReport } from '../src/model/report.ts';
import { folder } from './cli/folder.ts';

/** What is asked for beside promises.yaml; `batchRows` moves the seams of batches, which must change nothing. */
export type Asked = Omit<AuditRequest, 'file'> & { readonly batchRows?: number };

/** The report of a promise file, given in lines, over exports by their names. */
export async function audited(
  lines: readonly string[],
  files: Readonly<Record<string, string>>,
  asked: Asked = {},
): Promise<GapReport> {
  return auditedIn(folder({ ...files, 'promises.yaml': lines.join('\n') }), asked);
}

/** The report of the promises.yaml in a folder. */
export async function auditedIn(workingDirectory: string, asked: Asked = {}): Promise<GapReport> {
  const request: AuditRequest & Asked = { file: 'promises.yaml', workingDirectory, ...asked };
  return (await audit(request)).report;
}
