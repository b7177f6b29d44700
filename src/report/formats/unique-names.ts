/** The names in their order; one that stood before gets a number: `email`, `email (2)`. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return names.map((name) => {
    let unique = name;
    let number = next.get(name) ?? 1;
    while (taken.has(unique)) {
      number += 1;
      unique = `${name} (${number})`;
    }
    next.set(name, number);
    taken.add(unique);
    return unique;
  });
}
