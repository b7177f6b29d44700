import type { CaseList, CaseStream } from '../act/cases/list.ts';
import type { Owed } from '../act/cases/owed.ts';
import type { CustomerRecord } from '../act/customer/record.ts';
import type { Why } from '../act/why/types.ts';
import type { Audited, AuditOptions } from '../audit.ts';
import type { CasesRequest, OwedRequest, Warned } from '../cases.ts';
import type { CustomerRequest } from '../customer.ts';
import type { Validated } from '../validate.ts';
import type { WhyRequest } from '../why.ts';

/** What the commands call, each loaded when it is called; a test puts its own in place. */
export interface Stages {
  audit(options: AuditOptions): Promise<Audited>;
  validate(options: Pick<AuditOptions, 'file' | 'workingDirectory' | 'env' | 'stdin'>): Promise<Validated>;
  cases(request: CasesRequest & { readonly limit: number }): Promise<CaseList & Warned>;
  eachCase<T>(request: CasesRequest, use: (stream: CaseStream & Warned) => Promise<T>): Promise<T>;
  owed(request: OwedRequest): Promise<Owed>;
  why(request: WhyRequest): Promise<Why>;
  customer(request: CustomerRequest): Promise<CustomerRecord>;
  /** The JSON Schema of the promise file. */
  schema(): Promise<unknown>;
  /** The JSON Schema of the report. */
  reportSchema(): Promise<unknown>;
}

export const stages: Stages = {
  audit: async (options) => (await import('../audit.ts')).audit(options),
  validate: async (options) => (await import('../validate.ts')).validate(options),
  cases: async (request) => (await import('../cases.ts')).cases(request),
  eachCase: async (request, use) => (await import('../cases.ts')).eachCase(request, use),
  owed: async (request) => (await import('../cases.ts')).owed(request),
  why: async (request) => (await import('../why.ts')).why(request),
  customer: async (request) => (await import('../customer.ts')).customer(request),
  schema: async () => (await import('../declaration/schema/file.ts')).declarationJsonSchema(),
  reportSchema: async () => (await import('../report/schema.ts')).reportSchema(),
};
