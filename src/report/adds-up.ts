/** Held against the vocabulary by a test; looking there would load every measure, with its schema, to print a table. */
const ADDITIVE: ReadonlySet<string> = new Set(['count', 'sum', 'distinct']);

/** Does the measure grow with the number of occasions? Then the target is the whole's, and no part is held against it. */
export const addsUp = ({ measure }: { readonly measure: string | null }): boolean =>
  measure !== null && ADDITIVE.has(measure);
