export { compileCondition } from './compile.ts';
export type { CompileContext, Evaluate, Place } from './condition.ts';
export { folded, perWord } from './folded.ts';
export { isOpen, isUnreadable, join, NEVER_DUE, Outcome, type Outcomes, settled } from './outcome.ts';
export { conditionSchema } from './schema.ts';
export { readCondition } from './syntax.ts';
export { columnsOf, conditionInWords, deadlinesOf, eventsOf, leavesOf, mapColumns } from './walk.ts';
