import { conditionSchema, readCondition } from '../conditions/index.ts';
import type { MeasureSyntax } from './measure.ts';

/**
 * Share of occasions on which the promise was kept: kept / (kept + missed). The service level of the field
 * (achieved / (achieved + breached), where what is open past its deadline is breached).
 */
export const keptWhen: MeasureSyntax = {
  key: 'kept_when',
  schema: conditionSchema,
  target: { ops: ['>='], unit: 'share' },
  read: (raw, path, reading) => {
    const draft = readCondition(raw, path, reading, 'kept_when');
    return (settled) => {
      const condition = draft(settled);
      return condition === null ? null : { kind: 'kept_when', condition };
    };
  },
};
