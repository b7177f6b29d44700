import type { Instant } from '../../model/time.ts';
import type { CountedCell } from '../counted.ts';

/** How many different customers some groups have, once what was open is settled at an as_of. */
export type CountsCustomers = (asOf: Instant | null) => (groups: readonly number[]) => number;

/**
 * Of one counted cell; null where its customers are not known.
 *
 * @param first - the number of its first group among those that are asked for: of a ratio's second channel they begin
 * after those of the first
 */
export function customersOf({ page, tally: { kind }, on }: CountedCell, first: number): CountsCustomers | null {
  const { plan, tally } = on;
  // Rows of a tally stand for many occasions each.
  if (page === null || plan.customer === null || kind === 'counts') return null;
  const { customers } = page;
  if (customers === null) return () => () => 0;
  const { group, starts, codes, blocks, leaving } = customers;
  return (asOf) => {
    const known = new Map<number, Int32Array[]>();
    const add = (own: number, some: Int32Array): void => {
      const before = known.get(own + first);
      if (before === undefined) known.set(own + first, [some]);
      else before.push(some);
    };
    for (const block of blocks) add(group[block] ?? 0, codes.subarray(starts[block], starts[block + 1]));
    for (const [index, own] of leaving.group.entries()) {
      if (asOf === null || (leaving.due[index] ?? 0) > asOf) add(own, leaving.customer.subarray(index, index + 1));
    }
    // The number of the count that met a customer last, so that nothing has to be cleared in between.
    const met = new Uint32Array(tally.customers);
    let counts = 0;
    return (groups) => {
      counts += 1;
      let different = 0;
      for (const some of groups.flatMap((own) => known.get(own) ?? [])) different += mark(some, met, counts);
      return different;
    };
  };
}

/** Marks some customers; gives how many of them were not marked so before. */
function mark(customers: Int32Array, marks: Uint32Array, sign: number): number {
  let fresh = 0;
  for (let index = 0; index < customers.length; index += 1) {
    const customer = customers[index] ?? 0;
    fresh += marks[customer] === sign ? 0 : 1;
    marks[customer] = sign;
  }
  return fresh;
}
