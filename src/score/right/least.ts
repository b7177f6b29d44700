/**
 * The smallest whole number from 1 to `most` that is enough, where all above it are enough too; null where `most` is not.
 */
export function least(most: number, isEnough: (number: number) => boolean): number | null {
  if (most < 1 || !isEnough(most)) return null;
  let [short, enough] = [0, most];
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else short = middle;
  }
  return enough;
}
