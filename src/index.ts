/** The public API: the whole flow in `audit`, one function a stage, and the types of the model. */
export { type Audited, type AuditFacts, type AuditOptions, type AuditRequest, audit } from './audit.ts';
export { type DeclareOptions, declarationJsonSchema, declare, decodeText } from './declaration/index.ts';
export { Failure, type FailureKind } from './diagnostics/failure.ts';
export { renderDiagnostics } from './diagnostics/render.ts';
export { engines } from './engines/index.ts';
export { refusals } from './engines/refusals.ts';
export { type LoadOptions, loadDeclaration } from './load.ts';
export type * from './model/index.ts';
export { type PlanOptions, planOf } from './plan/index.ts';
export { selectFrom } from './plan/selection.ts';
export { windowDays } from './plan/window.ts';
export { formats } from './report/formats/index.ts';
export { type Gate, type GateFacts, gate } from './report/gate.ts';
export { gapReport, type Reported, type ReportInput } from './report-of.ts';
export * as statistics from './statistics/index.ts';
export { type Validated, type ValidateOptions, validate } from './validate.ts';
export { neverOpens, type OpenClock, openClock } from './vocabulary/time/open-clock.ts';
