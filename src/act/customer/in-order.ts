import type { FoundOccasion } from './read.ts';

/** Occasions of one contact, in the order of the promise file. */
export type Contact = readonly FoundOccasion[];

/**
 * Contacts by when they began; those that began together as the promise file has their channels and the exports their
 * rows; those without a time last.
 *
 * @param found - a list a channel, in the order of the promise file, each in reading order
 */
export function inOrder(found: readonly (readonly FoundOccasion[])[], promises: readonly string[]): readonly Contact[] {
  const contacts = found.flatMap((own, channelAt) => {
    const byKey = new Map<string, FoundOccasion[]>();
    for (const occasion of own) {
      const known = byKey.get(occasion.key);
      if (known === undefined) byKey.set(occasion.key, [occasion]);
      else known.push(occasion);
    }
    return [...byKey.values()].map((contact) => ({ contact, channelAt, instant: earliest(contact) }));
  });
  return contacts
    .toSorted(
      (a, b) =>
        compare(a.instant, b.instant) ||
        a.channelAt - b.channelAt ||
        compare(fileOf(a), fileOf(b)) ||
        lineOf(a) - lineOf(b),
    )
    .map(({ contact }) =>
      contact.toSorted((a, b) => promises.indexOf(a.cell.promise.id) - promises.indexOf(b.cell.promise.id)),
    );
}

const fileOf = ({ contact }: { readonly contact: Contact }): number => contact[0]?.fileAt ?? 0;
const lineOf = ({ contact }: { readonly contact: Contact }): number => contact[0]?.line ?? 0;

function earliest(contact: Contact): number {
  return contact.reduce((least, { instant }) => Math.min(least, instant ?? least), Number.POSITIVE_INFINITY);
}

/** Infinities are equal to each other. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
