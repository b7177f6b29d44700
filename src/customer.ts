import type { CustomerRecord } from './act/customer/record.ts';
import { type RecordOptions, recordOf } from './act/customer/record-of.ts';
import { type Audited, type AuditRequest, examine } from './audit.ts';

/** Whose record is asked for, beside what an audit is asked. */
export interface CustomerRequest extends AuditRequest, RecordOptions {
  /** Called once the audit is done, before any row is read again. */
  readonly begun?: (audited: Audited) => Promise<void>;
}

/**
 * One person's record across all channels and promises.
 *
 * @throws Failure as `audit` does.
 */
export async function customer({ id, suggest, begun, ...request }: CustomerRequest): Promise<CustomerRecord> {
  return examine(request, async (examination) => {
    await begun?.(examination.audited);
    return recordOf(examination, { id, suggest });
  });
}
