// From the JSON report of the workload's promise file to its figures: what peers print, one object a figure.

/** Refunds are a channel of their own, since each has its own date; to the workload they are orders. */
const CHANNEL = { refunds: 'orders' };

/**
 * @typedef {{ metric: string, channel: string, dim: 'all' | 'region' | 'month', key: string, value: number, n: number }} Figure
 *
 * @param {{ promises: readonly { id: string, channels: readonly any[] }[] }} report what `audit --format json` prints
 * @returns {Figure[]}
 */
export function figuresOf(report) {
  return report.promises.flatMap(({ id, channels }) =>
    channels.flatMap((cell) => {
      const { value, cases, segments, periods } = cell;
      const groups = [
        { dim: 'all', key: '', value, cases },
        ...segments.map((segment) => ({ ...segment, dim: 'region', key: segment.is })),
        ...periods.map((period) => ({ ...period, dim: 'month', key: period.from.slice(0, 7) })),
      ];
      return groups
        .filter((group) => group.cases > 0)
        .map((group) => ({
          metric: id,
          channel: CHANNEL[cell.channel] ?? cell.channel,
          dim: group.dim,
          key: group.key,
          value: group.value,
          n: group.cases,
        }));
    }),
  );
}
