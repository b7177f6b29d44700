/** `share` 0..1, `seconds`, or a plain number. */
export type Unit = 'share' | 'seconds' | 'number';

export interface Target {
  readonly op: '>=' | '<=';
  readonly value: number;
  readonly unit: Unit;
  /** As the file says it. */
  readonly text: string;
}
