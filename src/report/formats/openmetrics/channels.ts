import type { GapReport } from '../../../model/report.ts';
import { plain } from '../../plain.ts';
import { uniqueNames } from '../unique-names.ts';
import type { Family } from './family.ts';

/** Up to when each channel speaks: the newest of its files, or what its cells say where no file is known. */
export function asOfFamily({ brand, sources, promises }: GapReport): Family {
  const newest = new Map<string, number>();
  const known = [
    ...sources.map(({ channel, as_of }) => ({ channel, as_of })),
    ...promises.flatMap(({ channels }) => channels.map(({ channel, as_of }) => ({ channel, as_of }))),
  ];
  for (const { channel, as_of } of known) {
    const moment = as_of === null ? Number.NaN : Date.parse(as_of) / 1000;
    if (Number.isFinite(moment)) newest.set(channel, Math.max(moment, newest.get(channel) ?? moment));
  }
  const names = uniqueNames([...newest.keys()].map(plain));
  return {
    name: 'saydo_as_of_timestamp',
    unit: 'seconds',
    help: 'Up to when the data of the channel speaks, in seconds since 1970: a feed that died stands still.',
    samples: [...newest.values()].map((value, index) => ({
      labels: { brand: plain(brand), channel: names[index] ?? '' },
      value,
    })),
  };
}
