export { type BoundFile, type BoundSource, bindOnly } from './bind-only.ts';
export { type Dialect, inspectDialect } from './dialect/inspect.ts';
export { type BrokenCells, brokenRecord, type UnreadableCells, unreadableCell } from './errors.ts';
export type { Lane, LaneFacts, LaneInput, LaneReading } from './lanes/lane.ts';
export { openSource } from './open-source.ts';
export type { IngestOptions } from './options.ts';
export type { SourceReading } from './reading.ts';
export { type Replayable, replayable } from './replayable.ts';
