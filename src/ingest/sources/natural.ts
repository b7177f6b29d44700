/** Order of file names: runs of digits by value (`part-9` before `part-10`), all else by code unit. */
export function byNaturalName(a: string, b: string): number {
  const [as, bs] = [runs(a), runs(b)];
  for (let i = 0; i < Math.min(as.length, bs.length); i++) {
    const order = byRun(as[i] ?? '', bs[i] ?? '');
    if (order !== 0) return order;
  }
  return as.length - bs.length || byCodeUnit(a, b);
}

function runs(name: string): readonly string[] {
  return name.match(/[0-9]+|[^0-9]+/g) ?? [];
}

function byRun(a: string, b: string): number {
  if (!/^[0-9]/.test(a) || !/^[0-9]/.test(b)) return byCodeUnit(a, b);
  const [x, y] = [a.replace(/^0+(?=.)/, ''), b.replace(/^0+(?=.)/, '')];
  return x.length - y.length || byCodeUnit(x, y);
}

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
