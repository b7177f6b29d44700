import type { z } from 'zod';
import type { Measure } from '../../model/measure.ts';
import type { Path, Raw } from '../../model/raw.ts';
import type { Target, Unit } from '../../model/target.ts';
import type { Draft, Reading } from '../reading.ts';

/** What the promise file needs to know of a measure: how it is written, and what its target may be. */
export interface MeasureSyntax {
  /** The key in the promise, as `kept_when`. */
  readonly key: Measure<string>['kind'];
  /** Shape of the value, for the JSON Schema. */
  readonly schema: z.ZodType;
  /** Directions that a target may have, and its unit. */
  readonly target: { readonly ops: readonly Target['op'][]; readonly unit: Unit };
  /** Reads the value at `path`; faults are reported. */
  readonly read: (raw: Raw, path: Path, reading: Reading) => Draft<Measure<string>>;
}
