import type { Audited, AuditOptions } from '../audit.ts';
import type { Validated } from '../validate.ts';

/** What the commands call, each loaded when it is called; a test puts its own in place. */
export interface Stages {
  audit(options: AuditOptions): Promise<Audited>;
  validate(options: Pick<AuditOptions, 'file' | 'workingDirectory' | 'env' | 'stdin'>): Promise<Validated>;
  /** The JSON Schema of the promise file. */
  schema(): Promise<unknown>;
  /** The JSON Schema of the report. */
  reportSchema(): Promise<unknown>;
}

export const stages: Stages = {
  audit: async (options) => (await import('../audit.ts')).audit(options),
  validate: async (options) => (await import('../validate.ts')).validate(options),
  schema: async () => (await import('../declaration/schema/file.ts')).declarationJsonSchema(),
  reportSchema: async () => (await import('../report/schema.ts')).reportSchema(),
};
