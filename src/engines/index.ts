import type { Engine } from '../model/engine.ts';
import { local } from './local.ts';

/** Every engine, by name. */
export const engines = { local } as const satisfies Readonly<Record<string, Engine>>;
