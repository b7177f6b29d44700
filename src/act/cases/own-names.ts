/** Names of an export's columns beside those of the list itself: one that is taken already tells that it is the export's. */
export function ownNames(taken: readonly string[], columns: readonly string[]): readonly string[] {
  const all = [...taken];
  for (const column of columns) {
    let name = column;
    while (all.includes(name)) name = `export: ${name}`;
    all.push(name);
  }
  return all.slice(taken.length);
}
