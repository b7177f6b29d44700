export type { Crew } from './crew.ts';
export { Helper } from './helper.ts';
export type { Orders } from './messages.ts';
export type { Script } from './start-workers.ts';
