const TOLERANCE = 1e-9;

/** Figures by what they are of. @param {string} text one JSON object a line */
export function figuresIn(text) {
  const figures = new Map();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const { metric, channel, dim, key, value, n } = JSON.parse(line);
    const name = [metric, channel, dim, key].filter((part) => part !== '').join(' ');
    if (figures.has(name)) throw new Error(`${name} stands twice`);
    figures.set(name, { value, n });
  }
  return figures;
}

/**
 * Where the figures are not those of the reference: by more than 1e-9 of the larger value (or of 1), or in their n.
 *
 * @param {ReadonlyMap<string, { value: number, n: number }>} reference
 * @param {ReadonlyMap<string, { value: number, n: number }>} figures
 */
export function differences(reference, figures) {
  const names = [...new Set([...reference.keys(), ...figures.keys()])];
  return names.flatMap((name) => {
    const wanted = reference.get(name);
    const found = figures.get(name);
    if (wanted === undefined || found === undefined)
      return [`${name}: ${found === undefined ? 'missing' : 'too much'}`];
    const scale = Math.max(1, Math.abs(wanted.value), Math.abs(found.value));
    // A value that is none is no agreement.
    const agrees = wanted.n === found.n && Math.abs(wanted.value - found.value) <= TOLERANCE * scale;
    return agrees ? [] : [`${name}: ${found.value} of ${found.n}, and not ${wanted.value} of ${wanted.n}`];
  });
}
