import type { CustomerRecord } from './record.ts';

/** The record for other programs, schema 1; lengths in seconds or in the unit that stands beside them. */
export function customerJson({ saydo, ...record }: CustomerRecord): string {
  const { brand, as_of, window, customer, contacts, counts, owed, promises, occasions, blind_spots, suggestions } =
    record;
  const document = {
    ...{ saydo, schema: 1, kind: 'customer', brand, as_of, window },
    ...{ customer, contacts, counts, owed, promises, occasions, blind_spots, suggestions },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
